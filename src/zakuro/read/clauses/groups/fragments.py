"""Fragments: sentences without a finite verb, as the items of a list are written."""

from __future__ import annotations

from zakuro.read.clauses.arguments import Acting, may_act
from zakuro.read.clauses.coordination import (
    Clause,
    has_object,
    inside,
    is_finite_auxiliary,
    lead_feature,
    noun_like,
)
from zakuro.read.clauses.groups.words import Words
from zakuro.read.clauses.predicates import Predicate, is_noun
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import Entity

_DESCRIBED = 3
"""How many words may describe a noun of doing that opens a line."""
_LEADS = frozenset({"preposition", "article"})
_SUBORDINATE = frozenset({"relative", "that", "conjunction"})


def fragment(found: list[Predicate], words: Words) -> Clause | None:
    """The clause of a sentence that begins with a verb and in which none is finite.

    An item of a list: Supporting schemes that help farmers; To train judges.
    """
    first = found[0] if found else None
    if first is None or first.negated or first.has("future", "auxiliary", "preposition"):
        return None
    if lead_feature(first) not in ("", "base", "gerund") or _has_subject(first, words):
        return None
    place = _before_adverbs(words.ahead(first.start), words)
    hit = words.to(place)
    if hit is not None and "infinitive" in hit.senses:
        if _is_purpose(hit, words):
            return None
        place = words.ahead(hit.start)
    if place > words.start or not has_object(first, words) or _is_governed(first, words):
        return None
    first.how = "clause"
    first.marks.setdefault("deed", "")
    clause = Clause(first, Acting("nobody", None, words.start, "opening"))
    for each in found[1:2]:
        inside(clause, each)
    return clause


def headline(found: list[Predicate], words: Words) -> Clause | None:
    """The clause of a headline, in which who acts stands before an infinitive: A to give B boats.

    A line of minutes is written so as well: C to share the draft by May.
    """
    first = found[0] if found else None
    if first is None or first.negated or first.has("auxiliary") or first.act is None:
        return None
    infinitive = words.to(words.ahead(first.start))
    if infinitive is None or "infinitive" not in infinitive.senses:
        return None
    acting = _heads(words, words.ahead(infinitive.start))
    if acting is None or any(_tells(each, words) for each in found[1:]):
        return None
    if any(is_finite_auxiliary(hit) or _is_perfect(hit) for hit in words.hits):
        return None
    first.how = "clause"
    first.marks.update(dict.fromkeys(("deed", "future"), ""))
    clause = Clause(first, acting)
    for each in found[1:]:
        inside(clause, each)
    return clause


def _heads(words: Words, place: int) -> Acting | None:
    """Who acts by a headline: the party or the bank that opens it, or stands behind its colon."""
    colon = words.text.rfind(":", words.start, place)
    begin = words.behind(colon + 1 if colon >= 0 else words.start)
    entity, hit = words.entities.get(place), words.to(place)
    if entity is not None and may_act(entity):
        named = entity.start <= begin and bool(entity.codes or entity.kind == "self")
        return Acting(entity.kind, entity, begin, "clause") if named else None
    if hit is None or "institution" not in hit.senses or hit.start > begin:
        return None
    bank = Entity(hit.start, hit.end, (), "body")
    bank.role = "subject"
    return Acting("organisation", bank, begin, "clause")


def _tells(predicate: Predicate, words: Words) -> bool:
    """Whether a predicate makes a headline a sentence: none that only ends it with who says so."""
    if predicate.has("say") and words.behind(predicate.end) >= words.end - 1:
        return False
    return is_finite(predicate, words) and not noun_like(predicate)


def nominal(found: list[Predicate], words: Words) -> Clause | None:
    """The clause of a sentence without a finite verb that names a deed by its noun, or a sum.

    A line of a list of what was agreed: Provision of 40 buses; Concessional loan of $5 million.
    """
    if any(is_finite(each, words) for each in found):
        return None
    if any(is_finite_auxiliary(hit) or _is_perfect(hit) for hit in words.hits):
        return None
    named = next((hit for hit in words.hits if _names_a_deed(hit, words)), None)
    if named is None or words.text.count(" ", words.start, named.start) > _DESCRIBED:
        return None
    first = Predicate([named], words.starts[named.start])
    first.nominal, first.tense = True, words.rules.noun
    if "act" in named.senses:
        first.act, first.content = named.senses["act"].value, named
    clause = Clause(first, Acting("nobody", None, words.start, "opening"))
    clause.candidate.start = words.start
    return clause


def is_finite(predicate: Predicate, words: Words) -> bool:
    """Whether a predicate may be that of a whole sentence, and is no participle or noun."""
    if predicate.has("auxiliary", "future", "ought") or predicate.lead.role not in ("act", ""):
        return True
    feature = lead_feature(predicate)
    if feature == "past":
        behind = words.at(words.behind(predicate.end))
        return behind is None or _LEADS.isdisjoint(behind.senses) or "article" in behind.senses
    return feature not in ("gerund", "base", "", words.rules.noun)


def _is_perfect(hit: Hit) -> bool:
    return "auxiliary" in hit.senses and hit.senses["auxiliary"].feature == "perfect"


def _names_a_deed(hit: Hit, words: Words) -> bool:
    """Whether a noun tells what is done or given, and what of it stands behind."""
    deed = is_noun(hit, words.rules.noun) or "promised" in hit.senses
    following = words.at(words.behind(hit.end))
    return deed and following is not None and "preposition" in following.senses


def _before_adverbs(place: int, words: Words) -> int:
    """The place before the adverbs of a verb: Jointly promote; Further develop."""
    while place > words.start:
        hit, begin = words.to(place), words.word_to(place)
        if hit is not None and "adverb" in hit.senses:
            place = words.ahead(hit.start)
        elif hit is None and begin < place and words.is_adverb(begin, place):
            place = words.ahead(begin)
        else:
            break
    return place


def _has_subject(first: Predicate, words: Words) -> bool:
    """Whether somebody stands behind a comma, who does it: Announcing it, he left."""
    begins = {entity.start for entity in words.sentence.entities if entity.kind == "self"}
    begins.update(hit.start for hit in words.hits if "pronoun" in hit.senses)
    return any(words.text[words.ahead(place) - 1] == "," for place in begins if place > first.end)


def _is_purpose(infinitive: Hit, words: Words) -> bool:
    """Whether a comma parts an infinitive from a clause whose purpose it tells."""
    comma = words.text.find(",", infinitive.end, words.end)
    behind = words.at(words.behind(comma + 1)) if comma >= 0 else None
    return comma >= 0 and (behind is None or "joiner" not in behind.senses)


def _is_governed(first: Predicate, words: Words) -> bool:
    """Whether a finite verb follows that does not belong to a clause inside: to help is good."""
    inside = 0
    for hit in words.hits:
        if hit.start < first.end or words.named_in(hit):
            continue
        finite = is_finite_auxiliary(hit) or "ought" in hit.senses or "future" in hit.senses
        before = words.to(words.ahead(hit.start))
        joined = before is not None and "joiner" in before.senses
        if not _SUBORDINATE.isdisjoint(hit.senses):
            inside += 1
        elif inside and (finite or hit.role):
            inside -= not joined
        elif finite and not joined:
            return True
    return False
