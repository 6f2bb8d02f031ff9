"""Claims of a text, recomputed by the series of those who count: never a bare "false".

A claim is a statement of what two parties have with each other (trade, exports, imports): that it
grew by a percentage, that it reached a level, or that it is to reach one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from zakuro.check.figures import Interval, rounding
from zakuro.check.paper import Paper
from zakuro.check.rates import rate
from zakuro.check.series.counts import Count, counts_of
from zakuro.model.finding import Finding, Place, Verdict
from zakuro.model.source import Point
from zakuro.model.statement import Quantity, Statement
from zakuro.model.vocabulary import party_label

INDICATORS = ("exports", "imports", "trade")
"""What claims are made of, if the series name nothing else; the narrower first."""

_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"P(\d+)Y")
_ABOUT = Decimal("0.01")
_SHOWN = 12
Sort = Literal["change", "level", "goal"]


@dataclass(frozen=True)
class Claim:
    """What is claimed: by which statement, of what, of whom, how much, and of which years.

    ``base`` and ``last`` are years, empty where the words name none.  Of a change ``years`` is over
    how many it is told.
    """

    statement: Statement
    figure: Quantity
    sort: Sort
    indicator: str
    one: str
    other: str
    base: int | None = None
    last: int | None = None
    years: int | None = None


class Reading(NamedTuple):
    """One way to recompute a claim: what it gives, in words, and whether the claim agrees."""

    says: str
    agrees: bool


def claims_of(paper: Paper, points: Sequence[Point] = ()) -> Iterator[Claim]:
    """The claims of a paper on what the series, or else trade, are of."""
    known = tuple(dict.fromkeys((*(p.indicator for p in points), *INDICATORS)))
    for said in paper.reading.statements:
        sides = said.parties or (*said.givers, *said.receivers)
        sides = tuple(dict.fromkeys(sides))
        indicator = _indicator(said, known)
        if indicator is None or len(sides) != 2 or said.kind in {"principle", "call"}:
            continue
        for figure in said.quantities:
            sort = _sort(said, figure)
            if sort is not None:
                base, last, years = _years(paper, said, sort)
                yield Claim(said, figure, sort, indicator, *sides, base, last, years)


def against_series(paper: Paper, points: Sequence[Point]) -> Iterator[Finding]:
    """Z701 to Z703: a change, a level or a goal, by every count that the series hold.

    Silent on claims that name other than two parties, and on what no series is of in any year.
    """
    for claim in claims_of(paper, points):
        yield judge(claim, points, paper.reading.published, paper.place(claim.figure))


def judge(claim: Claim, points: Iterable[Point], published: date | None, at: Place) -> Finding:
    """What the series say of a claim: which readings agree, which differ, and what is missing."""
    counts, missing = counts_of(points, claim.indicator, claim.one, claim.other)
    compute = {"change": _changes, "level": _levels, "goal": _goals}[claim.sort]
    readings: list[Reading] = []
    for count in counts:
        readings += compute(claim, count, published)
        missing += _lacking(claim, count)
    agree = [reading.says for reading in readings if reading.agrees]
    differ = [reading.says for reading in readings if not reading.agrees]
    verdict: Verdict
    if not readings:
        verdict = "cannot tell"
    elif agree and differ:
        verdict = "ambiguous"
    elif agree:
        verdict = "consistent"
    else:
        verdict = "cannot tell" if missing else "conflict"
    yes, no = ("met", "not met") if claim.sort == "goal" else ("agrees", "differs")
    parts = [
        f"{word}: {'; '.join(told[:_SHOWN])}" for word, told in ((yes, agree), (no, differ)) if told
    ]
    if missing:
        parts.append(f"needed to tell more: {'; '.join(dict.fromkeys(missing))}")
    what = f"{claim.indicator} of {party_label(claim.one)} and {party_label(claim.other)}"
    rule = {"change": "Z701", "level": "Z702", "goal": "Z703"}[claim.sort]
    return Finding(
        kind="claim",
        verdict=verdict,
        says=f"{what}, {claim.figure.exact}: {'. '.join(parts) or 'no series is of it'}",
        where=(at,),
        rule=rule,
    )


def _indicator(said: Statement, known: Sequence[str]) -> str | None:
    """What a statement is of: the narrowest that its object or its topics name."""
    named = {said.object, *said.objects, *said.topics}
    return next((each for each in (*INDICATORS[:2], *known) if each in named), None)


def _sort(said: Statement, figure: Quantity) -> Sort | None:
    """What is claimed by a figure of a statement."""
    if figure.value is None or figure.part_of is not None or figure.equivalent_of:
        return None
    if figure.unit == "%":
        changes = figure.change in {"increase", "decrease"} and said.kind != "pledge"
        return "change" if changes else None
    if (
        len(figure.unit) != 3
        or not figure.unit.isupper()
        or figure.change in {"increase", "decrease"}
    ):
        return None
    if said.kind in {"pledge", "proposal", "position"}:
        return "goal" if figure.change == "to" else None
    return "level"


def _years(paper: Paper, said: Statement, sort: Sort) -> tuple[int | None, int | None, int | None]:
    """The first and last year that a statement names, and over how many years it is told."""
    period = said.period
    line = next((each for each in paper.lines if each.start <= said.start < each.end), None)
    for mention in line.of("duration") if line is not None else ():
        match = _YEARS.fullmatch(mention.duration or "")
        if match and sort == "change":
            return None, None, int(match[1])
    if period is None or period.edtf is None:
        return None, None, None
    named = [int(year) for year in _YEAR.findall(period.exact)]
    if not named and period.start_date and period.end_date:
        # Counted back from the day of publication: the past two years.
        passed = period.end_date.year - period.start_date.year
        return None, None, max(passed, 1)
    if len(named) == 2 and named[0] < named[1]:
        return named[0], named[1], named[1] - named[0]
    return None, (named[-1] if named else None), (1 if sort == "change" and named else None)


def _changes(claim: Claim, count: Count, published: date | None) -> Iterator[Reading]:
    """A percentage of change, for each base and last year that the words can mean."""
    stated, sign = claim.figure.value or Decimal(0), 1 if claim.figure.change == "increase" else -1
    for base, last in _spans(claim, count, published):
        early, late = count.figures.get(str(base)), count.figures.get(str(last))
        if early is None or late is None or not early:
            continue
        changes = {
            unit: (late * factor / early - 1) * 100
            for unit, factor in _currencies(count.unit, base, last)
        }
        half = _half(stated)
        agreeing = [
            unit
            for unit, change in changes.items()
            if _fits(claim.figure, stated, Interval(sign * change - half, sign * change + half))
        ]
        own = changes.pop(count.unit)
        says = (
            f"{count.name}, {base} to {last}: {_short(early)} to {_short(late)} {count.unit} is "
            f"{own:+.1f} %"
        )
        others = ", ".join(f"{change:+.1f} % in {unit}" for unit, change in changes.items())
        yield Reading(f"{says} ({others})" if others else says, count.unit in agreeing)
        if agreeing and count.unit not in agreeing:
            yield Reading(f"{says}, but in {' and '.join(agreeing)}: {others}", True)


def _spans(claim: Claim, count: Count, published: date | None) -> list[tuple[int, int]]:
    """The years that a change can be between."""
    if claim.base is not None and claim.last is not None:
        return [(claim.base, claim.last)]
    years = claim.years or 1
    if claim.last is not None:
        return [(claim.last - years, claim.last)]
    known = sorted(int(period) for period in count.figures if period.isdigit())
    if published is not None:
        # The last whole year is meant, or the one before where its figures were not out.
        lasts = [year for year in known if published.year - 2 <= year <= published.year]
    else:
        lasts = known[-1:]
    spans = [(last - years, last) for last in lasts]
    if years > 1:  # in two years: the second of them over the first
        spans += [(last - years + 1, last) for last in lasts]
    return spans


def _currencies(unit: str, base: int, last: int) -> Iterator[tuple[str, Decimal]]:
    """The units that a change may be told in: the series' own, and the great ones beside it."""
    yield unit, Decimal(1)
    for other in ("USD", "CNY", "EUR", "RUB"):
        early, late = rate(other, unit, {base}), rate(other, unit, {last})
        if other != unit and early is not None and late is not None:
            yield other, late.mean / early.mean


