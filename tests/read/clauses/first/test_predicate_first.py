"""Clauses whose predicate precedes what it governs."""

from __future__ import annotations

import pytest

from tests.read.clauses.clauses_of import candidates, kinds

MET = ("CHL", "PER")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile will open a port.", ["pledge commit"]),
        ("Chile intends to open a port.", ["pledge intend"]),
        ("Chile is exploring a port.", ["pledge consider"]),
        ("Chile opened a port.", ["result done"]),
        ("Chile calls on Peru to act.", ["call call"]),
        ("Chile welcomes the talks.", ["position position"]),
        ("Chile reaffirms its commitment to open a port.", ["pledge commit"]),
        ("Chile reaffirms its view of the port.", ["position restate"]),
        ("Chile stresses the need for clear goals.", ["position restate"]),
        ("Chile looks forward to hosting a forum.", ["pledge intend"]),
        ("Chile looks forward to the forum.", ["position position"]),
        ("Chile will open a port and build a road.", ["pledge commit", "pledge commit"]),
        ("Chile will deepen, widen and advance the dialogue.", ["pledge commit"]),
        ("If Peru agrees, Chile will open a port.", []),
        ("Chile will not open a port.", []),
        ("Chile will be a partner.", []),
        ("Imports from Chile will grow.", []),
        ("Partners willing to invest came.", []),
        ("In May 2023, Chile announced a port.", ["result announce"]),
        ("We announce that Chile will open a port.", ["pledge commit"]),
        ("Chile said it would wait, and it will open a port.", ["pledge commit"]),
    ],
)
def test_what_a_clause_says(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_means_and_they_bind_only_where_somebody_meets() -> None:
    assert kinds("The fund will train 20 nurses.") == []
    assert kinds("The fund will train 20 nurses.", frame=MET) == ["pledge vehicle"]
    assert kinds("The fund will grow.", frame=MET) == []
    assert kinds("They agreed to open a port.") == []
    assert kinds("They agreed to open a port.", frame=MET) == ["pledge commit"]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("Open a port.", "item", ["pledge fragment"]),
        ("Opening a port", "item", ["pledge fragment"]),
        ("Opening a port is hard.", "item", []),
        ("Protecting rivers", "opening", []),
        ("Open a port.", "running", []),
        ("To open a port, engineers need a year.", "alone", []),
        ("By law, open all data.", "alone", ["pledge fragment"]),
    ],
)
def test_a_clause_without_a_subject_depends_on_its_place(
    text: str, place: str, expected: list[str]
) -> None:
    assert kinds(text, place=place) == expected


def test_a_second_subject_gives_its_own() -> None:
    first, second = candidates("Chile will pay, and Peru will build a road.")
    assert first.subject is not None
    assert second.subject is not None
    assert (first.subject.codes, second.subject.codes) == (("CHL",), ("PER",))
