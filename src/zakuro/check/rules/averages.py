"""The parts and shares of a whole, means of whole numbers, figures per head, in a few sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from zakuro.check.figures import as_printed, mean_can_be, of_one_list, printed, rounding
from zakuro.check.paper import Line, Paper
from zakuro.model.finding import Finding, Verdict
from zakuro.model.statement import Mention
from zakuro.model.vocabulary import counts, kin_units

_LEAST_SHARES = 3
_APART = Decimal(20)
"""Shares that miss a hundred by more are of different things."""
_TENFOLD = Decimal(12)
_MEANT = 2
_PRINTED = 4
"""Places behind the point that a mean is printed with, at least and at most: a third is none."""
_PLACES = re.compile(r"(?<![\d.,])(\d+)[.,](\d+)(?![\d.,]*\d)")
_FIGURES = ("number", "count", "money", "percent", "dimension", "range")


def shares_of_a_hundred(paper: Paper) -> Iterator[Finding]:
    """Z504: three or more percentages in one sentence that are, or nearly are, a hundred together.

    Words for the rest before the last (the remaining 24 %) make two enough, and tie sentences.
    Silent on changes, on percentages that are not exact, beside other figures, where their sum
    misses a hundred by more than twenty (unless the last is the rest), and within what rounding
    gives.  Where it misses, it cannot tell: the shares may not be all, or may be of different
    things.
    """
    yield from _widest(_shares(paper))


def _shares(paper: Paper) -> Iterator[Finding]:
    for line in paper.tied(paper.wording.ties.rest):
        shares = line.of("percent")
        rest = bool(shares) and line.tied_to(shares[-1])
        if rest:  # the unit may be left out between: 38 percent, 27, and the remaining 14 percent
            shares = [m for m in line.of("percent", "number") if m.start >= shares[0].start]
        if line.sentences > 1 and not rest:
            continue
        if len(shares) < (_LEAST_SHARES - rest) or not all(map(_is_share, shares)):
            continue
        if any(mention.type in _FIGURES for mention in line.mentions if mention not in shares):
            continue
        values = [share.value or Decimal(0) for share in shares]
        total = sum(values, Decimal(0))
        spare = of_one_list([*values, Decimal(1)])
        if abs(total - 100) > _APART and not rest:
            continue
        agrees = abs(total - 100) <= spare
        added = " + ".join(map(printed, values))
        says = f"{added} = {printed(total)} %"
        yield Finding(
            kind="arithmetic",
            verdict="consistent" if agrees else "cannot tell",
            says=says
            if agrees
            else f"{says}: if these are the shares of one whole, they miss 100 %",
            where=tuple(map(paper.place, shares)),
            rule="Z504",
        )


def parts_that_nearly_sum(paper: Paper) -> Iterator[Finding]:
    """Z508: amounts in one sentence that nearly, but not quite, sum to the first of them.

    Silent unless the first is the greatest and two or more follow in its unit, all exact, and where
    their sum is below the first by a fifth or more, or above it by half: such amounts are hardly
    its parts.  Where words say that the last is the rest (the remaining 24), they may stand in
    a few sentences, and miss by any sum.  It cannot tell whether they are all the parts.
    """
    yield from _widest(_parts(paper))


def _parts(paper: Paper) -> Iterator[Finding]:
    for line in paper.tied(paper.wording.ties.rest):
        last = next((m for m in reversed(line.mentions) if m.type in _FIGURES), None)
        rest = last is not None and line.tied_to(last)
        if line.block == "table-row" or (line.sentences > 1 and not rest):
            continue
        amounts = _with_the_rest(line) if rest else _in_one_unit(line)
        if len(amounts) < 3 or not all(m.value and m.bound in {"exact", None} for m in amounts):
            continue
        whole, *parts = (m.value or Decimal(0) for m in amounts)
        total = sum(parts, Decimal(0))
        printed_to = (as_printed(m.value or Decimal(0), m.exact) for m in amounts)
        spare = sum((each.high - each.low for each in printed_to), Decimal(0)) / 2
        if whole <= max(parts) or not (rest or -whole < 5 * (total - whole) < 5 * whole / 2):
            continue
        if total == whole:
            yield _summed(paper, amounts, "consistent", f"{_added(parts)} = {printed(total)}")
        elif abs(total - whole) > spare:
            says = f"{_added(parts)} = {printed(total)}, and the first is {printed(whole)}"
            yield _summed(paper, amounts, "cannot tell", f"{says}, if these are its parts")


def _summed(paper: Paper, amounts: list[Mention], verdict: Verdict, says: str) -> Finding:
    return Finding(
        kind="arithmetic",
        verdict=verdict,
        says=says,
        where=tuple(map(paper.place, amounts)),
        rule="Z508",
    )


def means_of_whole_numbers(paper: Paper) -> Iterator[Finding]:
    """Z505: a mean to two places or more beside the number of those it is of.

    The mean of n whole numbers is a fraction with the denominator n, rounded; one that is none
    cannot have arisen so (the GRIM test).  A word for a mean ties sentences.  Silent on fewer than
    two places, where n is so great that every mean can be, on figures that fit, and beside other
    figures than a range (points from one to five).  It cannot tell whether the figure is a mean,
    and of whole numbers.
    """
    for line in paper.tied(paper.wording.ties.mean):
        figures = [
            m for m in line.mentions if m.type in _FIGURES and not (line.ties and m.type == "range")
        ]
        if len(figures) != 2 or any(mention.value is None for mention in figures):
            continue
        whole, mean = sorted(figures, key=_places)
        value, places = mean.value or Decimal(0), _places(mean)
        n = whole.value or Decimal(0)
        if not _MEANT <= places <= _PRINTED or _places(whole) or not 2 <= n < 10**places:
            continue
        if mean.type not in {"count", "number"} or whole.type not in {"count", "number"}:
            continue
        if not mean_can_be(value, int(n), places):
            yield Finding(
                kind="arithmetic",
                verdict="cannot tell",
                says=f"no {printed(n)} whole numbers have the mean {value:.{places}f}: {printed(n)}"
                f" × {value:.{places}f} = {printed(n * value)}; unless these are not whole, or "
                "more",
                where=(paper.place(mean), paper.place(whole)),
                rule="Z505",
            )


def figures_per_head(paper: Paper) -> Iterator[Finding]:
    """Z506: a sum, those who share it, and what each gets.

    Words that each gets as much (equally, each of them) tie sentences, and a number to those who
    share.  Silent unless the words have just these three figures, and where what each gets is more
    than twelve times too great or too small, so that the sums are of different things.  Where they
    do not agree it cannot tell: the smaller sum may be something else.
    """
    for line in paper.tied(paper.wording.ties.share):
        found = _shared(line)
        if found is None:
            continue
        whole, heads, each = found
        total, n, got = (mention.value or Decimal(0) for mention in found)
        quotient = rounding(total)
        agrees = rounding(got).low * n <= quotient.high and quotient.low <= rounding(got).high * n
        if not agrees and not 1 / _TENFOLD < got * n / total < _TENFOLD:
            continue
        verdict: Verdict = "consistent" if agrees else "cannot tell"
        fault = "" if agrees else f"; the text has {each.exact}, if that is for each"
        share = printed(round(total / n, 2))
        yield Finding(
            kind="arithmetic",
            verdict=verdict,
            says=f"{printed(total)} / {printed(n)} = {share} {whole.unit}{fault}",
            where=(paper.place(each), paper.place(whole), paper.place(heads)),
            rule="Z506",
        )


def _widest(found: Iterable[Finding]) -> Iterator[Finding]:
    """Of what is told of one last figure, what agrees, else what has most parts.

    Of 86 ships, 47, 25 and the remaining 14, the last two are not all of the 47.
    """
    by_last: dict[int, list[Finding]] = {}
    for finding in found:
        by_last.setdefault(finding.where[-1].start, []).append(finding)
    for same in by_last.values():
        yield max(same, key=lambda each: (each.verdict == "consistent", len(each.where)))


def _shared(line: Line) -> tuple[Mention, Mention, Mention] | None:
    """The sum, the count and the smaller sum of words that have no other figure than one."""
    figures = [m for m in line.mentions if m.type in _FIGURES and m.value != 1]
    if len(figures) != 3:
        return None
    whole, heads = sorted(figures[:2], key=lambda figure: figure.type != "money")
    each = figures[2]
    bare = {"number"} if line.ties else set()
    if whole.type != "money" or heads.type not in {"count", *bare}:
        return None
    if each.type not in {"money", *bare}:
        return None
    if each.unit not in {whole.unit, None}:
        return None  # a bare number is in the unit of the sum: 120,000 each
    if any(m.bound != "exact" or not m.value for m in figures):
        return None
    if whole.change or heads.change or each.change not in {None, "to"}:
        return None
    if not (each.value or 0) < (whole.value or 0) or (heads.value or 0) < 2:
        return None
    return whole, heads, each


def _in_one_unit(line: Line) -> list[Mention]:
    """The amounts of a sentence, if all are in one unit; numbers behind a sum may leave it out."""
    amounts = [m for m in line.mentions if m.type in {"money", "count", "dimension"}]
    if len({m.unit for m in amounts}) != 1:
        return []
    least = (amounts[0].value or Decimal(0)) / 100
    if amounts[0].type == "money":
        amounts = [
            m
            for m in line.mentions
            if m in amounts or (m.type == "number" and m.start > amounts[0].start)
        ]
    return amounts if all((m.value or 0) >= least for m in amounts) else []


def _with_the_rest(line: Line) -> list[Mention]:
    """The amounts of words that end in the rest of the first: 86 ships, 47, 25, the remaining 24.

    A part may be told without its unit, or by what only it is (tankers).
    """
    amounts = [m for m in line.mentions if m.type in _FIGURES and m.value != 1]
    first = amounts[0].unit or ""
    if amounts[0].type not in {"money", "count", "dimension"}:
        return []
    alike = all(m.unit in {None, first} or _is_sort_of(m, first) for m in amounts)
    return amounts if alike else []


def _is_sort_of(part: Mention, unit: str) -> bool:
    """Whether what is counted is a sort of something else, or of what nobody listed."""
    named = (part.unit or "").strip("{}")
    return part.type == "count" and (named not in counts() or kin_units(part.unit or "", unit))


def _added(values: Sequence[Decimal]) -> str:
    return " + ".join(map(printed, values))


def _is_share(mention: Mention) -> bool:
    return (
        (mention.unit == "%" or mention.type == "number")
        and mention.change in {None, "to"}
        and mention.bound == "exact"
        and mention.value is not None
        and 0 < mention.value < 100
    )


def _places(mention: Mention) -> int:
    """How many places behind the point a figure is printed with: 2 for 3.40."""
    if mention.value is None:
        return 0
    last = _PLACES.search(mention.exact)
    if last is not None and mention.value == Decimal(f"{last[1]}.{last[2]}"):
        return len(last[2])
    return max(-int(mention.value.as_tuple().exponent), 0)
