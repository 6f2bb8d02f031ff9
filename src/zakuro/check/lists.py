"""Lists in the words of a sentence: how many members they name, by their commas and joints."""

from __future__ import annotations

import re
from typing import NamedTuple

from zakuro.check.words import any_of
from zakuro.model.finding import Wording

_WEIGHTY = re.compile("[;；]")
"""Marks that part members which hold commas of their own."""


class Members(NamedTuple):
    """The members of a list.

    ``named`` is how many they can be, as the language writes it: three of energy, trade and health;
    where joints stand within other members too, the last may be within one or between two.
    ``least`` and ``most`` are how many they are where every joint is within a member, and where
    each parts two; ``joint`` is the last one, if it stands between words of the last member.
    ``open`` tells that words say there are more than these.
    """

    parts: tuple[str, ...]
    named: tuple[int, ...]
    least: int
    most: int
    joint: str
    open: bool


def members(text: str, wording: Wording, commas: tuple[str, ...] = ()) -> Members:
    """The members of a list as a language writes it; ``commas`` are its own where none are given.

    A comma before the last joint parts nothing more (energy, trade, and health).  Where semicolons
    part the members, commas and joints are within them.
    """
    marks = commas or wording.commas
    weighty = tuple(mark for mark in marks if _WEIGHTY.match(mark) and mark in text)
    pieces = re.split("|".join(map(re.escape, weighty or marks)) or "(?!)", text)
    parts = tuple(piece.strip() for piece in pieces if piece.strip())
    if not parts:
        return Members((), (0,), 0, 0, "", False)
    masked = [
        any_of(wording.held, wording.spaced).sub(lambda found: "\0" * len(found[0]), part)
        for part in parts
    ]
    joint = any_of(wording.joints, wording.spaced)
    inside = [[at for at in joint.finditer(part) if at.start()] for part in masked]
    count, last = len(parts), "" if weighty or joint.match(masked[-1]) else masked[-1]
    parted = bool(last and inside[-1])
    elsewhere = any(inside[:-1])
    named = (count, count + 1) if parted and elsewhere else (count + parted,)
    return Members(
        parts=parts,
        named=named,
        least=count,
        most=count + sum(map(len, inside)),
        joint=inside[-1][-1][0] if inside[-1] else "",
        open=bool(any_of(wording.others, wording.spaced).search(text)),
    )
