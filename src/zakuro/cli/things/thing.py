"""The command ``zakuro thing``: things opened, named, tied, placed, told of, closed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import get_args

import click

from zakuro.cli.books.options import (
    AMOUNT,
    DAY,
    THING,
    Given,
    by_author,
    by_party,
    entering,
    evidence_option,
    print_entry,
)
from zakuro.cli.things.showing import list_, offers, show
from zakuro.flow.keeping.keeping import keep_evidence
from zakuro.flow.things import entering as things
from zakuro.flow.things.joint import thing as kept_thing
from zakuro.model.errors import ZakuroError
from zakuro.model.things import Condition, ItemSort, Sort, Stance
from zakuro.words.entries import whose

name_argument = click.argument("name", metavar="T-1", type=THING)
reason_option = click.option("--reason", required=True, help="Why.")
party_option = click.option(
    "--party", "parties", multiple=True, metavar="PARTY", help="Whose it is; may be repeated."
)


@click.group()
def thing() -> None:
    """Keep things that outlive statements: a railway, a charter, a centre, a Year of something.

    Example: zakuro thing open centre --name "en=Centre for poverty reduction" --party CHN
    """


for _command in (list_, offers, show):
    thing.add_command(_command)


@thing.command(name="open")
@click.argument("sort", type=click.Choice(get_args(Sort)))
@click.option(
    "--name", "names", multiple=True, required=True, metavar="en=NAME",
    help="What it is called, with the language; may be repeated.",
)  # fmt: skip
@party_option
@click.option("--parent", metavar="T-1", type=THING, help="To what it belongs.")
@click.option("--unit", help="What a register or indicator counts in: {pair}, %.")
@click.option("--start", type=DAY, help="The first day of a programme.")
@click.option("--end", type=DAY, help="Its last day.")
@entering
def open_(
    given: Given,
    *,
    sort: Sort,
    names: tuple[str, ...],
    parties: tuple[str, ...],
    parent: str | None,
    unit: str | None,
    start: date | None,
    end: date | None,
) -> None:
    """Open a thing; it gets a name of its own that follows none of its names.

    Example: zakuro thing open project --name "en=A railway" --party CHN --party KGZ --party UZB
    """
    with given.open() as books:
        entry = things.open_thing(
            books,
            sort,
            things.names_of(names),
            filed_by=given.filed_by,
            parties=parties,
            parent=parent,
            unit=unit,
            start=start,
            end=end + timedelta(days=1) if end else None,
        )
    print_entry(entry, given.form, f"{sort}: {'; '.join(names)}")


@thing.command()
@name_argument
@click.argument("names", nargs=-1, required=True, metavar="en=NAME…")
@click.option("--from", "words", metavar="D-7:s12", help="The words that call it so.")
@entering
def name(given: Given, *, name: str, names: tuple[str, ...], words: str | None) -> None:
    """Name a thing, or rename it: the former name is kept and shown.

    Example: zakuro thing name T-1 "ru=Дорога" "zh=铁路"
    """
    with given.open() as books:
        made = things.rename(
            books, name, things.names_of(names), filed_by=given.filed_by, words=words
        )
    for entry in made:
        print_entry(entry, given.form, f"{entry.body['language']}: {entry.body['name']}")


@thing.command()
@name_argument
@click.argument("parent", metavar="T-2", type=THING, required=False)
@entering
def parent(given: Given, *, name: str, parent: str | None) -> None:
    """Say to what a thing belongs; without T-2 it belongs to nothing.

    Example: zakuro thing parent T-2 T-1
    """
    with given.open() as books:
        entry = things.set_parent(books, name, parent, filed_by=given.filed_by)
    print_entry(entry, given.form, f"belongs to {parent or 'nothing'}")


@thing.command()
@name_argument
@click.argument("parties", nargs=-1, required=True, metavar="PARTY…")
@entering
def parties(given: Given, *, name: str, parties: tuple[str, ...]) -> None:
    """Say whose a thing is, in place of what was said before.

    Example: zakuro thing parties T-1 CHN KGZ UZB
    """
    with given.open() as books:
        entry = things.set_parties(books, name, parties, filed_by=given.filed_by)
    print_entry(entry, given.form, " ".join(entry.body["parties"]))


@thing.command()
@name_argument
@click.argument("points", nargs=-1, required=True, metavar="NAME[@NORTH,EAST]…")
@click.option("--route", is_flag=True, help="It leads from one point to the next.")
@entering
def place(given: Given, *, name: str, points: tuple[str, ...], route: bool) -> None:
    """Say where a thing is: one or more points, or the points of a route in order.

    Example: zakuro thing place T-1 Kashgar@39.47,75.99 Jalal-Abad Andijan --route
    """
    with given.open() as books:
        found = [things.point_of(point) for point in points]
        entry = things.set_place(books, name, found, filed_by=given.filed_by, route=route)
    print_entry(entry, given.form, (" – " if route else ", ").join(point.name for point in found))


@thing.command()
@name_argument
@click.argument("state", type=click.Choice(get_args(Condition)))
@click.option("--since", type=DAY, help="Since when; else since the day of the words.")
@click.option("--text", default="", help="What is to be said beside it.")
@evidence_option
@by_author
def state(
    given: Given,
    *,
    name: str,
    state: Condition,
    since: date | None,
    text: str,
    evidence: tuple[str, ...],
) -> None:
    """Enter how far a thing has come, since when, and what shows it.

    With --by it is a party's word; without, that of whoever published the words.

    Example: zakuro thing state T-1 opened --since 2025-07-21 --from D-3:s2
    """
    with given.open() as books, books.writing():
        entry = things.set_state(
            books,
            name,
            state,
            filed_by=given.filed_by,
            since=since,
            word=given.word if given.party else None,
            words=given.words,
            text=text,
            evidence=keep_evidence(books, evidence),
            key=given.key,
        )
    word = f"; {whose(entry)}" if given.party else ""
    print_entry(entry, given.form, f"{state} since {entry.body['since']}{word}")


@thing.command()
@name_argument
@click.argument("sort", type=click.Choice(get_args(ItemSort)))
@click.argument("names", nargs=-1, required=True, metavar="en=NAME…")
@click.option("--number", type=int, help="Its number among those of its sort.")
@click.option("--on", type=DAY, help="The day of a meeting.")
@click.option("--due", type=DAY, help="The last day by which a meeting is due.")
@click.option("--place", "point", metavar="NAME[@NORTH,EAST]", help="Where it is.")
@party_option
@click.option("--from", "words", metavar="D-7:s12", help="The words that name it.")
@entering
def item(
    given: Given,
    *,
    name: str,
    sort: ItemSort,
    names: tuple[str, ...],
    number: int | None,
    on: date | None,
    due: date | None,
    point: str | None,
    parties: tuple[str, ...],
    words: str | None,
) -> None:
    """Enter what a thing is made of.

    A charter has values and guidelines, a programme fields, a series meetings, a register members.

    Example: zakuro thing item T-1 value "en=mutual respect" --number 1 --from D-1:s11
    """
    with given.open() as books:
        entry = things.add_item(
            books,
            name,
            sort,
            things.names_of(names),
            filed_by=given.filed_by,
            number=number,
            on=on,
            due=due,
            place=things.point_of(point) if point else None,
            parties=parties,
            words=words,
        )
        place_ = len(kept_thing(books, name).items)
    print_entry(entry, given.form, f"{name}:i{place_}, {sort}: {'; '.join(names)}")


@thing.command()
@click.argument("name", metavar="T-1[:i2]")
@click.argument("targets", nargs=-1, required=True, metavar="P-3|D-1:s3…")
@click.option("--value", type=AMOUNT, help="What is claimed, where the words do not say it alone.")
@click.option("--unit", help="The unit of --value; alone: only figures in this unit count.")
@entering
def tie(
    given: Given, *, name: str, targets: tuple[str, ...], value: Decimal | None, unit: str | None
) -> None:
    """Tie pledges and statements to a thing that they are about, or to an item of it.

    Example: zakuro thing tie T-1 P-3 D-1:s8
    """
    if value is not None and len(targets) > 1:
        raise ZakuroError("--value is what one statement claims: tie the others by themselves.")
    with given.open() as books, books.writing():
        made = [
            things.tie(books, name, to, filed_by=given.filed_by, value=value, unit=unit)
            for to in targets
        ]
    for entry in made:
        print_entry(entry, given.form, f"{entry.body['to']} is about {name}")


@thing.command()
@click.argument("name", metavar="T-1[:i2]")
@click.argument("target", metavar="P-3|D-1:s3")
@reason_option
@entering
def untie(given: Given, *, name: str, target: str, reason: str) -> None:
    """Take back that a pledge or statement is about a thing.

    Example: zakuro thing untie T-1 P-3 --reason "another railway"
    """
    with given.open() as books:
        entry = things.untie(books, name, target, reason=reason, filed_by=given.filed_by)
    print_entry(entry, given.form, f"{target} is not about {name}: {reason}")


@thing.command()
@click.argument("name", metavar="T-1:i2")
@click.option("--for", "for_act", metavar="ACT", help="It speaks for this act.")
@click.option("--against", "against_act", metavar="ACT", help="It speaks against this act.")
@by_party
def invoke(given: Given, *, name: str, for_act: str | None, against_act: str | None) -> None:
    """Enter that a party itself appeals to a principle, in its own words.

    Nothing is proposed by the machine here, and nothing is counted.

    Example: zakuro thing invoke T-1:i2 --by KGZ --from D-4:s2 --for "a common energy market"
    """
    if (for_act is None) == (against_act is None):
        raise ZakuroError("Say for which act it is invoked, --for, or against which, --against.")
    stance: Stance = "for" if for_act is not None else "against"
    act = for_act or against_act or ""
    with given.open() as books:
        entry = things.invoke(books, name, given.word, stance=stance, act=act, key=given.key)
    print_entry(entry, given.form, f"{name} {stance} {act}; {whose(entry)}")


@thing.command()
@name_argument
@reason_option
@entering
def close(given: Given, *, name: str, reason: str) -> None:
    """Close a thing that was opened by mistake.

    What has come to its end is not closed: it is in the state "ended" (`zakuro thing state`).

    Example: zakuro thing close T-2 --reason "it is T-1"
    """
    with given.open() as books:
        entry = things.close(books, name, reason=reason, filed_by=given.filed_by)
    print_entry(entry, given.form, f"closed: {reason}")
