"""The commands on series of figures, and on claims that are recomputed by them."""

from __future__ import annotations

from pathlib import Path

import click

from zakuro.cli.books.options import Given, entering, on_books, print_json, print_table

series_option = click.option(
    "--series",
    "series_files",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Series to recompute claims by (CSV, SDMX-CSV, JSON-stat); may be given several times.",
)


@click.group()
def series() -> None:
    """Keep series of figures with books, and list them.

    \b
    Example:
      zakuro series add trade.csv --books books.db
      zakuro series list --books books.db
    """


@series.command("add")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--name", help="What to call it; else the file's name.")
@click.option("--source", help="Where it is published.")
@entering
def add(given: Given, path: Path, name: str | None, source: str | None) -> None:
    """Keep a file of series with books: a CSV with the heads below, SDMX-CSV, or JSON-stat.

    Heads: indicator, reporter, partner, period, value, unit, source, how counted.  Another file
    under the same name takes its place.

    \b
    Example:
      zakuro series add trade.csv --name trade --source https://stat.example/trade
    """
    from zakuro.flow.looking.series import add_series  # noqa: PLC0415 (--help comes at once)

    with given.open() as books:
        entry, filed = add_series(books, path, name=name, source=source, filed_by=given.filed_by)
    if given.form == "json":
        print_json(filed)
        return
    click.echo(f"E-{entry.number}  {filed.name}: {filed.points} figures ({filed.form})")


@series.command("list")
@on_books
def listed(given: Given) -> None:
    """List the series kept with books.

    \b
    Example:
      zakuro series list --books books.db
    """
    from zakuro.flow.looking.series import kept_series  # noqa: PLC0415

    with given.open() as books:
        kept = kept_series(books)
    if given.form == "json":
        print_json(kept)
        return
    if not kept:
        click.echo("No series are kept: `zakuro series add FILE` keeps some.")
        return
    rows = [(each.name, str(each.points), each.form, each.source or "") for each in kept]
    print_table(("name", "figures", "form", "source"), rows, right=(1,), wrap=(3,))


@click.command()
@series_option
@on_books
def claims(given: Given, series_files: tuple[Path, ...]) -> None:
    """List what the documents of books claim of trade, recomputed by each who counts.

    \b
    Example:
      zakuro claims --books books.db
      zakuro claims --books books.db --series customs.csv
    """
    from zakuro.flow.looking.series import claims_in, read_series  # noqa: PLC0415

    with given.open() as books:
        found = claims_in(books, read_series(series_files))
    if given.form == "json":
        print_json(found)
        return
    if not found:
        click.echo("No document claims anything of trade between two parties.")
        return
    rows = [(each.verdict, each.where[0].document, each.says, each.rule) for each in found]
    print_table(("verdict", "document", "says", "rule"), rows, wrap=(2,))
