"""Trailing clauses: what hangs on another clause by a participle or a relative, and yet promises.

"The talks ended with A pledging 3 million", "A opened the talks, promising to build a port", "they
thanked A, which will send doctors".
"""

from __future__ import annotations

from zakuro.model.vocabulary import giving_acts
from zakuro.read.clauses.arguments import Acting, Positions
from zakuro.read.clauses.coordination import Clause, lead_feature
from zakuro.read.clauses.groups.words import Words
from zakuro.read.clauses.predicates import Predicate
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import Entity

_PROMISING = ("commit", "announce", "approve")
_AMOUNTS = frozenset({"money", "count", "dimension", "range"})
_NEAR = 40
"""Characters from a participle of giving to the amount that it gives."""
_PERSONS = frozenset({"party", "person"})


def participial(
    predicate: Predicate, found: list[Clause], words: Words, positions: Positions
) -> Clause | None:
    """The clause of a participle that promises, or gives an amount with a subject of its own."""
    if lead_feature(predicate) != "gerund" or predicate.negated:
        return None
    if predicate.has("auxiliary", "future"):
        return None
    promises = predicate.has(*_PROMISING)
    gives = predicate.act in giving_acts() and _gives_so_much(predicate, words)
    if not (promises or gives):
        return None
    place = _before_adverb(words, predicate.start)
    sign, hit = words.text[place - 1 : place], words.to(place)
    last = found[-1] if found else None
    if sign == "," or (hit is not None and "agent" in hit.senses):
        by_subject = last is not None and last.candidate.subject is not None
        if not (promises and by_subject and last is not None):
            return None
        return _clause(predicate, last.who, last.candidate.subject, predicate.start)
    floor = _opening(words, place, last.predicate.end if last is not None else words.start)
    if floor is None:
        return None
    entity = words.entities.get(place)
    if entity is not None and entity.kind in _PERSONS and entity.codes:
        return _clause(predicate, entity.kind, entity, entity.start)
    acting = positions.noun(place, floor)
    if acting.who not in ("organisation", "office", "name") or acting.start < floor:
        return None
    return _clause(predicate, acting.who, acting.entity, acting.start)


def relative(predicate: Predicate, words: Words) -> Clause | None:
    """The clause of a party that a relative follows: A, which will send doctors."""
    if (
        predicate.negated
        or predicate.act is None
        or not predicate.has("future", "commit", "intend")
    ):
        return None
    hit = words.to(words.ahead(predicate.start))
    if hit is None or "relative" not in hit.senses or words.text[hit.start : hit.end] == "what":
        return None
    place = words.ahead(hit.start)
    if words.text[place - 1 : place] == ",":
        place = words.ahead(place - 1)
    entity = words.entities.get(place)
    if entity is None or entity.kind not in _PERSONS or not entity.codes:
        return None
    return _clause(predicate, entity.kind, entity, hit.end)


def _clause(predicate: Predicate, who: str, entity: Entity | None, start: int) -> Clause:
    predicate.how = "clause"
    predicate.marks.setdefault("deed", "")
    predicate.marks.setdefault("trailing", "")
    clause = Clause(predicate, Acting(who, entity, start, "clause"))
    clause.candidate.relative = True
    return clause


def _gives_so_much(predicate: Predicate, words: Words) -> bool:
    """Whether an amount stands right behind a participle: giving 40 million."""
    return any(
        mention.type in _AMOUNTS and 0 <= mention.start - predicate.end <= _NEAR
        for mention in words.sentence.mentions
    )


def _before_adverb(words: Words, start: int) -> int:
    """The place before a predicate and its adverb: also pledging."""
    place = words.ahead(start)
    hit = words.to(place)
    return words.ahead(hit.start) if hit is not None and "adverb" in hit.senses else place


def _opening(words: Words, place: int, floor: int) -> int | None:
    """Where the words of who acts begin that "with", a comma or a joiner opens; None elsewhere."""
    begin = words.text.rfind(",", floor, place) + 1
    opens = _last(words, begin or floor, place)
    if opens is not None:
        return opens.end
    return begin or None


def _last(words: Words, start: int, stop: int) -> Hit | None:
    """The last "with" or joiner between two places."""
    found = None
    for hit in words.hits:
        if start <= hit.start and hit.end < stop and not words.named_in(hit):
            found = hit if "partner" in hit.senses or "joiner" in hit.senses else found
    return found
