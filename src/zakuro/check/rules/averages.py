"""Means of whole numbers, figures per head, and shares of a whole, within one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from zakuro.check.figures import mean_can_be, of_one_list, printed, rounding
from zakuro.check.paper import Line, Paper
from zakuro.model.finding import Finding, Verdict
from zakuro.model.statement import Mention

_LEAST_SHARES = 3
_APART = Decimal(20)
"""Shares that miss a hundred by more are of different things."""
_TENFOLD = Decimal(12)
_MEANT = 2
_PRINTED = 4
"""Places behind the point that a mean is printed with, at least and at most: a third is none."""
_FIGURES = ("number", "count", "money", "percent", "dimension", "range")


def shares_of_a_hundred(paper: Paper) -> Iterator[Finding]:
    """Z504: three or more percentages in one sentence that are, or nearly are, a hundred together.

    Silent on changes, on percentages that are not exact, beside other figures, where their sum
    misses a hundred by more than twenty, and within what rounding gives.  Where it misses, it
    cannot tell: the shares may not be all, or may be of different things.
    """
    for line in paper.lines:
        shares = line.of("percent")
        if len(shares) < _LEAST_SHARES or not all(map(_is_share, shares)):
            continue
        if any(mention.type in _FIGURES for mention in line.mentions if mention not in shares):
            continue
        values = [share.value or Decimal(0) for share in shares]
        total = sum(values, Decimal(0))
        spare = of_one_list([*values, Decimal(1)])
        if abs(total - 100) > _APART:
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


def means_of_whole_numbers(paper: Paper) -> Iterator[Finding]:
    """Z505: a mean to two places or more beside the number of those it is of.

    The mean of n whole numbers is a fraction with the denominator n, rounded; one that is none
    cannot have arisen so (the GRIM test).  Silent on fewer than two places, where n is so great
    that every mean can be, on figures that fit, and beside other figures.  It cannot tell whether
    the figure is a mean, and of whole numbers.
    """
    for line in paper.lines:
        figures = [mention for mention in line.mentions if mention.type in _FIGURES]
        if len(figures) != 2 or any(mention.value is None for mention in figures):
            continue
        whole, mean = sorted(figures, key=_places)
        places = _places(mean)
        n = whole.value or Decimal(0)
        if not _MEANT <= places <= _PRINTED or _places(whole) or not 2 <= n < 10**places:
            continue
        if mean.type not in {"count", "number"} or whole.type not in {"count", "number"}:
            continue
        if not mean_can_be(mean.value or Decimal(0), int(n), places):
            yield Finding(
                kind="arithmetic",
                verdict="cannot tell",
                says=f"no {printed(n)} whole numbers have the mean {mean.value}: {printed(n)} × "
                f"{mean.value} = {printed(n * (mean.value or 0))}; unless these are not whole, or "
                "more",
                where=(paper.place(mean), paper.place(whole)),
                rule="Z505",
            )


def figures_per_head(paper: Paper) -> Iterator[Finding]:
    """Z506: a sum, those who share it, and what each gets.

    Silent unless a sentence has just these three figures, and where what each gets is more than
    twelve times too great or too small, so that the sums are of different things.  Where they do
    not agree it cannot tell: the smaller sum may be something else.
    """
    for line in paper.lines:
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


def _shared(line: Line) -> tuple[Mention, Mention, Mention] | None:
    """The sum, the count and the smaller sum of a sentence that has no other figure than one."""
    figures = [m for m in line.mentions if m.type in _FIGURES and m.value != 1]
    sums = [m for m in figures if m.type == "money"]
    heads = [m for m in figures if m.type == "count"]
    if len(figures) != 3 or len(sums) != 2 or len(heads) != 1 or sums[0].unit != sums[1].unit:
        return None
    whole, each = sums
    if any(m.bound != "exact" or m.change or not m.value for m in figures):
        return None
    if not (each.value or 0) < (whole.value or 0) or (heads[0].value or 0) < 2:
        return None
    return (whole, heads[0], each) if heads[0].start < each.start else None


def _is_share(mention: Mention) -> bool:
    return (
        mention.unit == "%"
        and mention.change in {None, "to"}
        and mention.bound == "exact"
        and mention.value is not None
        and 0 < mention.value < 100
    )


def _places(mention: Mention) -> int:
    """How many places behind the point a figure is printed with."""
    if mention.value is None:
        return 0
    return max(-int(mention.value.as_tuple().exponent), 0)
