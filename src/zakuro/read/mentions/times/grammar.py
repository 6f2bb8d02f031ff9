"""Times: dates, periods and durations of a text, absolute and relative to the day it was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from zakuro.languages.load import Pack
from zakuro.model.errors import ZakuroError
from zakuro.read.lexis.folding import Folded, fold
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.numbers.numerals import Number
from zakuro.read.mentions.times.atoms import Lexicon
from zakuro.read.mentions.times.calendar import DAY, Days, edtf
from zakuro.read.mentions.times.compose import Composer
from zakuro.read.mentions.times.numeric import NumericDates
from zakuro.read.mentions.times.resolve import Resolver, duration
from zakuro.read.mentions.times.shapes import Atom, Layer, Signs
from zakuro.read.mentions.times.values import (
    Between,
    Distant,
    Length,
    Limited,
    Point,
    Rolling,
    Time,
)

_SHORT = 8
"""The longest word that stands between a length and when it begins: начиная, for, 起."""
_SOON = 31
"""Within so many days behind that of the statement a day told as over is no day of last year."""


def find_times(
    folded: Folded, pack: Pack, reference: date | None, numbers: Sequence[Number]
) -> list[Raw]:
    """The times of a text, in order and without overlap, in offsets of the folded text.

    ``reference`` is the day on which the text was said; without it relative words are found but
    have no days.  ``numbers`` are the numbers of the text, in digits and words.
    """
    return grammar(pack).find(folded, reference, numbers)


class Grammar:
    """Everything of one pack's ``[times]`` compiled: its words, its orders and its shapes."""

    def __init__(self, pack: Pack) -> None:
        section = pack.section("times")
        signs = self._signs = Signs()
        self.lexicon = Lexicon(pack, signs)
        fiscal = self.lexicon.of_class("fiscal")
        openers = [word for word in fiscal if word.isascii() and word.isalpha()]
        self.numeric = NumericDates(section.get("numeric", []), signs, openers)
        eras = {name: date.fromisoformat(era) for name, era in section.get("eras", {}).items()}
        self._composer = Composer(eras)
        self._listed = frozenset(map(fold, section.get("joiners", ())))
        self._fiscal_month: int = section.get("fiscal_year_start", 1)
        known = self.lexicon.classes
        self.layers = [Layer(layer["shapes"], signs, known) for layer in section.get("layers", [])]
        for layer in self.layers:
            for shape in layer.shapes:
                if shape.action not in self._composer.known:
                    raise ZakuroError(
                        f"{pack.code}.toml: the shape {shape.text!r} names the action "
                        f"{shape.action!r}; use one of {', '.join(sorted(self._composer.known))}"
                    )

    def find(self, folded: Folded, reference: date | None, numbers: Sequence[Number]) -> list[Raw]:
        """The times of one folded text."""
        text = folded.text
        written = [*self.numeric.find(text), *self.numeric.find_compact(text)]
        atoms = self.lexicon.atoms(folded, numbers, written)
        for layer in self.layers:
            atoms = layer.reduce(atoms, self._composer)
        resolver = Resolver(reference, self._fiscal_month)
        composed = self._signs.members(("a-time", "a-limit", "a-length"))
        found: list[Raw] = []
        for atom in self._begun(text, [atom for atom in atoms if atom.sign in composed]):
            raw = self._mention(atom, resolver)
            if raw is not None:
                if found and text[found[-1].end : raw.start] in self._listed:
                    _go_on(found[-1], raw, atom.values.get("a-time"))
                found.append(raw)
        return found

    def _begun(self, text: str, atoms: list[Atom]) -> Iterator[Atom]:
        """The atoms, a length and when it begins as one: from 2026 for five years, 2026年から5年間.

        At most one short word stands between them.
        """
        at = 0
        while at < len(atoms):
            atom = atoms[at]
            beside = atoms[at + 1] if at + 1 < len(atoms) else None
            joined = None
            if beside is not None:
                between = text[atom.end : beside.start].strip(" ")
                if not between or (between.isalpha() and len(between) <= _SHORT):
                    joined = _since(atom, beside) or _since(beside, atom)
            if beside is not None and joined is not None:
                values: dict[str, Any] = {"a-window": joined, "a-time": joined}
                yield Atom(atom.start, beside.end, self._signs.sign(values), values)
                at += 2
            else:
                yield atom
                at += 1

    def _mention(self, atom: Atom, resolver: Resolver) -> Raw | None:
        """The mention that an atom is when everything has been composed, if it is one."""
        length = atom.values.get("a-length")
        if isinstance(length, Length):
            return _duration(atom, length)
        time: Time | None = atom.values.get("a-limit") or atom.values.get("a-time")
        if time is None:
            return None
        days = resolver.days(time)
        if isinstance(time, Point | Distant) and days is not None and days.start is not None:
            resolver.named = days.start
        raw = self._of_days(atom, time, days, resolver.said)
        if (
            raw is not None
            and _is_ahead(raw, resolver.said)
            and not _is_soon(time, raw, resolver.said)
        ):
            days = resolver.days(time, direction=-1)
            past = self._of_days(atom, time, days, resolver.said) if days is not None else None
            raw.past = past if past and not _is_ahead(past, resolver.said) else None
        return raw

    @staticmethod
    def _of_days(atom: Atom, time: Time, days: Days | None, said: date | None) -> Raw | None:
        """The mention of a time that has such days."""
        span = time.time if isinstance(time, Limited) else time
        exact = "a-day" in atom.values and not _is_vague(time)
        raw = Raw("date" if exact else "period", atom.start, atom.end)
        if isinstance(span, Rolling | Distant):
            _range(raw, span.length)
        if days is None:
            return raw if _may_be_open(time, said) else None
        raw.start_date, raw.end_date = days
        raw.edtf = edtf(days, _named(time))
        if days.start is not None and days.end is not None:
            raw.type = "date" if days.end - days.start == DAY else "period"
        return raw


