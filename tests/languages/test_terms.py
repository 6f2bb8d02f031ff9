"""The names that packs and the code share."""

from __future__ import annotations

from typing import get_args

from zakuro.languages.terms import Feature, Mark, Part
from zakuro.read.clauses.clause import DONE, FINITE
from zakuro.read.lexis.lexicon import DECIDING


def test_the_names_of_the_code_are_among_them() -> None:
    assert set(DECIDING) - set(get_args(Mark)) <= {"act", "call"}
    assert set(get_args(Feature)) >= DONE | FINITE
    assert set(get_args(Part)) >= {"subject", "receiver", "agent"}
