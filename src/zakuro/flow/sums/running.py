"""Running sums in a table: changes by day, and added up by month and year.

What holds on a day is the sum of the years before its year, the months before its month, and the
days up to it: some sixty rows of a sum, however many pledges there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from zakuro.flow.keeping import tables
from zakuro.flow.sums.cells import Rows
from zakuro.flow.sums.figures import Figures, Sum, add, changes, read, written
from zakuro.journal import Condition, Journal, Transaction
from zakuro.ledger.arithmetic import exact
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

    @exact
    def take(self, pledges: Iterable[Rows], sign: int = 1) -> None:
        """Add what some pledges add to the sums, or with ``sign`` -1 take it off."""
        for rows in pledges:
            for day, key, figures in changes(rows, self._rule):
                for span, length in _SPANS.items():
                    add(self._changes.setdefault((key, span, day[:length]), {}), figures, sign)

    def rows(self) -> list[tables.Row]:
        """Give the rows of what was gathered."""
        found = (_row(*place, figures) for place, figures in self._changes.items())
        return [row for row in found if row["figures"] != _NOTHING]

    @exact
    def write(self, journal: Journal, transaction: Transaction) -> None:
        """Add what was gathered to the sums that are kept."""
        changed = {place: of for place, of in self._changes.items() if any(of.values())}
        self._changes = {}
        for place, figures in _kept(journal, changed).items():
            add(changed[place], figures)
        rows = [_row(*place, figures) for place, figures in changed.items()]
        transaction.upsert(tables.SUMS, [row for row in rows if row["figures"] != _NOTHING])
        for row in rows:
            if row["figures"] == _NOTHING:
                transaction.delete(
                    tables.SUMS, [(name, "=", row[name]) for name in tables.SUMS.key]
                )


_NOTHING = "{}"


@exact
def totals(
    journal: Journal, of: str, by: str, on: date, name: str | None = None
) -> dict[str, Figures]:
    """Give the sums of ``balance``, ``standings`` or ``score`` as of a day, by name, or of one."""
    day = on.isoformat()
    named: list[Condition] = [] if name is None else [("name", "=", name)]
    found: dict[str, Figures] = {}
    for span, first, end in (
        ("year", "", day[:4]),
        ("month", day[:4], day[:7]),
        ("day", day[:7], day + "~"),
    ):
        among: list[Condition] = [("period", ">=", first), ("period", "<", end)]
        for row in journal.rows(tables.SUMS, [*_of(Sum(of, by, ""), span), *among, *named]):
            add(found.setdefault(str(row["name"]), {}), read_figures(row))
    return {name: figures for name, figures in sorted(found.items()) if any(figures.values())}


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
                    found[Sum(of, by, name), span, period] = read_figures(row)
    return found


def _of(key: Sum, span: str) -> list[Condition]:
    return [("of", "=", key.of), ("by", "=", key.by), ("span", "=", span)]


def _row(key: Sum, span: str, period: str, figures: Figures) -> tables.Row:
    return {
        "of": key.of,
        "by": key.by,
        "span": span,
        "period": period,
        "name": key.name,
        "figures": write_figures(figures),
    }


@exact
def write_figures(figures: Figures) -> str:
    """Give figures as they stand in a row; those that are zero are left out."""
    texts = {name: written(value) for name, value in sorted(figures.items()) if value}
    return msgspec.json.encode(texts).decode()


def read_figures(row: tables.Row) -> Figures:
    """Give the figures of a row; ZakuroError where they are none."""
    try:
        texts = msgspec.json.decode(str(row["figures"]), type=dict[str, str])
        return {name: read(text) for name, text in texts.items()}
    except (msgspec.MsgspecError, ValueError, ArithmeticError):
        raise ZakuroError(
            f"The sums of {row['of']} by {row['by']} ({row['name'] or '-'}, {row['period']}) are "
            "no figures: somebody changed them. See what differs with `zakuro verify`, make them "
            "again with `zakuro rebuild`."
        ) from None
