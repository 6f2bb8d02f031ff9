"""Offices that end the words for who holds them: party, name, office, or name, party, office."""

from __future__ import annotations

from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entity import Entity
from zakuro.read.parties.roles import Roles

_LONGEST = 12
"""Characters between a party and an office, where they are no name of others."""
_POINTS = "・=＝"
"""What parts the names of one person, and the last of them from the party behind it."""


def office_behind(
    folded: Folded,
    hit: Hit,
    last: Entity | None,
    rules: Roles,
    persons: dict[str, tuple[str, ...]],
    words: frozenset[int],
) -> Entity | None:
    """Party, name, office, or name, party, office; later the name alone leads to it.

    Who is posted to a state speaks for another: the ambassador in A is a person without a code.
    """
    text = folded.text
    if last and last.end <= hit.start and (last.kind == "party" or _ends_named(last)):
        between = text[last.end : hit.start]
        particle = rules.word_behind(text, last.end) if between else ""
        tied = not particle or particle in rules.of
        name = between.removeprefix(particle)
        tied &= rules.names(name) or words.isdisjoint(range(hit.start - len(name), hit.start))
        if tied and not _stops(between) and (len(between) <= _LONGEST or rules.names(name)):
            if rules.is_posted(text, last.start):
                last.end, last.role = last.names[-1].end if last.names else last.end, "none"
                posted = Entity(last.end, hit.end, (), "person")
                posted.name = name
                return posted
            codes = last.codes
            if last.kind == "person":  # President A of one and President B of another
                codes = tuple(last.names[-1].code.split())
            last.end = hit.end
            if not between:
                name = _name_before(text, last, rules, words)
                last.start -= len(name)
                name = name.rstrip(_POINTS)
            last.name = name
            last.kind = "person" if name else last.kind
            if name:
                introduce(name, codes, persons, rules)
            return last
    return _known(text, hit, rules, persons)


def introduce(
    name: str, codes: tuple[str, ...], persons: dict[str, tuple[str, ...]], rules: Roles
) -> None:
    """Remembers whose person bears a name, and its last part, by which it is called later."""
    persons[name] = codes
    parts = [part for point in _POINTS for part in (name.rsplit(point, 1)[-1],) if part != name]
    for part in parts:
        if len(part) > 1 and rules.names(part):
            persons[part] = codes


def titled(
    text: str, entities: list[Entity], persons: dict[str, tuple[str, ...]], rules: Roles
) -> None:
    """Adds the persons who are called by a known name and a title: Mr A."""
    if not rules.has_titles:
        return
    taken = {place for entity in entities for place in range(entity.start, entity.end)}
    for name, codes in persons.items():
        start = text.find(name)
        while start >= 0:
            end = rules.titled(text, start + len(name))
            if end > start + len(name) and taken.isdisjoint(range(start, end)):
                entity = Entity(start, end, codes, "person")
                entity.name = name
                entities.append(entity)
                taken.update(range(start, end))
            start = text.find(name, start + 1)
    entities.sort(key=lambda entity: entity.start)


def _known(text: str, hit: Hit, rules: Roles, persons: dict[str, tuple[str, ...]]) -> Entity | None:
    """The person whose known name, or the beginning of it, stands right before an office."""
    for name, codes in persons.items():
        shortest = len(name) if rules.names(name) else 1
        for length in range(len(name), shortest - 1, -1):
            if text.startswith(name[:length], hit.start - length):
                entity = Entity(hit.start - length, hit.end, codes, "person")
                entity.name = name
                return entity
    return None


def _name_before(text: str, party: Entity, rules: Roles, words: frozenset[int]) -> str:
    """The name in letters for names of others that stands right before a party, if one does.

    The letters of the party's own name do not end in them, or a point parts the two.
    """
    if len(party.names) != 1 or party.names[0].start != party.start:
        return ""
    start = party.start
    while start > 0 and rules.is_name_letter(text[start - 1]):
        start -= 1
    name = text[start : party.start]
    parted = name.endswith(tuple(_POINTS)) or not rules.is_name_letter(text[party.start])
    known = not words.isdisjoint(range(start, party.start))
    return name if parted and not known and rules.names(name) else ""


def _ends_named(entity: Entity) -> bool:
    """Whether a person's words end with the name of another party, joined to theirs."""
    return entity.kind == "person" and bool(entity.names) and entity.names[-1].end == entity.end


def _stops(between: str) -> bool:
    return any(character in "、。，,;；:：「」（）() \n" for character in between)
