"""Documents into the books: add, which was called take-in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from zakuro.cli.books.beside import ownership_option, published_by, publisher_option
from zakuro.cli.books.options import DAY, Given, entering, print_json
from zakuro.flow.acting.take_in import take_in_file


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--published", type=DAY, help="The day it came out: relative times run from it.")
@click.option("--language", help="Its language (ja, en …); else told from the text.")
@click.option("--title", help="Its title; else what it says of itself.")
@click.option("--occasion", help="The summit or meeting it belongs to.")
@click.option("--source", help="Where it was found: an address.")
@publisher_option
@ownership_option
@click.option("--retold", is_flag=True, help="It is your own digest of what stands at --source.")
@click.option("--home", help="The publisher's state: whose offices are meant where none is named.")
@entering
def add(
    given: Given,
    *,
    files: tuple[Path, ...],
    published: date | None,
    language: str | None,
    title: str | None,
    occasion: str | None,
    source: str | None,
    publisher: str | None,
    ownership: str | None,
    retold: bool,
    home: str | None,
) -> None:
    """Read documents and file what they say, for review.

    Example: zakuro add report.txt --published 2025-06-17 --occasion "Astana 2025"
    """
    whose = published_by(publisher, ownership)
    with given.open() as books:
        filed = [
            take_in_file(
                books,
                path,
                filed_by=given.filed_by,
                published=published,
                language=language,
                title=title,
                occasion=occasion,
                source=source,
                publisher=whose,
                retold=retold,
                home=home,
            )
            for path in files
        ]
    if given.form == "json":
        print_json(filed)
        return
    for taken in filed:
        counts = ", ".join(f"{count} {kind}" for kind, count in taken.kinds.items())
        click.echo(f"{taken.name}  {taken.title or taken.source}: {counts or 'nothing said'}")
    click.echo("Next: zakuro review")
