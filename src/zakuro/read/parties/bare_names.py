"""Names of persons without spaces and capitals: between an office and the next known word."""

from __future__ import annotations

from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entity import Entity
from zakuro.read.parties.roles import Roles

_SHORTEST, _LONGEST = 2, 8
_LONGEST_WITH_POINTS = 20
_POINTS = "·・"


def office(
    text: str,
    hit: Hit,
    last: Entity | None,
    persons: dict[str, tuple[str, ...]],
    words: frozenset[int],
) -> Entity | None:
    """The person or organ that an office makes of the party before it, with a name on either side.

    ``persons`` are the names found so far; ``words`` where known words begin.
    """
    for name, codes in persons.items():
        if text.startswith(name, hit.start - len(name)) and hit.start >= len(name):
            entity = Entity(hit.start - len(name), hit.end, codes, "person")
            entity.name = name
            return entity
    if last is not None and last.codes and last.end == hit.start:
        last.end = hit.end
        if last.kind == "self":
            return last
        last.name = "" if "organ" in hit.senses else name_at(text, hit.end, words)
        last.kind = "person" if last.name else "party"
        last.end += len(last.name)
        if last.name:
            persons[last.name] = last.codes
        return last
    if last is not None and last.kind == "self" and last.end == hit.start:
        last.end = hit.end
        return last
    name = name_at(text, hit.end, words)
    if name in persons:
        entity = Entity(hit.start, hit.end + len(name), persons[name], "person")
        entity.name = name
        return entity
    return None


def name_at(text: str, place: int, words: frozenset[int]) -> str:
    """The name that begins at ``place``: what lies before the next known word or sign."""
    stop = place
    limit = min(place + _LONGEST_WITH_POINTS, len(text))
    while stop < limit and stop not in words and (text[stop].isalpha() or text[stop] in _POINTS):
        stop += 1
    name = text[place:stop]
    longest = _LONGEST_WITH_POINTS if any(point in name for point in _POINTS) else _LONGEST
    return name if _SHORTEST <= len(name) <= longest and not name.isascii() else ""


def compounded(text: str, entity: Entity, rules: Roles) -> None:
    """Gives a name that opens a word the part of that word: the Export Bank of A gives."""
    entity.compound = rules.after and entity.role == "" and _opens_a_word(text, entity)
    if entity.compound and entity.kind == "party":
        entity.role, stop = rules.of_compound(text, entity.end)
        entity.end = stop if entity.role == "subject" else entity.end


def _opens_a_word(text: str, entity: Entity) -> bool:
    """Whether a name is written in one with the word behind it: the Thai border."""
    return text[entity.end : entity.end + 1].isalpha()
