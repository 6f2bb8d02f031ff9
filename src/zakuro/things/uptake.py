"""What became of a proposal or call: nothing, or what a person tied to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple, get_args

from zakuro.model.acts import Reversal, body_as
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Kind
from zakuro.model.things import Uptake, Way

Became = Literal["not taken up", "answered", "tabled", "pledged", "reported"]
"""How far a proposal has come, from nothing to a report that it was done."""
FOLLOWED: tuple[Kind, ...] = ("proposal", "call")


class Taken(NamedTuple):
    """One thing that became of a proposal, with its entry."""

    entry: Entry
    uptake: Uptake


def uptakes(entries: Iterable[Entry]) -> list[Taken]:
    """Give what became of a statement, from the entries on it, in order; what was taken back goes.

    RefusedError if one of them takes back what does not stand.
    """
    found: dict[int, Taken] = {}
    for entry in entries:
        if entry.kind == "uptake":
            found[entry.number] = Taken(entry, body_as(entry, Uptake))
        elif entry.kind == "reversal":
            taken = body_as(entry, Reversal).entry
            if taken not in found:
                raise RefusedError(f"E-{taken} says nothing of {entry.subject} that stands.")
            del found[taken]
    return list(found.values())


def became(found: Sequence[Taken], *, reported: bool = False) -> Became:
    """Give how far a proposal has come; ``reported`` says that a pledge of it is reported on."""
    ways: set[str] = {each.uptake.way for each in found}
    if reported:
        ways.add("reported")
    last: Became = "not taken up"
    for step in get_args(Became):
        last = step if step in ways else last
    return last


_BY: dict[Way, tuple[str, str]] = {
    "tabled": ("X-", "the text on the table (X-1)"),
    "pledged": ("P-", "the pledge (P-3)"),
    "reported": ("E-", "the report (E-41), or the words that say it was done (--from D-…:s…)"),
}


def check(
    kind: Kind, said_on: date | None, before: Sequence[Taken], entry: Entry, uptake: Uptake
) -> None:
    """Refuse (RefusedError) what cannot have become of a statement of a kind, said on a day."""
    if kind not in FOLLOWED:
        raise RefusedError(
            f"{entry.subject} is a {kind}: what becomes of it is followed only for proposals and "
            "calls."
        )
    if uptake.way == "answered":
        if entry.author.party is None:
            raise RefusedError("An answer is the word of a party: give --by.")
        if uptake.source is None:
            raise RefusedError("An answer rests on the party's words: give --from D-…:s… .")
    else:
        sign, what = _BY[uptake.way]
        named = uptake.by is not None and uptake.by.startswith(sign)
        told = uptake.way == "reported" and uptake.by is None and uptake.source is not None
        if not (named or told):
            raise RefusedError(f"What is {uptake.way} names {what}.")
    said = uptake.source.published if uptake.source else None
    if said is not None and said_on is not None and said < said_on:
        raise RefusedError(
            f"{said} is before {entry.subject} was said ({said_on}): nothing becomes of what was "
            "not yet said."
        )
    for each in before:
        if each.uptake == uptake and each.entry.author.party == entry.author.party:
            raise RefusedError(f"E-{each.entry.number} says that already.")


def check_reversal(before: Sequence[Taken], entry: Entry) -> None:
    """Refuse to take back what does not stand, or another's word."""
    act = body_as(entry, Reversal)
    if not act.reason.strip():
        raise RefusedError("A reversal needs its reason: give --reason.")
    for each in before:
        if each.entry.number == act.entry:
            if each.entry.author.party != entry.author.party:
                raise RefusedError(
                    f"E-{act.entry} is the word of {each.entry.author.party or 'no party'}: only "
                    "its author takes it back."
                )
            return
    raise RefusedError(f"E-{act.entry} says nothing of {entry.subject} that stands.")