def _levels(claim: Claim, count: Count, published: date | None) -> Iterator[Reading]:
    """A level against the figure of its year; of the last two known where the words name none."""
    stated = claim.figure.value or Decimal(0)
    known = sorted(period for period in count.figures if period.isdigit())
    if claim.last is None and published is not None:
        known = [year for year in known if int(year) <= published.year]
    for period in [str(claim.last)] if claim.last is not None else known[-2:]:
        figure = count.figures.get(period)
        if figure is None:
            continue
        for unit, low, high in _in_unit(figure, count.unit, claim.figure.unit, int(period)):
            half = _half(stated)
            agrees = _fits(claim.figure, stated, Interval(low - half, high + half))
            yield Reading(f"{count.name}, {period}: {_short(figure)} {unit}", agrees)


def _goals(claim: Claim, count: Count, published: date | None) -> Iterator[Reading]:
    """A goal against the last figure known."""
    stated = claim.figure.value or Decimal(0)
    known = sorted(period for period in count.figures if period.isdigit())
    if not known:
        return
    figure = count.figures[known[-1]]
    for unit, low, high in _in_unit(figure, count.unit, claim.figure.unit, int(known[-1])):
        met = (low + high) / 2 >= stated
        yield Reading(f"{count.name}, {known[-1]}: {_short(figure)} {unit}", met)


def _in_unit(
    figure: Decimal, unit: str, other: str, year: int
) -> Iterator[tuple[str, Decimal, Decimal]]:
    """A figure in the unit of the claim, by the lowest and highest rate of its year."""
    if unit == other:
        yield unit, figure, figure
        return
    found = rate(other, unit, {year})
    if found is not None:
        yield unit, figure * found.days.low, figure * found.days.high


def _fits(figure: Quantity, stated: Decimal, at: Interval) -> bool:
    """Whether a stated figure, with its bound, can be a computed one."""
    if figure.bound in {"at-least", "more-than"}:
        return at.low * Decimal("0.9") <= stated <= at.high
    if figure.bound in {"at-most", "less-than"}:
        return at.low <= stated <= at.high * Decimal("1.1")
    return at.widened(_ABOUT if figure.bound == "about" else Decimal(0)).meets(
        Interval(stated, stated)
    )


def _half(stated: Decimal) -> Decimal:
    """Half of the last place that a figure is printed with; a whole number is none of tens."""
    if stated < 1000:
        return Decimal(5).scaleb(min(int(stated.as_tuple().exponent), 0) - 1)
    return rounding(stated).high - stated


def _lacking(claim: Claim, count: Count) -> list[str]:
    """The series that a sum over members lacks in the years that matter."""
    years = {str(year) for year in (claim.base, claim.last) if year is not None}
    lacks = {p: who for p, who in count.lacks.items() if not years or p in years}
    return [f"{', '.join(who)} for {period}" for period, who in sorted(lacks.items())[-3:]]


def _short(value: Decimal) -> str:
    """A figure of a series for people: 94.8 bn."""
    for power, name in ((9, "bn"), (6, "m")):
        if abs(value) >= 10**power:
            return f"{value.scaleb(-power):.4g} {name}"
    return f"{value:,.4g}"
