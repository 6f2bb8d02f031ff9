"""The index of words: which words stand in which pledge, line of a document, or thing.

A term is a run of letters and digits, folded.  Where nothing parts words (Chinese and Japanese
characters) each pair of neighbours is a term, and the last character alone: so every word, also one
of a single character, is found as the beginning of a term, and no line needs to be read to find it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import regex

from zakuro.journal import Condition, Table, Value

Row = dict[str, Value]

PLEDGE_TERMS = Table(
    name="pledge_terms",
    columns={"number": "integer", "term": "text"},
    key=("number", "term"),
    indexes=(("term", "number"),),
)
LINE_TERMS = Table(
    name="line_terms",
    columns={"document": "integer", "place": "integer", "term": "text"},
    key=("document", "place", "term"),
    indexes=(("term", "document", "place"),),
)
"""The lines of each document are counted from 0."""

THING_TERMS = Table(
    name="thing_terms",
    columns={"number": "integer", "term": "text"},
    key=("number", "term"),
    indexes=(("term", "number"),),
)

UNPARTED = r"\p{Han}\p{Hiragana}\p{Katakana}"
"""The characters between which nothing parts words."""
LONGEST = 60
"""Characters of a term; a longer run is found by so many."""

_RUNS = regex.compile(rf"(?P<unparted>[{UNPARTED}]+)|(?:(?![{UNPARTED}])[\p{{L}}\p{{N}}])+|\p{{S}}")
_LAST = "\U0010ffff"


def terms(text: str) -> set[str]:
    """Give the terms of a text."""
    found = set()
    for run in _RUNS.finditer(folded(text)):
        if run["unparted"]:
            found |= {run[0][at : at + 2] for at in range(len(run[0]))}
        else:
            found.add(run[0][:LONGEST])
    return found


def asked_terms(words: str) -> set[str]:
    """Give what terms begin with wherever the folded words stand."""
    found = set()
    for run in _RUNS.finditer(words):
        if run["unparted"]:
            last = max(len(run[0]) - 1, 1)
            found |= {run[0][at : at + 2] for at in range(last)}
        else:
            found.add(run[0][:LONGEST])
    return found


def begins_with(term: str) -> list[Condition]:
    """Give the conditions that the terms meet which begin so."""
    return [("term", ">=", term), ("term", "<", term + _LAST)]


def numbered_rows(number: int, texts: Iterable[str]) -> list[Row]:
    """Give the rows of a pledge or thing that has these words."""
    found = {term for text in texts for term in terms(text)}
    return [{"number": number, "term": term} for term in sorted(found)]


def line_rows(document: int, text: str) -> list[Row]:
    """Give the rows of a document's lines."""
    return [
        {"document": document, "place": place, "term": term}
        for place, line in enumerate(text.split("\n"))
        for term in sorted(terms(line))
    ]


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Give each line of a text with the place where it begins."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def folded(text: str) -> str:
    """Fold case and width, one character for one, so that places stay the same."""
    return text.translate(_FOLDS)


class _Folds(dict[int, str]):
    """What each character is folded to, found when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        shown = unicodedata.normalize("NFKC", character).lower()
        self[code] = shown if len(shown) == 1 else character
        return self[code]


_FOLDS = _Folds()
