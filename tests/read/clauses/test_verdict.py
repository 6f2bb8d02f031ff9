"""The table of verdicts."""

from __future__ import annotations

from datetime import date

import pytest

import zakuro
from tests.read.clauses.rows_of import rows as rows_of
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


def test_what_all_who_speak_must_do_binds_them_and_what_one_says_calls() -> None:
    assert rows_of("We must improve the ports.") == ["principle binds-us"]
    assert rows_of("We must improve the ports, he said.") == ["call ought"]


def test_who_agrees_that_something_would_be_useful_considers_it() -> None:
    text = "The ministers of Peru agreed that it would be useful to set up a hotline."
    assert rows_of(text) == ["pledge agrees-it-would"]


def test_a_condition_that_there_is_need_is_none() -> None:
    assert rows_of("We stand ready to send ships should the need arise.") == ["pledge intend"]
    assert rows_of("We stand ready to send ships should the talks fail.") == []


def test_what_an_initiative_is_to_do_is_proposed() -> None:
    assert rows_of("The proposal of Peru is to build a joint port.") == ["proposal proposal-is"]
    assert rows_of("Peru is to build a joint port.") == ["pledge will"]


def test_who_uses_the_chance_to_call_calls() -> None:
    text = "The minister of Peru used the chance to call for joint efforts."
    assert rows_of(text) == ["call call"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Norway said on Monday it was giving 5 million euros to Malawi.", "was-giving"),
        ("Norway has confirmed a grant of 5 million euros to Malawi.", "confirms-a-sum"),
        ("Norway gives Malawi 5 million euros for wells.", "gives-now"),
        ("Norway has offered Malawi two helicopters.", "offers"),
        ("From 2035, Norway is opening its labour market to Malawians.", "is-doing-then"),
        ("The programme foresees 40 scholarships for Malawians.", "foresees-so-many"),
    ],
)
def test_gifts_are_told_in_many_tenses(text: str, rule: str) -> None:
    day = date(2034, 5, 1)
    (statement,) = zakuro.read(text, language="en", published=day).statements
    assert (statement.kind, statement.rule) == ("pledge", f"en.{rule}")
