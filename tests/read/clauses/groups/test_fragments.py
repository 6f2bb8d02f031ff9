"""Sentences without a finite verb."""

from __future__ import annotations

import pytest

from tests.read.clauses.rows_of import rows, words_of
from zakuro.read.clauses.groups.fragments import fragment, nominal
from zakuro.read.clauses.predicates import predicates


@pytest.mark.parametrize(
    "text",
    [
        "Supporting schemes that help mothers and children",
        "Fostering new ties, and trade that is fair",
        "To boost trade in rice, and to take steps against fraud",
        "Working with Peru to cut waste",
    ],
)
def test_a_sentence_without_a_finite_verb_is_an_item(text: str) -> None:
    assert [row.split()[0] for row in rows(text)] == ["pledge"]


@pytest.mark.parametrize(
    "text",
    [
        "Protecting rivers is vital to us.",
        "Supporting schemes that help mothers and children is costly.",
        "To cross the pass, climbers from Nepal take four days.",
    ],
)
def test_a_verb_that_a_finite_one_follows_is_none(text: str) -> None:
    assert rows(text) == []


def test_an_item_begins_with_its_verb() -> None:
    words = words_of("Helping farmers sell rice")
    clause = fragment(predicates(words), words)
    assert clause is not None
    assert (clause.who, clause.acting.how) == ("nobody", "opening")
    later = words_of("A plan for helping farmers")
    assert fragment(predicates(later), later) is None


@pytest.mark.parametrize(
    "text",
    [
        "Provision of 40 buses for the city of Lima",
        "Concessional loan of 5 million dollars for wells",
        "Establishment of a centre for rice in Lusaka",
    ],
)
def test_a_line_may_name_a_deed_by_its_noun(text: str) -> None:
    words = words_of(text)
    clause = nominal(predicates(words), words)
    assert clause is not None
    assert clause.predicate.tense == "noun"
    assert [row.split()[0] for row in rows(text)] == ["pledge"]


@pytest.mark.parametrize(
    "text",
    [
        "The construction of the port has cost 3 million dollars.",
        "Heavy rain over the southern hills and a gift of boats",
    ],
)
def test_a_noun_of_doing_elsewhere_names_no_deed(text: str) -> None:
    words = words_of(text)
    assert nominal(predicates(words), words) is None
