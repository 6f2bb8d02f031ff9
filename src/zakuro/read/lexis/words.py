"""Words of a pack, found at a given place of a folded text: the longest that stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from zakuro.languages.inflect import Word, forms
from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import fold

Payload = TypeVar("Payload")


class Words(Generic[Payload]):
    """Words and what each stands for; looked up forwards or backwards from an offset.

    A word of letters must end where the text's word ends: in a spaced script at any letter or
    figure, in an unspaced one only where Latin letters would be cut.
    """

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._spaced = pack.spaced
        self._words: dict[str, Payload] = {}
        self._by_first: dict[str, list[int]] = {}
        self._by_last: dict[str, list[int]] = {}

    def add(self, words: Iterable[Word], payload: Payload) -> None:
        """Adds every form of the words; what an earlier call gave a form stays."""
        for word in words:
            for form, _ in forms(self._pack, word):
                self.put(form, payload)

    def put(self, form: str, payload: Payload) -> None:
        """Adds one form, written as it stands in a text."""
        word = fold(form, self._pack.shapes)
        if not word or word in self._words:
            return
        self._words[word] = payload
        for index, lengths in ((word[0], self._by_first), (word[-1], self._by_last)):
            known = lengths.setdefault(index, [])
            if len(word) not in known:
                known.append(len(word))
                known.sort(reverse=True)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def get(self, word: str) -> Payload | None:
        """What a folded word stands for."""
        return self._words.get(word)

    def at(self, text: str, start: int) -> tuple[int, Payload] | None:
        """The end and the payload of the longest word that begins at ``start``."""
        if start >= len(text):
            return None
        for length in self._by_first.get(text[start], ()):
            end = start + length
            if end > len(text):
                continue
            payload = self._words.get(text[start:end])
            if payload is not None and not self._cut_after(text, end):
                return end, payload
        return None

    def before(self, text: str, end: int) -> tuple[int, Payload] | None:
        """The start and the payload of the longest word that ends at ``end``."""
        if end <= 0:
            return None
        for length in self._by_last.get(text[end - 1], ()):
            start = end - length
            if start < 0:
                continue
            payload = self._words.get(text[start:end])
            if payload is not None and not self.cuts(text, start):
                return start, payload
        return None

    def cuts(self, text: str, place: int) -> bool:
        """Whether a boundary at ``place`` would cut a word in two."""
        return cuts(text, place, self._spaced)

    def _cut_after(self, text: str, end: int) -> bool:
        """Whether a word that ends at ``end`` goes on there: km in km2, m2 in m21."""
        if self.cuts(text, end):
            return True
        left, right = text[end - 1], text[end : end + 1]
        return left.isascii() and left.isalnum() and right.isdigit()


def cuts(text: str, place: int, spaced: bool) -> bool:
    """Whether a boundary at ``place`` would cut a word of letters in two."""
    if not 0 < place < len(text):
        return False
    left, right = text[place - 1], text[place]
    if not (left.isalpha() and right.isalpha()):
        return False
    return spaced or (left.isascii() and right.isascii())
