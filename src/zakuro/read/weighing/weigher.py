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
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.entity import Entity
from zakuro.read.weighing.grams import Grams, Integers
from zakuro.read.weighing.model import KINDS, chances, model_of, named

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
_NAMES = {"party": "party", "person": "person"}


class Unit(NamedTuple):
    """What is weighed: folded offsets, what the rules call it ("none" if silent), its features."""

    start: int
    end: int
    kind: str
    features: tuple[str, ...]


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

    def likeliest(self, unit: Unit) -> Kind | None:
        """The kind that a unit is most likely of; None where it most likely says nothing."""
        best = KINDS[int(np.argmax(self.chances(unit)))]
        return None if best == "none" else best

    def chances(self, unit: Unit) -> Integers:
        """The probabilities of the kinds, in units of ``model.ONE``."""
        first, last = self.grams.place(unit.start), self.grams.place(unit.end)
        scores = self.model.scores_between(self._sums, first, last, named(unit.features))
        return chances(scores)


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
) -> Unit:
    """The unit of a candidate, or of a sentence for which the rules have none.

    ``silenced`` are the clauses of that sentence that the rules say nothing by.
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
        ]
    else:
        features.append("kind=none")
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
