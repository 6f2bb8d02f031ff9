"""Anniversaries and intervals against the years that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zakuro.check.paper import Paper
from zakuro.model.finding import Finding, Verdict
from zakuro.model.statement import Mention

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}")
_WORD = re.compile(r"\s?(?:(?P<thick>[\u3040-\u30ff\u3400-\u9fff]{2})|(?P<thin>[^\W\d_]{3,5}))")
"""How the word behind an ordinal begins: two letters of ideographic text, five of others."""
_NEXT_WORD = re.compile(r"\s[^\W\d_]+")
_ANNIVERSARY = "{anniversary}"
_A_YEAR = 366
_SOON = 2
"""Years around the document's own in which an anniversary that it tells of may be kept."""


def anniversaries(paper: Paper) -> Iterator[Finding]:
    """Z601: an anniversary in a year, and the year that it is of.

    Silent without a year in the sentence, and where it names more than two years.  Conflict only
    where the sentence names both years, and the earlier one is plainly that of the beginning.
    A lone year that plainly is of the beginning is held against the document's own: ambiguous
    where they differ, since the day may have been kept in another year.  Silent on a lone year that
    is neither the beginning's nor near the document's own, and on decades and centuries.
    """
    own = paper.reading.published
    for count in paper.mentions("count", "ordinal"):
        if not is_anniversary(paper, count) or count.value is None or count.bound != "exact":
            continue
        passed = int(count.value)
        years = {
            time.start_date.year: time
            for time in paper.mentions("date", "period")
            if time.start_date is not None and _within_a_year(time) and paper.together(count, time)
        }
        if not 1 <= len(years) <= 2:
            continue
        first, last = min(years), max(years)
        where = (paper.place(count), *(paper.place(years[year]) for year in sorted(years)))
        verdict: Verdict
        if len(years) == 1 and own is not None and own.year - first > passed / 2:
            gap = own.year - first
            verdict = "consistent" if gap == passed else "ambiguous"
            says = f"{own.year} - {first} = {gap}, and the anniversary is given as {passed}"
        elif len(years) == 1:
            if own is not None and abs(own.year - first) > _SOON:
                continue  # neither the beginning, nor when it is kept: by 2030
            verdict = "consistent"
            says = f"anniversary {passed} in {last} is of {last - passed}: {last} - {passed}"
        else:
            if 2 * (last - first) < passed:
                continue
            verdict = "consistent" if last - first == passed else "conflict"
            says = f"{last} - {first} = {last - first}, and the anniversary is given as {passed}"
        yield Finding(
            kind="time",
            verdict=verdict,
            says=says,
            where=where,
            rule="Z601",
        )


def intervals(paper: Paper) -> Iterator[Finding]:
    """Z602: the past years that a text counts, against the year of the meeting that they run from.

    Silent where no meeting with its number and year stands in the same section, and where the years
    differ, since the interval may run from elsewhere.
    """
    told: set[int] = set()
    for past in paper.mentions("period"):
        if past.start_date is None or not _runs_to_now(paper, past):
            continue
        section = paper.blocks[paper.block_at(past.start)].path
        for year in _years_of_meetings(paper):
            if year.start_date is None or year.start_date.year != past.start_date.year:
                continue
            if paper.blocks[paper.block_at(year.start)].path != section or year.start in told:
                continue
            told.add(year.start)
            now = paper.reading.published
            last = now.year if now else past.start_date.year
            yield Finding(
                kind="time",
                verdict="consistent",
                says=f"{last - year.start_date.year} years lie between the meeting of "
                f"{year.start_date.year} and {last}",
                where=(paper.place(past), paper.place(year)),
                rule="Z602",
            )


def ended_before_begun(paper: Paper) -> Iterator[Finding]:
    """Z603: a time that ends before it begins.

    Silent on open times.
    """
    for time in paper.mentions("date", "period"):
        if time.start_date and time.end_date and time.end_date <= time.start_date:
            yield Finding(
                kind="time",
                verdict="conflict",
                says=f"{time.exact} begins on {time.start_date} and ends before {time.end_date}",
                where=(paper.place(time),),
                rule="Z603",
            )


def one_meeting_on_two_days(paper: Paper) -> Iterator[Finding]:
    """Z610: the first summit, on a day, and told again with the same day of another month or year.

    Silent unless a sentence names one ordinal and one day, and the word behind the ordinal begins
    alike.  Ambiguous: there may be two series.
    """
    seen: dict[tuple[int, str], list[Mention]] = {}
    for line in paper.lines:
        dates = [m for m in line.of("date") if _YEAR.search(m.exact)]
        days = [m for m in dates if _DAY.fullmatch(m.edtf or "")]
        ordinals = line.of("ordinal")
        if len(days) != 1 or len(ordinals) != 1 or line.block == "table-row":
            continue
        word = _WORD.match(paper.reading.text, ordinals[0].end)
        if word is None:
            continue
        key = int(ordinals[0].value or 0), (word["thick"] or word["thin"]).casefold()
        for first in seen.get(key, []):
            a, b = ((m.edtf or "").split("-") for m in (first, days[0]))
            if a != b and a[2] == b[2] and (a[0] == b[0] or a[1] == b[1]):
                yield Finding(
                    kind="repetition",
                    verdict="ambiguous",
                    says=f"{ordinals[0].exact}{word[0]}: {first.exact}, and {days[0].exact}: two, "
                    "or a slip in the day",
                    where=(paper.place(days[0]), paper.place(first)),
                    rule="Z610",
                )
        seen.setdefault(key, []).append(days[0])


def _within_a_year(time: Mention) -> bool:
    """Whether a time names one year, or a part of one: no century, no decade."""
    return time.start_date is not None and (
        time.end_date is None or (time.end_date - time.start_date).days <= _A_YEAR
    )


def is_anniversary(paper: Paper, number: Mention) -> bool:
    """Whether a number counts the years of an anniversary: 33周年, the 33rd anniversary."""
    if number.type == "count":
        return number.unit == _ANNIVERSARY
    behind = _NEXT_WORD.match(paper.reading.text, number.end)
    return behind is not None and behind[0].strip().casefold() in paper.wording.anniversaries


def _runs_to_now(paper: Paper, time: Mention) -> bool:
    """Whether a time was counted back from the day of publication."""
    now = paper.reading.published
    begins, _, ends = (time.edtf or "").partition("/")
    return now is not None and ends == now.isoformat() and begins < ends


def _years_of_meetings(paper: Paper) -> list[Mention]:
    """The years in whose sentence an ordinal stands: the first summit, in 2023."""
    ordinals = paper.mentions("ordinal")
    return [
        year
        for year in paper.mentions("date", "period")
        if year.edtf is not None
        and "/" not in year.edtf
        and any(paper.together(year, ordinal) for ordinal in ordinals)
    ]
