"""Who stands in a text: parties, persons who speak for them, and the part that each takes."""

from __future__ import annotations

import re

from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties import bare_names
from zakuro.read.parties.capital_names import introduce, name_before, name_behind
from zakuro.read.parties.entity import Entity, Named
from zakuro.read.parties.offices import office_behind, titled
from zakuro.read.parties.roles import Roles, roles
from zakuro.read.parties.sides import lettered, meant, owner, sided

__all__ = ["SUBJECTS", "Entity", "Roles", "find", "roles"]

_SHORT_NAME = re.compile(r" ?(?:\([^\W\d_]{2,8}\)|（[^\W\d_]{2,8}）)")
SUBJECTS = frozenset({"party", "person", "self"})


def find(
    folded: Folded,
    hits: list[Hit],
    pack: Pack,
    words: frozenset[int] = frozenset(),
    persons: dict[str, tuple[str, ...]] | None = None,
    inside: frozenset[int] = frozenset(),
) -> list[Entity]:
    """All entities of a text in order, coordinated parties as one, persons with their party.

    ``hits`` are those that may name somebody; ``words`` tells where any known word begins, and
    ``inside`` where it goes on;
    ``persons`` are those known already, to whom the ones met here are added.  A sea or a gulf that
    is called by a state is none of them.
    """
    rules = roles(pack)
    text = folded.text
    entities: list[Entity] = []
    persons = {} if persons is None else persons
    hits = list(hits)
    for index, found in enumerate(hits):
        hit = sided(text, found, entities, rules.sides) if rules.sides else found
        hits[index] = hit
        senses = hit.senses
        end = hit.end
        if text[end : end + 1] == "." and "." in text[hit.start : end]:
            end += 1  # the full stop belongs to the abbreviation
        before = hit.start - 1
        if rules.rows and "office" in senses and before not in words and before not in inside:
            entities += owner(text, before, entities)
        if "office" in senses and _attach_office(
            folded, hits, index, rules, persons, entities, words
        ):
            continue
        if "party" in senses and not text.startswith(rules.waters, end):
            end = rules.with_form(text, end)
            if rules.after and entities and _is_other_name(text, entities[-1], hit, end):
                entities[-1].end = end + 1
                continue
            _name(folded, hits, index, end, rules, persons, entities, words)
        elif "adjective" in senses:
            _adjective(text, entities, hit, end, rules)
            entities[-1].cases = rules.cases(senses["adjective"].feature)
        elif "self" in senses and not _goes_on(text, hit.start):
            last = entities[-1] if entities else None
            if last and _is_theirs(text, last, hit, rules):
                last.end, last.kind = hit.end, "self"  # the two sides, by name
            else:
                entities.append(Entity(hit.start, hit.end, (), "self"))
                entities[-1].cases = rules.cases(senses["self"].feature)
                entities[-1].first = "we" in senses
                entities[-1].ours = "home" in senses
    if rules.rows:
        entities += lettered(text, entities, words, inside, rules)
        entities.sort(key=lambda entity: entity.start)
    _settled(folded, entities, persons, rules)
    return entities


def _is_theirs(text: str, last: Entity, hit: Hit, rules: Roles) -> bool:
    """Whether the sides or countries are those named right before them: A and B, both states."""
    if rules.after:
        return len(last.codes) > 1 and not text[last.end : hit.start].strip()
    return rules.rows and last.end == hit.start and bool(last.codes)


def _is_other_name(text: str, last: Entity, hit: Hit, end: int) -> bool:
    """Whether a bracket holds another name of the party right before it: the Seven (G7)."""
    bracketed = text[last.end : hit.start] == "(" and text.startswith(")", end)
    return bracketed and last.kind == "party" and hit.senses["party"].value == last.codes[-1]


def _goes_on(text: str, start: int) -> bool:
    """Whether a figure goes on at ``start``: 33 countries are no "3 countries"."""
    return text[start].isdigit() and text[start - 1 : start].isdigit()


