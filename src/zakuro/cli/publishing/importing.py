"""What others keep, taken in: tables by a map of their columns, IATI activities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from zakuro.cli.books.options import Given, entering, print_json, print_table
from zakuro.cli.publishing.mapping import asked, at_a_terminal, written
from zakuro.flow.importing.iati import activities
from zakuro.flow.importing.proposing import as_toml, proposed
from zakuro.flow.importing.records import Imported, Record, import_records
from zakuro.flow.importing.table import (
    BUNDLED,
    Map,
    left_out,
    read_map,
    read_rows,
    records,
    wordless,
)
from zakuro.model.errors import ZakuroError
from zakuro.model.source import Publisher

source_option = click.option(
    "--source", default="", metavar="URL", help="Where it is from; else the name of the file."
)


@click.group("import")
def import_() -> None:
    """Take in what others keep: tables, IATI activities.

    Every row becomes a pledge as attributed, every delivery a report, or evidence where a third
    party tells of it; nothing is entered twice.
    """


@import_.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--map", "map_", metavar="|".join(("map.toml", *BUNDLED)), help="Which column holds what."
)
@source_option
@entering
def table(given: Given, *, file: Path, map_: str | None, source: str) -> None:
    """Take in a table of commitments (CSV, TSV, XLSX) by a map of its columns.

    Without a map a terminal asks which column holds what, and writes the map; elsewhere one is
    proposed from the headings: look it over, save it, give it with --map.

    Example: zakuro import table commitments.csv --map map.toml
    """
    rows = read_rows(file)
    if not rows:
        raise ZakuroError(f"{file} has no rows under its headings: there is nothing to take in.")
    chosen = _map_of(rows) if map_ is None else read_map(map_)
    found = list(records(rows, chosen))
    _enter(
        given,
        found,
        source or file.name,
        left_out(rows, chosen),
        wordless(rows, chosen),
        chosen.published_by(),
    )


def _map_of(rows: Sequence[Mapping[str, str]]) -> Map:
    """Give the map that a person answers with; without a terminal print one and enter nothing."""
    if not at_a_terminal():
        click.echo(as_toml(Map(proposed(rows[0] if rows else ()))), nl=False)
        raise ZakuroError("Nothing was entered: save this as map.toml, then give --map map.toml.")
    path = written(asked(rows))
    if not click.confirm(f"{path} is written. Enter the table by it now?", default=True):
        raise ZakuroError(f"Nothing was entered: look {path} over, then give --map {path}.")
    return read_map(str(path))


@import_.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@source_option
@entering
def iati(given: Given, *, file: Path, source: str) -> None:
    """Take in IATI 2.0x activities: commitments as pledges, disbursements as reports.

    Example: zakuro import iati activities.xml
    """
    _enter(given, activities(file), source or file.name)


def _enter(
    given: Given,
    found: list[Record],
    source: str,
    left_out: Sequence[str] = (),
    wordless: Sequence[str] = (),
    publisher: Publisher | None = None,
) -> None:
    with given.open() as books:
        made = import_records(
            books, found, source=source, filed_by=given.filed_by, publisher=publisher
        )
    if given.form == "json":
        print_json({**made._asdict(), "left_out": left_out, "wordless": wordless})
        return
    _tell(made, publisher)
    if left_out:
        click.echo(f"{len(left_out)} rows left out, as the map says: {_some(left_out)}")
    if wordless:
        click.echo(
            f"{len(wordless)} rows left out, for they hold no words that a pledge could rest on: "
            f"{_some(wordless)}"
        )


def _tell(made: Imported, publisher: Publisher | None) -> None:
    said = f"{made.pledges} pledges and {made.reports} reports entered, {made.known} known before"
    click.echo(said + (f"; in {', '.join(made.documents)}" if made.documents else ""))
    if made.withdrawn or made.suspended:
        click.echo(f"{made.withdrawn} withdrawn and {made.suspended} suspended, as attributed")
    if made.evidence:
        click.echo(
            f"{made.evidence} deliveries and states laid beside as evidence that {publisher} found"
        )
    if made.umbrellas:
        click.echo(
            f"{len(made.umbrellas)} stand over others, their amounts are not counted: "
            f"{_some(made.umbrellas)}"
        )
    if made.left:
        click.echo(f"{len(made.left)} wait for a person: zakuro review --document …")
        print_table(("statement", "why"), made.left[:10], wrap=(1,))
    for line in made.refused[:10]:
        click.echo(f"not taken: {line}")
    if len(made.refused) > 10:
        click.echo(f"and {len(made.refused) - 10} more not taken")


def _some(keys: Sequence[str]) -> str:
    """Give the first keys of many; all stand in ``--format json``."""
    rest = [f"and {len(keys) - 10} more (--format json)"] if len(keys) > 10 else []
    return ", ".join([*keys[:10], *rest])
