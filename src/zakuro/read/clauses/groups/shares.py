"""Shares: givers with amounts of their own, and sums that one promise shares out."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import NamedTuple

from zakuro.model.vocabulary import receiving_acts
from zakuro.read.clauses.clause import Candidate
from zakuro.read.clauses.groups.dealt_out import with_units
from zakuro.read.clauses.groups.words import Words
from zakuro.read.clauses.predicates import is_noun
from zakuro.read.clauses.spans import end_without_joiners
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.entities import Entity

_AMOUNTS = frozenset({"money", "count", "range", "dimension"})
_SILENT = frozenset({"condition", "refused", "doubted"})
_PAST = frozenset({"tense.past", "tense.perfect"})
_GIFTS = frozenset({"promised", "vehicle"})
_LONGEST_GIFT = 5
"""Words from a sum to the word for whom it comes from: million concessional loan from."""
_JOINING = frozenset({"adverb", "joiner"})


def with_shares(candidates: list[Candidate], words: Words) -> list[Candidate]:
    """The candidates, with one for each giver who has an amount of their own in the sentence.

    "A pledged 3 million and B 4", "pledges from A (3 million) and B (4 million)", "3 million from
    A, 4 million from B" are as many promises as there are pairs of a giver and an amount.
    """
    if words.rules.before:
        return [share for candidate in candidates for share in _in_turn(candidate, words)]
    pairs = list(_pairs(words))
    promised = next((c for c in candidates if c.kind == "pledge"), None)
    noun = next((hit for hit in words.hits if "promised" in hit.senses), None)
    if not pairs:
        shared = noun is not None and promised is None
        return _shared_out(candidates, noun, words) if shared and noun else candidates
    if not _are_shares(pairs, promised, noun, candidates, words):
        return candidates
    with_units([m for m in words.sentence.mentions if _counts(m, pairs)], words)
    made = _of_pairs(pairs, promised, words)
    kept = []
    for candidate in candidates:
        inside = [p for p in pairs if candidate.start <= p.start and p.end <= candidate.end + 1]
        if not inside:
            kept.append(candidate)
        elif candidate.kind == "pledge" and candidate.start < inside[0].start - 3:
            if _measures(words, candidate.start, inside[0].start):
                stop = len(words.text[: inside[0].start].rstrip(" ("))
                candidate.end = end_without_joiners(words.text, candidate.start, stop, words.hits)
                kept.append(candidate)
            else:
                made[pairs.index(inside[0])].start = candidate.start
    told = sorted([*kept, *made], key=lambda candidate: candidate.start)
    gives = [c.subject for c in told if c.kind == "pledge" and c.subject is not None]
    donors = frozenset(code for subject in gives for code in subject.codes)
    for candidate in told:
        candidate.donors = donors
    return told


def _are_shares(
    pairs: list[Pair],
    promised: Candidate | None,
    noun: Hit | None,
    candidates: list[Candidate],
    words: Words,
) -> bool:
    """Whether pairs of a party and a sum are promises: behind a promise, or a noun of giving."""
    if promised is None:
        if noun is None or noun.start > pairs[0].end:
            return False
        pledged = "commitment" in noun.senses and noun.start < pairs[0].start
        return pledged or not any(_is_over(each, pairs[0]) for each in candidates)
    if _is_given(pairs[0], promised, words):
        return False
    return len(pairs) > 1 or noun is not None or _gapped(pairs[0], promised, words)


def _of_pairs(pairs: list[Pair], promised: Candidate | None, words: Words) -> list[Candidate]:
    """A promise for each pair, of the party that it names or to it."""
    made: list[Candidate] = []
    given = promised is not None and _are_given(pairs[0], promised, words)
    for pair in pairs:
        candidate = Candidate(pair.start, "pledge", "share")
        candidate.end, candidate.subject, candidate.row = pair.end, pair.giver, "share"
        candidate.facts = frozenset({pair.amount})
        candidate.strength = promised.strength if promised is not None else "commits"
        candidate.act = promised.act if promised is not None else None
        if given and promised is not None:
            pair.giver.role = "receiver"
            candidate.subject = None if "receive" in promised.facts else promised.subject
            candidate.open = candidate.subject is None
            candidate.act = "provide" if candidate.open else candidate.act
        made.append(candidate)
    return made


def _in_turn(candidate: Candidate, words: Words) -> list[Candidate]:
    """A promise as many times as it names givers, or receivers, each with a sum of their own.

    That is where the predicate comes last: A 3 million, B 4 million provides; 3 million to A, 4
    million to B goes.
    """
    entities = words.sentence.entities
    inside = [e for e in entities if candidate.start <= e.start and e.end <= candidate.end]
    if candidate.kind in ("pledge", "result"):
        dealt = _dealt(candidate, inside, words)
        if dealt:
            return [_turn(candidate, e, at, i, dealt, words) for i, (at, e) in enumerate(dealt)]
    for role in ("subject", "receiver"):
        turns = [each for each in inside if each.codes and each.role == role]
        if candidate.kind not in ("pledge", "result") or len(turns) < 2:
            continue
        ends = [*(each.start for each in turns[1:]), candidate.end]
        if all(_has_sum(words, e.end, stop) for e, stop in zip(turns, ends, strict=True)):
            placed = [(each.start, each) for each in turns]
            return [_turn(candidate, e, e.start, i, placed, words) for i, e in enumerate(turns)]
    return [candidate]


def _dealt(candidate: Candidate, inside: list[Entity], words: Words) -> list[tuple[int, Entity]]:
    """Those who get a sum each that stands before them, with where it begins, or nothing."""
    gets = [e for e in inside if e.codes and e.role != "subject"]
    sums = [
        m
        for m in words.sentence.mentions
        if m.type in _AMOUNTS and candidate.start <= m.start < candidate.end
    ]
    order = sorted([*((m.start, "sum") for m in sums), *((e.start, "gets") for e in gets)])
    if len(gets) < 2 or [sort for _, sort in order] != ["sum", "gets"] * len(gets):
        return []
    stops = [*(m.start for m in sums[1:]), candidate.end]
    for mention, entity, stop in zip(sums, gets, stops, strict=True):
        verbs = (h for h in words.hits if h.role and mention.start <= h.start < entity.start)
        parted = "、" in words.text[entity.end : stop] or stop == candidate.end
        if not parted or not all(is_noun(hit, words.rules.noun) for hit in verbs):
            return []
    return [(mention.start, entity) for mention, entity in zip(sums, gets, strict=True)]


def _has_sum(words: Words, start: int, stop: int) -> bool:
    """Whether a sum follows with no verb before it that is more than a noun: 監視用無人機8機."""
    amount = next(
        (m for m in words.sentence.mentions if m.type in _AMOUNTS and start <= m.start < stop), None
    )
    return amount is not None and not any(
        hit.role and not is_noun(hit, words.rules.noun) and start <= hit.start < amount.start
        for hit in words.hits
    )


def _turn(
    candidate: Candidate,
    entity: Entity,
    start: int,
    place: int,
    turns: list[tuple[int, Entity]],
    words: Words,
) -> Candidate:
    """The part of a promise that one of those who take turns has, which begins at ``start``."""
    made = copy(candidate)
    made.start = start if place else candidate.start
    if place + 1 < len(turns):
        made.end = turns[place + 1][0]
        while True:
            made.end = len(words.text[: made.end].rstrip(" 、，,"))
            hit = words.to(made.end)
            if hit is None or _JOINING.isdisjoint(hit.senses) or hit.start <= made.start:
                break
            made.end = hit.start
    if entity.role == "subject":
        made.subject = entity
    return made


def _shared_out(candidates: list[Candidate], noun: Hit, words: Words) -> list[Candidate]:
    """The candidates, with one for each of several sums that a noun of promise has shared out.

    "The pledges include 3 million for schools, 4 million for roads."
    """
    amounts = [m for m in words.sentence.mentions if m.type == "money" and m.start > noun.end]
    outer = next((c for c in candidates if c.start <= noun.start and noun.end <= c.end), None)
    if len(amounts) < 2 or outer is None or outer.hits[0][1].start < noun.end:
        return candidates
    if outer.kind not in (None, "result") or "deliverable" in outer.facts:
        return candidates
    made = []
    for place, amount in enumerate(amounts):
        stop = amounts[place + 1].start if place + 1 < len(amounts) else outer.end
        between = words.text[amount.end : stop]
        if place + 1 < len(amounts) and "," not in between and " " not in between.strip():
            return candidates  # an equivalent, or a range
        candidate = Candidate(amount.start, "pledge", "share")
        candidate.row, candidate.strength, candidate.subject = "share", "commits", outer.subject
        candidate.facts = frozenset({amount.type})
        cut = between.rfind(",")
        candidate.end = amount.end + (cut if cut > 0 and place + 1 < len(amounts) else len(between))
        candidate.end = len(words.text[: candidate.end].rstrip(" ,.;"))
        candidate.open = outer.subject is None
        made.append(candidate)
    kept = [c for c in candidates if c is not outer]
    return sorted([*kept, *made], key=lambda candidate: candidate.start)


class Pair(NamedTuple):
    """A giver and the amount that is theirs, with the sort of that amount."""

    start: int
    end: int
    giver: Entity
    amount: str


def _is_given(pair: Pair, promised: Candidate, words: Words) -> bool:
    """Whether who stands before the amount is whom the verb before gives it: grant Kenya 1 million.

    The others that follow with amounts of theirs get them as well.
    """
    before = words.to(words.ahead(pair.start))
    if before is not None and "article" in before.senses:
        before = words.to(words.ahead(before.start))
    return before is not None and any(hit is before for _, hit in promised.hits)


def _is_over(candidate: Candidate, pair: Pair) -> bool:
    """Whether a clause that holds a pair tells of what was done, or denies it: got 3 million."""
    if not candidate.start <= pair.start < candidate.end or candidate.row == "level":
        return False
    past = "lead.act" in candidate.facts and not candidate.facts.isdisjoint(_PAST)
    silent = candidate.row in _SILENT or "negated" in candidate.facts
    return candidate.kind == "result" or past or silent or candidate.act in receiving_acts()


def _counts(mention: Raw, pairs: list[Pair]) -> bool:
    """Whether a mention is a sum, or a bare figure that a pair of a party and a sum has."""
    pair = any(each.start <= mention.start and mention.end <= each.end for each in pairs)
    return mention.type in _AMOUNTS or (mention.type == "number" and pair)


def _are_given(pair: Pair, promised: Candidate, words: Words) -> bool:
    """Whether those with a sum of their own get it, since they receive or somebody else gives.

    "B will get 3 million, C 4"; "A announced aid for two states: B 3 million, C 4 million"; "aid
    will be shared among B (3 million) and C (4 million)".
    """
    if "receive" in promised.facts:
        return True
    before = words.text[promised.start : pair.start].rstrip()
    subject = promised.subject
    gives = subject is not None and bool(subject.codes) and subject is not pair.giver
    among = pair.giver.role == "none" and "passive" in promised.facts
    return among or (gives and before.endswith(":"))


def _gapped(pair: Pair, promised: Candidate | None, words: Words) -> bool:
    """Whether a pair goes on with a promise whose verb it leaves out: A pledged 3, and B 4."""
    if promised is None or not promised.start < pair.giver.start <= pair.start:
        return False
    before = words.ahead(pair.start)
    hit = words.to(before)
    joins = words.text[before - 1] == "," or (
        hit is not None and ("joiner" in hit.senses or "partner" in hit.senses)
    )
    return joins and _measures(words, promised.start, pair.start)


def _measures(words: Words, start: int, end: int) -> bool:
    return any(
        start <= mention.start and mention.end <= end and mention.type in _AMOUNTS
        for mention in words.sentence.mentions
    )


def _pairs(words: Words) -> Iterator[Pair]:
    """The pairs of a giver and an amount that a sentence sets beside each other."""
    text = words.text
    starts = {entity.start: entity for entity in words.sentence.entities if entity.codes}
    for mention in words.sentence.mentions:
        if mention.type not in _AMOUNTS and mention.type != "number":
            continue
        before = words.ahead(mention.start)
        if text[before - 1 : before] in ("–", "—"):
            before = words.ahead(before - 1)
        bracket = text[before - 1 : before] in ("(", "（")
        owner = words.entities.get(words.ahead(before - 1) if bracket else before)
        gives = owner is not None and owner.kind != "adjective" and owner.role != "receiver"
        if gives and owner is not None and owner.codes:
            yield Pair(owner.start, mention.end + bracket, owner, mention.type)
            continue
        if mention.type == "number":
            continue
        given = _gift_of(mention, words)
        if given is not None:
            yield given
            continue
        link = _source_of(mention, words)
        if link is None:
            continue
        place = words.behind(link.end)
        article = words.at(place)
        if article is not None and "article" in article.senses:
            place = words.behind(article.end)
        times = (m for m in words.sentence.mentions if m.type not in _AMOUNTS)
        if any(each.start <= place < each.end for each in times):
            continue  # by when it comes: in grants by 2027, by the end of 2027
        owner = starts.get(place)
        if owner is None:
            owner = Entity(place, _phrase_end(words, place), (), "party")
        yield Pair(mention.start, owner.end, owner, mention.type)


def _source_of(mention: Raw, words: Words) -> Hit | None:
    """The word for whom a sum comes from, right behind it or its noun: a 3 million grant from."""
    place, gift = words.behind(mention.end), mention.type == "money"
    noun = False
    for _ in range(_LONGEST_GIFT):
        hit = words.at(place)
        if hit is not None and "source" in hit.senses:
            return hit if noun or place == words.behind(mention.end) else None
        if not gift or (hit is not None and hit.role == "act" and "promised" not in hit.senses):
            return None
        noun = hit is not None and not _GIFTS.isdisjoint(hit.senses)
        stop = hit.end if hit is not None else words.word_from(place)
        if stop == place:
            return None
        place = words.behind(stop)
    return None


def _gift_of(mention: Raw, words: Words) -> Pair | None:
    """A sum whose giver stands between it and its noun: a 3 million Japanese grant."""
    place = words.behind(mention.end)
    entity = next((e for e in words.sentence.entities if e.start == place and e.codes), None)
    if entity is None or mention.type != "money" or entity.kind not in ("adjective", "party"):
        return None
    noun = words.at(words.behind(entity.end))
    if noun is None or _GIFTS.isdisjoint(noun.senses):
        return None
    return Pair(mention.start, noun.end, entity, mention.type)


def _phrase_end(words: Words, place: int) -> int:
    """Where a name ends: before a sign or a joiner."""
    end = place
    while end < words.end and words.text[end] not in ",;.:()" and words.text[end] != "\n":
        hit = words.at(end)
        if hit is not None and ("joiner" in hit.senses or "preposition" in hit.senses):
            break
        end = words.word_from(end) if words.text[end].isalnum() else end + 1
    return words.ahead(end)