def _adjective(text: str, entities: list[Entity], hit: Hit, end: int, rules: Roles) -> None:
    """An adjective; or a short name, of which several in a row name their parties (中哈)."""
    code = hit.senses["adjective"].value
    if rules.rows:
        code = meant(text, hit.start, code, entities)
    last = entities[-1] if entities else None
    in_row = rules.rows and last is not None and last.kind in ("adjective", "row")
    if last is None or not in_row or last.end != hit.start:
        entities.append(Entity(hit.start, end, (code,), "adjective"))
        if not rules.rows:
            entities[-1].names.append(Named(hit.start, end, code))
        return
    if last.kind == "adjective":
        last.kind = "row"
        last.names.append(Named(last.start, last.end, last.codes[0]))
    if code not in last.codes:
        last.codes = (*last.codes, code)
    last.names.append(Named(hit.start, end, code))
    last.end = end


def _settled(
    folded: Folded, entities: list[Entity], persons: dict[str, tuple[str, ...]], rules: Roles
) -> None:
    """What only the whole text tells: whose the persons are, and then the part of each entity."""
    if rules.rows:  # a short name that stands alone is a part of some other word
        entities[:] = [entity for entity in entities if entity.kind != "adjective"]
    for entity in entities:
        _with_short_name(folded.text, entity)
        if entity.kind == "row":
            entity.kind = "party"
        if entity.people:
            _settle(entity, persons)
    if persons:
        _name_known(folded, entities, persons, rules)
        titled(folded.text, entities, persons, rules)
    for place, entity in enumerate(entities):
        entity.start = rules.quantified(folded.text, entity.start, entity.kind)
        if entity.role in ("", "bare"):
            entity.role = rules.part(folded.text, entity.start, entity.end, entity.cases)
        if (
            entity.kind == "adjective"
            and not entity.role
            and rules.gives_to(folded.text, entity.end)
        ):
            entity.role = "receiver"
        bare = entity.names and entity.names[-1].end == entity.end
        if bare and entity.role == "subject" and rules.owns(folded.text, entity.end):
            entity.role = "genitive"
        if rules.ending:
            gets = entity.kind == "adjective" and "receiver" in entity.cases
            entity.kind = "party" if gets else entity.kind  # to 25 Kazakhs
            after = entities[place + 1].start if place + 1 < len(entities) else len(folded.text)
            before = entities[place - 1] if place else None
            _as_owner(folded.text, entity, before, after, rules)
        bare_names.compounded(folded.text, entity, rules)
        entity.companion = rules.is_companion(folded.text, entity.start, entity.end)
        if entity.role == "receiver" and rules.is_partner(folded.text, entity.end):
            entity.role = "partner"


def _as_owner(text: str, entity: Entity, before: Entity | None, after: int, rules: Roles) -> None:
    """Makes a state whose own gets something one that may be the receiver: the schools of A get.

    Of two bare names side by side the second owns what follows.
    """
    adjective = entity.kind == "adjective" and entity.role in ("", "receiver")
    owner = entity.role == "genitive" or adjective
    owner |= entity.role == "place" and rules.is_attributive(text, entity.end)
    if before is not None and before.end + 1 == entity.start:
        owner |= before.role == entity.role == "subject"
    if owner and entity.codes and rules.own_gets(text, entity.end, after):
        entity.role = "either"
        entity.kind = "party" if adjective else entity.kind


def _with_short_name(text: str, entity: Entity) -> None:
    """Takes in the short name in brackets: the European Union (EU)."""
    found = _SHORT_NAME.match(text, entity.end)
    if found is not None and entity.kind == "party":
        entity.end = found.end()


def _name(
    folded: Folded,
    hits: list[Hit],
    index: int,
    end: int,
    rules: Roles,
    persons: dict[str, tuple[str, ...]],
    entities: list[Entity],
    words: frozenset[int],
) -> None:
    """The name of a party: joined to the entity before it, or one of its own."""
    hit = hits[index]
    sense = hit.senses["party"]
    last = entities[-1] if entities else None
    cases = rules.cases(sense.feature)
    if (
        last
        and last.kind in ("party", "person")
        and (last.codes or last.people)
        and not (rules.after and _heads_line(folded.text, last, hit, end, rules))
        and rules.joins(folded.text[last.end : hit.start], _several(last), last.closed)
        and (rules.ending or not cases or not last.cases or not cases.isdisjoint(last.cases))
        and (_several(last) or not rules.parts(folded.text, last.start, last.end, hit.start, end))
    ):
        codes = sense.value.split("+")
        last.closed |= folded.text[last.end : hit.start].strip(", ").isalpha()
        last.codes = (*last.codes, *(c for c in codes if c not in last.codes))
        last.end = end
        last.cases = cases if rules.ending else last.cases
    else:
        last = _party(folded, hits, index, end, rules, persons, entities, words)
    last.names.append(Named(hit.start, end, sense.value.replace("+", " ")))
    if sense.feature == "genitive" and not cases:
        last.role = "genitive"


