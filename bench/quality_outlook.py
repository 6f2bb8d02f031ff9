"""How far an outlook can be trusted: what it said of records whose end is known.

AidData's records of Chinese official finance say the year of a promise, and of 547 the day on which
it was done.  As of the end of each year the outlook is asked of every record then open whether it
ends within 1, 2, 3 and 5 years, from what was known by then alone; and how many of those in a field
do.  The records are those with a day and those never completed: what was completed on a day nobody
wrote down cannot be asked about a year.  How far records of a field go together is taken from the
other half of the records than the one asked about.  The scores of G7 members are asked each from
all other commitments.

    python -m bench.quality_outlook ../shared     also draws docs/pictures/outlook.svg
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.figures import Figure
from zakuro.outlook.posterior import Group, alike, many
from zakuro.outlook.reference import Reference
from zakuro.outlook.survival import Case, Curve, alike_in, chance

AIDDATA = "aiddata-china-1.0/chinese_official_finance_1.0.csv"
G7 = "g7-compliance/compliance.csv"
MEMBERS = ("canada", "france", "germany", "italy", "japan", "russia", "uk", "us", "eu")
PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "outlook.svg"
YEARS = range(2003, 2014)
AHEAD = (1, 2, 3, 5)
CLOSED = 2014
"""The last year whose ends the records hold whole."""

SMALLEST = 10
"""Of fewer records no number is asked."""

FIELDS = {
    "health": ("120", "130"),
    "schools": ("110",),
    "government": ("150", "998"),
    "social": ("160",),
    "transport": ("210", "220"),
    "energy": ("230",),
    "production": ("140", "240", "250", "310", "320", "330", "410"),
}
SIZES = ((10**6, "below 1"), (10**7, "1 to 10"), (10**8, "10 to 100"))
_FIELD_OF = {sector: field for field, sectors in FIELDS.items() for sector in sectors}


class Record(NamedTuple):
    """A promise: the year in which it was made, and after how many years it was done, if ever."""

    year: int
    years: int | None
    sector: str
    size: str
    half: int

    def as_of(self, year: int) -> Case:
        """What was known of it at the end of a year."""
        ended = self.years is not None and self.year + self.years <= year
        marks = {"topic": frozenset({self.sector}), "size": frozenset({self.size})}
        return Case(
            self.years if ended and self.years is not None else year - self.year, ended, marks
        )


class Asked(NamedTuple):
    """One answer: for which group, what was given, what the bare rate gives, and what came."""

    group: tuple[object, ...]
    half: int
    given: int
    bare: int
    came: bool


def half_of(text: str) -> int:
    return int(sha256(text.encode()).hexdigest()[0], 16) % 2


def records(path: Path) -> list[Record]:
    """The records with a day of completion, and those never completed; no umbrellas."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            done, day = row["status"] == "Completion", row["end_actual"].strip()
            if row["umbrella"] == "1" or (done and not day):
                continue
            year = int(row["year"])
            years = max(0, int(day[:4]) - year) if done else None
            size = _size(row["usd_current"])
            half = half_of(row["project_id"])
            found.append(Record(year, years, row["crs_sector_code"], size, half))
    return found


def _size(dollars: str) -> str:
    if not dollars.strip():
        return "not said"
    return next((name for top, name in SIZES if float(dollars) < top), "above 100")


class Known:
    """What was known at the end of a year, and what it says."""

    def __init__(self, cases: list[Case]) -> None:
        self._cases = cases
        self._whole = Curve(cases)
        self._curves: dict[tuple[str, ...], Curve] = {}
        self._given: dict[tuple[str, str, int, int], int | None] = {}
        self._bare: dict[int, int] = {}

    def given(self, sector: str, size: str, age: int, until: int) -> int | None:
        """The outlook, in thousandths; None where it says that nobody can say."""
        key = (sector, size, age, until)
        if key not in self._given:
            chain = [self._whole, self._curve(sector), self._curve(sector, size)]
            found = chance(chain, age, until)
            self._given[key] = found.range.mean if found else None
        return self._given[key]

    def _curve(self, *codes: str) -> Curve:
        if codes not in self._curves:
            names = ("topic", "size")[: len(codes)]
            marks = {name: frozenset({code}) for name, code in zip(names, codes, strict=True)}
            self._curves[codes] = Curve(alike_in(self._cases, marks, names))
        return self._curves[codes]

    def bare(self, ahead: int) -> int:
        """The rate at which open ones of any kind and age ended, in thousandths."""
        if ahead not in self._bare:
            years = [
                (case.followed > age, case.ended and age < case.followed <= age + ahead)
                for case in self._cases
                for age in range(case.followed + (0 if case.ended else 1 - ahead))
            ]
            came = sum(came for _, came in years)
            self._bare[ahead] = round(1000 * came / len(years)) if years else 0
        return self._bare[ahead]


