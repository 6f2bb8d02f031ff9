"""The envelope of what zakuro reads: frozen records, each resting on an exact span.

Offsets are half-open and count code points of the frozen text, so that
``text[start:end] == exact`` always holds.  Decimals travel as strings.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import msgspec

Kind = Literal["pledge", "proposal", "call", "result", "principle", "position", "event", "context"]
Bound = Literal["exact", "at-least", "at-most", "about", "more-than", "less-than"]
Change = Literal["increase", "decrease", "to"]
Strength = Literal["commits", "intends", "proposes", "considers"]
Phase = Literal["agreed", "signed", "funded", "begun", "opened", "in use", "done"]
MentionType = Literal[
    "number",
    "percent",
    "ordinal",
    "range",
    "money",
    "count",
    "dimension",
    "date",
    "period",
    "duration",
    "party",
]


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A record whose empty fields are left out when it is written as JSON."""


class Mention(Record, frozen=True, kw_only=True):
    """One number, amount, time or party, as the words of the text give it.

    ``unit`` is an ISO 4217 code for money, ``%`` or ``[pp]`` (percentage points) for percents,
    a UCUM annotation such as ``{person}`` for counts and a UCUM unit for dimensions; a rate per
    time carries it after a slash (``USD/a``).  ``code`` names a party: ISO 3166-1 alpha-3,
    ``M49:002``, or a group of the vocabulary.  Dates and periods carry ``edtf`` (ISO 8601-2) and
    the half-open calendar days ``start_date``, ``end_date``; durations an ISO 8601 ``duration``.
    """

    type: MentionType
    start: int
    end: int
    exact: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    bound: Bound | None = None
    change: Change | None = None
    code: str | None = None
    edtf: str | None = None
    start_date: date | None = None
    end_date: date | None = None
    duration: str | None = None


class Name(Record, frozen=True, kw_only=True):
    """The name of a thing as the text has it, with its span."""

    name: str
    start: int
    end: int


class Quantity(Record, frozen=True, kw_only=True):
    """How much a statement says: one value or a range, its unit and its bound.

    ``equivalent_of`` holds the words of the amount that this one restates in another currency.
    ``part_of`` is where the whole begins of which this amount is a part (its ``start``, an offset
    in the frozen text); a part adds nothing to its whole.  ``scope`` says that the amount counts
    what is reached (in three fields, in 33 countries), not what is given.
    """

    start: int
    end: int
    exact: str
    unit: str
    bound: Bound
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    change: Change | None = None
    equivalent_of: str | None = None
    part_of: int | None = None
    scope: bool = False


class Period(Record, frozen=True, kw_only=True):
    """By when, or over which time: EDTF, and the half-open days it covers."""

    edtf: str
    start_date: date | None = None
    end_date: date | None = None
    start: int
    end: int
    exact: str


class Mark(Record, frozen=True, kw_only=True):
    """One of the marks that made a statement: what the pack calls it, and where it stands."""

    role: str
    start: int
    end: int
    exact: str


FOCUS = "focus"
"""The role of the mark by which a receiver is filled in whom the words of a statement leave out."""


class Doubt(Record, frozen=True, kw_only=True):
    """Letters that a recogniser of pictures doubts: where they stand, and how sure it is of them.

    ``confidence`` runs from ``0.00`` to ``1.00``, always with two places.
    """

    start: int
    end: int
    confidence: str


class Statement(Record, frozen=True, kw_only=True):
    """What somebody said at a summit, resting on ``text[start:end]`` of one document.

    ``id`` is s1, s2 … in document order; ``document`` the SHA-256 of the frozen text.
    ``derivation`` lists the marks from which ``rule`` was read; one of the role *focus* is whom the
    text names elsewhere, for whom the receivers were filled in.  ``objects`` are all things of a
    list that it is about (centres and branches), ``object`` among them; empty where it is one.

    ``confidence`` is how sure the reading is, from ``0.00`` to ``1.00``, always with two places.
    ``phase`` is how far a result has come, from *agreed* to *done*.  Of a statistic,
    ``counted_by`` is who counts (a party's code, or the name as the text has it) and ``method``
    how, in the words of the text.  ``told_by`` is who is named as the source of what is told
    (a code or a name), which need neither be the speaker nor who passes it on.  ``legibility`` is
    the confidence of the least sure of the doubted letters on which it rests, where they were
    recognised in a picture.
    """

    id: str
    document: str
    kind: Kind
    start: int
    end: int
    exact: str
    speaker: str | None = None
    reporter: str | None = None
    givers: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    about: tuple[Name, ...] = ()
    act: str | None = None
    object: str | None = None
    objects: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    period: Period | None = None
    strength: Strength | None = None
    number: int | None = None
    heading: tuple[str, ...] = ()
    quoted: bool = False
    repeats: str | None = None
    rule: str = ""
    derivation: tuple[Mark, ...] = ()
    confidence: Annotated[str, msgspec.Meta(pattern=r"^(0\.[0-9]{2}|1\.00)$")] | None = None
    phase: Phase | None = None
    counted_by: str | None = None
    method: str | None = None
    told_by: str | None = None
    legibility: str | None = None


def in_focus(statement: Statement) -> Mark | None:
    """The words elsewhere in the text on which the receivers rest; None where its own name them."""
    return next((mark for mark in statement.derivation if mark.role == FOCUS), None)


class Reading(Record, frozen=True, kw_only=True):
    """What was read in one document: the frozen text and all that rests on it.

    ``notes`` say, in sentences, what of the document could not be read; ``doubts`` are the letters
    that a recogniser of pictures was not sure of.
    """

    language: str
    document: str
    text: str
    source: str | None = None
    published: date | None = None
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    notes: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
