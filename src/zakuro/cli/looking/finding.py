"""Finding things in the books: documents, search, changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from zakuro.cli.books.options import DAY, Given, on_books, print_json, print_table, today
from zakuro.cli.publishing.writing import output_option
from zakuro.flow.browsing.documents import documents as filed
from zakuro.flow.browsing.search import search as search_words
from zakuro.flow.looking.changes import as_brief
from zakuro.flow.looking.changes import changes as changed
from zakuro.flow.publishing.brief import write
from zakuro.words.entries import kind


@click.command()
@on_books
def documents(given: Given) -> None:
    """List the documents, and how much of each waits for review.

    Example: zakuro documents --books books.db
    """
    with given.open() as books:
        found = filed(books)
    if given.form == "json":
        print_json(found)
        return
    titles = ("document", "published", "language", "title", "occasion", "statements", "waiting")
    rows = [
        (d.name, str(d.published or ""), d.language, d.title or d.source, d.occasion,
         str(d.statements), str(d.open))
        for d in found
    ]  # fmt: skip
    print_table(titles, rows, right=(5, 6), wrap=(3, 4))


@click.command()
@click.argument("words", nargs=-1, required=True)
@on_books
def search(given: Given, *, words: tuple[str, ...]) -> None:
    """Find words in pledges and documents, in any language.

    Example: zakuro search training places
    """
    with given.open() as books:
        found = search_words(books, " ".join(words))
    if given.form == "json":
        print_json(found)
        return
    rows = [(f.name, " ".join(f"{f.before}{f.words}{f.after}".split())) for f in found]
    print_table(("where", "words"), rows, wrap=(1,))
    click.echo(f"{len(found)} places" if found else "Nowhere.")


@click.command()
@click.option("--since", type=DAY, required=True, metavar="DAY", help="From this day on.")
@output_option("FILE.html|.docx|.md|.pdf", "Write it there, to send round.")
@on_books
def changes(given: Given, *, since: date, output: Path | None) -> None:
    """List what was entered since a day; or write it down to send round.

    Example: zakuro changes --since 2026-06-01 --output changes.docx
    """
    with given.open() as books:
        found = list(changed(books, since))
        if output is not None:
            write(as_brief(books, found, since, today()), output)
    if given.form == "json":
        print_json(found)
    elif output is not None:
        click.echo(f"{len(found)} entries since {since} in {output}")
    else:
        titles = ("entry", "day", "on", "kind", "what", "whose word")
        rows = [(c.entry, str(c.day), c.subject, kind(c.kind), c.what, c.word) for c in found]
        print_table(titles, rows, wrap=(4, 5))
        click.echo(f"{len(found)} entries since {since}")