def asked(all_records: list[Record]) -> Iterator[Asked]:
    """Ask of every record open at the end of each year."""
    for year in YEARS:
        known = Known([record.as_of(year) for record in all_records if record.year <= year])
        for record in all_records:
            case = record.as_of(year)
            if record.year > year or case.ended:
                continue
            for ahead in AHEAD:
                if year + ahead > CLOSED:
                    continue
                until = case.followed + ahead
                given = known.given(record.sector, record.size, case.followed, until)
                if given is not None:
                    yield Asked(
                        group=(year, ahead, _FIELD_OF.get(record.sector, "other")),
                        half=record.half,
                        given=given,
                        bare=known.bare(ahead),
                        came=record.as_of(year + ahead).ended,
                    )


def asked_g7(path: Path) -> list[Asked]:
    """Ask of each member's keeping of each commitment, in full or not, from all others."""
    found: list[tuple[int, str, str, bool]] = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            for member in MEMBERS:
                if row[member].strip():
                    kept = float(row[member]) == 1
                    found.append((number, member, row["area"].strip(), kept))
    sums: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    of: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(lambda: [0, 0])
    for number, member, area, kept in found:
        for key in ((), (member,), (member, area)):
            for counted in (sums[key], of[number, key]):
                counted[0] += kept
                counted[1] += 1
    answers = []
    for number, member, area, kept in found:
        curves = []
        for key in ((), (member,), (member, area)):
            ended, cases = (a - b for a, b in zip(sums[key], of[number, key], strict=True))
            once = [Case(1, True, {})] * ended + [Case(2, False, {})] * (cases - ended)
            curves.append(Curve(once))
        answers.append(
            Asked(
                group=(number,),
                half=half_of(str(number)),
                given=_mean(curves),
                bare=_mean(curves[:1]),
                came=kept,
            )
        )
    return answers


def _mean(curves: list[Curve]) -> int:
    found = chance(curves, 0, 1)
    if found is None:
        raise ValueError("too few commitments to ask of one from the others")
    return found.range.mean


class Result(NamedTuple):
    """What came of what was asked.

    ``curve`` holds, for each tenth of what was given, the mean given, the share that came and how
    many; ``ranges`` how many numbers were asked, in percent how many lay in their range, and the
    median width of the ranges in percent of the records asked about.
    """

    asked: int
    came: float
    brier: float
    bare: float
    curve: tuple[tuple[float, float, int], ...]
    ranges: int
    held: float
    width: float


