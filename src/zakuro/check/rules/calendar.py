"""The calendar: the weekday that is written beside a date, and days that no month has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from zakuro.check.paper import Paper
from zakuro.model.finding import Finding
from zakuro.model.statement import Mention

_AROUND = 24
"""Characters around a day in which the name of its month stands."""
_LAST_DAYS = (30, 31)
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEHIND_A_COMMA = re.compile(r",(?: [^\W\d_]{1,2})? [^\W\d_]+")
"""A word behind a comma, with a short one before it: (5 September 2025), a Friday."""
_IN_BRACKETS = re.compile(r"[(（]\s*([^()（）]{1,12}?)\s*[)）]")


def weekdays(paper: Paper) -> Iterator[Finding]:
    """Z604: the weekday of a date.

    Silent on a date without its year in figures, and where two weekdays stand beside the date.
    """
    names = paper.wording.weekdays
    for time in paper.mentions("date"):
        day = time.start_date
        if day is None or time.edtf != day.isoformat() or str(day.year) not in time.exact:
            continue
        told = _weekdays_beside(paper, time, names)
        if len(told) != 1:
            continue
        ((weekday, word),) = told.items()
        right = Locale("en").days["format"]["wide"][day.weekday()]
        agrees = weekday == day.weekday()
        yield Finding(
            kind="time",
            verdict="consistent" if agrees else "conflict",
            says=f"{day} is a {right}{'' if agrees else f', and the text says {word}'}",
            where=(paper.place(time),),
            rule="Z604",
        )


def days_that_no_month_has(paper: Paper) -> Iterator[Finding]:
    """Z609: the 31st of June, the 30th of February.

    Silent on words that are no months without a day (may), and on what was read as a date.
    """
    text, months = paper.reading.text, paper.wording.months
    pattern = _month_and_day(tuple(months))
    for number in paper.mentions("number", "period", "date"):
        # A day that no month has is read as a number, or as a time that nobody can place.
        if number.value not in _LAST_DAYS and (number.type == "number" or number.edtf):
            continue
        around = max(number.start - _AROUND, 0), number.end + _AROUND
        told = number.type == "number"
        for match in pattern.finditer(text, *around):
            day = int(match["before"] or match["after"] or match["figure"])
            month = months[match["month"].casefold()] if match["month"] else int(match["number"])
            within = (
                match.start() <= number.start < match.end()
                if told
                else number.start <= match.start() and match.end() <= number.end
            )
            if not within or month not in range(1, 13) or not _LENGTHS[month - 1] < day <= 31:
                continue
            yield Finding(
                kind="time",
                verdict="conflict",
                says=f"{match[0]}: the month has {_LENGTHS[month - 1]} days",
                where=(paper.span(match.start(), match.end()),),
                rule="Z609",
            )


@cache
def _month_and_day(months: tuple[str, ...]) -> re.Pattern[str]:
    """A day before or after the name of its month, or both in figures of ideographic text."""
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True)) or r"(?!)"
    return re.compile(
        rf"(?<![\d.,:])(?:(?P<before>\d{{1,2}}) )?\b(?P<month>{names})\b"
        rf"(?(before)|,? (?P<after>\d{{1,2}})(?![\d.:]))"
        r"|(?<!\d)(?P<number>\d{1,2})月(?P<figure>\d{1,2})日",
        re.IGNORECASE,
    )


def _weekdays_beside(paper: Paper, time: Mention, names: dict[str, int]) -> dict[int, str]:
    """The weekdays in the words of a date, and in brackets or behind a comma right behind them."""
    behind = paper.reading.text[time.end : time.end + 24]
    bracket = _IN_BRACKETS.match(behind.lstrip(" "))
    comma = _BEHIND_A_COMMA.match(behind)
    words = time.exact + "".join(match.group() for match in (bracket, comma) if match)
    # A name of one or two letters is a weekday only in brackets: 日 is a day, and Sunday.
    short = {word.casefold() for word in _IN_BRACKETS.findall(words)}
    found = {*_long_names(tuple(names)).findall(words.casefold()), *(names.keys() & short)}
    return {names[word]: word for word in sorted(found)}


@cache
def _long_names(names: tuple[str, ...]) -> re.Pattern[str]:
    """The names of weekdays in words: of more than two letters, words of their own."""
    some = sorted((name for name in names if len(name) > 2), key=len, reverse=True)
    return re.compile("|".join(map(_whole, some)) or "(?!)")


def _whole(name: str) -> str:
    """A name as a word of its own, where its script has small letters, and so parts words."""
    return rf"\b{re.escape(name)}\b" if name[0].islower() else re.escape(name)
