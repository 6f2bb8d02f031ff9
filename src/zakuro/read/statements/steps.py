"""Steps counted off inside a text: first …; second …; third …."""

from __future__ import annotations

from collections.abc import Iterator

from zakuro.read.clauses.clause import Sentence
from zakuro.read.lexis.lexicon import Hit

_BEFORE = ".。;；:：,，!！"


def begins(sentence: Sentence) -> bool:
    """Whether a sentence begins with a word that counts off a step."""
    first = sentence.hits[0] if sentence.hits else None
    return first is not None and "step" in first.senses and first.start == sentence.start


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
