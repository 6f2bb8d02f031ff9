"""Sums of which only the figure is said, in the currency of the sum told before: of it 12 million.

A figure counts money where it has a word for thousands or millions, and nothing stands behind it
that it could count: a verb, a preposition, a sign.
"""

from __future__ import annotations

import re
from copy import copy

from zakuro.model.statement import Statement
from zakuro.read.clauses.clause import Candidate, Sentence
from zakuro.read.mentions.draft import Raw

_LARGE = 1000
_MEASURED = ("money", "percent", "count", "dimension", "range", "number")
_NO_NOUNS = frozenset({"act", "preposition", "joiner"})
_FAR = 3
"""How many statements back a sum may have been told."""
_WORD = re.compile(r"\w+")


def completed(
    mentions: list[Raw],
    candidate: Candidate,
    sentence: Sentence,
    made: list[Statement],
    *,
    spaced: bool,
) -> list[Raw]:
    """The mentions of a statement, its bare figures with what they are of.

    A share has the unit of the share before it; where words are ``spaced``, a sum has the currency
    of the sum told last.
    """
    if candidate.rule == "share":
        mentions = _shared(mentions, made)
    if not spaced:
        return mentions
    told: list[Raw] = []
    for mention in mentions:
        currency = _told_before(mention, sentence, made) if _is_sum(mention, sentence) else None
        if currency is not None:
            mention = copy(mention)  # noqa: PLW2901
            mention.unit = currency
        told.append(mention)
    return told


def _shared(mentions: list[Raw], made: list[Statement]) -> list[Raw]:
    """The mentions of a share, a bare number with the unit of the share before: A 3 million, B 2.

    Where the share has an amount of its own, or the one before has none, all stay as they are.
    """
    before = made[-1].quantities if made else ()
    if not before or any(m.type in _MEASURED and m.unit is not None for m in mentions):
        return mentions
    alike = []
    for mention in mentions:
        each = copy(mention)
        if each.type == "number":
            each.unit = before[0].unit
        alike.append(each)
    return alike


def _is_sum(mention: Raw, sentence: Sentence) -> bool:
    """Whether a bare number has a word for thousands or millions and counts nothing."""
    text = sentence.folded.text
    if mention.type != "number" or mention.unit is not None or (mention.value or 0) < _LARGE:
        return False
    if not any(letter.isalpha() for letter in text[mention.start : mention.end]):
        return False
    behind = text[mention.end : mention.end + 2].strip()
    if not behind or not behind[0].isalnum():
        return True
    word = _WORD.search(text, mention.end)
    start = word.start() if word is not None else mention.end
    return any(
        hit.start == start and (hit.role or not _NO_NOUNS.isdisjoint(hit.senses))
        for hit in sentence.hits
    )


def _told_before(mention: Raw, sentence: Sentence, made: list[Statement]) -> str | None:
    """The currency of the last sum before a mention, in its sentence or the statements before."""
    before = [m for m in sentence.mentions if m.type == "money" and m.end <= mention.start]
    if before:
        return before[-1].unit
    for statement in reversed(made[-_FAR:]):
        for quantity in reversed(statement.quantities):
            return quantity.unit if _is_currency(quantity.unit) else None
    return None


def _is_currency(unit: str) -> bool:
    code = unit.partition("/")[0]
    return len(code) == len("USD") and code.isupper() and code.isalpha()
