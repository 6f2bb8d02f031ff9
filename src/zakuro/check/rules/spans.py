"""Spans of years against their years, ordinals against their years, days that are over."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import timedelta
from itertools import pairwise

from zakuro.check.paper import Line, Paper
from zakuro.check.rules.times import is_anniversary
from zakuro.model.finding import Finding
from zakuro.model.statement import Mention

_YEARS = re.compile(r"P(\d+)Y")
_AGES = frozenset({"{year_of_age}"})
_LEAST_SPAN = 5
_FAR = 3
_LONG_OVER = timedelta(days=366)
_REVERSED = re.compile(
    r"(?<![\d.,/-])((?:19|20)\d\d)\s?[-–—~～]\s?((?:19|20)\d\d)(?![\d/-]|[.,]\d)"
)
_HYPHENED = re.compile(r"\d+-[^\W\d]")
_TWO_YEARS = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_TIMES = frozenset({"date", "period", "ordinal"})
"""What may name a year; its number alone is read as one in a row (2020-м)."""
_TO_AGE = 3
"""Letters between an age and the word for it, at most."""


def years_between(paper: Paper) -> Iterator[Finding]:
    """Z605: a span of years (an age, years of work) beside its two years.

    Words of age (born, built, at the age of) tie sentences, and make an age of a number beside
    them.  Silent unless the words name one span of at least five years and two years, where the
    span of two sentences stands beside no word of age, and where the years are more than three
    times, or less than a third, as far apart.  A span that counts both ends is right too, and so
    is an age before the birthday.  It cannot tell where they differ, since it may run from
    elsewhere.
    """
    for line in paper.tied(paper.wording.ties.age):
        spans = {
            m: counted
            for m in line.mentions
            if (counted := _span(m) or _age(line, m)) and not is_anniversary(paper, m)
        }
        years = _years(line, spans)
        if len(spans) != 1 or len(years) != 2:
            continue
        first, last = min(years), max(years)
        ((span, told),) = spans.items()
        aged = _is_age(span) or _beside(line, span)
        if line.sentences > 1 and not aged:
            continue
        passed = last - first
        if not told / _FAR <= passed <= told * _FAR:
            continue
        agrees = passed - told in ({-1, 0, 1} if aged or line.ties else {-1, 0})
        yield Finding(
            kind="time",
            verdict="consistent" if agrees else "cannot tell",
            says=f"{last} - {first} = {passed}, and the text says {span.exact}"
            f"{'' if agrees else ', which may run from elsewhere'}",
            where=(paper.place(span), *(paper.place(years[year]) for year in (first, last))),
            rule="Z605",
        )


def ordinals_in_order(paper: Paper) -> Iterator[Finding]:
    """Z606: ordinals of a sentence with a year beside each: the later is of the greater.

    Silent unless ordinals and years take turns.  Ambiguous, since they may be of two series.
    """
    for line in paper.lines:
        for (one, before), (other, after) in pairwise(_turns(line)):
            early, late = _year(before) or 0, _year(after) or 0
            if one.value is None or other.value is None or one.value == other.value:
                continue
            if (one.value < other.value) == (early < late) or early == late:
                continue
            yield Finding(
                kind="time",
                verdict="ambiguous",
                says=f"{one.exact} is of {early}, {other.exact} of {late}: in one series the "
                "order of the numbers is not that of the years; in two it may be",
                where=(paper.place(other, after), paper.place(one, before)),
                rule="Z606",
            )


def _turns(line: Line) -> list[tuple[Mention, Mention]]:
    """The ordinals of a sentence, each with its year, where they take turns; else nothing.

    The year stands behind its ordinal, or before it where the sentence begins with a year and ends
    with an ordinal.
    """
    turns = [m for m in line.mentions if _is_ordinal(m) or _year(m) is not None]
    sorts = [_year(m) is None for m in turns]
    if len(turns) % 2 and not sorts[0]:
        turns, sorts = turns[1:], sorts[1:]  # the year of something before
    if len(turns) < 4 or any(one == other for one, other in pairwise(sorts)):
        return []
    pairs = zip(turns[::2], turns[1::2], strict=True)
    return [(one, other) if sorts[0] else (other, one) for one, other in pairs]


def pledged_for_days_that_are_over(paper: Paper) -> Iterator[Finding]:
    """Z607: a pledge whose last day was over a year before the text was published.

    It needs ``--published``, and words that name a last day.  Ambiguous: an old pledge that is
    told again, or a slip in the year.  Silent on the last year, and on results.
    """
    now = paper.reading.published
    pledges = [said for said in paper.reading.statements if said.kind == "pledge"]
    for period in paper.mentions("period", "date"):
        if now is None or period.end_date is None or not (period.edtf or "").startswith("../"):
            continue
        if period.end_date + _LONG_OVER > now:
            continue
        if not any(said.start <= period.start < said.end for said in pledges):
            continue
        yield Finding(
            kind="time",
            verdict="ambiguous",
            says=f"{period.exact} was over long before {now}: an older pledge told again, or "
            "another year",
            where=(paper.place(period),),
            rule="Z607",
        )


def years_in_reverse(paper: Paper) -> Iterator[Finding]:
    """Z608: a time from a year to an earlier one: 2027–2025.

    Silent where the years stand in a longer number, and on times that are open.  A last day right
    behind a day or month that it would come before is told too.
    """
    read = [m for m in paper.mentions("period") if m.edtf is None and m.start_date is None]
    spans = [(m.start, m.end, _TWO_YEARS.findall(m.exact)) for m in read]
    text = paper.reading.text
    spans += [(m.start(), m.end(), [m[1], m[2]]) for m in _REVERSED.finditer(text)]
    spans += _ending_before(paper)
    told: set[int] = set()
    for start, end, years in sorted(spans):
        if len(years) != 2 or years[0] <= years[1] or start in told:
            continue
        told.update(range(start, end))
        yield Finding(
            kind="time",
            verdict="conflict",
            says=f"{text[start:end]} would end in {years[1]}, before it begins in {years[0]}",
            where=(paper.span(start, end),),
            rule="Z608",
        )


def _ending_before(paper: Paper) -> Iterator[tuple[int, int, list[str]]]:
    """Last days right behind a time of a later year: from July 2025 until June 2024."""
    for one, other in pairwise(paper.mentions("period", "date")):
        years = [_year(one), _year(other)]
        ends = (other.edtf or "").startswith("../") and "/" not in (one.edtf or "/")
        if ends and None not in years and not paper.between(one, other).strip():
            yield one.start, other.end, [str(year) for year in years]


def _is_ordinal(mention: Mention) -> bool:
    """Whether a mention is a number in a row; a hyphen may join it to what it counts (7-отырыс)."""
    return (mention.type == "ordinal" and _year(mention) is None) or (
        mention.type == "count" and _HYPHENED.match(mention.exact) is not None
    )


def _is_age(mention: Mention) -> bool:
    return (mention.unit or "").removesuffix("/a") in _AGES


def _age(line: Line, mention: Mention) -> int:
    """The age that a number is, by a word beside it (at the age of 62); 0 where there is none."""
    aged = mention.type == "number" and _beside(line, mention)
    years = int(mention.value or 0) if aged else 0
    return years if years >= _LEAST_SPAN else 0


def _beside(line: Line, mention: Mention) -> bool:
    """Whether a word of age stands right beside a figure."""
    gaps = [gap for s, e in line.ties for gap in (mention.start - e, s - mention.end)]
    return any(0 <= gap <= _TO_AGE for gap in gaps)


def _span(mention: Mention) -> int:
    """How many years a mention counts; 0 where it counts none, or few."""
    if mention.type == "duration":
        match = _YEARS.fullmatch(mention.duration or "")
        years = int(match[1]) if match else 0
    elif mention.type == "count" and _is_age(mention) and mention.value is not None:
        years = int(mention.value)
    elif mention.type == "ordinal" and mention.value and not mention.value % 5:
        # The 60th birthday: a round number, with no other ordinal in the sentence.
        years = int(mention.value) if mention.value >= 10 else 0
    elif mention.type == "period" and mention.start_date and mention.end_date:
        first, last = mention.start_date, mention.end_date
        whole = (first.month, first.day) == (last.month, last.day) and first.day != 1
        years = last.year - first.year if whole and not _TWO_YEARS.search(mention.exact) else 0
    else:
        years = 0
    return years if years >= _LEAST_SPAN else 0


def _years(line: Line, spans: Collection[Mention]) -> dict[int, Mention]:
    """The years that a sentence names, each with the mention that names it."""
    found: dict[int, Mention] = {}
    for mention in line.mentions:
        if mention.type in _TIMES and mention not in spans:
            named = _TWO_YEARS.findall(mention.exact)
            if not named and _TWO_YEARS.fullmatch(mention.edtf or ""):
                named = [mention.edtf]  # this year
            for year in named:
                found.setdefault(int(year), mention)
    return found


def _year(mention: Mention) -> int | None:
    """The one year that a time names."""
    years = _TWO_YEARS.findall(mention.exact) if mention.type in _TIMES else []
    return int(years[0]) if len(years) == 1 else None
