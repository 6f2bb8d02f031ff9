"""How far two analysts' reviews of a document agree."""

from __future__ import annotations

import click

from zakuro.cli.books.options import Given, on_books, print_json, print_table
from zakuro.flow.keeping.books import open_books
from zakuro.flow.looking.agreement import agreement as agree_on


@click.command()
@click.argument("other", metavar="OTHER.db")
@click.option("--document", required=True, metavar="D-1", help="The document both reviewed.")
@on_books
def agreement(given: Given, *, other: str, document: str) -> None:
    """Say how far the reviews of a document in two books agree: Krippendorff's alpha.

    Example: zakuro agreement second.db --document D-1 --books first.db
    """
    with given.open() as books, open_books(other) as others:
        found = agree_on(books, others, document)
    reached = None if found.alpha is None else f"{float(found.alpha):.3f}"
    if given.form == "json":
        print_json(found._asdict() | {"alpha": reached})
        return
    if found.differing:
        print_table(("statement", "here", "there"), found.differing)
    differ = f"{found.both} statements reviewed in both, {len(found.differing)} decided differently"
    click.echo(f"{differ}; alpha {reached or 'undefined: nothing could differ'}")
