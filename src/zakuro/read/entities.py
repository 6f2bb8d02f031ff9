"""Who stands in a text: parties, persons who speak for them, and the part that each takes."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from zakuro.languages.load import Pack
from zakuro.read.fold import Folded
from zakuro.read.lexicon import Hit

SUBJECTS = frozenset({"party", "person", "self"})
_NAME_AFTER = re.compile(r"(?: [^\W\d_][\w.'-]*){1,4}")


class Entity:
    """Somebody named in the text: ``codes`` of the parties, and the ``role`` the words give them.

    ``kind`` is party, person (an office or a known name), self (we, the two sides), adjective.
    ``role`` is subject, receiver, source, none or "" where the words say nothing.
    """

    __slots__ = ("codes", "end", "kind", "name", "names", "role", "start")

    def __init__(self, start: int, end: int, codes: tuple[str, ...], kind: str) -> None:
        self.start = start
        self.end = end
        self.codes = codes
        self.kind = kind
        self.role = ""
        self.name = ""
        self.names: list[Named] = []


class Named(NamedTuple):
    """The name of one party inside an entity."""

    start: int
    end: int
    code: str


class Roles:
    """How a pack's words give parties their part: prepositions before, particles after."""

    def __init__(self, pack: Pack) -> None:
        section = pack.section("roles")
        syntax = pack.section("syntax")
        self.after: bool = syntax["subject"] == "after"
        self.capitals = bool(syntax.get("capitals"))
        self.joiners = tuple(sorted(syntax.get("party_joiners", ()), key=len, reverse=True))
        self.name_order = syntax.get("name", "after-office")
        words = [
            (word, role)
            for role in ("subject", "receiver", "source", "none")
            for word in section.get(role, ())
        ]
        words.sort(key=lambda pair: -len(pair[0]))
        self._longest = max((len(word) for word, _ in words), default=0)
        self._table: dict[str, str] = dict(reversed(words))
        self.features: dict[str, str] = section.get("feature", {})
        self.bare = section.get("bare", "")
        self.of = tuple(syntax.get("of", ()))

    def behind(self, text: str, end: int) -> str:
        """The role that the particle behind ``end`` gives."""
        for length in range(self._longest, 0, -1):
            role = self._table.get(text[end : end + length])
            if role:
                return role
        return ""

    def before(self, text: str, start: int) -> str:
        """The role that the preposition before ``start`` gives."""
        head = text[max(0, start - self._longest - 2) : start].rstrip()
        for length in range(min(self._longest, len(head)), 0, -1):
            role = self._table.get(head[-length:])
            if role and (
                length == len(head) or not head[-length - 1].isalnum() or not head[-1].isascii()
            ):
                return role
        return ""


@cache
def roles(pack: Pack) -> Roles:
    """The compiled roles of a pack."""
    return Roles(pack)


def find(folded: Folded, hits: list[Hit], pack: Pack) -> list[Entity]:
    """All entities of a text in order, coordinated parties as one, persons with their party."""
    rules = roles(pack)
    text = folded.text
    entities: list[Entity] = []
    persons: dict[str, tuple[str, ...]] = {}
    for hit in hits:
        senses = hit.senses
        last = entities[-1] if entities else None
        end = hit.end
        if text[end : end + 1] == "." and "." in text[hit.start : end]:
            end += 1  # the full stop belongs to the abbreviation
        if "office" in senses and _attach_office(folded, hit, last, rules, persons, entities):
            continue
        if "party" in senses:
            sense = senses["party"]
            if (
                last
                and last.kind in ("party", "person")
                and text[last.end : hit.start] in rules.joiners
            ):
                codes = sense.value.split("+")
                last.codes = (*last.codes, *(c for c in codes if c not in last.codes))
                last.end = end
            else:
                last = Entity(hit.start, end, tuple(sense.value.split("+")), "party")
                entities.append(last)
            last.names.append(Named(hit.start, end, sense.value.replace("+", " ")))
            last.role = rules.features.get(sense.feature, "")
            if sense.feature == "genitive" and not last.role:
                last.role = "genitive"
        elif "adjective" in senses:
            entities.append(Entity(hit.start, end, (senses["adjective"].value,), "adjective"))
        elif "self" in senses:
            entities.append(Entity(hit.start, hit.end, (), "self"))
    if persons:
        _name_known(folded, entities, persons, rules)
    for entity in entities:
        if entity.role in ("", "bare"):
            entity.role = (
                rules.behind(text, entity.end) if rules.after else rules.before(text, entity.start)
            )
    return entities


