"""Steps counted off inside a text: first …; second …; third …."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from zakuro.read.clauses.clause import Sentence
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import Entity

_BEFORE = ".。;；:：,，!！"
_BEHIND = _BEFORE + " –—-"


_LABELS = (":", "：", "=", "＝")
_DASHES = (" – ", " — ", " - ")


def begins(sentence: Sentence) -> bool:
    """Whether a sentence begins with a word that counts off a step, or with whose a line is."""
    return counted(sentence) > 0 or label(sentence) is not None


def joined(
    parts: Iterable[tuple[int, int]], text: str, noted: list[Hit]
) -> Iterator[tuple[int, int]]:
    """The sentences of a block, a word that counts off a step with the sentence behind it."""
    counts = {hit.start: hit.end for hit in noted if "step" in hit.senses}
    begin = -1
    for start, end in parts:
        if begin < 0 and not text[counts.get(start, start) : end].strip(_BEHIND):
            begin = start
            continue
        yield (start if begin < 0 else begin), end
        begin = -1


def counted(sentence: Sentence) -> int:
    """Where a sentence goes on behind a word that counts off a step, if it begins so; else 0.

    An ordinal, which has a case, counts off only before a sign: first: to open a port.
    """
    first = sentence.hits[0] if sentence.hits else None
    sense = first.senses.get("step") if first is not None else None
    if first is None or sense is None or first.start != sentence.start:
        return 0
    text, end = sentence.folded.text, first.end
    while end < sentence.end and text[end] in _BEHIND:
        end += 1
    return end if sense.feature != "nominative" or text[first.end : end].strip() else 0


def urges(sentence: Sentence, infinitive: re.Pattern[str] | None) -> bool:
    """Whether a step that is counted off tells only what is to be done: First: to open a port."""
    place = counted(sentence)
    if not place or infinitive is None:
        return False
    text = sentence.folded.text
    found = infinitive.match(text, place, sentence.end)
    return found is not None and " " not in text[place : found.end()]


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


def told(
    text: str, noted: list[Hit], sentences: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The sentences of a block, each parted at the steps that it counts off."""
    for start, end in joined(sentences, text, noted):
        inside = [hit for hit in noted if start <= hit.start < end]
        yield from parted(text, inside, start, end)