def result(answers: list[Asked], smallest: int) -> Result:
    """Hold what was given against what came."""
    count = len(answers)
    tenths: dict[int, list[Asked]] = defaultdict(list)
    for one in answers:
        tenths[min(9, one.given // 100)].append(one)
    curve = tuple(
        (
            sum(one.given for one in here) / len(here) / 10,
            100 * sum(one.came for one in here) / len(here),
            len(here),
        )
        for _, here in sorted(tenths.items())
    )
    held, widths = 0, []
    for half in (0, 1):
        together = alike(_grouped(answers, 1 - half, smallest))
        for given, came in _groups(answers, half, smallest):
            said = many(given, together)
            held += said.low <= came <= said.high
            widths.append(100 * (said.high - said.low) / len(given))
    return Result(
        asked=count,
        came=100 * sum(one.came for one in answers) / count,
        brier=sum((one.given / 1000 - one.came) ** 2 for one in answers) / count,
        bare=sum((one.bare / 1000 - one.came) ** 2 for one in answers) / count,
        curve=curve,
        ranges=len(widths),
        held=100 * held / len(widths),
        width=median(widths),
    )


def _groups(answers: list[Asked], half: int, smallest: int) -> Iterator[tuple[list[int], int]]:
    found: dict[tuple[object, ...], list[Asked]] = defaultdict(list)
    for one in answers:
        if one.half == half:
            found[one.group].append(one)
    for group in found.values():
        if len(group) >= smallest:
            yield [one.given for one in group], sum(one.came for one in group)


def _grouped(answers: list[Asked], half: int, smallest: int) -> Iterator[Group]:
    for given, came in _groups(answers, half, smallest):
        yield Group(came, len(given), Decimal(sum(given)) / 1000)


def asked_elsewhere(path: Path) -> list[Asked]:
    """Ask the table, counted from one half, of each record of the other: was it done at last?"""
    from bench import reference_outlook as counting

    found, answers = counting.read(path), []
    for half in (0, 1):
        table = Reference(counting.rows(one for one in found if one.half != half))
        given: dict[tuple[str, int], tuple[int, int]] = {}
        for one in found:
            key = one.sector, max(0, CLOSED - one.year)
            if one.half == half and key not in given:
                curves = table.curves(frozenset({one.sector}))
                given[key] = tuple(  # type: ignore[assignment]
                    share.range.mean if (share := chance(chain, -1, key[1])) else 0
                    for chain in (curves, curves[:1])
                )
            if one.half == half:
                answers.append(Asked((one.sector,), half, *given[key], came=one.done))
    return answers


def measure(shared: Path) -> list[Figure]:
    """The figures of the backtest."""
    data = shared / "data"
    dated = result(list(asked(records(data / AIDDATA))), SMALLEST)
    scores = result(asked_g7(data / G7), 1)
    elsewhere = result(asked_elsewhere(data / AIDDATA), SMALLEST)
    return [
        *_figures("outlook of dated records", dated, held=(75, 85)),
        *_figures("outlook of G7 scores", scores, held=(75, 85)),
        *_figures("records elsewhere", elsewhere, held=None),
    ]


def _figures(name: str, found: Result, *, held: tuple[float, float] | None) -> list[Figure]:
    rate = found.came / 100
    base = 100 * min(found.bare, rate * (1 - rate))
    figures = [
        Figure(
            name=f"{name}: Brier score",
            value=100 * found.brier,
            cases=found.asked,
            constant=base,
            floor=base,
            better="lower",
        ),
        Figure(
            name=f"{name}: furthest from what was given, of tenths with 100 cases",
            value=max(abs(said - came) for said, came, cases in found.curve if cases >= 100),
            cases=found.asked,
            constant=100,
            better="lower",
        ),
        Figure(
            name=f"{name}: ranges of 80 % that held",
            value=found.held,
            cases=found.ranges,
            constant=100,
            floor=held[0] if held else None,
        ),
        Figure(
            name=f"{name}: median width of a range",
            value=found.width,
            cases=found.ranges,
            constant=100,
            better="lower",
        ),
    ]
    if held:
        over = f"{name}: ranges of 80 % that held, at most"
        figures.append(
            Figure(
                name=over,
                value=found.held,
                cases=found.ranges,
                constant=100,
                floor=held[1],
                better="lower",
            )
        )
    return figures


SIDE, MARGIN = 360, 48
COLOURS = {"dated records": "#8f1d2c", "G7 scores": "#1f5f8b", "records elsewhere": "#5a6b1f"}


def picture(results: dict[str, Result]) -> str:
    """The curve: what was given against what came, a dot for each tenth, larger with more cases."""

    def place(given: float, came: float) -> tuple[str, str]:
        return f"{MARGIN + given * SIDE / 100:.1f}", f"{MARGIN + (100 - came) * SIDE / 100:.1f}"

    end = MARGIN + SIDE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE + 220} {SIDE + 100}" '
        'font-family="sans-serif" font-size="12">',
        "<title>What was given, and what came true</title>",
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{SIDE}" height="{SIDE}" fill="none" '
        'stroke="#888"/>',
        f'<path d="M{MARGIN} {end}L{end} {MARGIN}" stroke="#888" stroke-dasharray="4 4"/>',
        f'<text x="{MARGIN + SIDE / 2}" y="{end + 36}" text-anchor="middle">given, percent</text>',
        f'<text x="{MARGIN}" y="{MARGIN - 14}">came true, percent</text>',
    ]
    for at in range(0, 101, 20):
        (x, _), (_, y) = place(at, 0), place(0, at)
        parts.append(f'<text x="{x}" y="{end + 18}" text-anchor="middle">{at}</text>')
        parts.append(f'<text x="{MARGIN - 8}" y="{float(y) + 4:.1f}" text-anchor="end">{at}</text>')
    for row, (name, found) in enumerate(results.items()):
        colour = COLOURS[name]
        dots = [(*place(given, came), cases) for given, came, cases in found.curve]
        line = "L".join(f"{x} {y}" for x, y, _ in dots)
        parts.append(f'<path d="M{line}" fill="none" stroke="{colour}"/>')
        for x, y, cases in dots:
            size = 2 + min(8, cases**0.5 / 12)
            parts.append(f'<circle cx="{x}" cy="{y}" r="{size:.1f}" fill="{colour}"/>')
        top = MARGIN + 20 + 22 * row
        parts.append(f'<circle cx="{end + 20}" cy="{top - 4}" r="5" fill="{colour}"/>')
        parts.append(f'<text x="{end + 32}" y="{top}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    place = Path(sys.argv[1]) / "data"
    found = {
        "dated records": result(list(asked(records(place / AIDDATA))), SMALLEST),
        "G7 scores": result(asked_g7(place / G7), 1),
        "records elsewhere": result(asked_elsewhere(place / AIDDATA), SMALLEST),
    }
    PICTURE.write_text(picture(found), "utf-8")
    for name, one in found.items():
        print(name, one)
