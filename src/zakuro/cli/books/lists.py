"""The list of pledges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import get_args

import click

from zakuro.cli.books.options import (
    Given,
    as_of_option,
    known_on_option,
    on_books,
    print_json,
    print_table,
)
from zakuro.cli.books.picture import picture
from zakuro.flow.looking import lists
from zakuro.ledger.arithmetic import plain
from zakuro.ledger.assessment.codes import Standing, in_words
from zakuro.model import vocabulary
from zakuro.model.vocabulary import parties_label, unit_label
from zakuro.words.entries import basis


@click.command()
@click.option("--giver", metavar="PARTY", help="Only what this party promised.")
@click.option("--receiver", metavar="PARTY", help="Only what is owed to this party or group.")
@click.option("--standing", "standing_is", type=click.Choice(get_args(Standing)))
@click.option("--topic", help="Only of this topic.")
@click.option(
    "--after",
    type=click.IntRange(min=0),
    default=0,
    metavar="NUMBER",
    help="Go on after this pledge.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=lists.PAGE,
    metavar="NUMBER",
    show_default=True,
    help="At most so many.",
)
@click.option("--picture", "as_picture", is_flag=True, help="Bars instead of a table.")
@as_of_option
@known_on_option
@on_books
def pledges(
    given: Given,
    *,
    giver: str | None,
    receiver: str | None,
    standing_is: Standing | None,
    topic: str | None,
    after: int,
    limit: int,
    as_picture: bool,
    as_of: date,
    known_on: date | None,
) -> None:
    """List the pledges and where they stand.

    Example: zakuro pledges --giver CHN --standing behind --as-of 2026-06-30
    """
    with given.open() as books:
        found = list(
            lists.pledges(
                books,
                as_of,
                giver=giver,
                receiver=receiver,
                standing_is=standing_is,
                topic=topic,
                after=after,
                limit=limit,
                known_on=known_on,
            )
        )
    if given.form == "json":
        print_json(found)
    elif as_picture:
        click.echo(picture(found))
    else:
        titles = (
            "pledge", "from", "to", "what", "reported", "confirmed", "independent", "standing",
            "basis",
        )  # fmt: skip
        print_table(titles, _rows(found), right=(4, 5, 6), wrap=(2, 3, 7, 8))
        click.echo(f"{len(found)} as of {as_of}")
        if len(found) == limit:
            click.echo(f"More: --after {found[-1].name[2:]}")


def _rows(found: list[lists.Listed]) -> Iterator[tuple[str, ...]]:
    for listed in found:
        for place, amount in enumerate(listed.amounts):
            first = place == 0
            yield (
                listed.name if first else "",
                parties_label(listed.givers) if first else "",
                parties_label(listed.receivers) if first else "",
                _what(listed, amount),
                plain(amount.reported),
                plain(amount.confirmed),
                independent(listed, amount, first=first),
                stands(listed) if first else "",
                ", ".join(map(basis, listed.bases.split())) if first else "",
            )


def _what(listed: lists.Listed, amount: lists.Amount) -> str:
    """Give what is promised; the thing is not named twice where the figure counts it."""
    unit = amount.unit.removesuffix("/a")
    named = {unit_label(unit), unit_label(unit, one=True)}
    return promised(amount) + ("" if listed.object in {*named, ""} else f" {listed.object}")


def stands(listed: lists.Listed) -> str:
    """Give where a pledge stands, in words, with what was agreed and whose voice it is known in."""
    told = vocabulary.beside()["as told by the receiver"].label if listed.told_by_receiver else ""
    where = in_words(listed.standing, listed.word, listed.searched)
    return "; ".join(part for part in (where, listed.changes, told) if part)


def independent(listed: lists.Listed, amount: lists.Amount, *, first: bool) -> str:
    """Give what others than giver and receiver found: their figures, or how many they are."""
    if amount.found:
        return " / ".join(plain(value) for value in amount.found)
    count = listed.independent if first else 0
    return f"{count} without a figure" if count else "–"


_BOUNDS = {"at-least": "≥ ", "at-most": "≤ ", "about": "≈ ", "more-than": "> ", "less-than": "< "}


def promised(amount: lists.Amount) -> str:
    """Give how much was promised: a range with both ends, a bound with its sign."""
    if amount.low is not None and amount.high is not None:
        return f"{plain(amount.low)}–{plain(amount.high)} {unit_label(amount.unit)}"
    unit = unit_label(amount.unit, one=amount.pledged == 1)
    whole = f"{_BOUNDS.get(amount.bound, '')}{plain(amount.pledged)} {unit}"
    return f"{plain(amount.due)} of {whole}" if amount.released else whole
