"""Statements of several documents, in any languages, held against each other.

What is compared is what statements say, not their words: the same parties, thing and period, with
another figure, or with the same figure in another unit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import NamedTuple

import msgspec

from zakuro.check.figures import digits, near_miss, printed, rounding
from zakuro.check.paper import Paper
from zakuro.check.rules.retelling import narrowed, otherwise, sentences, slips
from zakuro.model.finding import Finding, Place, Verdict
from zakuro.model.statement import Quantity, Statement

_FEW = 12
"""More tellings of one thing are compared each with the one before it only."""
_TIMES = "{times}"


class Told(NamedTuple):
    """A statement of a document: the document's name, day and source, and what was said."""

    document: str
    published: date | None
    source: str
    statement: Statement

    @property
    def voice(self) -> str:
        """Whose word it is: who is named, unless it is only who acts; else whose document it is."""
        said = self.statement
        acting = {", ".join(said.givers), ", ".join(said.parties)}
        speaker = said.speaker if said.speaker not in acting else None
        return said.counted_by or said.told_by or speaker or said.reporter or self.source


def across(papers: Sequence[Paper], changed: Collection[str] = ()) -> Iterator[Finding]:
    """Z801, Z802, and Z403 and Z404 between documents; of ``changed`` ones only, if any is named.

    The papers carry their names.
    """
    told = [
        Told(paper.name, paper.reading.published, paper.reading.source or "", said)
        for paper in papers
        for said in paper.reading.statements
    ]
    found = [*other_figures(told), *other_times(told), *retold(papers)]
    for finding in found:
        if not changed or {place.document for place in finding.where} & set(changed):
            yield finding


def retold(papers: Sequence[Paper]) -> Iterator[Finding]:
    """Z403 and Z404 for sentences of two documents in one language, the earlier document first.

    Silent on bare counts, and where a bound lets both be true.
    """
    in_order = sorted(papers, key=lambda each: (each.reading.published or date.min, each.name))
    for language in dict.fromkeys(paper.reading.language for paper in in_order):
        own = [paper for paper in in_order if paper.reading.language == language]
        for slip in slips([line for paper in own for line in sentences(paper)]):
            if slip.first.paper is not slip.again.paper:
                figure = slip.again.mention(slip.other[0], 2)
                bare = figure is not None and figure.type in {"count", "number"}
                if figure is not None and not bare and figure.bound in {None, "exact"}:
                    # What two papers print differently is a question, not a slip of either.
                    for finding in otherwise(slip):
                        yield msgspec.structs.replace(finding, verdict="ambiguous")
                yield from narrowed(slip)


def other_figures(told: Iterable[Told]) -> Iterator[Finding]:
    """Z801: one thing told in two documents with two figures.

    The thing is one where kind, parties, what is given or counted, act and period are the same.  A
    later figure of the same speaker replaces the earlier one (*consistent*); one of another speaker
    stands beside it (*ambiguous*, as both may count rightly).  Silent on bare counts, whose things
    may differ, on statements that name no party, and where rounding or a bound lets both be true.
    """
    things: dict[tuple[object, ...], list[_Figure]] = defaultdict(list)
    for each in told:
        for quantity in each.statement.quantities:
            key = _thing(each.statement, quantity)
            if key is not None:
                things[key].append(_Figure(each, quantity))
    for figures in things.values():
        figures.sort(key=lambda each: (each.told.published or date.min, each.told.document))
        for one, other in _pairs(figures):
            if one.told.document != other.told.document:
                yield from _held(one, other)


def other_times(told: Iterable[Told]) -> Iterator[Finding]:
    """Z802: one thing told in two documents with two times that are alike.

    Alike are the same day in another month or year, another year of the same figure, and another
    year by which one and the same is to be done.  *Ambiguous*: it may have been twice.  Silent on
    statements that name no party and no thing, and on other differences of time.
    """
    things: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for each in told:
        said = each.statement
        figures = tuple((q.value, q.unit) for q in said.quantities)
        thing = said.object or (said.topics[0] if said.topics and figures else "")
        parties = frozenset(said.parties or (*said.givers, *said.receivers))
        if said.period is not None and thing and len(parties) > 1:
            things[said.kind, parties, thing, said.act, figures].append(each)
    for same in things.values():
        same.sort(key=lambda each: (each.published or date.min, each.document))
        for one, other in combinations(same[:_FEW], 2):
            if one.document != other.document and _alike(one.statement, other.statement):
                yield _two_times(one, other)


