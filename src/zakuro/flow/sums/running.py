"""Running sums in a table: changes by day, and added up by month and year.

What holds on a day is the sum of the years before its year, the months before its month, and the
days up to it: some sixty rows of a sum, however many pledges there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

import msgspec

from zakuro.flow.keeping import tables
from zakuro.flow.sums.cells import Rows
from zakuro.flow.sums.figures import Figures, Sum, added, changes
from zakuro.journal import Condition, Journal, Transaction
from zakuro.model.acts import ScoreValue
from zakuro.model.errors import ZakuroError

_SPANS = {"year": 4, "month": 7, "day": 10}
"""How much of a day, as it is written, names each span of time."""

_AT_ONCE = 1000

_Place = tuple[Sum, str, str]
"""A sum, a span, and its period: ``month``, ``2026-07``."""


class Sums:
    """Changes of sums, gathered before they are written."""

    def __init__(self, rule: Mapping[str, ScoreValue]) -> None:
        """Count scores by a charter's ``rule``."""
        self._rule = rule
        self._changes: dict[_Place, Figures] = {}

    def take(self, pledges: Iterable[Rows], sign: int = 1) -> None:
        """Add what some pledges add to the sums, or with ``sign`` -1 take it off."""
        for rows in pledges:
            for day, key, figures in changes(rows, self._rule):
                for span, length in _SPANS.items():
                    place = (key, span, day[:length])
                    self._changes[place] = added(self._changes.get(place, {}), figures, sign)

    def rows(self) -> list[tables.Row]:
        """Give the rows of what was gathered."""
        return [_row(*place, figures) for place, figures in self._changes.items() if figures]

    def write(self, journal: Journal, transaction: Transaction) -> None:
        """Add what was gathered to the sums that are kept."""
        changed = {place: figures for place, figures in self._changes.items() if figures}
        self._changes = {}
        kept = _kept(journal, changed)
        now = {place: added(kept.get(place, {}), of) for place, of in changed.items()}
        transaction.upsert(tables.SUMS, [_row(*place, of) for place, of in now.items() if of])
        for (key, span, period), of in now.items():
            if not of:
                transaction.delete(tables.SUMS, [*_of(key, span, period), ("name", "=", key.name)])


def totals(journal: Journal, of: str, by: str, on: date) -> dict[str, Figures]:
    """Give the sums of ``balance`` or ``score`` as of a day, by name."""
    day = on.isoformat()
    found: dict[str, Figures] = {}
    for span, first, end in (
        ("year", "", day[:4]),
        ("month", day[:4], day[:7]),
        ("day", day[:7], day + "~"),
    ):
        among: list[Condition] = [("period", ">=", first), ("period", "<", end)]
        for row in journal.rows(tables.SUMS, [*_of(Sum(of, by, ""), span), *among]):
            name = str(row["name"])
            found[name] = added(found.get(name, {}), _figures(row))
    return {name: figures for name, figures in sorted(found.items()) if figures}


def _kept(journal: Journal, changed: Iterable[_Place]) -> dict[_Place, Figures]:
    """Give the sums in some places as they are kept."""
    asked: dict[tuple[str, str, str], dict[str, set[str]]] = {}
    for key, span, period in changed:
        asked.setdefault((key.of, key.by, span), {}).setdefault(period, set()).add(key.name)
    found: dict[_Place, Figures] = {}
    for (of, by, span), periods in asked.items():
        every = sorted(periods)
        for start in range(0, len(every), _AT_ONCE):
            among: Condition = ("period", "in", every[start : start + _AT_ONCE])
            for row in journal.rows(tables.SUMS, [*_of(Sum(of, by, ""), span), among]):
                name, period = str(row["name"]), str(row["period"])
                if name in periods[period]:
                    found[Sum(of, by, name), span, period] = _figures(row)
    return found


def _of(key: Sum, span: str, period: str | None = None) -> list[Condition]:
    where: list[Condition] = [("of", "=", key.of), ("by", "=", key.by), ("span", "=", span)]
    return where if period is None else [*where, ("period", "=", period)]


def _row(key: Sum, span: str, period: str, figures: Figures) -> tables.Row:
    written = {name: str(value) for name, value in sorted(figures.items())}
    return {
        "of": key.of,
        "by": key.by,
        "span": span,
        "period": period,
        "name": key.name,
        "figures": msgspec.json.encode(written).decode(),
    }


def _figures(row: tables.Row) -> Figures:
    """Give the figures of a row; ZakuroError where they are none."""
    try:
        written = msgspec.json.decode(str(row["figures"]), type=dict[str, str])
        return {name: Fraction(value) for name, value in written.items()}
    except (msgspec.MsgspecError, ValueError, ZeroDivisionError):
        raise ZakuroError(
            f"The sums of {row['of']} by {row['by']} ({row['name'] or '-'}, {row['period']}) are "
            "no figures: somebody changed them. See what differs with `zakuro verify`, make them "
            "again with `zakuro rebuild`."
        ) from None
