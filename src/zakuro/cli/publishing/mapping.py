"""A map of a table's columns, asked for on a terminal column by column."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

import click

from zakuro.flow.importing.proposing import as_toml, proposed, proposed_state
from zakuro.flow.importing.records import Standing
from zakuro.flow.importing.table import COLUMNS, NEEDED, Keeper, Map
from zakuro.model.errors import ZakuroError
from zakuro.model.source import publisher

NONE = "-"
_MOST_STATES = 20
_WHAT = {
    "key": "its key, other in every row",
    "words": "what is promised, in words",
    "giver": "who promises",
    "receivers": "to whom, several set apart by ;",
    "amount": "how much",
    "unit": "of what: a currency or unit",
    "said_on": "when it was promised",
    "end": "by when it is due",
    "topics": "its topics",
    "delivered_on": "when it was delivered",
    "delivered": "how much was delivered",
    "state": "its state: what is cancelled or suspended",
    "state_on": "when the state was said",
}


def at_a_terminal() -> bool:
    """Tell if somebody can be asked: neither the answers nor the questions go elsewhere."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def asked(rows: Sequence[Mapping[str, str]]) -> Map:
    """Ask which column holds what, the likely one being the default; give the map."""
    if not rows:
        raise ZakuroError("The table has no rows under its headings: there is nothing to map.")
    likely = proposed(rows[0])
    click.echo("The columns, with what stands in the first row:")
    for heading, cell in rows[0].items():
        click.echo(f"  {heading}: {' '.join(cell.split())[:60]}")
    click.echo(f"Name a column, or =VALUE for what holds in every row, or {NONE} for none.")
    columns: dict[str, str] = {}
    fixed: dict[str, str] = {}
    for name in COLUMNS:
        answer = _ask(name, likely.get(name), rows[0])
        if answer.startswith("=") and answer not in rows[0]:
            fixed[name] = answer[1:].strip()
        elif answer != NONE or answer in rows[0]:
            columns[name] = answer
    states = _states(rows, columns.get("state"))
    return Map(columns, fixed=fixed, states=states, publisher=_publisher())


def _ask(name: str, likely: str | None, headings: Mapping[str, str]) -> str:
    def fits(answer: str) -> str:
        answer = answer if answer in headings else answer.strip()
        if answer in headings or (answer.startswith("=") and answer[1:].strip()):
            return answer
        if answer != NONE:
            raise click.UsageError(f"{answer!r} is no column; for a value write ={answer}.")
        if name in NEEDED:
            raise click.UsageError(f"A map must say where {name} stands: a column or =VALUE.")
        return answer

    default = likely or (None if name in NEEDED else NONE)
    found: str = click.prompt(f"{name} ({_WHAT[name]})", default=default, value_proc=fits)
    return found


def _publisher() -> Keeper | None:
    """Ask whose the table is: what a third party tells is no word of the giver."""
    name = click.prompt(
        f"publisher (who keeps the table, if it is not the giver itself; {NONE} if it is)",
        default=NONE,
    )
    if name == NONE:
        return None

    def known(answer: str) -> str:
        try:
            return publisher(name, answer).owner
        except ZakuroError as error:
            raise click.UsageError(str(error)) from None

    ownership: str = click.prompt(
        "whose that is (government of CHN, private, international organisation …)",
        value_proc=known,
    )
    return Keeper(name, ownership)


def _states(rows: Sequence[Mapping[str, str]], column: str | None) -> dict[str, Standing]:
    """Ask what the words of a column of states mean; most change nothing."""
    words = sorted({row[column].strip() for row in rows if column} - {""})
    if len(words) > _MOST_STATES:
        click.echo(f"{column} holds {len(words)} different words: fill in [states] of the map.")
        return {word: found for word in words if (found := proposed_state(word))}
    meant: dict[str, Standing] = {}
    for word in words:
        answer = click.prompt(
            f"state {word!r} means",
            default=proposed_state(word) or NONE,
            type=click.Choice([*get_args(Standing), NONE]),
        )
        if answer != NONE:
            meant[word] = answer
    return meant


def written(chosen: Map) -> Path:
    """Write a map where the person says; a file that is there already is left as it is."""

    def free(answer: str) -> Path:
        if Path(answer).exists():
            raise click.UsageError(f"{answer} is there already: give another name.")
        return Path(answer)

    default = None if Path("map.toml").exists() else "map.toml"
    path: Path = click.prompt("Write the map to", default=default, value_proc=free)
    try:
        path.write_text(as_toml(chosen), "utf-8")
    except OSError as error:
        raise ZakuroError(f"Cannot write {path}: {error.strerror or error}.") from None
    return path
