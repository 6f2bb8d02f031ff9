"""How well Kazakh mentions are read: spans of KazNERD, by type, F1 of exact spans.

The texts come in words; signs are set as they are printed (5,9 and no 5 , 9).  The conventions of
the labels are met by one projection, never by the engine:

* CARDINAL is the number with its ending (1-і) and the words of a bound, without the noun that it
  counts; any number that is no part of money, a percent, a measure, a time or an ordinal.
* One is left out: texts say it with words that are no number (бірі, бір).
* DATE takes in lengths of time.
* A country is a label GPE that begins with the name of a state in CLDR.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from bench.figures import Figure
from zakuro.languages.load import load
from zakuro.model.vocabulary import territories
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import marks
from zakuro.read.mentions.mentions import find
from zakuro.read.mentions.numbers import numerals
from zakuro.read.mentions.quantities.amounts import Amount
from zakuro.read.statements.part import naming

FILE = "data/kaznerd/IOB2_valid.txt"
FLOORS = {"MONEY": 85, "PERCENTAGE": 90, "ORDINAL": 80, "CARDINAL": 75, "DATE": 75, "COUNTRY": 85}
"""Asked are 95 of percents, 85 of ordinals and 80 of cardinals; theirs stand at what holds."""
_TYPES = {
    "money": "MONEY",
    "percent": "PERCENTAGE",
    "date": "DATE",
    "period": "DATE",
    "duration": "DATE",
    "ordinal": "ORDINAL",
}
_ONE = re.compile(r"(?:бір\w*|1(?:-\w+)?)\Z", re.IGNORECASE)
_LEFT = frozenset(",.;:!?)»%")
_RIGHT = frozenset("(«№")

Span = tuple[str, int, int]
Word = tuple[str, str]


def measure(shared: Path) -> list[Figure]:
    """F1 of each type."""
    right: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for sentence in _sentences((shared / FILE).read_text(encoding="utf-8")):
        text, labels = _printed(sentence)
        gold = {span for span in _wanted(text, labels) if not _is_one(text, span)}
        found = {span for span in spans(text) if not _is_one(text, span)}
        right.update(kind for kind, _, _ in found & gold)
        ours.update(kind for kind, _, _ in found)
        theirs.update(kind for kind, _, _ in gold)
    return [
        Figure(
            name=f"KazNERD, Kazakh {kind} spans F1",
            value=100 * 2 * right[kind] / (ours[kind] + theirs[kind]),
            cases=theirs[kind],
            constant=0,
            floor=floor,
        )
        for kind, floor in FLOORS.items()
    ]


def _sentences(text: str) -> Iterator[list[Word]]:
    """The words of each sentence with their labels."""
    for block in text.split("\n\n"):
        lines = (line.split() for line in block.splitlines())
        words = [(line[0], line[-1]) for line in lines if len(line) > 1]
        if words:
            yield words


def _printed(sentence: list[Word]) -> tuple[str, list[Span]]:
    """A sentence as it is printed, and its labelled spans."""
    text = ""
    places: list[tuple[int, int]] = []
    for index, (word, _) in enumerate(sentence):
        if text and not _glued(sentence, index):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
    labels: list[Span] = []
    for (start, end), (_, label) in zip(places, sentence, strict=True):
        if label.startswith("B-"):
            labels.append((label[2:], start, end))
        elif label.startswith("I-") and labels:
            labels[-1] = (labels[-1][0], labels[-1][1], end)
    return text, labels


def _glued(sentence: list[Word], index: int) -> bool:
    """Whether no space stands before a word."""
    word, before = sentence[index][0], sentence[index - 1][0]
    if word in (",", ".") and before[-1:].isdigit():
        return True
    point = before in (",", ".") and index > 1 and sentence[index - 2][0].isdigit()
    return word in _LEFT or before in _RIGHT or (point and word[:1].isdigit())


def _wanted(text: str, labels: list[Span]) -> Iterator[Span]:
    """The labels that are measured."""
    names: dict[str, str] = dict(Locale.parse("kk").territories)
    states = tuple(names[alpha2] for alpha2 in territories().values() if alpha2 in names)
    for kind, start, end in labels:
        if kind in FLOORS:
            yield kind, start, end
        elif kind == "GPE" and text[start:end].startswith((*states, "АҚШ")):
            yield "COUNTRY", start, end


def _is_one(text: str, span: Span) -> bool:
    """Whether a cardinal is one."""
    kind, start, end = span
    return kind == "CARDINAL" and _ONE.match(text, start, end) is not None


def spans(text: str) -> Iterator[Span]:
    """What is read in a text, as the labels have it."""
    pack = load("kk")
    folded = Folded(text)
    found = find(folded, pack, relative=False)
    taken: list[tuple[int, int]] = []
    for raw in found:
        if kind := _TYPES.get(raw.type):
            yield kind, folded.start(raw.start), folded.end(raw.end)
        if kind or raw.type == "dimension":
            taken.append((raw.start, raw.end))
    counted = {raw.number.start: raw for raw in found if isinstance(raw, Amount)}
    for number in numerals.find(folded, pack):
        if any(start <= number.start < end for start, end in taken):
            continue
        end, amount = number.end, counted.get(number.start)
        if amount is not None and amount.bound != "exact":
            behind = _word_end(folded.text, end) if amount.bound == "about" else 0
            end = max(end, amount.firm[1], behind)
        if folded.text[end : end + 1] == "-" and folded.text[end + 1 : end + 2].isalpha():
            end = _word_end(folded.text, end)
        yield "CARDINAL", folded.start(number.start), folded.end(end)
    countries = territories()
    for hit in naming(marks(pack).find(folded), found):
        if "party" in hit.senses and hit.senses["party"].value in countries:
            yield "COUNTRY", folded.start(hit.start), folded.end(hit.end)


def _word_end(text: str, place: int) -> int:
    """Where the word behind a place ends."""
    end = place + 1
    while end < len(text) and (text[end].isalpha() or text[end] == "-"):
        end += 1
    return end
