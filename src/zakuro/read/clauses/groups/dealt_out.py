"""Sums dealt out: one giver, several who get, each with a sum of their own."""

from __future__ import annotations

from copy import copy
from decimal import Decimal

from zakuro.read.clauses.clause import Candidate
from zakuro.read.clauses.groups.words import Words
from zakuro.read.clauses.spans import end_without_joiners
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.entities import Entity

_AMOUNTS = frozenset({"money", "count", "dimension"})
_NOUNS = frozenset({"adverb", "vehicle", "promised"})
_FARTHEST = 48
"""Characters from a sum to who gets it."""
_SCALES = (Decimal(10**9), Decimal(10**6), Decimal(10**3))


def dealt_out(candidates: list[Candidate], words: Words) -> list[Candidate]:
    """The candidates, each as many times as it names those who get a sum of their own.

    "A will give 3 million euros to B, 4 million to C and 5 to D" are three promises.  Figures that
    go on without a unit take that of the sum before.
    """
    return [share for candidate in candidates for share in _shares(candidate, words)]


def _shares(candidate: Candidate, words: Words) -> list[Candidate]:
    if candidate.kind not in ("pledge", "result"):
        return [candidate]
    pairs = _pairs(candidate, words)
    if len(pairs) < 2:
        return [candidate]
    with_units([amount for amount, _ in pairs], words)
    made: list[Candidate] = []
    for place, (amount, _) in enumerate(pairs):
        share = copy(candidate)
        share.start = amount.start if place else candidate.start
        share.end = candidate.end
        if place + 1 < len(pairs):
            stop = len(words.text[: pairs[place + 1][0].start].rstrip(" ,;"))
            share.end = end_without_joiners(words.text, share.start, stop, words.hits)
        made.append(share)
    return made


def _pairs(candidate: Candidate, words: Words) -> list[tuple[Raw, Entity]]:
    """The sums of a statement, each with who gets it; none where one stands without the other."""
    inside = [
        e
        for e in words.sentence.entities
        if candidate.start <= e.start and e.end <= candidate.end and e is not candidate.subject
    ]
    receivers = [e for e in inside if e.codes and e.role == "receiver" and e.kind == "party"]
    pairs: list[tuple[Raw, Entity]] = []
    begin = candidate.hits[0][1].end if candidate.hits else candidate.start
    for receiver in receivers:
        amount = next(
            (
                m
                for m in words.sentence.mentions
                if begin <= m.start
                and m.end <= receiver.start
                and m.type in (_AMOUNTS if not pairs else _AMOUNTS | {"number"})
            ),
            None,
        )
        if amount is None or receiver.start - amount.end > _FARTHEST:
            return []
        if _verb_between(amount.end, receiver.start, words):
            return []
        if pairs and _verb_between(pairs[-1][1].end, amount.start, words):
            return []
        pairs.append((amount, receiver))
        begin = receiver.end
    return pairs


def _verb_between(start: int, stop: int, words: Words) -> bool:
    """Whether a verb or a relative clause stands between two places: no noun as "in aid to"."""
    return any(
        (hit.role or "relative" in hit.senses)
        and _NOUNS.isdisjoint(hit.senses)
        and start <= hit.start < stop
        for hit in words.hits
    )


def with_units(amounts: list[Raw], words: Words) -> None:
    """Gives bare figures of a sentence the unit of the sum before them: 5 million euros, and 4."""
    mentions = words.sentence.mentions
    for place in range(1, len(amounts)):
        before, amount = amounts[place - 1], amounts[place]
        if amount.type != "number" or before.value is None or amount.value is None:
            continue
        full = copy(amount)
        full.type, full.unit, full.bound = before.type, before.unit, amount.bound or "exact"
        scale = next((each for each in _SCALES if before.value >= each > amount.value), None)
        if before.type == "money" and scale is not None:
            full.value = amount.value * scale
        mentions[mentions.index(amount)] = full
        amounts[place] = full
