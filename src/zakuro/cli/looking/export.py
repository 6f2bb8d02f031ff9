"""The books as tables for other programs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from zakuro.cli.books.options import Given, as_of_option, on_books, print_json
from zakuro.flow.looking.exporting import export as write_tables


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.xlsx|.csv|.jsonl")
@as_of_option
@on_books
def export(given: Given, *, file: Path, as_of: date) -> None:
    """Write pledges, entries and documents as tables: XLSX, CSV or JSON Lines.

    Example: zakuro export books.xlsx --as-of 2026-06-30
    """
    with given.open() as books:
        written = write_tables(books, file, as_of)
    if given.form == "json":
        print_json([str(name) for name in written])
    else:
        click.echo(f"Written as of {as_of}: {', '.join(str(name) for name in written)}")
