"""The same sum in two currencies, against reference rates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from zakuro.check.figures import Interval, digits, rounding
from zakuro.check.paper import Paper
from zakuro.check.rates import rate
from zakuro.check.words import any_of
from zakuro.model.finding import Finding
from zakuro.model.statement import Mention

_ABOUT = Decimal("0.01")
_FAR = Decimal("0.1")
_FIGURE = re.compile(r"\d")
_APART = 40
"""Letters between a sum and its figure in another currency, at most."""
_COMMAS = frozenset(",，、 \u00a0")
_BRACKETS = frozenset("()（）[]［］ \u00a0\u3000")


def converted_sums(paper: Paper) -> Iterator[Finding]:
    """Z301: a sum and the same sum in another currency, against the rates of the year.

    The second stands in brackets, or behind words that it is the same (the equivalent of).
    Silent on currencies and years without a rate, on ranges, and on bounds (more than).  Further
    off than 1 % it says that it cannot tell, as the rate of another day may have been taken;
    conflict only where the rates of the two years before, too, are more than a tenth away, and the
    sum stands in brackets or behind such words: behind a comma alone it may be another sum.
    """
    for first, second in _pairs(paper):
        one, other = _cheaper_first(first, second)
        years = _years(paper, first)
        now = rate(one.unit or "", other.unit or "", years)
        known = rate(one.unit or "", other.unit or "", _wider(years))
        implied = _implied(one, other, restated=second)
        if now is None or known is None or implied is None:
            continue
        near = implied.meets(now.days.widened(_ABOUT))
        far = not implied.meets(known.days.widened(_FAR))
        told = f"{implied.low:.4g} to {implied.high:.4g} {one.unit} per {other.unit}"
        days = f"{now.days.low:.4g} to {now.days.high:.4g} ({now.mean:.4g} in the mean)"
        lies = "within 1 % of" if near else "outside" if far else "beside"
        sure = far and _is_told_again(paper, first, second)
        yield Finding(
            kind="conversion",
            verdict="consistent" if near else "conflict" if sure else "cannot tell",
            says=f"{first.exact} given as {second.exact} implies {told} as printed, which lies "
            f"{lies} the reference rates of {max(years)}: {days}",
            where=(paper.place(first), paper.place(second)),
            rule="Z301",
        )


def same_digits_in_another_unit(paper: Paper) -> Iterator[Finding]:
    """Z302: the same figure once in one currency and once in another: 26bn yuan, 26bn dollars.

    Silent on figures of one digit (10 billion), which are often equal by chance.
    """
    seen: dict[Decimal, Mention] = {}
    for money in paper.mentions("money"):
        if money.value is None or digits(money.value) < 2:
            continue
        first = seen.setdefault(money.value, money)
        if first.unit != money.unit:
            yield Finding(
                kind="conversion",
                verdict="cannot tell",
                says=f"the same figure stands in {first.unit} and in {money.unit}: "
                f"{first.exact}, {money.exact}",
                where=(paper.place(money), paper.place(first)),
                rule="Z302",
            )
            seen[money.value] = money


def _pairs(paper: Paper) -> Iterator[tuple[Mention, Mention]]:
    """Two sums next to each other of which the second gives the first in another currency."""
    for one, other in pairwise(paper.mentions("money")):
        if one.unit == other.unit or not paper.together(one, other):
            continue
        if _is_told_again(paper, one, other) or _follows(paper, one, other):
            yield one, other


def _is_told_again(paper: Paper, one: Mention, other: Mention) -> bool:
    return _in_brackets(paper, one, other) or _restated(paper, one, other)


def _in_brackets(paper: Paper, one: Mention, other: Mention) -> bool:
    gap = paper.between(one, other)
    opens = any(bracket in gap for bracket in "(（[［")
    closes = paper.reading.text[other.end : other.end + 1] in {")", "）", "]", "］"}
    return opens and closes and set(gap) <= _BRACKETS


def _restated(paper: Paper, one: Mention, other: Mention) -> bool:
    """Whether words between two sums tell that they are one: the equivalent of, 约合.

    A word that means about may be read as part of the second sum.
    """
    figure = _FIGURE.search(paper.reading.text, other.start, other.end)
    end = figure.start() if figure else other.start
    between = (m.type for m in paper.reading.mentions if one.end <= m.start < other.start)
    if end - one.end > _APART or set(between) - {"party"}:
        return False
    words = any_of(paper.wording.ties.equivalent, paper.wording.spaced)
    return words.search(paper.reading.text, one.end, end) is not None


def _follows(paper: Paper, one: Mention, other: Mention) -> bool:
    """Whether about so much follows behind a comma: most likely the same sum."""
    return other.bound == "about" and set(paper.between(one, other)) <= _COMMAS


def _cheaper_first(one: Mention, other: Mention) -> tuple[Mention, Mention]:
    """Two sums, the greater figure first: its currency is the one that a rate is told in."""
    return (one, other) if (one.value or 0) >= (other.value or 0) else (other, one)


def _implied(one: Mention, other: Mention, *, restated: Mention) -> Interval | None:
    """What one unit of the other currency costs, as printed.

    The sum that is restated was rounded to its digits, and so was what is told as about; the sum
    that it restates is taken as it stands.
    """
    if not one.value or not other.value or {one.bound, other.bound} - {"exact", "about"}:
        return None
    dividend, divisor = (
        rounding(each.value or Decimal(0))
        if each is restated or each.bound == "about"
        else Interval(each.value or Decimal(0), each.value or Decimal(0))
        for each in (one, other)
    )
    if divisor.low <= 0 or dividend.low <= 0:
        return None
    return Interval(dividend.low / divisor.high, dividend.high / divisor.low)


def _years(paper: Paper, money: Mention) -> set[int]:
    """The years whose rate may have been taken: that of publication, and of the sentence."""
    named = {
        time.start_date.year
        for time in paper.mentions("date", "period")
        if time.start_date is not None and paper.together(money, time)
    }
    published = paper.reading.published
    if published is None:
        dates = [m.start_date.year for m in paper.mentions("date") if m.start_date is not None]
        return named | set(dates[:1]) or {0}
    return named | {published.year}


def _wider(years: set[int]) -> set[int]:
    return {year - back for year in years for back in range(3)}
