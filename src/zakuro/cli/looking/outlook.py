"""How pledges go on: what is to be expected of one, or of all that are due in a year."""

from __future__ import annotations

from datetime import date

import click

from zakuro.cli.books.options import (
    PLEDGE,
    Given,
    as_of_option,
    on_books,
    print_json,
    print_table,
)
from zakuro.flow.looking import outlook as looking
from zakuro.flow.looking.outlook_words import lines
from zakuro.outlook.outlook import Total
from zakuro.words.catalogue import say


@click.command()
@click.argument("pledge", metavar="[P-3]", type=PLEDGE, required=False)
@as_of_option
@on_books
def outlook(given: Given, *, pledge: str | None, as_of: date) -> None:
    """Say how a pledge goes on.

    Its pace, and what became of those like it, each with its cases and range.

    Without a pledge: of all that are due in a year, how many are kept by then. A likelihood is no
    promise; where the books do not bear one, nobody can say.

    Example: zakuro outlook P-3 --as-of 2026-06-30
    """
    with given.open() as books:
        if pledge is None:
            _print_years(looking.years(books, as_of), given.form)
            return
        found = looking.outlook(books, pledge, as_of)
    if given.form == "json":
        print_json(found)
        return
    click.echo(f"{found.name}, as of {as_of}. {say('en', 'outlook.note')}")
    print_table(("of", "outlook"), list(lines("en", found.outlook)), wrap=(1,))


def _print_years(found: list[Total], form: str) -> None:
    if form == "json":
        print_json(found)
        return
    titles = ("due in", "pledges", "kept", "over", "expected to be kept besides", "nobody can say")
    rows = [
        (
            str(total.year),
            str(total.pledges),
            str(total.kept),
            str(total.over),
            f"{total.more.middle} of {total.asked} ({total.more.low}–{total.more.high})"
            if total.more
            else "",
            str(total.unsaid),
        )
        for total in found
    ]
    print_table(titles, rows, right=range(1, 6))
    click.echo(say("en", "outlook.note"))
