"""What was entered since a day: for a page, a letter, or a file to send round."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import UTC, date
from decimal import Decimal
from typing import Any, NamedTuple

from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.sealing import FOR_MEMBERS
from zakuro.ledger.arithmetic import plain
from zakuro.model import vocabulary
from zakuro.model.entry import Entry, sealed_hash
from zakuro.publish.briefs import Brief, Line, Section
from zakuro.words.entries import kind, whose

LEFT_OUT = ("statement", "review", "policy")
"""Kinds that tell of the machine's reading and its review; what came of it has its own entry."""


CHANGING = ("agreement", "looked", "pledge-withdrawal")
"""Kinds of which :func:`change_words` says what they say."""


class Changed(NamedTuple):
    """An entry made since a day: on what, what it says, and whose word it is."""

    entry: str
    day: date
    subject: str
    kind: str
    what: str
    word: str


def changes(books: Books, since: date) -> Iterator[Changed]:
    """Give what was entered on a day and after it, in the order of the entries."""
    # No entry is older than the one before it, so the first of a day is found by halving.
    numbers = range(1, books.journal.size() + 1)
    before = bisect_left(numbers, since, key=lambda number: _day(books.entry(number)))
    for entry in books.journal.entries(after=before):
        day = _day(entry)
        if entry.kind in LEFT_OUT:
            continue
        what = _what(entry)
        yield Changed(f"E-{entry.number}", day, entry.subject, entry.kind, what, whose(entry))


def _day(entry: Entry) -> date:
    return entry.time.astimezone(UTC).date()


def _what(entry: Entry) -> str:
    body = entry.body
    if sealed_hash(entry) is not None:
        return FOR_MEMBERS
    parts = []
    if "value" in body and body.get("unit") and entry.kind not in CHANGING:
        unit = str(body["unit"])
        parts.append(f"{plain(Decimal(str(body['value'])))} {vocabulary.unit_label(unit)}")
    parts += change_words(body) if entry.kind in CHANGING else []
    parts += [f"to {body['receiver']}"] if isinstance(body.get("receiver"), str) else []
    parts += [f"of E-{body[name]}" for name in ("report", "entry") if body.get(name)]
    parts += [str(body[name]) for name in ("title", "exact", "reason", "text") if body.get(name)]
    return ", ".join(" ".join(part.split()) for part in parts)


def change_words(body: dict[str, Any]) -> list[str]:
    """Give what an agreement, a search or a withdrawal says, in words; its reason stands apart."""
    if "where" in body:
        more = [", ".join(body.get("languages", ())), body.get("depth", "")]
        where = "; ".join(body["where"])
        where += f" ({'; '.join(one for one in more if one)})" if any(more) else ""
        return [f"no report found by {body.get('who') or 'its filer'} in {where}"]
    if body.get("accepts"):
        return [f"agrees to E-{body['accepts']}"]
    if "change" not in body:
        until = f", up to {body['until']}" if body.get("until") else ""
        return [f"for now{until}"] if body.get("for_now") else []
    words = [body["change"]]
    words += (
        [f"to {plain(Decimal(body['value']))} {vocabulary.unit_label(body['unit'])}"]
        if body.get("value")
        else []
    )
    words += [f"up to {body['until']}"] if body.get("until") else []
    words += [f"by {body['by']}"] if body.get("by") else []
    return [f"proposes: {' '.join(words)}"]


def as_brief(books: Books, found: Sequence[Changed], since: date, today: date) -> Brief:
    """Give changes as one page to send round: a section for each day, a line for each entry."""
    days = sorted({one.day for one in found})
    name = books.charter.name or books.journal.books
    return Brief(
        title=f"Changes since {since}",
        language="en",
        subtitle=f"{name}: {len(found)} entries, as of {today}",
        day=today,
        sections=tuple(
            Section(str(day), tuple(_line(one) for one in found if one.day == day)) for day in days
        ),
        foot="What is recorded is not endorsed: every line is the word of who is named beside it.",
    )


def _line(one: Changed) -> Line:
    what = f": {one.what}" if one.what else ""
    return Line(f"{one.subject}, {kind(one.kind)}{what} ({one.word})", cites=(one.entry,))
