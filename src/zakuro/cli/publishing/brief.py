"""A brief on a summit, on one page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from zakuro.cli.books.options import Given, as_of_option, in_books
from zakuro.cli.publishing.writing import language_option, output_option
from zakuro.flow.publishing import brief as making
from zakuro.publish.briefs import as_markdown


@click.command()
@click.option("--summit", metavar="NAME", help="Only the pledges of this summit: astana-2025.")
@language_option
@click.option("--for", "party", metavar="PARTY", help="Also what touches this outsider: JPN.")
@click.option("--full", is_flag=True, help="All pledges, not one page.")
@output_option("FILE.pdf|.docx|.html|.md", "Write it there; else it is printed as Markdown.")
@as_of_option
@in_books
def brief(
    given: Given,
    *,
    summit: str | None,
    language: str,
    party: str | None,
    full: bool,
    output: Path | None,
    as_of: date,
) -> None:
    """Give a brief: what was promised, how far it is, what to watch.

    The points worth keeping come first, by a written ranking; every line names the pledge, span or
    entry it rests on.

    Example: zakuro brief --summit astana-2025 --language ja --for JPN --output brief.pdf
    """
    with given.open() as books:
        made = making.brief(books, as_of, language, summit=summit, party=party, full=full)
    if output is None:
        click.echo(as_markdown(made), nl=False)
        return
    making.write(made, output)
    click.echo(f"Written: {output}", err=True)
