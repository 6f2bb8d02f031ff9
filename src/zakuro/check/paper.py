"""What is checked: a reading with its outline, and the questions that every rule asks of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from zakuro.check.words import any_of
from zakuro.model.finding import Place, Wording
from zakuro.model.statement import Mention, MentionType, Reading

_SENTENCE_ENDS = re.compile(r"[。！？]|[.!?](?=\s|$)")
_NO_WORDS = Wording()
_TOGETHER = 3
"""Sentences of a paragraph in which words may tie figures together."""
_RIGHT_BEFORE = 12
"""Letters between a word that ties and its figure: the rest, some 24."""


class Piece(Protocol):
    """A block of the outline: a heading, a paragraph, an item of a list, a row of a table."""

    @property
    def kind(self) -> str:
        """What it is."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def level(self) -> int:
        """The rank of a heading, the depth of an item."""

    @property
    def number(self) -> int | None:
        """The number of a numbered one."""

    @property
    def path(self) -> tuple[int, ...]:
        """The indexes of the headings above it."""


class Spanned(Protocol):
    """Whatever rests on a span of the text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


@dataclass(frozen=True)
class Line:
    """A sentence: its span, the sort of block that it stands in, and its mentions in order.

    ``ties`` are the spans of the words in it that were asked for, which tie its figures together;
    words that do so may make one line of a few sentences.
    """

    start: int
    end: int
    block: str
    mentions: tuple[Mention, ...]
    ties: tuple[tuple[int, int], ...] = ()
    sentences: int = 1

    def of(self, *types: MentionType) -> list[Mention]:
        """Its mentions of some types."""
        return [mention for mention in self.mentions if mention.type in types]

    def tied_to(self, mention: Mention) -> bool:
        """Whether a word that ties stands right before a mention: the remaining 24."""
        nearest = max((end for _, end in self.ties if end <= mention.start), default=None)
        if nearest is None or mention.start - nearest > _RIGHT_BEFORE:
            return False
        return not any(nearest <= other.start < mention.start for other in self.mentions)


@dataclass(frozen=True, eq=False)
class Paper:
    """A reading and the blocks of its document, in order.

    ``name`` is that of the document where several are held against each other; ``wording`` has
    the words of its language that rules ask for.
    """

    reading: Reading
    blocks: Sequence[Piece]
    name: str = ""
    wording: Wording = _NO_WORDS

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _small(self) -> str:
        """The text in small letters, if that moves nothing: words are found in it more quickly."""
        small = self.reading.text.lower()
        return small if len(small) == len(self.reading.text) else self.reading.text

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.reading.mentions]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The sentences in order; those in the rows of tables too."""
        found: list[Line] = []
        starts = self._mention_starts
        for block in self.blocks:
            start = block.start
            while start < block.end:
                _, end = self.sentence(start)
                within = slice(bisect_left(starts, start), bisect_left(starts, end))
                mentions = self.reading.mentions[within]
                found.append(Line(start, end, block.kind, mentions))
                start = end
        return tuple(found)

    def tied(self, words: tuple[str, ...]) -> Iterator[Line]:
        """Each sentence, and each two or three of a paragraph with some words that tie figures.

        What is told in one sentence (shared by 600 families, 60,000 dollars each) is as often told
        in three.
        """
        pattern = any_of(words, self.wording.spaced)
        hits = [match.span() for match in pattern.finditer(self._small)]
        if not hits:
            yield from self.lines
            return
        starts = [start for start, _ in hits]
        lines = self.lines
        for at, line in enumerate(lines):
            for more in range(min(_TOGETHER, len(lines) - at)):
                last = lines[at + more]
                ties = tuple(hits[bisect_left(starts, line.start) : bisect_left(starts, last.end)])
                if not more:
                    yield replace(line, ties=ties) if ties else line
                elif ties and self.block_at(last.start) == self.block_at(line.start):
                    parts = lines[at : at + more + 1]
                    mentions = tuple(mention for part in parts for mention in part.mentions)
                    yield Line(line.start, last.end, line.block, mentions, ties, more + 1)

    def block_at(self, offset: int) -> int:
        """The index of the block that an offset stands in, or of the one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def mentions(self, *types: MentionType) -> list[Mention]:
        """The mentions of some types, in order."""
        return [mention for mention in self.reading.mentions if mention.type in types]

    def sentence(self, offset: int) -> tuple[int, int]:
        """The span of the sentence around an offset, within its block."""
        block = self.blocks[self.block_at(offset)]
        start = block.start
        for end in _SENTENCE_ENDS.finditer(self.reading.text, block.start, block.end):
            if self._within_a_mention(end.start()):
                continue  # the point of an abbreviation: 50 тыс. долларов
            if end.end() > offset:
                return start, end.end()
            start = end.end()
        return start, block.end

    def _within_a_mention(self, offset: int) -> bool:
        last = bisect_right(self._mention_starts, offset) - 1
        return last >= 0 and self.reading.mentions[last].end > offset + 1

    def together(self, one: Spanned, other: Spanned) -> bool:
        """Whether two stand in one sentence."""
        start, end = self.sentence(one.start)
        return start <= other.start < end

    def between(self, one: Spanned, other: Spanned) -> str:
        """The text from the end of one to the start of another."""
        return self.reading.text[one.end : other.start]

    def place(self, *spans: Spanned) -> Place:
        """The words from the first of some spans to the last."""
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        return self.span(start, end)

    def span(self, start: int, end: int) -> Place:
        """The words between two offsets."""
        exact = self.reading.text[start:end]
        return Place(start=start, end=end, exact=exact, document=self.name)
