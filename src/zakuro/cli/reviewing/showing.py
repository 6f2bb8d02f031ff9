"""Statements, pledges and amounts in the words of the review."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from zakuro.flow.acting.review import Decided
from zakuro.flow.acting.waiting import Open
from zakuro.flow.keeping.books import Books
from zakuro.flow.things.offering import Offer
from zakuro.ledger.arithmetic import plain
from zakuro.model import vocabulary
from zakuro.model.acts import Measure, Pledge
from zakuro.model.statement import in_focus

BOUNDS = {"at-least": "≥ ", "at-most": "≤ ", "about": "≈ ", "more-than": "> ", "less-than": "< "}


def who(codes: Iterable[str]) -> str:
    """Give parties as people read them: codes, and words for what is no state."""
    return "+".join(vocabulary.party_label(code) for code in codes)


def amount(
    value: Decimal,
    unit: str,
    low: Decimal | None = None,
    high: Decimal | None = None,
    bound: str = "exact",
) -> str:
    """Give an amount: a range with both ends, a bound with its sign."""
    figure = f"{plain(low)}–{plain(high)}" if low is not None and high is not None else plain(value)
    label = vocabulary.unit_label(unit, one=high is None and value == 1)
    return f"{BOUNDS.get(bound, '')}{figure} {label}"


def measured(measure: Measure) -> str:
    """Give how much one account of a pledge holds, or that no figure was said."""
    if measure.rule == "act":
        return "no figure"
    found = amount(measure.value, measure.unit, measure.low, measure.high, measure.bound)
    return found if measure.rule == "stated" else f"{found} (counted)"


def opened(pledge: Pledge) -> str:
    """Give in one line what a pledge opens: from whom to whom, what, how much, by when."""
    sides = f"{who(pledge.givers) or 'nobody named'} → {_to(pledge)}"
    each = " each" if pledge.each else ""
    amounts = ", ".join(measured(measure) for measure in pledge.measures)
    what = " ".join(part for part in (pledge.act, pledge.object) if part)
    when = f", {pledge.term.edtf}" if pledge.term and pledge.term.edtf else ""
    part = f", part of {pledge.part_of}" if pledge.part_of else ""
    return f"{sides}: {amounts}{each} ({what or 'act not read'}){when}{part}"


def _to(pledge: Pledge) -> str:
    """Give to whom something is owed, where the givers themselves are meant too."""
    if pledge.together:
        return "all of them as one"
    return "each to the others" if pledge.reciprocal else who(pledge.receivers) or "nobody named"


def summary(found: Open) -> str:
    """Give a statement in two lines: what it would open or say, and its words.

    Between them stands on which words the receiver rests, where it names none.
    """
    said = found.statement
    if found.would is not None:
        first = opened(found.would)
    else:
        givers = who(said.givers) or who(said.parties) or said.speaker or "nobody named"
        to = f" → {who(said.receivers)}" if said.receivers else ""
        first = f"{said.kind}, {givers}{to}: {said.act or ''} {said.object or ''}".rstrip(": ")
    mark = in_focus(said)
    if mark is not None:
        first += f"\nTo {who(said.receivers)}, whom it does not name: from “{mark.exact}”."
    return f"{first}\n“{' '.join(said.exact.split())}”"


def names(offer: Offer) -> str:
    """Give the name that a statement holds, and the thing that is called so, if one is open."""
    return f"“{offer.found}” ({offer.thing or 'no thing yet: zakuro thing open'})"


def outcome(books: Books, done: Decided) -> str:
    """Say what came of a review, and what was opened by it."""
    if done.decision == "join":
        return f"{done.name}  says {done.pledge} again: joined"
    if done.decision == "refuse":
        return f"{done.name}  refused"
    if done.pledge is None:
        return f"{done.name}  accepted"
    return f"{done.name}  opened {done.pledge}: {opened(books.account(done.pledge).pledge)}"
