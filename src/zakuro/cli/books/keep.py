"""Making and keeping the books: init, assess, link."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path

import click

from zakuro.cli.books.options import (
    DAY,
    PLEDGE,
    Given,
    entering,
    evidence_option,
    making,
    print_entry,
    print_json,
)
from zakuro.flow.keeping import keeping
from zakuro.flow.keeping.books import make_books
from zakuro.flow.keeping.charter import read_charter
from zakuro.model.acts import Charter, ScoreValue
from zakuro.model.errors import ZakuroError

_SCORES: dict[str, ScoreValue | None] = {"+1": 1, "1": 1, "0": 0, "-1": -1, "none": None}


@click.command()
@click.argument("books", metavar="FILE|URL")
@click.option(
    "--charter",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Members, groups and tolerances (TOML); `zakuro charter --example` prints one.",
)
@click.option("--name", help="The unique name of these books, such as example.org/c5-china.")
@making
def init(given: Given, *, books: str, charter: Path | None, name: str | None) -> None:
    """Make new books: a SQLite file, or postgresql://user@host/database.

    Example: zakuro init books.db --charter charter.toml
    """
    rules = read_charter(charter) if charter else Charter()
    name = name or f"zakuro.local/{Path(books).stem or 'books'}-{secrets.token_hex(4)}"
    with make_books(books, rules, name=name.replace(" ", "-"), filed_by=given.filed_by) as made:
        name, members = made.journal.books, made.charter.members
    if given.form == "json":
        print_json({"books": name, "members": members})
    else:
        who = ", ".join(members) or "none; what parties publish can be entered"
        click.echo(f"Books {name}: members {who}.")


@click.command()
@click.argument("pledge", metavar="P-3", type=PLEDGE)
@click.option("--party", required=True, help="Whose keeping of the pledge is scored.")
@click.option("--value", required=True, type=click.Choice(list(_SCORES)))
@click.option("--on", type=DAY, help="The day it is true of; else today.")
@click.option("--reason", default="", help="Why.")
@evidence_option
@entering
def assess(
    given: Given,
    *,
    pledge: str,
    party: str,
    value: str,
    on: date | None,
    reason: str,
    evidence: tuple[str, ...],
) -> None:
    """Enter an assessor's score: +1 kept, 0 partly, -1 failed, none for not applicable.

    Example: zakuro assess P-3 --party CHN --value 0 --evidence https://example.org/report
    """
    with given.open() as books, books.writing():
        entry = keeping.assess(
            books,
            pledge,
            party=party,
            value=_SCORES[value],
            evidence=keeping.keep_evidence(books, evidence),
            filed_by=given.filed_by,
            on=on,
            reason=reason,
        )
    print_entry(entry, given.form, f"{party} {value}")


@click.command()
@click.argument("pledge", metavar="P-4", type=PLEDGE)
@click.option(
    "--part-of", metavar="P-3", type=PLEDGE, help="The pledge that counts the amount already."
)
@click.option("--none", "untie", is_flag=True, help="It is part of no other.")
@entering
def link(given: Given, *, pledge: str, part_of: str | None, untie: bool) -> None:
    """Tie a pledge to the one it is part of, so that totals count its amount once.

    Example: zakuro link P-4 --part-of P-3
    """
    if (part_of is None) != untie:
        raise ZakuroError("Give either --part-of P-3 or --none.")
    with given.open() as books:
        entry = keeping.link(books, pledge, part_of, filed_by=given.filed_by)
    print_entry(entry, given.form, f"part of {part_of or 'no other'}")
