"""Reference rates of currencies by year, from those of the European Central Bank.

The table holds, for each year and currency, the lowest, the mean and the highest rate of a day per
US dollar.  Source: European Central Bank, euro foreign exchange reference rates (reuse is free with
attribution); the cross rates with the dollar are computed from them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from zakuro.check.figures import Interval

_DOLLAR = "USD"


class Rate(NamedTuple):
    """What one currency cost in another: over the days of some years, and in their mean."""

    days: Interval
    mean: Decimal


@cache
def _table() -> dict[tuple[int, str], Rate]:
    text = files(__package__).joinpath("rates.csv").read_text(encoding="utf-8")
    return {
        (int(row["year"]), row["currency"]): Rate(
            Interval(Decimal(row["low"]), Decimal(row["high"])), Decimal(row["mean"])
        )
        for row in csv.DictReader(text.splitlines())
    }


def _per_dollar(currency: str, year: int) -> Rate | None:
    if currency == _DOLLAR:
        one = Decimal(1)
        return Rate(Interval(one, one), one)
    return _table().get((year, currency))


def rate(currency: str, per: str, years: Iterable[int]) -> Rate | None:
    """How much of a currency one unit of another cost in some years; None where it is not known.

    The mean is that of the last year known.  Cross rates of two currencies that are both not the
    dollar come from its extremes, so their interval is wider than that of any day.
    """
    found: Rate | None = None
    for year in sorted(years):
        one, other = _per_dollar(currency, year), _per_dollar(per, year)
        if one is None or other is None:
            continue
        low, high = one.days.low / other.days.high, one.days.high / other.days.low
        if found is not None:
            low, high = min(low, found.days.low), max(high, found.days.high)
        found = Rate(Interval(low, high), one.mean / other.mean)
    return found
