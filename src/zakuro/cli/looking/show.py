"""The account of one pledge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date
from decimal import Decimal
from typing import Any

import click

from zakuro.cli.books.options import (
    PLEDGE,
    Given,
    as_of_option,
    known_on_option,
    on_members_books,
    print_json,
    print_table,
)
from zakuro.flow.keeping.sealing import FOR_MEMBERS
from zakuro.flow.looking import shown as looking
from zakuro.flow.looking.changes import CHANGING, change_words
from zakuro.flow.looking.outlook import outlook
from zakuro.flow.looking.outlook_words import likelihood
from zakuro.ledger.arithmetic import plain
from zakuro.ledger.assessment.codes import in_words
from zakuro.model import vocabulary
from zakuro.model.entry import Entry, sealed_hash
from zakuro.model.vocabulary import label, party_label, unit_label
from zakuro.words.entries import basis, kind


@click.command()
@click.argument("pledge", metavar="P-3", type=PLEDGE)
@as_of_option
@known_on_option
@on_members_books
def show(given: Given, *, pledge: str, as_of: date, known_on: date | None) -> None:
    """Show the account of one pledge: every entry, every account, where it stands and why.

    Example: zakuro show P-3 --as-of 2026-06-30
    """
    with given.open() as books:
        shown = looking.show(books, pledge, as_of, known_on, members=given.for_members)
        # The tables that outlooks rest on hold what is known now.
        ahead = outlook(books, pledge, as_of).outlook if known_on is None else None
    if given.form == "json":
        kept = {k: v for k, v in shown._asdict().items() if k not in ("account", "reversals")}
        print_json(kept | ({"outlook": ahead} if ahead else {}))
        return
    said = shown.pledge
    click.echo(f"{shown.name}  “{' '.join(said.exact.split())}”")
    click.echo(f"  {said.statement}, said on {said.said_on or 'a day unknown'}")
    if shown.part_of:
        click.echo(f"  part of {shown.part_of}, which counts its amount")
    for line in _headline(shown):
        click.echo(f"  {line}")
    if ahead is not None and not ahead.why_over:
        click.echo(f"  outlook: {likelihood('en', ahead)}")
    print_lines(shown.lines)
    debts = [
        (
            f"{e.giver} → {party_label(e.receiver)}",
            unit_label(e.unit),
            in_words(e.state.standing, e.state.word),
            e.state.why,
        )
        for e in shown.courses
    ]
    if len(debts) > 1:
        print_table(("debt", "unit", "standing", "why"), debts, wrap=(3,))
    names = [
        (_account(account, amount), unit_label(unit), plain(amount))
        for unit, account, amount in shown.accounts
    ]
    print_table(("account", "unit", "debit (+) or credit (-)"), names, right=(2,))
    entries = [_entry_row(entry, shown) for entry in shown.entries]
    print_table(("entry", "day", "kind", "whose word", "basis", "what"), entries, wrap=(3, 4, 5))


def _headline(shown: looking.Shown) -> Iterator[str]:
    """Give where the pledge stands, and all that stands beside it."""
    state, on, said = shown.state, shown.on, shown.pledge.said_on
    if shown.closed_by is not None:
        closed = next(e for e in shown.entries if e.number == shown.closed_by)
        yield f"taken back by E-{shown.closed_by}, and counted nowhere: {closed.body['reason']}"
        return
    if said is not None and on < said:
        yield f"not said yet on {on}"
        return
    yield f"{in_words(state.standing, state.word)}, as of {on}: {state.why}"
    if state.confirmed_alone not in {None, state.standing}:
        yield f"by confirmations alone: {vocabulary.standings()[state.confirmed_alone or ''].label}"
    if state.beside:
        yield state.beside
    if said_by := shown.pledge.counted_by:
        yield f"met by the count of {said_by}{_how((shown.pledge.method or '',))}"
    for count in shown.counts:
        of = count.state
        where = (
            vocabulary.standings()[of.standing].label
            if count.independent
            else in_words(of.standing, of.word)
        )
        yield f"by {_counted(count.counted_by)}{_how(count.methods)}: {where}, {of.why}"
    if shown.amounts_by:
        names = " and ".join(map(_counted, shown.amounts_by))
        yield f"counts are never added: the amounts are by {names}"
    yield from shown.changes
    for entry in shown.sealed:
        body = "" if sealed_hash(entry) else f": {_what(entry, shown)}"
        yield f"E-{entry.number}, a {entry.kind} of {entry.author.party}, is {FOR_MEMBERS}{body}"
    if shown.account.told_by_receiver():
        yield vocabulary.beside()["as told by the receiver"].label


def _counted(whose: str) -> str:
    return f"the count of {whose}" if whose else "what names nobody who counts"


def _how(methods: tuple[str, ...]) -> str:
    said = "; ".join(method for method in methods if method)
    return f" ({said})" if said else ""


def print_lines(lines: Iterable[Any]) -> None:
    """Print what is open in each unit."""
    print_figures(("unit",), [((unit_label(line.unit),), line) for line in lines])


FIGURES = (
    "pledged", "released", "obligation", "in transit", "unreported", "disputed", "receivable",
    "trial",
)  # fmt: skip
RARE = ("released", "unreported")
"""What has a column only where there is any of it."""


def print_figures(before: Sequence[str], rows: Sequence[tuple[Sequence[str], Any]]) -> None:
    """Print figures under their labels, each row with what stands ``before`` them."""
    found = []
    for _, line in rows:
        found.append(
            (line.pledged, line.released, line.obligation, line.in_transit, line.unreported,
             line.disputed, line.receivable, line.trial)
        )  # fmt: skip
    kept = [
        place
        for place, name in enumerate(FIGURES)
        if name not in RARE or any(figures[place] for figures in found)
    ]
    print_table(
        [*(label("figures", name) for name in (*before, *(FIGURES[place] for place in kept)))],
        [
            [*first, *(plain(figures[place]) for place in kept)]
            for (first, _), figures in zip(rows, found, strict=True)
        ],
        right=range(1, len(before) + len(kept)),
    )


def _entry_row(entry: Entry, shown: looking.Shown) -> tuple[str, ...]:
    author, voice = entry.author, shown.voices.get(entry.number)
    return (
        f"E-{entry.number}",
        f"{shown.days[entry.number]}",
        kind(entry.kind),
        author.party or author.filed_by,
        f"{basis(author.basis)}{voice.place if voice else ''}".removeprefix("; "),
        _what(entry, shown),
    )


def _what(entry: Entry, shown: looking.Shown) -> str:
    """Give what an entry says, in words."""
    body, reversals = entry.body, shown.reversals
    voice = shown.voices.get(entry.number)
    value = Decimal(body["value"]) if isinstance(body.get("value"), str) else None
    what = []
    if value is not None and entry.kind not in CHANGING:
        what += [f"{plain(value)} {unit_label(body.get('unit', ''), one=value == 1)}".strip()]
    what += [f"{body['value']:+d}"] if isinstance(body.get("value"), int) else []
    what += [f"to {body['receiver']}"] if "receiver" in body else []
    what += [f"of E-{body['report']}"] if body.get("report") else []
    told = "against" if body.get("against") else "of"
    what += [f"{told} E-{body['entry']}"] if "entry" in body else []
    what += change_words(body) if entry.kind in CHANGING else []
    filed = entry.time.astimezone(UTC).date()
    what += [f"filed on {filed}"] if filed != shown.days.get(entry.number, filed) else []
    released = shown.released.get(entry.number)
    what += [f"was for members, released on {released}"] if released else []
    what += ["before the pledge was made"] if body.get("before_pledge") else []
    what += [body["statement"]] if isinstance(body.get("statement"), str) else []
    what += [body["reason"]] if body.get("reason") else []
    what += [f"in {_place(body['source'])}"] if "source" in body else []
    what += [f"“{' '.join(body['text'].split())}”"] if body.get("text") else []
    what += [f"found by {body['publisher']['name']}"] if body.get("publisher") else []
    what += [voice.note] if voice and voice.note else []
    what += [f"taken back by E-{reversals[entry.number]}"] if entry.number in reversals else []
    return "; ".join(what)


def _place(source: dict[str, Any]) -> str:
    """Give where words stand: their statement, or their characters in the document."""
    return source.get("statement") or f"{source['document']}:{source['start']}-{source['end']}"


def _account(name: str, amount: Decimal) -> str:
    """Give an account as people read it: what is not yet reported, by whom.

    What is in transit is a credit; a debit there is what was received without a report.
    """
    figure, _, whose = name.partition(":")
    figure = "unreported" if figure == "in-transit" and amount > 0 else figure.replace("-", " ")
    sides = " → ".join(party_label(side) for side in whose.split("→"))
    return f"{label('figures', figure)}: {sides}"
