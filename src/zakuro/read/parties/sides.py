"""Sides: one letter of a name, and the word for a side, stand for the party of that name.

Parties share first letters; the names that stand before tell which is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice

from zakuro.model.vocabulary import territories
from zakuro.read.lexis.lexicon import Hit, Sense
from zakuro.read.parties.entity import Entity, Named
from zakuro.read.parties.roles import Roles

_BACK = 60
"""How many entities back a name is looked for."""
_ROW = 3
"""How many letters in a row may each stand for a party."""


def sided(text: str, hit: Hit, entities: list[Entity], sides: tuple[str, ...]) -> Hit:
    """The hit, or the party that its words stand for behind the names in ``entities``.

    ``sides`` are the words for a side, of one letter.
    """
    place = hit.end - 2
    if place < 0 or hit.start < place or not text.startswith(sides, hit.end - 1):
        return hit
    own: tuple[str, ...] = ()
    if hit.start == place:
        if "party" not in hit.senses:
            return hit
        own = (hit.senses["party"].value,)
    elif entities and entities[-1].end > place:
        return hit
    code = _named(text, place, entities, own)
    if not code:
        return hit
    return hit._replace(start=place, senses={**hit.senses, "party": Sense(code, "", "")})


def meant(text: str, place: int, code: str, entities: list[Entity]) -> str:
    """The party that a letter stands for in a row: that of a name before it, or its own."""
    return _named(text, place, entities, (code,)) or code


def _named(text: str, place: int, entities: list[Entity], own: tuple[str, ...]) -> str:
    """The state named last whose name begins with the letter at ``place``.

    None where the one that the letter stands for by itself was named as well.
    """
    letter, found = text[place], ""
    for entity in islice(reversed(entities), _BACK):
        for name in reversed(entity.names):
            if text[name.start] != letter or name.end - name.start < 2:
                continue
            if name.code in own:
                return ""
            if not found and name.code in territories():
                found = name.code
    return found


def owner(text: str, place: int, entities: list[Entity]) -> list[Entity]:
    """The party that the first letter of its name stands for before an office: its parliament."""
    last = entities[-1] if entities else None
    if place < 0 or (last is not None and last.end > place):
        return []
    code = _named(text, place, entities, ())
    if not code:
        return []
    party = Entity(place, place + 1, (code,), "party")
    party.names = [Named(place, place + 1, code)]
    return [party]


def lettered(
    text: str, entities: list[Entity], words: frozenset[int], inside: frozenset[int], rules: Roles
) -> list[Entity]:
    """The parties that first letters stand for behind a preposition: flew to M, for A and B.

    ``entities`` are those of the text in order, ``words`` and ``inside`` the places where its known
    words begin and where they go on: a letter of another word stands for nobody.
    """
    named = [name for e in entities for name in e.names if name.code in territories()]
    letters = {text[name.start] for name in named if name.end - name.start > 1}
    found: list[Entity] = []
    if not letters:
        return found
    taken = {place for e in entities if e.kind != "adjective" for place in range(e.start, e.end)}
    for letter in re.finditer(f"[{re.escape(''.join(sorted(letters)))}]{{1,{_ROW}}}", text):
        start, end = letter.span()
        places = range(start, end)
        word = rules.word_before(text, start)
        if not word or start - len(word) in inside:
            continue
        if not all(known.isdisjoint(places) for known in (words, inside, taken)):
            continue
        before = entities[: bisect_left(entities, start, key=lambda entity: entity.end)]
        codes = [_named(text, place, before[-_BACK:], ()) for place in places]
        if not all(codes):
            continue
        entity = Entity(start, end, tuple(dict.fromkeys(codes)), "party")
        pairs = zip(places, codes, strict=True)
        entity.names = [Named(place, place + 1, code) for place, code in pairs]
        found.append(entity)
    return found
