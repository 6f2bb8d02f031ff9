"""Sentences: where one ends, by the signs and abbreviations of the pack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from zakuro.languages.load import Pack

_CLOSING = "\"')]」』）》”’*_"
_OPENING = "\"'([「『（《*_"


class Sentences:
    """The sentence rules of one pack, compiled."""

    def __init__(self, pack: Pack) -> None:
        rules = pack.section("sentence")
        ends = "".join(re.escape(end) for end in rules["ends"])
        self._spaced = pack.spaced
        self._end = re.compile(f"[{ends}]+[{re.escape(_CLOSING)}]*")
        self._abbreviations = tuple(rules.get("abbreviations", ()))
        pairs = rules.get("brackets", ())
        self._open = {pair[0] for pair in pairs}
        self._close = {pair[1] for pair in pairs}
        self.question = tuple(rules.get("question", ()))

    def split(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences between two offsets, without white space around them."""
        begin = start
        depth = 0
        scanned = start
        for found in self._end.finditer(text, start, end):
            stop = found.end()
            if self._open:
                while scanned < found.start():
                    character = text[scanned]
                    if character in self._open:
                        depth += 1
                    elif character in self._close and depth:
                        depth -= 1
                    scanned += 1
                if depth:
                    continue
            elif self._spaced and not self._ends_here(text, begin, found.start(), stop, end):
                continue
            yield from _trimmed(text, begin, stop)
            begin = scanned = stop
        yield from _trimmed(text, begin, end)

    def _ends_here(self, text: str, begin: int, sign: int, stop: int, end: int) -> bool:
        if stop < end and text[stop] != " ":
            return False
        if text[sign] != "." or stop >= end:
            return True
        word = text[text.rfind(" ", begin, sign) + 1 : sign + 1].lstrip(_OPENING)
        return not (word in self._abbreviations or (len(word) == 2 and word[0].isalpha()))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in " \n":
        start += 1
    while start < end and text[end - 1] in " \n":
        end -= 1
    if start < end:
        yield start, end


@cache
def sentences(pack: Pack) -> Sentences:
    """The compiled sentence rules of a pack."""
    return Sentences(pack)
