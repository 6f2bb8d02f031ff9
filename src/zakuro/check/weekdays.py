"""The weekday that is written beside a date, against the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from zakuro.check.paper import Paper
from zakuro.model.finding import Finding
from zakuro.model.statement import Mention

_IN_BRACKETS = re.compile(r"[(（]\s*([^()（）]{1,12}?)\s*[)）]")


def weekdays(paper: Paper) -> Iterator[Finding]:
    """Z604: the weekday of a date.

    Silent on a date without its year in figures, on names of weekdays in other forms than the
    calendar data of the language have, and where two weekdays stand beside the date.
    """
    names = _names(paper.reading.language)
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


def _weekdays_beside(paper: Paper, time: Mention, names: dict[str, int]) -> dict[int, str]:
    """The weekdays in the words of a date, and in brackets right behind them."""
    behind = paper.reading.text[time.end : time.end + 16]
    bracket = _IN_BRACKETS.match(behind.lstrip(" "))
    words = time.exact + (bracket.group() if bracket else "")
    # A name of one or two letters is a weekday only in brackets: 日 is a day, and Sunday.
    short = {word.casefold() for word in _IN_BRACKETS.findall(words)}
    letters = words.casefold()
    return {
        number: name
        for name, number in names.items()
        if name in short or (len(name) > 2 and _stands_in(name, letters))
    }


def _stands_in(name: str, letters: str) -> bool:
    """Whether a name stands in words, as a word of its own where the script parts words."""
    if name.isascii():
        return re.search(rf"\b{re.escape(name)}\b", letters) is not None
    return name in letters


@cache
def _names(language: str) -> dict[str, int]:
    """The names of the weekdays in a language, each with its number: 0 is Monday."""
    days = Locale.parse(language).days
    return {
        name.casefold(): number
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in days[form][width].items()
    }
