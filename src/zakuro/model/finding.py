"""What is found when a text is held against itself and reference rates, and the words for it."""

from __future__ import annotations

from typing import Literal

import msgspec

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


class Ties(msgspec.Struct, frozen=True, kw_only=True):
    """Words that tell how figures hang together; one that ends in a hyphen begins others.

    ``share`` tells that each gets as much (equally, each of them), ``mean`` that a figure is one,
    ``age`` how old somebody or something is (born, built, at the age of), ``rest`` that the next
    figure is all that remains, ``equivalent`` that a sum is the one before it in another currency;
    ``steps`` are the words for firstly, secondly and so on, in their order.
    """

    share: tuple[str, ...] = ()
    mean: tuple[str, ...] = ()
    age: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    equivalent: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """How a language joins a list, and what it calls days and months.

    ``spaced`` tells whether a blank parts its words.  ``joints`` are the words before the last
    member of a list (and), ``held`` words that hold one of them and join nothing; ``commas`` the
    marks between members, ``only`` those of them that part members and nothing else; ``others``
    the words that leave open what else a list holds (such as).  ``leading`` are the words before
    where a range or a change begins (from).  ``weekdays`` and ``months`` have every form of a name,
    in small letters, with its number, Monday being 0 and January 1; ``anniversaries`` are the forms
    of the word that an ordinal makes one with (33rd anniversary); ``ties`` tell how figures hang
    together.
    """

    spaced: bool = True
    joints: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    commas: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    weekdays: dict[str, int] = {}
    months: dict[str, int] = {}
    anniversaries: tuple[str, ...] = ()
    ties: Ties = Ties()