def _heads_line(text: str, last: Entity, hit: Hit, end: int, rules: Roles) -> bool:
    """Whether a headline sets who acts before a comma: A, loan for B.  It then is the subject."""
    begins = last.start == 0 or text[last.start - 1] == "\n"
    if not begins or len(last.names) != 1 or text[last.end : hit.start] != "、":
        return False
    line = text[last.start : text.find("\n", end) if "\n" in text[end:] else len(text)]
    both = rules.behind(text, end) == "subject" or text.startswith(rules.joiners, end)
    if both or line.rstrip().endswith(("。", ".", ":")):
        return False
    last.role = "subject"
    return True


def _party(
    folded: Folded,
    hits: list[Hit],
    index: int,
    end: int,
    rules: Roles,
    persons: dict[str, tuple[str, ...]],
    entities: list[Entity],
    words: frozenset[int],
) -> Entity:
    """A party newly named, with the office before it: the Government of, President Li of."""
    text, hit = folded.text, hits[index]
    codes = tuple(hit.senses["party"].value.split("+"))
    last = entities[-1] if entities else None
    start, office = hit.start, None
    cases = rules.cases(hit.senses["party"].feature)
    while (of := _of(text, start, rules, cases)) is not None:
        if last and last.people and last.end == of:
            introduce(last.people.pop(), codes, persons, rules)
            last.codes = (*last.codes, *codes)
            last.end = end
            return last
        if last and last.kind == "self" and last.end == of:
            last.kind, last.codes, last.end = "party", codes, end
            return last
        before = next((h for h in reversed(hits[max(0, index - 6) : index]) if h.end <= of), None)
        if before is None or before.end != of or "head" not in before.senses:
            break
        start, office = before.start, before
        cases = rules.cases(before.senses["head"].feature)
    entity = Entity(start, end, codes, "party")
    entity.cases = cases
    if office is not None and "office" in office.senses and rules.capitals:
        name = name_behind(folded, words, end, rules)
        if name:
            entity.kind, entity.name, entity.end = "person", name.strip(), end + len(name)
            introduce(entity.name, codes, persons, rules)
        elif name := name_before(folded, start, rules):
            introduce(name, codes, persons, rules)
    if (
        last
        and office is not None
        and last.kind in ("party", "person", "self")
        and rules.joins(text[last.end : start], _several(last))
    ):
        last.codes = (*last.codes, *codes)
        last.end = entity.end
        return last
    entities.append(entity)
    return entity


def _of(text: str, start: int, rules: Roles, cases: frozenset[str]) -> int | None:
    """Where the words end that "of", or the genitive, ties to the name at ``start``."""
    if rules.office_first and (not cases or "genitive" in cases) and text[start - 1 : start] == " ":
        return start - 1
    for word in rules.of:
        if text.endswith(word, 0, start):
            return start - len(word)
    return None


def _settle(entity: Entity, persons: dict[str, tuple[str, ...]]) -> None:
    """Gives persons the parties that the text gives them elsewhere; two unknown speak as one."""
    unknown = False
    several = len(entity.people) > 1 or bool(entity.codes)
    for name in entity.people:
        codes = next((persons[part] for part in reversed(name.split()) if part in persons), ())
        unknown |= not codes
        entity.codes = (*entity.codes, *(code for code in codes if code not in entity.codes))
    if unknown and several:
        entity.kind, entity.codes = "self", ()