def _is_ahead(raw: Raw, said: date | None) -> bool:
    """Whether a time begins behind the day of the statement."""
    return said is not None and raw.start_date is not None and raw.start_date > said


def _is_soon(time: Time, raw: Raw, said: date | None) -> bool:
    """Whether a time is a day of a month that comes soon: told as over, it is still that day.

    The day on which a text was published is often not the one on which it was written.
    """
    day = raw.start_date if isinstance(time, Point) and time.month and time.day else None
    return day is not None and said is not None and day - said <= _SOON * DAY


def _since(limit: Atom, length: Atom) -> Rolling | None:
    """The time that a length makes with when it begins, or None."""
    begins, lasts = limit.values.get("a-limit"), length.values.get("a-length")
    window = length.values.get("a-window")
    if isinstance(window, Rolling) and window.origin is None and window.direction > 0:
        lasts = window.length
    if not isinstance(begins, Limited) or begins.limit != "since" or not isinstance(lasts, Length):
        return None
    if lasts.high is not None or any(count is None for count, _ in lasts.parts):
        return None
    return Rolling(1, lasts, begins.time)


def _go_on(before: Raw, raw: Raw, time: Time | None) -> None:
    """Gives a bare day behind a day of the same list its month: 7月1日、2日."""
    if not isinstance(time, Point) or time != Point(day=time.day) or before.type != "date":
        return
    if before.start_date is None or not time.day or time.day <= before.start_date.day:
        return
    try:
        day = before.start_date.replace(day=time.day)
    except ValueError:
        return
    raw.type, raw.edtf, raw.start_date, raw.end_date = "date", day.isoformat(), day, day + DAY
    raw.past = None
    if before.past is not None:
        raw.past = Raw("date", raw.start, raw.end)
        _go_on(before.past, raw.past, time)


def _named(time: Time) -> str:
    """The unit in which the ends of an interval were named, where it is finer than a year."""
    if isinstance(time, Limited):
        ends = [time.time]
    elif isinstance(time, Between):
        ends = [time.first, time.last]
    else:
        return ""
    units = {_unit(end) for end in ends}
    return next((unit for unit in ("day", "month") if units == {unit}), "")


def _unit(time: Time) -> str:
    """The unit that a point in the calendar is told in."""
    if not isinstance(time, Point) or time.edge or time.around:
        return ""
    if time.part:
        return "day" if time.part[0] == "day" and not time.leading else ""
    if time.day is not None or time.weekday is not None:
        return "day"
    return "month" if time.month is not None else ""


def _is_vague(time: Time) -> bool:
    """Whether a time lies some uncounted length away (several years ago)."""
    return isinstance(time, Distant) and any(count is None for count, _ in time.length.parts)


def _may_be_open(time: Time, said: date | None) -> bool:
    """Whether a time that has no days is one all the same, and no impossible date."""
    if isinstance(time, Point) and time.year is not None:
        return False
    return (
        said is None
        or not isinstance(time, Point)
        or time.shift is not None
        or time.within is not None
    )


def _duration(atom: Atom, length: Length) -> Raw:
    raw = Raw("duration", atom.start, atom.end)
    raw.duration = duration(length)
    _range(raw, length)
    return raw


def _range(raw: Raw, length: Length) -> None:
    """Gives a mention the ends of a length that is a range."""
    if length.high is not None:
        raw.low, raw.high = length.parts[0][0], length.high
        raw.unit = _UCUM.get(length.parts[0][1])


_UCUM = {
    "year": "a",
    "month": "mo",
    "week": "wk",
    "day": "d",
    "hour": "h",
    "minute": "min",
    "second": "s",
}


@cache
def grammar(pack: Pack) -> Grammar:
    """The grammar of times of a pack, compiled once."""
    return Grammar(pack)
