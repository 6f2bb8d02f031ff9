"""Weighing: how sure it is that a clause, or a sentence that the rules passed over, says something.

What is weighed is a unit: the words of a candidate or of a silent sentence, and what was found
there (marks, the rule that spoke, the kind of block, amounts, times, who acts).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

import numpy as np

from zakuro.languages.load import Pack
from zakuro.model.statement import Kind
from zakuro.read.clauses.clause import Candidate, Context, Sentence
from zakuro.read.document.block import BlockKind
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.entity import Entity
from zakuro.read.weighing.grams import Grams, Integers
from zakuro.read.weighing.model import KINDS, ONE, UNIT, chances, model_of, named, said, share

_SIGNS = {
    "money": "money",
    "percent": "count",
    "count": "count",
    "dimension": "count",
    "range": "number",
    "number": "number",
    "ordinal": "number",
    "date": "time",
    "period": "time",
    "duration": "time",
}
_LIGHTEST = 5
"""Hundredths below which a reason is not worth telling."""
_NAMES = {"party": "party", "person": "person"}


class Unit(NamedTuple):
    """What is weighed: folded offsets, what the rules call it ("none" if silent), its features."""

    start: int
    end: int
    kind: str
    features: tuple[str, ...]


class Reason(NamedTuple):
    """What weighed in a unit: words of the text or something found, and how much, in hundredths.

    Above zero it spoke for the kind, below against it; 100 makes it 2.7 times as likely.
    """

    what: str
    weight: int


class Weigher:
    """Weighs the units of one part of a document."""

    def __init__(
        self, text: str, mentions: list[Raw], entities: Iterable[Entity], pack: Pack
    ) -> None:
        self.grams = Grams(text, _masked(mentions, entities), pack.spaced)
        self.model, self.tables = model_of(pack.code)
        self._sums = self.model.over(self.grams)

    def confidence(self, unit: Unit, kind: Kind) -> int:
        """How sure it is that a unit is of a kind, in hundredths."""
        chance = int(self.chances(unit)[KINDS.index(kind)])
        spoke = "silent" if unit.kind == "none" else kind
        return self.tables[spoke].of(chance)

    def likeliest(self, unit: Unit) -> Kind:
        """The kind that a unit is most likely of if it says anything."""
        return said(self.chances(unit))

    def chances(self, unit: Unit) -> Integers:
        """The probabilities of the kinds, in units of ``model.ONE``."""
        first, last = self._kept(unit)
        scores = self.model.scores_between(self._sums, first, last, named(unit.features))
        return chances(scores)

    def reasons(self, unit: Unit, kind: Kind, folded: Folded) -> list[Reason]:
        """What speaks for a unit being of a kind rather than nothing, and against, by weight."""
        column, (first, last) = KINDS.index(kind), self._kept(unit)
        names = self.model.names
        found = [
            Reason(name, int(100 * (names[at][column] - names[at][0]) // ONE))
            for name in dict.fromkeys(unit.features)
            for at in named((name,)).tolist()
        ]
        if self.model.grams is not None:
            rows = self.grams.rows.items()
            count = sum(max(0, last - size + 1 - first) for size, _ in rows)
            weights = np.zeros(last - first, dtype=np.int64)
            for size, row in rows:
                for at in range(first, last - size + 1):
                    gain = self.model.grams[row[at]][column] - self.model.grams[row[at]][0]
                    weights[at - first : at - first + size] += gain // size
            found += _by_words(folded, unit, self.grams, weights * share(count))
        found = [reason for reason in found if abs(reason.weight) >= _LIGHTEST]
        return sorted(found, key=lambda reason: -abs(reason.weight))

    def _kept(self, unit: Unit) -> tuple[int, int]:
        return self.grams.place(unit.start), self.grams.place(unit.end)


def _by_words(folded: Folded, unit: Unit, grams: Grams, weights: Integers) -> Iterator[Reason]:
    """The weights of a unit's signs by its words; where none are parted, by runs of one sign."""
    first = grams.place(unit.start)

    def weight(place: int) -> int:
        return int(weights[min(grams.place(place) - first, len(weights) - 1)])

    begin = unit.start
    for place in range(unit.start + 1, unit.end + 1):
        ends = place == unit.end or folded.text[place] == " "
        turns = not folded.text[begin].isascii() and not folded.text[begin].islower()
        if ends or (turns and (weight(place) > 0) != (weight(place - 1) > 0)):
            inside = weights[grams.place(begin) - first : grams.place(place) - first]
            weighed = int(100 * inside.sum() // (ONE * UNIT))
            yield Reason(folded.exact(begin, place).strip(), weighed)
            begin = place


def _masked(mentions: list[Raw], entities: Iterable[Entity]) -> Iterator[tuple[int, int, str]]:
    """The spans that stand as signs, in order, none inside another."""
    spans = [(m.start, m.end, _SIGNS[m.type]) for m in mentions if m.type in _SIGNS]
    spans += [(e.start, e.end, _NAMES[e.kind]) for e in entities if e.kind in _NAMES]
    behind = 0
    for start, end, sign in sorted(spans):
        if start >= behind:
            yield start, end, sign
            behind = end


def unit_of(
    candidate: Candidate | None,
    span: tuple[int, int],
    sentence: Sentence,
    context: Context,
    block: BlockKind,
    silenced: Iterable[Candidate] = (),
    before: Kind | None = None,
) -> Unit:
    """The unit of a candidate, or of a sentence for which the rules have none.

    ``silenced`` are the clauses of that sentence that the rules say nothing by, ``before`` is of
    which kind the candidate before it in the text was: where much is promised, more is.
    """
    start, end = span
    features = [f"block={block}", f"place={context.place}", f"list={context.kind}"]
    kind = "none"

    if candidate is not None and candidate.kind is not None:
        kind = candidate.kind
        features += [
            f"kind={kind}",
            f"rule={candidate.rule}",
            f"strength={candidate.strength}",
            f"rule={candidate.rule}, kind={kind}",
            f"act={'known' if candidate.act else 'unknown'}, kind={kind}",
            f"subject={candidate.subject.kind if candidate.subject else 'none'}, kind={kind}",
            *(f"by={role}, kind={kind}" for role, _ in candidate.hits if role),
            *(f"fact={fact}, kind={kind}" for fact in sorted(candidate.facts)),
        ]
    else:
        features += ["kind=none", f"before={before}"]
        features += [f"silenced={c.rule}, kind={c.kind}" for c in silenced]
    features += [
        f"mark={role}" for hit in sentence.hits if start <= hit.start < end for role in hit.senses
    ]
    features += _found(sentence, start, end, context.day, kind)
    return Unit(start, end, kind, tuple(features))


def _found(sentence: Sentence, start: int, end: int, day: date | None, kind: str) -> Iterator[str]:
    """What figures, times and parties stand in a unit."""
    amounts = 0
    for mention in sentence.mentions:
        if start <= mention.start < end:
            sign = _SIGNS.get(mention.type, "")
            amounts += sign in ("money", "count")
            if sign == "time" and day and mention.end_date:
                sign = "past" if mention.end_date <= day else "time to come"
            yield f"has={sign}"
            yield f"has={sign}, kind={kind}"
    yield f"amounts={min(amounts, 3)}"
    named_here = [e for e in sentence.entities if start <= e.start < end]
    yield f"parties={min(len(named_here), 3)}"
    if named_here:
        yield f"first={named_here[0].kind}"
        yield f"first={named_here[0].kind} {named_here[0].role}"
    length = end - start
    yield f"length={min(length.bit_length(), 9)}"
