"""The table of verdicts."""

from __future__ import annotations

from zakuro.read.clauses.verdict import SILENT, rows, verdict


def test_names_of_rows_are_unique_and_priors_known() -> None:
    names = [row.name for row in rows()]
    assert len(names) == len(set(names))
    assert {row.prior for row in rows()} <= {"sure", "unsure", "doubtful"}


def test_a_row_that_binds_has_its_strength() -> None:
    for row in rows():
        assert (row.strength is not None) == (row.kind in ("pledge", "proposal")), row.name


def test_the_first_row_that_fits_decides() -> None:
    assert verdict(frozenset({"future", "does", "acts"})).name == "will"
    assert verdict(frozenset({"future", "does", "acts", "condition"})).kind is None
    assert verdict(frozenset()) is SILENT
