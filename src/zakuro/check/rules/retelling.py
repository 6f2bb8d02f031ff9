"""A sentence told once more in nearly the same words: which figure, unit, day or word differs.

Two sentences are held against each other word by word, with the digits of every number left open.
Where they agree but for one place, that place is what was told otherwise.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import pairwise

from zakuro.check.figures import near_miss, printed, rounding
from zakuro.check.paper import Line, Paper
from zakuro.model.finding import Finding, Verdict
from zakuro.model.statement import Mention, MentionType

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,\u00a0\u202f]\d+)*)|[\u3040-\u30ff\u3400-\u9fff々]|[^\W\d_]+|[$€£¥%]"
)
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々]")
_LEAST = 8
"""Words (of ideographic text twice as many letters) that must agree for one sentence told again."""
_LEAD = 6
"""Words that may stand before it: as stated above."""
_FEW = 4
"""Words that may differ in the one place where the two do."""
_NEAR = 4
"""Words between a figure and words left out that may narrow it."""
_DIGIT = re.compile(r"\d")
_HIRAGANA = re.compile(r"[\u3040-\u309f]")
_OPEN = "#"
_Figure = tuple[object, ...]
_MEASURED: tuple[MentionType, ...] = ("money", "percent", "count", "dimension", "number", "range")
_TIMES: tuple[MentionType, ...] = ("date", "period")


class Token:
    """A word or number: how it is compared, and where it stands."""

    __slots__ = ("end", "key", "start", "text")

    def __init__(self, match: re.Match[str]) -> None:
        self.start, self.end = match.span()
        self.text = match[0].casefold()
        self.key = _OPEN if match["number"] else self.text


def _figure(mention: Mention) -> _Figure:
    times = mention.edtf, mention.duration
    return mention.type, mention.value, mention.low, mention.high, mention.unit, times


@dataclass(frozen=True)
class Told:
    """A sentence of a paper, in words and numbers."""

    paper: Paper
    line: Line
    tokens: tuple[Token, ...]

    @property
    def least(self) -> int:
        """How many words must agree."""
        thick = sum(bool(_IDEOGRAPH.match(token.key)) for token in self.tokens)
        return _LEAST * (2 if 2 * thick > len(self.tokens) else 1)

    @property
    def shortest(self) -> int:
        """How many words must agree where parties and times tell what it is of."""
        return self.least * 3 // 4

    @cached_property
    def _told(self) -> list[Mention]:
        return self.line.of(*_MEASURED, *_TIMES, "duration")

    @cached_property
    def figures(self) -> Counter[_Figure]:
        """Its amounts and times, by what they say."""
        return Counter(map(_figure, self._told))

    @cached_property
    def words(self) -> Counter[str]:
        """Its words outside of figures, in no order; hiragana, which join words, left out.

        What stands before the digits of a figure (a total of about) is no part of it.
        """
        text = self.paper.reading.text
        digits = (_DIGIT.search(text, m.start, m.end) for m in self._told)
        within = [
            (digit.start() if digit else m.start, m.end)
            for m, digit in zip(self._told, digits, strict=True)
        ]
        return Counter(
            token.text
            for token in self.tokens
            if not any(start <= token.start < end for start, end in within)
            and not _HIRAGANA.match(token.text)
        )

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The parties that it names, in order."""
        return tuple(m.exact.casefold() for m in self.line.of("party"))

    def where(self, figure: _Figure) -> tuple[int, int]:
        """The first token of an amount or time."""
        told = next(m for m in self._told if _figure(m) == figure)
        at = next(at for at, token in enumerate(self.tokens) if token.end > told.start)
        return at, at + 1

    def mention(self, at: int, before: int = 0) -> Mention | None:
        """The amount or time whose words a token belongs to, or touches from behind."""
        if at >= len(self.tokens):
            return None
        token = self.tokens[at]
        for mention in self.line.mentions:
            if mention.start <= token.start < mention.end and mention.type in (*_MEASURED, *_TIMES):
                return mention
        return self.mention(at - 1, before - 1) if before and at else None


@dataclass(frozen=True)
class Slip:
    """The one place in which two tellings differ: its tokens in each."""

    first: Told
    again: Told
    one: tuple[int, int]
    other: tuple[int, int]


