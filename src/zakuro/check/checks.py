"""All rules over one paper, and the order in which findings are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Context, localcontext

import msgspec

from zakuro.check import (
    arithmetic,
    conversion,
    enumeration,
    membership,
    repetition,
    times,
    weekdays,
)
from zakuro.check.paper import Paper, Piece
from zakuro.model.finding import Finding, Verdict
from zakuro.model.statement import Reading

RULES: tuple[Callable[[Paper], Iterator[Finding]], ...] = (
    membership.members_of_a_group,
    membership.countries_together,
    enumeration.announced_and_listed,
    enumeration.announced_inline,
    conversion.converted_sums,
    conversion.same_digits_in_another_unit,
    repetition.told_again,
    repetition.told_otherwise,
    arithmetic.parts_of_a_whole,
    arithmetic.more_than_all,
    arithmetic.change_between_levels,
    times.anniversaries,
    times.intervals,
    times.ended_before_begun,
    weekdays.weekdays,
)

_ORDER: tuple[Verdict, ...] = ("conflict", "ambiguous", "cannot tell", "consistent")


def check(reading: Reading, blocks: Sequence[Piece]) -> tuple[Finding, ...]:
    """The findings on a reading, whose document has these blocks; what does not agree first."""
    paper = Paper(reading, blocks)
    with localcontext(Context(prec=40)):
        found = [finding for rule in RULES for finding in rule(paper)]
    found.sort(key=lambda each: (_ORDER.index(each.verdict), each.where[0].start))
    return tuple(
        msgspec.structs.replace(finding, id=f"c{number}")
        for number, finding in enumerate(found, start=1)
    )
