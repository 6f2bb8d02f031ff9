"""Sides: one letter of a name, and the word for a side, stand for the party of that name.

Parties share first letters; the names that stand before tell which is meant.
"""

from __future__ import annotations

from itertools import islice

from zakuro.model.vocabulary import territories
from zakuro.read.lexis.lexicon import Hit, Sense
from zakuro.read.parties.entity import Entity

_BACK = 60
"""How many entities back a name is looked for."""


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
