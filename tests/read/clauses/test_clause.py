"""What the two orders of clauses have in common."""

from __future__ import annotations

from datetime import date

from zakuro.languages.load import load
from zakuro.read.clauses.clause import KINDS, Context, is_deliverable, is_finite
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import DECIDING, marks


def test_every_role_that_decides_gives_a_kind_or_silence() -> None:
    assert set(DECIDING) - set(KINDS) == {"say", "reported", "act", "light"}


def test_deeds_can_be_told_done_and_others_not() -> None:
    assert is_deliverable("provide")
    assert not is_deliverable("deepen")
    assert not is_deliverable(None)


def test_a_finite_auxiliary_counts_outside_relative_clauses() -> None:
    def finite(text: str) -> bool:
        return is_finite(marks(load("en")).find(Folded(text)))

    assert finite("Protecting rivers is vital")
    assert not finite("Protecting rivers that are long")
    assert not finite("Protect rivers")


def test_a_context_begins_with_who_meets_and_the_day() -> None:
    context = Context(("CHL", "PER"), date(2025, 6, 17))
    assert (context.frame, context.day, context.kind) == (("CHL", "PER"), date(2025, 6, 17), None)
