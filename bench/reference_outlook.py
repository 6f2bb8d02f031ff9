"""Count the table of records elsewhere that comes with zakuro.

Of half the completions nobody wrote down the day.  Each stands where the completions with a day
stand that were promised in the same year or later: after as many years, in the same proportion.
What was never completed was open as long as the records were kept.

    python -m bench.reference_outlook ../shared     writes src/zakuro/outlook/reference.csv
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from bench.quality_outlook import AIDDATA, CLOSED, half_of
from zakuro.outlook.reference import SOURCE

TABLE = Path(__file__).parents[1] / "src" / "zakuro" / "outlook" / "reference.csv"
FEWEST_IN_SECTOR = 10


class Known(NamedTuple):
    """A record: its sector, the year promised, the years until it was done, and whether it was."""

    sector: str
    year: int
    years: int | None
    done: bool
    half: int


def read(path: Path) -> list[Known]:
    """Every record but the umbrellas over others."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["umbrella"] == "1":
                continue
            done, day, year = row["status"] == "Completion", row["end_actual"], int(row["year"])
            years = max(0, int(day[:4]) - year) if done and day.strip() else None
            half = half_of(row["project_id"])
            found.append(Known(row["crs_sector_code"], year, years, done, half))
    return found


def counted(records: list[Known]) -> Iterator[tuple[str, int, int, int]]:
    """Sector, years, how many ended after so many, how many were still open."""
    when = Counter(one.years for one in records if one.years is not None)
    ended: Counter[tuple[str, int]] = Counter()
    opened: Counter[tuple[str, int]] = Counter()
    without: Counter[tuple[str, int]] = Counter()
    for one in records:
        if one.years is not None:
            ended[one.sector, one.years] += 1
        elif one.done:
            without[one.sector, max(0, CLOSED - one.year)] += 1
        else:
            opened[one.sector, max(0, CLOSED - one.year)] += 1
    for sector in {sector for sector, _ in without}:
        ended.update({(sector, y): n for y, n in _placed(sector, without, when).items()})
    for key in sorted(ended.keys() | opened.keys()):
        yield (*key, ended[key], opened[key])


def _placed(sector: str, without: Counter[tuple[str, int]], when: Counter[int]) -> dict[int, int]:
    """Give after how many years the completions without a day of a sector stand, in whole ones."""
    shares: dict[int, Fraction] = {}
    for (code, longest), number in without.items():
        if code != sector:
            continue
        inside = {years: n for years, n in when.items() if years <= longest}
        for years, n in inside.items():
            part = Fraction(number * n, sum(inside.values()))
            shares[years] = shares.get(years, Fraction(0)) + part
    whole = {years: int(part) for years, part in shares.items()}
    left = int(sum(shares.values())) - sum(whole.values())
    for years in sorted(shares, key=lambda y: (whole[y] - shares[y], y))[:left]:
        whole[years] += 1
    return whole


def common(records: list[Known]) -> list[Known]:
    """The records, those of sectors with few under one code."""
    many = Counter(one.sector for one in records)
    return [
        one if many[one.sector] >= FEWEST_IN_SECTOR else one._replace(sector="other")
        for one in records
    ]


def write(records: list[Known], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# Counted from: {SOURCE}.\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("sector", "years", "ended", "open"))
        writer.writerows(counted(common(records)))


def rows(records: Iterable[Known]) -> Iterator[dict[str, str]]:
    """The table as it is read again."""
    for row in counted(common(list(records))):
        yield dict(zip(("sector", "years", "ended", "open"), map(str, row), strict=True))


if __name__ == "__main__":
    write(read(Path(sys.argv[1]) / "data" / AIDDATA), TABLE)
