"""All rules over one paper, and the order in which findings are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Context, localcontext

import msgspec

from zakuro.check.paper import Paper, Piece
from zakuro.check.rules import (
    arithmetic,
    averages,
    calendar,
    conversion,
    enumeration,
    membership,
    repetition,
    retelling,
    spans,
    times,
)
from zakuro.check.series.claims import against_series
from zakuro.model.finding import Finding, Place, Verdict, Wording
from zakuro.model.source import Point
from zakuro.model.statement import Reading

RULES: tuple[Callable[[Paper], Iterator[Finding]], ...] = (
    membership.members_of_a_group,
    membership.countries_together,
    membership.number_near_a_group,
    enumeration.announced_and_listed,
    enumeration.announced_inline,
    enumeration.announced_and_counted,
    enumeration.announced_behind_a_colon,
    conversion.converted_sums,
    conversion.same_digits_in_another_unit,
    repetition.told_again,
    repetition.told_otherwise,
    retelling.told_in_other_figures,
    retelling.narrowing_words_lost,
    arithmetic.parts_of_a_whole,
    arithmetic.more_than_all,
    arithmetic.change_between_levels,
    arithmetic.difference_between_levels,
    averages.parts_that_nearly_sum,
    averages.shares_of_a_hundred,
    averages.means_of_whole_numbers,
    averages.figures_per_head,
    times.anniversaries,
    times.intervals,
    times.ended_before_begun,
    times.one_meeting_on_two_days,
    spans.years_between,
    spans.ordinals_in_order,
    spans.pledged_for_days_that_are_over,
    spans.years_in_reverse,
    calendar.weekdays,
    calendar.days_that_no_month_has,
)

_ORDER: tuple[Verdict, ...] = ("conflict", "ambiguous", "cannot tell", "consistent")


def check(
    reading: Reading, blocks: Sequence[Piece], wording: Wording, points: Sequence[Point] = ()
) -> tuple[Finding, ...]:
    """The findings on a reading, whose document has these blocks; what does not agree first.

    ``wording`` has the words of its language that rules ask for, ``points`` are the figures of
    series by which its claims are recomputed.
    """
    paper = Paper(reading, blocks, wording=wording)
    with localcontext(Context(prec=40)):
        found = [finding for rule in RULES for finding in rule(paper)]
        found += against_series(paper, points) if points else ()
    return in_order(_each_once(found))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order in which they are told, what does not agree first, and their ids."""
    found = sorted(
        findings,
        key=lambda each: (
            _ORDER.index(each.verdict),
            each.where[0].document,
            each.where[0].start,
        ),
    )
    return tuple(
        msgspec.structs.replace(finding, id=f"c{number}")
        for number, finding in enumerate(found, start=1)
    )


def _each_once(found: Iterable[Finding]) -> Iterator[Finding]:
    """What two rules tell of the same words with the same verdict is told by the first of them."""
    told: set[tuple[str, str, tuple[Place, ...]]] = set()
    for finding in found:
        key = finding.kind, finding.verdict, finding.where
        if key not in told:
            told.add(key)
            yield finding
