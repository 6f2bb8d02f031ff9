"""What each who counts has counted: the figures of two parties' trade, year by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from zakuro.model.source import Point
from zakuro.model.vocabulary import expand, groups, party_label

_BOTH_WAYS = ("exports", "imports")
_SUM = "trade"


@dataclass
class Count:
    """One way of counting: who counts, with whom, how, in what unit; the figure of each period.

    ``lacks`` holds, by period, of whom a figure is missing for the whole.
    """

    reporter: str
    partner: str
    how: str
    unit: str
    figures: dict[str, Decimal] = field(default_factory=dict)
    lacks: dict[str, list[str]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Whose count it is, as people say it."""
        how = f", {self.how}" if self.how else ""
        return f"{party_label(self.reporter)} counting {party_label(self.partner)}{how}"


def counts_of(
    points: Iterable[Point], indicator: str, one: str, other: str
) -> tuple[list[Count], list[str]]:
    """Every count of what two parties have with each other, and the series that are missing.

    Either side may be a group: its own series is taken where there is one, else its members' are
    added, or those who count are its members.
    """
    ways = {indicator, *(_BOTH_WAYS if indicator == _SUM else ())}
    kept = [p for p in points if p.indicator in ways]
    found: list[Count] = []
    missing: list[str] = []
    for reporter, partner in ((one, other), (other, one)):
        own = list(_direct(kept, indicator, reporter, partner))
        if not own and partner in groups():
            own = _over(kept, indicator, [(reporter, member) for member in expand((partner,))])
        if not own and reporter in groups():
            own = _over(kept, indicator, [(member, partner) for member in expand((reporter,))])
        for count in own:
            count.reporter, count.partner = reporter, partner
        if not own:
            missing.append(
                f"{party_label(reporter)}'s own figures of its {indicator} with "
                f"{party_label(partner)}"
            )
        found += own
    return found, missing


def _direct(points: list[Point], indicator: str, reporter: str, partner: str) -> Iterator[Count]:
    """The counts of one who counts, of one partner."""
    own = [p for p in points if (p.reporter, p.partner) == (reporter, partner)]
    for how, unit in dict.fromkeys((p.counted, p.unit) for p in own):
        said = [p for p in own if (p.counted, p.unit) == (how, unit)]
        count = Count(reporter, partner, how, unit)
        for period in dict.fromkeys(p.period for p in said):
            at = {p.indicator: p.value for p in said if p.period == period}
            if indicator in at:
                count.figures[period] = at[indicator]
            elif indicator == _SUM and at.keys() >= set(_BOTH_WAYS):
                count.figures[period] = at["exports"] + at["imports"]
        if count.figures:
            yield count


def _over(points: list[Point], indicator: str, pairs: list[tuple[str, str]]) -> list[Count]:
    """One count for each unit: the sum over pairs, for the periods in which any of them counts."""
    each = {pair: list(_direct(points, indicator, *pair)) for pair in pairs}
    found = []
    for unit in dict.fromkeys(c.unit for counts in each.values() for c in counts):
        own = {
            pair: next((c for c in counts if c.unit == unit), None) for pair, counts in each.items()
        }
        hows = dict.fromkeys(c.how for c in own.values() if c is not None and c.how)
        count = Count("", "", "; ".join(hows) or "sum", unit)
        periods = {period for c in own.values() if c is not None for period in c.figures}
        for period in sorted(periods):
            values = [c.figures.get(period) if c else None for c in own.values()]
            if None in values:
                count.lacks[period] = [
                    f"{party_label(reporter)} counting {party_label(partner)}"
                    for (reporter, partner), value in zip(own, values, strict=True)
                    if value is None
                ]
            else:
                count.figures[period] = sum((v for v in values if v is not None), Decimal(0))
        if count.figures or count.lacks:
            found.append(count)
    return found
