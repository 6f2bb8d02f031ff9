"""Steps counted off inside a text: first …; second …; third …."""

from __future__ import annotations

from collections.abc import Iterator

from zakuro.read.clauses.clause import Sentence
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import Entity

_BEFORE = ".。;；:：,，!！"


_LABELS = (":", "：", "=", "＝")
_DASHES = (" – ", " — ", " - ")


def begins(sentence: Sentence) -> bool:
    """Whether a sentence begins with a word that counts off a step, or with whose a line is."""
    first = sentence.hits[0] if sentence.hits else None
    counted = first is not None and "step" in first.senses and first.start == sentence.start
    return counted or label(sentence) is not None


def begins_with_deed(sentence: Sentence) -> bool:
    """Whether a line begins with what is done, or for whom, and not with who does it."""
    first = sentence.hits[0] if sentence.hits else None
    if first is None or first.start != sentence.start:
        return False
    named = any(entity.start == sentence.start for entity in sentence.entities)
    return not named and ("act" in first.senses or "preposition" in first.senses)


def label(sentence: Sentence) -> Entity | None:
    """The party whose name before a colon says whose an item is."""
    first = sentence.entities[0] if sentence.entities else None
    if first is None or first.start != sentence.start or not first.codes:
        return None
    return first if sentence.folded.text[first.end : first.end + 1] in _LABELS else None


def owner(sentence: Sentence) -> Entity | None:
    """The party whose an item of a list is, by its name before a colon or a dash."""
    first = sentence.entities[0] if sentence.entities else None
    if first is None or first.start != sentence.start or not first.codes:
        return None
    dashed = sentence.folded.text.startswith(_DASHES, first.end)
    return first if dashed else label(sentence)


def parted(text: str, noted: list[Hit], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence parted at each step behind a sign; a single step inside parts nothing."""
    places = [
        hit.start
        for hit in noted
        if "step" in hit.senses
        and (hit.start == start or text[start : hit.start].rstrip()[-1:] in _BEFORE)
    ]
    if len(places) < 2:
        yield start, end
        return
    for begin, stop in zip([start, *places], [*places, end], strict=True):
        if text[begin:stop].strip():
            yield begin, stop
