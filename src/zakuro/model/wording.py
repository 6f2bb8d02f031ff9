"""The words of a language by which a text is checked, as its pack has them."""

from __future__ import annotations

import msgspec


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """How a language joins a list, and what it calls days and months.

    ``spaced`` tells whether a blank parts its words.  ``joints`` are the words before the last
    member of a list (and), ``held`` words that hold one of them and join nothing; ``commas`` the
    marks between members, ``only`` those of them that part members and nothing else; ``others``
    the words that leave open what else a list holds (such as).  ``leading`` are the words before
    where a range or a change begins (from).  ``weekdays`` and ``months`` have every form of a name,
    in small letters, with its number, Monday being 0 and January 1; ``anniversaries`` are the forms
    of the word that an ordinal makes one with (33rd anniversary).
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
