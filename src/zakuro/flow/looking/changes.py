"""What was entered since a day: for a page, a letter, or a file to send round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date
from decimal import Decimal
from typing import NamedTuple

from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.sealing import FOR_MEMBERS
from zakuro.ledger.arithmetic import plain
from zakuro.model import vocabulary
from zakuro.model.entry import Entry, sealed_hash
from zakuro.publish.briefs import Brief, Line, Section

LEFT_OUT = ("statement", "review", "policy")
"""Kinds that tell of the machine's reading and its review; what came of it has its own entry."""


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
    for entry in books.journal.entries():
        day = entry.time.astimezone(UTC).date()
        if day < since or entry.kind in LEFT_OUT:
            continue
        author = entry.author
        word = f"{author.party}, {author.basis}" if author.party else author.filed_by
        yield Changed(f"E-{entry.number}", day, entry.subject, entry.kind, _what(entry), word)


def _what(entry: Entry) -> str:
    body = entry.body
    if sealed_hash(entry) is not None:
        return FOR_MEMBERS
    parts = []
    if "value" in body and body.get("unit"):
        unit = str(body["unit"])
        parts.append(f"{plain(Decimal(str(body['value'])))} {vocabulary.unit_label(unit)}")
    parts += [f"to {body['receiver']}"] if isinstance(body.get("receiver"), str) else []
    parts += [f"of E-{body[name]}" for name in ("report", "entry") if body.get(name)]
    parts += [str(body[name]) for name in ("title", "exact", "reason", "text") if body.get(name)]
    return ", ".join(" ".join(part.split()) for part in parts)


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
    return Line(f"{one.subject}, {one.kind}{what} ({one.word})", cites=(one.entry,))
