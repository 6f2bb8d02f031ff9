"""Mentions: every number, amount and time of a text, the outermost of each."""

from __future__ import annotations

from datetime import date

from zakuro.languages.load import Pack
from zakuro.read import numerals
from zakuro.read.fold import Folded
from zakuro.read.quantities import quantities
from zakuro.read.raw import Raw


def find(folded: Folded, pack: Pack, reference: date | None = None) -> list[Raw]:
    """The outermost mentions of a text in order, none overlapping another.

    ``reference`` is the day from which relative times run.  Each mention's ``inner`` holds the
    bare numbers inside it, unless it is a bare number itself.
    """
    numbers = numerals.find(folded, pack)
    if not numbers:
        return []
    return list(quantities(pack).find(folded, numbers))