def told_in_other_figures(paper: Paper) -> Iterator[Finding]:
    """Z403: a sentence told once more, with one figure, unit or day that is another.

    Silent on short sentences, in the rows of tables, and where two places differ.  Ambiguous where
    one figure may be the other, rounded, where a day is another (it may be another meeting), and
    where the words name no party and have no other figure.
    """
    for slip in _within(paper):
        yield from otherwise(slip)


def narrowing_words_lost(paper: Paper) -> Iterator[Finding]:
    """Z404: a sentence told once more without words beside its figure that may narrow it.

    Financing and grants become grants, up to a sum becomes the sum.  Silent where more than a few
    words are left out, where they stand apart from the figure, and on sentences without a figure.
    """
    for slip in _within(paper):
        yield from narrowed(slip)


@lru_cache(maxsize=1)
def _within(paper: Paper) -> tuple[Slip, ...]:
    """The sentences of one paper that are told again; two rules ask for them in turn."""
    return tuple(slips(sentences(paper)))


def sentences(paper: Paper) -> list[Told]:
    """The sentences of a paper that hold a number, outside of tables."""
    return [told for told in _in_words(paper) if told.line.of(*_MEASURED, *_TIMES)]


def _in_words(paper: Paper) -> Iterator[Told]:
    for line in paper.lines:
        if line.block == "table-row":
            continue
        text = paper.reading.text
        tokens = tuple(map(Token, _TOKEN.finditer(text, line.start, line.end)))
        told = Told(paper, line, tokens)
        if len(tokens) >= told.shortest and any(token.key == _OPEN for token in tokens):
            yield told


class Retold:
    """Which papers may tell a sentence of some papers again: by their words, before they are read.

    A paper that holds none need not be read for its figures and times.
    """

    def __init__(self, papers: Sequence[Paper]) -> None:
        self._grams = [_grams(told) for paper in papers for told in _in_words(paper)]
        self._index: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, grams in enumerate(self._grams):
            for gram in grams:
                self._index[gram].append(place)

    def may_be_in(self, paper: Paper) -> bool:
        """Whether some sentence shares half of its words with one of those papers."""
        for told in _in_words(paper):
            grams = _grams(told)
            shared = Counter(at for gram in grams for at in self._index.get(gram, ()))
            if any(2 * n >= min(len(self._grams[at]), len(grams)) for at, n in shared.items()):
                return True
        return False