def _attach_office(
    folded: Folded,
    hits: list[Hit],
    index: int,
    rules: Roles,
    persons: dict[str, tuple[str, ...]],
    entities: list[Entity],
    words: frozenset[int],
) -> bool:
    """A person or an organ of a party: its office beside the party and perhaps a name."""
    text, hit = folded.text, hits[index]
    last = entities[-1] if entities else None
    if rules.after:
        entity = office_behind(folded, hit, last, rules, persons, words)
        if entity is not None and entity is not last:
            entities.append(entity)
        return entity is not None
    if rules.rows:
        entity = bare_names.office(text, hit, last, persons, words)
        if entity is not None and entity is not last:
            entities.append(entity)
        return entity is not None
    name = ""
    if rules.capitals and not (rules.office_first and _party_follows(hits, index)):
        name = name_behind(folded, words, hit.end, rules)
    end = hit.end + len(name)
    beside = ("adjective",) if rules.office_first else ("adjective", "party")
    if last and last.kind in beside and text[last.end : hit.start] in ("", " "):
        if last.role == "genitive" and "head" in hit.senses:
            last.role = ""  # Kenya's government acts, as the government of Kenya does
        last.end = end
        last.cases = rules.cases(hit.senses["office"].feature) or last.cases
        if rules.office_first and last.kind == "adjective":
            _share(text, entities, rules)
            last = entities[-1]
        last.kind = "person" if name else "party"
        if name:
            last.name = name.strip()
            introduce(last.name, last.codes, persons, rules)
        if len(entities) > 1 and last.kind == "person" and not last.names:
            _join(text, entities, rules)
        return True
    if not name or not folded.exact(hit.start, hit.start + 1).isupper():
        return False
    entity = Entity(hit.start, end, (), "person")
    entity.name = name.strip()
    entity.people.append(entity.name)
    entities.append(entity)
    _join(text, entities, rules)
    return True


def _share(text: str, entities: list[Entity], rules: Roles) -> None:
    """Makes one entity of adjectives that share their noun: the Kazakh and the Uzbek side.

    A party named in the same case before it belongs to them: Kazakhstan and the Uzbek side.
    """
    while len(entities) > 1:
        before, last = entities[-2], entities[-1]
        if before.kind not in ("adjective", "party") or before.cases.isdisjoint(last.cases):
            return
        if text[before.end : last.start] not in rules.joiners:
            return
        before.end, before.cases = last.end, last.cases
        before.codes = (*before.codes, *(code for code in last.codes if code not in before.codes))
        before.names += last.names
        del entities[-1]


def _party_follows(hits: list[Hit], index: int) -> bool:
    """Whether the next word names a party: it is no person's name then."""
    after = hits[index + 1] if index + 1 < len(hits) else None
    return after is not None and after.start == hits[index].end + 1 and "party" in after.senses


def _several(entity: Entity) -> bool:
    return len(entity.names) + len(entity.people) > 1


def _join(text: str, entities: list[Entity], rules: Roles) -> None:
    """Makes one entity of the last two where they are coordinated."""
    if len(entities) < 2:
        return
    before, entity = entities[-2], entities[-1]
    if before.kind not in ("party", "person") or not rules.joins(
        text[before.end : entity.start], _several(before)
    ):
        return
    if before.kind == "party" and text[before.end] == "," and not _several(before):
        return  # a person behind one party and a sign speaks: "… for Kenya, President Xi said"
    before.end, before.kind = entity.end, "person"
    before.codes = (*before.codes, *(c for c in entity.codes if c not in before.codes))
    before.people += entity.people
    before.names += entity.names
    del entities[-1]


def _name_known(
    folded: Folded, entities: list[Entity], persons: dict[str, tuple[str, ...]], rules: Roles
) -> None:
    """Later mentions of persons by their name alone."""
    if not (rules.capitals or rules.rows):
        return
    edge = r"\b" if rules.capitals else ""
    names = "|".join(re.escape(name) for name in sorted(persons, key=len, reverse=True))
    taken = [
        (entity.start, entity.end)
        for entity in entities
        if rules.capitals or entity.kind != "adjective"  # a letter of the name itself
    ]
    index = 0
    extra = []
    for found in re.finditer(rf"{edge}({names})(?: (?:{names}))*{edge}", folded.text):
        while index < len(taken) and taken[index][1] <= found.start():
            index += 1
        inside = index < len(taken) and taken[index][0] < found.end()
        capital = folded.exact(found.start(), found.start() + 1).isupper()
        if not inside and (capital or not rules.capitals):
            entity = Entity(found.start(), found.end(), persons[found[1]], "person")
            entity.name = found.group()
            extra.append(entity)
    if extra:
        entities.extend(extra)
        entities.sort(key=lambda entity: entity.start)
