"""Who else acts: capitals that stand for their government, institutions, companies of a country.

They are no parties by name.  A capital gives what its government gives; an institution or a company
acts for itself, so that what it does is told, but no party is the giver.  An office without its
state (the ministry, the president) is a person whose state the text or its publisher tells.
"""

from __future__ import annotations

from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.lexis.span_index import Layer
from zakuro.read.parties.entities import Entity
from zakuro.read.parties.roles import Roles

_ACTING = ("subject", "agent")


def actors(folded: Folded, hits: list[Hit], entities: list[Entity], rules: Roles) -> list[Entity]:
    """Those of a sentence that act and are no parties by name, each with its part."""
    found: list[Entity] = []
    ends = {entity.end: entity for entity in entities if entity.kind == "adjective"}
    firms = {hit.start for hit in hits if "company" in hit.senses or "actor" in hit.senses}
    held = {hit.end + 1 for hit in hits if "office" in hit.senses}
    named = Layer([entity for entity in entities if entity.kind != "adjective"])
    for hit in hits:
        senses = hit.senses
        if "capital" in senses:
            actor = _capital(folded, hit, rules)
        elif "institution" in senses:
            actor = _institution(folded, hit, rules)
        elif "company" in senses:
            actor = _company(hit, ends.get(hit.start - 1), rules)
            if actor is None and "actor" in senses:
                actor = _office(folded, hit, "actor", "body", rules)
        elif "actor" in senses:
            actor = _office(folded, hit, "actor", "body", rules)
        elif "office" in senses and not (
            named.around(hit.start) or hit.start in held or hit.end + 1 in firms
        ):
            actor = _office(folded, hit, "office", "person", rules)
        else:
            continue
        if actor is None:
            continue
        last = found[-1] if found else None
        if last and last.codes and actor.codes and _joined(folded, last, actor, rules):
            last.codes, last.end = (*last.codes, *actor.codes), actor.end
        else:
            found.append(actor)
    return found


def opens_a_name(hits: list[Hit], end: int) -> bool:
    """Whether a noun behind a capital makes another name of it: Париж клубы, the Paris Club."""
    return any("treaty" in hit.senses for hit in hits if hit.start == end + 1)


def _joined(folded: Folded, one: Entity, other: Entity, rules: Roles) -> bool:
    """Whether two capitals act together: Cairo and Khartoum."""
    return rules.joins(folded.text[one.end : other.start], several=len(one.codes) > 1)


def _capital(folded: Folded, hit: Hit, rules: Roles) -> Entity | None:
    """A capital in the form that a subject has; behind a preposition it is a place."""
    if not _written_large(folded, hit) or rules.before(folded.text, hit.start):
        return None
    sense = hit.senses["capital"]
    actor = Entity(hit.start, hit.end, (sense.feature,), "party")
    actor.role = "subject"
    actor.cases = frozenset({"subject", "object"})
    return actor


def _institution(folded: Folded, hit: Hit, rules: Roles) -> Entity | None:
    """A bank or an organisation by its name."""
    if not _written_large(folded, hit) or rules.before(folded.text, hit.start):
        return None
    cases = rules.cases(hit.senses["institution"].feature)
    actor = _acting(hit.start, hit.end, cases, named=not cases)
    if actor is not None:
        actor.kind = "party"
    return actor


def _company(hit: Hit, adjective: Entity | None, rules: Roles) -> Entity | None:
    """Companies of a country: its adjective right before their noun, both in the same case."""
    if adjective is None:
        return None
    cases = rules.cases(hit.senses["company"].feature) & adjective.cases
    return _acting(adjective.start, hit.end, cases, named=False)


def _office(folded: Folded, hit: Hit, role: str, kind: str, rules: Roles) -> Entity | None:
    """An office or an organ by its noun alone: the ministry, the secretariat.

    A form that may also be a genitive tells whose something is; so does a name without cases (МИД)
    right behind a noun or a preposition.
    """
    cases = rules.cases(hit.senses[role].feature)
    if "genitive" in cases:
        return None
    named = not cases and _written_large(folded, hit) and not rules.before(folded.text, hit.start)
    actor = _acting(hit.start, hit.end, cases, named=named)
    if actor is not None:
        actor.kind = kind
    return actor


def _acting(start: int, end: int, cases: frozenset[str], *, named: bool) -> Entity | None:
    """An actor without a code, if its case lets it act; a name without cases may always."""
    role = "subject" if named else next((role for role in _ACTING if role in cases), "")
    if not role:
        return None
    actor = Entity(start, end, (), "body")
    actor.role, actor.cases = role, cases or frozenset({"subject", "object"})
    return actor


def _written_large(folded: Folded, hit: Hit) -> bool:
    return folded.exact(hit.start, hit.start + 1).isupper()
