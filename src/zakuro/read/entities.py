"""Who stands in a text: parties, persons who speak for them, and the part that each takes."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from zakuro.languages.load import Pack
from zakuro.read.fold import Folded
from zakuro.read.lexicon import Hit

SUBJECTS = frozenset({"party", "person", "self"})
NO_CASES: frozenset[str] = frozenset()
_NAME_AFTER = re.compile(r"(?: [^\W\d_][\w.'-]*){1,4}")


class Entity:
    """Somebody named in the text: ``codes`` of the parties, and the ``role`` the words give them.

    ``kind`` is party, person (an office or a known name), self (we, the two sides), adjective.
    ``role`` is subject, receiver, source, agent, object, genitive, none or "" where the words say
    nothing; ``cases`` are the roles that its ending allows, where the language has endings.
    """

    __slots__ = ("cases", "codes", "end", "kind", "name", "names", "role", "start")

    def __init__(self, start: int, end: int, codes: tuple[str, ...], kind: str) -> None:
        self.start = start
        self.end = end
        self.codes = codes
        self.kind = kind
        self.role = ""
        self.name = ""
        self.names: list[Named] = []
        self.cases: frozenset[str] = NO_CASES


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
        self._spaced = pack.spaced
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
        self.office_first: bool = syntax.get("office") == "first"
        self._cases: dict[str, frozenset[str]] = {"": NO_CASES}
        self.of = tuple(syntax.get("of", ()))

    def cases(self, feature: str) -> frozenset[str]:
        """The roles that the cases of a form allow (nominative|accusative)."""
        found = self._cases.get(feature)
        if found is None:
            each = (self.features.get(case) for case in feature.split("|"))
            found = self._cases[feature] = frozenset(role for role in each if role)
        return found

    @staticmethod
    def by_case(cases: frozenset[str]) -> str:
        """The role that an ending gives: of several that it allows, the one that needs no help.

        ``either`` is what may be the receiver or belong to the word before it.
        """
        if "subject" in cases:
            return "subject"
        given = cases - {"none"} if len(cases) > 1 else cases
        if "receiver" in given and "genitive" in given:
            return "either"
        return next(iter(sorted(given, reverse=True)), "")

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
                length == len(head) or not self._spaced or not head[-length - 1].isalnum()
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
    finding = _Finding(folded, rules)
    for hit in hits:
        finding.take(hit)
    entities, text = finding.entities, folded.text
    if finding.persons:
        _name_known(folded, entities, finding.persons, rules)
    for entity in entities:
        if entity.role in ("", "bare"):
            entity.role = (
                rules.behind(text, entity.end) if rules.after else rules.before(text, entity.start)
            ) or rules.by_case(entity.cases)
    return entities


class _Finding:
    """The entities found so far, the persons known, and an office whose party may follow."""

    def __init__(self, folded: Folded, rules: Roles) -> None:
        self.folded, self.rules = folded, rules
        self.entities: list[Entity] = []
        self.persons: dict[str, tuple[str, ...]] = {}
        self.office: Entity | None = None

    def take(self, hit: Hit) -> None:
        """Takes one hit: a party, an office, an adjective, or who speaks as one."""
        senses, rules = hit.senses, self.rules
        last = self.entities[-1] if self.entities else None
        if "office" in senses:
            if _attach_office(self.folded, hit, last, rules, self.persons, self.entities):
                return
            if rules.office_first:
                self.office = _waiting(hit, self.office, rules)
        if "party" in senses:
            self._party(hit, last)
            return
        for kind in ("adjective", "self"):
            if kind in senses:
                codes = (senses[kind].value,) if kind == "adjective" else ()
                entity = Entity(hit.start, self._end(hit) if codes else hit.end, codes, kind)
                entity.cases = rules.cases(senses[kind].feature)
                self.entities.append(entity)
                return

    def _end(self, hit: Hit) -> int:
        """Where a name ends: a full stop behind it belongs to it where one stands inside (U.S.)."""
        text, end = self.folded.text, hit.end
        return end + (text[end : end + 1] == "." and "." in text[hit.start : end])

    def _party(self, hit: Hit, last: Entity | None) -> None:
        sense, rules, text = hit.senses["party"], self.rules, self.folded.text
        end = self._end(hit)
        codes = tuple(sense.value.split("+"))
        cases = rules.cases(sense.feature)
        office = self.office
        if office is not None and office.end + 1 == hit.start and _owns(cases):
            last = _with_office(self.folded, office, end, codes)
            self.entities.append(last)
            _know(self.persons, last)
        elif last and _joins(text, last, hit.start, cases, rules):
            last.codes = (*last.codes, *(code for code in codes if code not in last.codes))
            last.end, last.cases = end, cases
        else:
            last = Entity(hit.start, end, codes, "party")
            last.cases = cases
            self.entities.append(last)
        last.names.append(Named(hit.start, end, sense.value.replace("+", " ")))
        if sense.feature == "genitive" and not cases:
            last.role = "genitive"


def _joins(text: str, last: Entity, start: int, cases: frozenset[str], rules: Roles) -> bool:
    """Whether a party is named in one breath with the last: a joiner between, one case for both."""
    if last.kind not in ("party", "person") or text[last.end : start] not in rules.joiners:
        return False
    return not cases or not last.cases or not cases.isdisjoint(last.cases)


def _owns(cases: frozenset[str]) -> bool:
    """Whether a party behind an office may be the one whose office it is."""
    return not cases or "genitive" in cases


def _waiting(hit: Hit, before: Entity | None, rules: Roles) -> Entity:
    """An office whose party follows; offices in a row are one (head of the ministry of ...)."""
    if before is not None and before.end + 1 == hit.start:
        before.end = hit.end
        return before
    office = Entity(hit.start, hit.end, (), "office")
    office.cases = rules.cases(hit.senses["office"].feature)
    return office


def _with_office(folded: Folded, office: Entity, end: int, codes: tuple[str, ...]) -> Entity:
    """The person or organ that an office and the party behind it make, with the name if given."""
    name = _capital_name(folded, end)
    entity = Entity(office.start, end + len(name), codes, "person" if name else "party")
    entity.cases = office.cases
    entity.name = name.strip()
    return entity


def _know(persons: dict[str, tuple[str, ...]], entity: Entity) -> None:
    """Remembers whom the name of a person stands for."""
    for part in entity.name.split() if entity.codes else ():
        if len(part) > 1:
            persons[part] = entity.codes


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
    _know(persons, entity)
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
    beside = ("adjective",) if rules.office_first else ("adjective", "party")
    if last and last.kind in beside and 0 <= hit.start - last.end <= 1:
        last.end = end
        last.cases = rules.cases(hit.senses["office"].feature) or last.cases
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
    entity.cases = rules.cases(hit.senses["office"].feature)
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
    for found in re.finditer(rf"\b({names})(?: (?:{names}))*\b", folded.text):
        while index < len(taken) and taken[index][1] <= found.start():
            index += 1
        inside = index < len(taken) and taken[index][0] < found.end()
        if not inside and folded.exact(found.start(), found.start() + 1).isupper():
            entity = Entity(found.start(), found.end(), persons[found[1]], "person")
            entity.name = found.group()
            extra.append(entity)
    if extra:
        entities.extend(extra)
        entities.sort(key=lambda entity: entity.start)
