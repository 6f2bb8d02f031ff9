"""Things looked at: list, show, offers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import get_args

import click

from zakuro.cli.books.lists import promised, stands
from zakuro.cli.books.options import (
    THING,
    Given,
    as_of_option,
    on_books,
    on_lists,
    print_csv,
    print_json,
    print_table,
)
from zakuro.flow.things import looking, offering
from zakuro.flow.things.views import ItemView, Line, StateView, ThingView, called
from zakuro.ledger.arithmetic import plain
from zakuro.model.things import Sort
from zakuro.model.vocabulary import parties_label, unit_label
from zakuro.things.told import Figure
from zakuro.words.entries import basis

_LIST = ("thing", "sort", "name", "parties", "belongs to", "state", "since", "pledges", "said")


@click.command(name="list")
@click.option("--sort", type=click.Choice(get_args(Sort)), help="Only of this sort.")
@click.option("--party", metavar="PARTY", help="Only of this party or group.")
@click.option("--in", "parent", metavar="T-1", type=THING, help="Only what belongs to this thing.")
@as_of_option
@on_lists
def list_(
    given: Given, *, sort: Sort | None, party: str | None, parent: str | None, as_of: date
) -> None:
    """List the things and how far they have come.

    Example: zakuro thing list --sort centre --as-of 2025-12-31
    """
    with given.open() as books:
        found = list(looking.things(books, as_of, sort=sort, party=party, parent=parent))
    if given.form == "json":
        print_json(found)
    elif given.form == "csv":
        print_csv(_LIST, [_row(each) for each in found])
    else:
        print_table(_LIST, [_row(each) for each in found], right=(7, 8), wrap=(2,))
        click.echo(f"{len(found)} as of {as_of}")


def _row(line: Line) -> tuple[str, ...]:
    return (
        line.name,
        line.sort,
        called(line.names, "en")[0],
        parties_label(" ".join(line.parties)),
        line.parent,
        line.state or "nobody has said",
        str(line.since or ""),
        str(line.pledges),
        str(line.statements),
    )


@click.command()
@click.argument("name", metavar="T-1", type=THING)
@as_of_option
@on_books
def show(given: Given, *, name: str, as_of: date) -> None:
    """Show a thing: what it is made of, its pledges, its results, and what tells otherwise.

    Example: zakuro thing show T-1 --as-of 2025-12-31
    """
    with given.open() as books:
        found = looking.show(books, name, as_of)
    if given.form == "json":
        print_json(found)
    else:
        click.echo("\n".join(_lines(found)))


def _lines(found: ThingView) -> Iterator[str]:
    yield f"{found.name}  {found.sort}: {called(found.names, 'en')[0]}"
    others = [f"{code}: {name}" for code, name in found.names.items()]
    yield f"  {'; '.join(others)}"
    if found.former_names:
        yield f"  formerly {'; '.join(name for _, name in found.former_names)}"
    if found.closed:
        yield f"  closed as opened by mistake (E-{found.closed})"
    if found.parties:
        yield f"  of {parties_label(' '.join(found.parties))}"
    if found.parent:
        yield f"  belongs to {found.parent[0]} {called(found.parent[1], 'en')[0]}"
    if found.start or found.end:
        last = found.end - timedelta(days=1) if found.end else "…"
        yield f"  from {found.start or '…'} to {last}"
    if found.place:
        joint = " – " if found.place.route else ", "
        yield f"  at {joint.join(point.name for point in found.place.points)}"
    yield f"  {_state(found.state) if found.state else 'Nobody has said how far it has come.'}"
    if found.register:
        claim = found.register.last
        said = (
            f"{_amount(claim)} claimed ({claim.said_by or 'nobody named'}, {claim.place})"
            if claim
            else "none claimed"
        )
        yield f"  {said}, {found.register.named} named"
    if found.next_due:
        yield f"  next due: {found.next_due}"
    yield from _section(
        "Belonging to it",
        (f"{e.name}  {e.sort}: {called(e.names, 'en')[0]}  {e.state}" for e in found.children),
    )
    yield from _section("Made of", (line for item in found.items for line in _item(item)))
    yield from _section(
        "Pledges",
        (
            f"{each.name}  {', '.join(promised(a) for a in each.amounts)}: {stands(each)}"
            f" – “{' '.join(each.words.split())}”"
            for each in found.pledges
        ),
    )
    yield from _section("Results", (_figure(each) for each in found.series))
    yield from _section(
        "Said of it",
        (
            f"{e.name}  {e.kind}, {e.said_by or 'nobody named'}: “{e.words}”"
            for e in found.statements
        ),
    )
    yield from _section("How far it came, as told", (_state(each) for each in found.states))
    yield from _section(
        "Invoked",
        (
            f"{e.item} by {e.party} ({basis(e.basis)}) {e.stance} {e.act}: “{e.words}” ({e.place})"
            for e in found.invoked
        ),
    )
    yield from _section(
        "Tells otherwise",
        (
            f"{e.entry}  {e.way} on {e.of}, {e.by}: {e.words or e.text} ({e.place or '–'})"
            for e in found.against
        ),
    )


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from (f"  {line}" for line in found)


def _state(told: StateView) -> str:
    whose = told.party or told.publisher or told.filed_by
    shown = f" “{told.words}” ({told.place})" if told.words else ""
    shown += f" {', '.join(told.evidence)}" if told.evidence else ""
    text = f" – {told.text}" if told.text else ""
    return f"{told.state} since {told.since}: {whose}{shown}{text} [{told.entry}]"


def _amount(figure: Figure) -> str:
    unit = unit_label(figure.unit, one=figure.value == 1)
    if figure.value is None:
        ends = [plain(end) for end in (figure.low, figure.high) if end is not None]
        return f"{'–'.join(ends)} {unit}"
    change = {"increase": "+", "decrease": "−"}.get(figure.change, "")
    bound = "" if figure.bound == "exact" else f"{figure.bound} "
    return f"{bound}{change}{plain(figure.value)} {unit}"


def _figure(figure: Figure) -> str:
    counted = f", counted by {figure.counted_by}" if figure.counted_by else ""
    paper = f", in {figure.publisher}" if figure.publisher else ""
    return (
        f"{figure.on or 'no day'}  {_amount(figure)}  {figure.by} by "
        f"{figure.said_by or 'nobody named'}{counted}{paper} ({figure.place})"
    )


def _item(item: ItemView) -> Iterator[str]:
    number = f"{item.number}. " if item.number else ""
    when = f", {item.on}" if item.on else f", due by {item.due}" if item.due else ""
    where = f", {item.place}" if item.place else ""
    whose = f", {parties_label(' '.join(item.parties))}" if item.parties else ""
    yield f"{item.name}  {item.sort} {number}{called(item.names, 'en')[0]}{when}{where}{whose}"
    for pledge in item.pledges:
        yield f"    {pledge.name}  {stands(pledge)} – “{' '.join(pledge.words.split())}”"


@click.command()
@click.option("--document", metavar="D-1", help="Only in this document.")
@on_books
def offers(given: Given, *, document: str | None) -> None:
    """List names of things found in what was read, to be tied or opened; nothing is done.

    Example: zakuro thing offers --document D-1
    """
    with given.open() as books:
        found = list(offering.offers(books, document=document))
    if given.form == "json":
        print_json([{**each._asdict(), "target": each.target} for each in found])
        return
    titles = ("statement", "kind", "name found", "thing", "what to enter")
    rows = (
        (
            each.statement,
            each.kind,
            each.found,
            each.thing or "none yet",
            f"zakuro thing tie {each.thing or 'T-…'} {each.target}",
        )
        for each in found
    )
    print_table(titles, rows, wrap=(2,))
    click.echo(f"Names found: {len(found)}.")
