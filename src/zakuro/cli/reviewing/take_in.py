"""Documents into the books: add, which was called take-in."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import PurePath

import click

from zakuro.cli.books.beside import ownership_option, published_by, publisher_option
from zakuro.cli.books.options import DAY, Given, entering, print_json
from zakuro.cli.reading import files, lenient, tell
from zakuro.flow.acting.take_in import Taken, take_in_content
from zakuro.flow.batch.sources import Source
from zakuro.model.errors import ZakuroError


@click.command()
@files
@click.option("--published", type=DAY, help="The day it came out: relative times run from it.")
@click.option("--language", help="Its language (ja, en …); else told from the text.")
@click.option("--title", help="Its title; else what it says of itself.")
@click.option("--occasion", help="The summit or meeting it belongs to.")
@click.option("--source", help="Where it was found: an address.")
@publisher_option
@ownership_option
@click.option("--retold", is_flag=True, help="It is your own digest of what stands at --source.")
@click.option("--home", help="The publisher's state: whose offices are meant where none is named.")
@lenient
@entering
def add(
    given: Given,
    *,
    documents: list[Source],
    published: date | None,
    language: str | None,
    title: str | None,
    occasion: str | None,
    source: str | None,
    publisher: str | None,
    ownership: str | None,
    retold: bool,
    home: str | None,
    lenient: bool,
) -> None:
    """Read documents and file what they say, for review.

    PDF, Word documents, HTML, Markdown and text; folders and ZIP archives of them.  One that cannot
    be filed is told, the others are filed.

    Example: zakuro add report.txt --published 2025-06-17 --occasion "Astana 2025"
    """
    whose = published_by(publisher, ownership)
    with given.open() as books:
        filed: list[Taken] = []
        failed = 0
        filed_by = given.filed_by

        def file(document: Source) -> Taken:
            name = PurePath(document.member or document.path).name
            return take_in_content(
                books,
                document.content(),
                filed_by=filed_by,
                published=published,
                language=language,
                title=title,
                occasion=occasion,
                source=source or name,
                file_name=name,
                publisher=whose,
                retold=retold,
                home=home,
                lenient=lenient,
            )

        for document in documents:
            try:
                filed.append(file(document))
            except ZakuroError as error:
                tell(document.name, error)
                failed += 1
    if given.form == "json":
        print_json(filed)
    else:
        _print(filed)
    if failed:
        sys.exit(1)


def _print(filed: list[Taken]) -> None:
    for taken in filed:
        counts = ", ".join(f"{count} {kind}" for kind, count in taken.kinds.items())
        click.echo(f"{taken.name}  {taken.title or taken.source}: {counts or 'nothing said'}")
        for words in taken.notes:
            click.echo(f"Note: {words}", err=True)
    if filed:
        click.echo("Next: zakuro review")