def _alike(one: Statement, other: Statement) -> bool:
    """Whether two times are another, and one of them may be a slip for the other."""
    first, second = one.period, other.period
    if first is None or second is None or first.edtf == second.edtf:
        return False
    a, b = (re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", each.edtf) for each in (first, second))
    if a and b:
        return a[3] == b[3] and (a[1] == b[1] or a[2] == b[2])
    years = all(re.fullmatch(r"(?:\.\./)?\d{4}", each.edtf) for each in (first, second))
    figures = [q for q in one.quantities if q.value is not None and digits(q.value) > 1]
    return years and (bool(figures) or (one.kind == "pledge" and not one.quantities))


def _two_times(one: Told, other: Told) -> Finding:
    first, second = one.statement.period, other.statement.period
    words = [period.exact if period is not None else "" for period in (second, first)]
    where = tuple(
        Place(start=p.start, end=p.end, exact=p.exact, document=told.document)
        for told, p in ((other, second), (one, first))
        if p is not None
    )
    return Finding(
        kind="time",
        verdict="ambiguous",
        says=f"{other.document} and {one.document} tell one thing with two times: {words[0]}, "
        f"{words[1]}",
        where=where,
        rule="Z802",
    )


class _Figure(NamedTuple):
    told: Told
    quantity: Quantity


def _pairs(figures: Sequence[_Figure]) -> Iterable[tuple[_Figure, _Figure]]:
    if len(figures) <= _FEW:
        return combinations(figures, 2)
    return pairwise(figures)


def _thing(said: Statement, quantity: Quantity) -> tuple[object, ...] | None:
    """What a figure is of, so that two of the same can be compared; None where nobody can tell."""
    parties = frozenset(said.parties or (*said.givers, *said.receivers))
    money = len(quantity.unit) == 3 and quantity.unit.isupper()
    count = quantity.unit.startswith("{") and quantity.unit != _TIMES
    thing = said.object or (said.topics[0] if said.topics and not count else "")
    period = said.period.edtf if said.period is not None else None
    if quantity.value is None or quantity.part_of is not None or quantity.equivalent_of:
        return None
    if not parties or not thing or quantity.scope or quantity.unit in {"", "1"}:
        return None
    # A count is of one thing where it tells something of it: the tunnels of a railway.
    if count and (said.object is None or quantity.unit.strip("{}") == thing):
        return None
    if period is None and (said.kind != "pledge" or quantity.unit == "%"):
        return None
    change = quantity.change if quantity.change != "to" else None
    return said.kind, parties, thing, said.act, period, "money" if money else quantity.unit, change


def _held(one: _Figure, other: _Figure) -> Iterator[Finding]:
    """Two figures of one thing."""
    first, second = one.quantity, other.quantity
    a, b = first.value, second.value
    if a is None or b is None:
        return
    verdict: Verdict = "ambiguous"
    if first.unit != second.unit:
        if a != b or digits(a) < 2:
            return
        said = f"the same figure in {first.unit} and in {second.unit}"
    elif {first.bound, second.bound} != {"exact"} or rounding(a).meets(rounding(b)):
        return
    else:
        said = f"{printed(a)} is not {printed(b)} {first.unit}{near_miss(a, b)}"
        same = one.told.voice and one.told.voice == other.told.voice
        later = (one.told.published or date.min) < (other.told.published or date.min)
        if same and later and not near_miss(a, b):
            verdict = "consistent"
            said += f"; the later figure of {other.told.voice} replaces the earlier"
        elif not same:
            said += "; who says the one is not who says the other, so they stand beside each other"
    yield Finding(
        kind="repetition",
        verdict=verdict,
        says=f"{other.told.document} and {one.told.document} tell one thing with two figures: "
        f"{second.exact}, {first.exact}; {said}",
        where=(_place(other), _place(one)),
        rule="Z801",
    )


def _place(figure: _Figure) -> Place:
    quantity = figure.quantity
    return Place(
        start=quantity.start,
        end=quantity.end,
        exact=quantity.exact,
        document=figure.told.document,
    )