def slips(told: Sequence[Told]) -> Iterator[Slip]:
    """Each pair of sentences that differ in one place only, the earlier of the list first."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    grams_of = [_grams(each) for each in told]
    for later, (again, grams) in enumerate(zip(told, grams_of, strict=True)):
        shared = Counter(place for gram in grams for place in index[gram])
        for place, count in shared.items():
            if 2 * count >= min(len(grams_of[place]), len(grams)):
                slip = _slip(told[place], again)
                if slip is not None:
                    yield slip
        for gram in grams:
            index[gram].append(later)


def _grams(told: Told) -> set[tuple[str, ...]]:
    keys = [token.key for token in told.tokens]
    return set(pairwise(keys))


def _slip(first: Told, again: Told) -> Slip | None:
    """The one place in which two sentences differ; nothing where they agree or differ in more."""
    one, other = ([token.key for token in told.tokens] for told in (first, again))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    places: list[tuple[tuple[int, int], tuple[int, int]]] = []
    lead: list[str] = []
    agreeing = 0
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            agreeing += b - a
            places += [
                ((a + k, a + k + 1), (c + k, c + k + 1))
                for k in range(b - a)
                if first.tokens[a + k].text != again.tokens[c + k].text
            ]
        elif not (a == c == 0 and _LEAD * _wide(first) >= max(b - a, d - c)):
            places.append(((a, b), (c, d)))
        else:
            lead = one[a:b] + other[c:d]
    if len(places) != 1 or agreeing < min(first.least, again.least):
        return _in_other_order(first, again)
    (left, right) = places[0]
    if max(left[1] - left[0], right[1] - right[0]) > _FEW * _wide(first):
        return None
    if not Counter(one[slice(*left)] + other[slice(*right)]) - Counter(lead):
        return None  # the words stand at the beginning of the other: nothing is lost
    return Slip(first, again, left, right)


def _in_other_order(first: Told, again: Told) -> Slip | None:
    """Two sentences of the same words in another order, in which one figure is another.

    Its unit and magnitude are a part of a figure.  Parties stand in one order, since it may tell
    who sells to whom; short sentences must name one, and another figure or a time.
    """
    if first.words != again.words or first.parties != again.parties:
        return None
    left, right = first.figures - again.figures, again.figures - first.figures
    if left.total() != 1 or right.total() != 1:
        return None
    if len(first.tokens) < first.least and not (first.parties and first.figures.total() > 1):
        return None
    one, other = first.where(*left), again.where(*right)
    bounds = (told.mention(at[0]) for told, at in ((first, one), (again, other)))
    alike = len({mention.bound for mention in bounds if mention}) == 1  # about 25 may be 26
    return Slip(first, again, one, other) if alike else None


def _wide(told: Told) -> int:
    """How many letters of the text make a word."""
    return 2 if told.least > _LEAST else 1


def otherwise(slip: Slip) -> Iterator[Finding]:
    """Z403, for two sentences."""
    first, again = slip.first, slip.again
    one, other = first.mention(slip.one[0], 2), again.mention(slip.other[0], 2)
    if one is None or other is None or slip.one[0] == slip.one[1] or slip.other[0] == slip.other[1]:
        return
    verdict: Verdict = "conflict"
    if one.type in _TIMES and other.type in _TIMES:
        if one.edtf == other.edtf:
            return
        verdict, said = "ambiguous", f"{one.exact} and {other.exact}: one day, or two"
    elif one.type in _TIMES or other.type in _TIMES or "ordinal" in {one.type, other.type}:
        return
    elif one.unit != other.unit and one.value == other.value:
        said = f"{one.exact} and {other.exact}: the same figure in another unit"
    elif one.value is None or other.value is None or one.value == other.value:
        return
    elif rounding(one.value).meets(rounding(other.value)):
        verdict, said = "ambiguous", f"{one.exact} and {other.exact}: one is rounded, or a slip"
    else:
        if not _anchored(again, other):
            verdict = "ambiguous"
        said = f"{one.exact} and {other.exact}: {printed(one.value)} is not {printed(other.value)}"
        said += near_miss(one.value, other.value)
    yield Finding(
        kind="repetition",
        verdict=verdict,
        says=f"the same sentence stands twice, with {said}",
        where=(again.paper.place(other), first.paper.place(one)),
        rule="Z403",
    )


def _anchored(told: Told, figure: Mention) -> bool:
    """Whether a sentence has a name or another figure or time, so that it is of one thing."""
    others = told.line.of("party", "ordinal", *_MEASURED, *_TIMES)
    return any(other != figure for other in others)


def narrowed(slip: Slip) -> Iterator[Finding]:
    """Z404, for two sentences."""
    shorter, longer, gap, words = slip.again, slip.first, slip.other, slip.one
    if gap[1] - gap[0] > words[1] - words[0]:
        shorter, longer, gap, words = longer, shorter, words, gap
    if gap[0] != gap[1] or words[0] == words[1]:
        return
    reach = _NEAR * _wide(longer)
    around = range(max(words[0] - reach, 0), min(words[1] + reach, len(longer.tokens)))
    figure = next((m for at in around if (m := longer.mention(at)) and m.type in _MEASURED), None)
    if figure is None:
        return
    lost = longer.paper.reading.text[
        longer.tokens[words[0]].start : longer.tokens[words[1] - 1].end
    ]
    before, after = (
        shorter.tokens[max(gap[0] - 1, 0)],
        shorter.tokens[min(gap[0], len(shorter.tokens) - 1)],
    )
    yield Finding(
        kind="scope",
        verdict="ambiguous",
        says=f"{figure.exact} is told with and without the words “{' '.join(lost.split())}”, "
        "which may narrow it",
        where=(
            shorter.paper.place(before, after),
            longer.paper.place(longer.tokens[words[0]], longer.tokens[words[1] - 1]),
        ),
        rule="Z404",
    )