def _attach_office(
    folded: Folded,
    hit: Hit,
    last: Entity | None,
    rules: Roles,
    persons: dict[str, tuple[str, ...]],
    entities: list[Entity],
) -> bool:
    """A person or an organ of a party: its office beside the party and perhaps a name."""
    attach = _office_behind if rules.after else _office_before
    entity = attach(folded, hit, last, rules, persons)
    if entity is None:
        return False
    if entity is not last:
        entities.append(entity)
    for part in entity.name.split() if entity.codes else ():
        if len(part) > 1:
            persons[part] = entity.codes
    return True


def _office_behind(
    folded: Folded,
    hit: Hit,
    last: Entity | None,
    rules: Roles,
    persons: dict[str, tuple[str, ...]],
) -> Entity | None:
    """Party, name, office: the office ends the phrase; later the name alone leads to it."""
    text = folded.text
    if last and last.kind == "party" and last.end <= hit.start:
        between = text[last.end : hit.start]
        if len(between) <= 12 and not _stops(between):
            last.end = hit.end
            last.name = between.lstrip("の")
            last.kind = "person" if last.name else "party"
            return last
    for name, codes in persons.items():
        for length in range(len(name), 0, -1):
            if text.startswith(name[:length], hit.start - length):
                entity = Entity(hit.start - length, hit.end, codes, "person")
                entity.name = name
                return entity
    return None


def _office_before(
    folded: Folded,
    hit: Hit,
    last: Entity | None,
    rules: Roles,
    persons: dict[str, tuple[str, ...]],
) -> Entity | None:
    """Party, office, name: "Chinese President Xi"; or a known name, or one with its country."""
    name = _capital_name(folded, hit.end) if rules.capitals else ""
    end = hit.end + len(name)
    if last and last.kind in ("adjective", "party") and 0 <= hit.start - last.end <= 1:
        last.end = end
        last.kind = "person" if name else "party"
        last.name = name.strip()
        return last
    if not name:
        return None
    known = next((persons[part] for part in reversed(name.split()) if part in persons), None)
    if known is None and not _of_party(folded, end, rules):
        return None
    entity = Entity(hit.start, end, known or (), "person")
    entity.name = name.strip()
    entity.role = "" if known else "of"
    return entity


def _of_party(folded: Folded, end: int, rules: Roles) -> bool:
    return any(folded.text.startswith(word, end) for word in rules.of)


def _stops(between: str) -> bool:
    return any(character in "、。，,;；:：「」（）() は" for character in between)


def _capital_name(folded: Folded, end: int) -> str:
    """The capitalised words behind an office, as folded text with its leading space."""
    found = _NAME_AFTER.match(folded.text, end)
    if not found:
        return ""
    words = found.group().split(" ")[1:]
    kept = 0
    for word in words:
        exact = folded.exact(end + kept + 1, end + kept + 2)
        if not exact.isupper():
            break
        kept += len(word) + 1
    name = folded.text[end : end + kept]
    return name.rstrip(".") if kept else ""


def _name_known(
    folded: Folded, entities: list[Entity], persons: dict[str, tuple[str, ...]], rules: Roles
) -> None:
    """Later mentions of persons by their name alone."""
    if not rules.capitals:
        return
    names = "|".join(re.escape(name) for name in sorted(persons, key=len, reverse=True))
    taken = [(entity.start, entity.end) for entity in entities]
    index = 0
    extra = []
    for found in re.finditer(rf"\b(?:{names})\b", folded.text):
        while index < len(taken) and taken[index][1] <= found.start():
            index += 1
        inside = index < len(taken) and taken[index][0] < found.end()
        if not inside and folded.exact(found.start(), found.start() + 1).isupper():
            entity = Entity(found.start(), found.end(), persons[found.group()], "person")
            entity.name = found.group()
            extra.append(entity)
    if extra:
        entities.extend(extra)
        entities.sort(key=lambda entity: entity.start)
