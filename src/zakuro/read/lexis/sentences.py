"""Sentences: where one ends, by the signs and abbreviations of the pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from zakuro.languages.load import Pack

_LONGEST = 2000
"""Characters of the longest sentence: work may grow with its square."""
_PAUSES = (";", "；", ",", "，", "、", " ")
_CLOSING = "\"')]」』）》”’*_"
_OPENING = "\"'([「『（《*_"


class Sentences:
    """The sentence rules of one pack, compiled."""

    def __init__(self, pack: Pack) -> None:
        rules = pack.section("sentence")
        ends = "".join(re.escape(end) for end in rules["ends"])
        self._spaced = pack.spaced
        pairs = rules.get("brackets", ())
        self._open = frozenset(pair[0] for pair in pairs)
        self._close = frozenset(pair[1] for pair in pairs)
        brackets = "".join(re.escape(sign) for sign in (*self._open, *self._close))
        self._end = re.compile(
            f"[{ends}]+[{re.escape(_CLOSING)}]*" + (f"|[{brackets}]" if brackets else "")
        )
        self._abbreviations = frozenset(rules.get("abbreviations", ()))
        self._question = tuple(rules.get("question", ()))
        self._urging = tuple(rules.get("urging", ()))
        self.dateline = tuple(rules.get("dateline", ()))

    def split(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences between two offsets, without white space around them.

        What ends a sentence inside brackets does not end the one around them.
        """
        begin = start
        depth = 0
        for found in self._end.finditer(text, start, end):
            sign = text[found.start()]
            if sign in self._open:
                depth += 1
            elif sign in self._close:
                depth -= depth > 0
            elif depth:
                depth -= min(depth, sum(text.count(close, *found.span()) for close in self._close))
            elif not self._spaced or self._ends_here(text, begin, found.start(), found.end(), end):
                yield from _bounded(text, begin, found.end())
                begin = found.end()
        yield from _bounded(text, begin, end)

    def asks(self, text: str, start: int, end: int) -> bool:
        """Whether a sentence is a question, and none that only urges: should they not act."""
        asked = text.endswith(self._question or ("\0",), start, end)
        return asked and not text.endswith(self._urging or ("\0",), start, end)

    def _ends_here(self, text: str, begin: int, sign: int, stop: int, end: int) -> bool:
        if stop < end and text[stop] != " ":
            return False
        if text[sign] != "." or stop >= end:
            return True
        word = text[text.rfind(" ", begin, sign) + 1 : sign + 1].lstrip(_OPENING)
        word = word.rsplit("-", 1)[-1]
        return not (word in self._abbreviations or (len(word) == 2 and word[0].isalpha()))


def bounded(
    text: str, start: int, end: int, longest: int, signs: Iterable[str]
) -> Iterator[tuple[int, int]]:
    """A stretch of text in pieces of bounded length, cut behind the first kind of sign there is."""
    while end - start > longest:
        cuts = (text.rfind(sign, start + longest // 2, start + longest) + 1 for sign in signs)
        stop = next(filter(None, cuts), start + longest)
        yield start, stop
        start = stop
    yield start, end


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without white space around it; what is longer than any sentence, in pieces."""
    for begin, stop in bounded(text, start, end, _LONGEST, _PAUSES):
        yield from _trimmed(text, begin, stop)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in " \n\t":
        start += 1
    while start < end and text[end - 1] in " \n\t":
        end -= 1
    if start < end:
        yield start, end


@cache
def sentences(pack: Pack) -> Sentences:
    """The compiled sentence rules of a pack."""
    return Sentences(pack)
