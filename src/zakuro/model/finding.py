"""What a text says of itself when it is held against itself, arithmetic and reference rates."""

from __future__ import annotations

from typing import Literal

from zakuro.model.statement import Record

Verdict = Literal["consistent", "conflict", "ambiguous", "cannot tell"]
FindingKind = Literal[
    "membership",
    "enumeration",
    "conversion",
    "repetition",
    "scope",
    "arithmetic",
    "time",
    "claim",
]


class Place(Record, frozen=True, kw_only=True):
    """Where words stand that a finding rests on: ``text[start:end] == exact``.

    ``document`` names the document where several are held against each other, else it is empty.
    """

    start: int
    end: int
    exact: str
    document: str = ""


class Finding(Record, frozen=True, kw_only=True):
    """One thing that was checked.

    ``id`` is c1, c2 … in the order of the list; ``says`` is one sentence with its arithmetic.
    ``ambiguous`` means that the words have readings that differ, all of which are said.  ``where``
    holds the words it rests on, the one in question first; ``rule`` is the number of the rule.
    """

    id: str = ""
    kind: FindingKind
    verdict: Verdict
    says: str
    where: tuple[Place, ...]
    rule: str
