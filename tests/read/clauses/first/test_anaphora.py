"""Whom words mean that name nobody."""

from __future__ import annotations

import zakuro
from tests.read.clauses.clauses_of import candidates, kinds

MET = ("CHL", "PER")


def test_who_says_i_calls_and_proposes_but_binds_only_where_somebody_meets() -> None:
    assert kinds("I propose a bank.") == ["proposal propose"]
    assert kinds("I urge all to act.") == ["call call"]
    assert kinds("I will open a school.") == []
    assert kinds("I will open a school.", frame=MET) == ["pledge commit"]
    assert kinds("Phase I will open in May.", frame=MET) == []


def test_they_are_those_of_the_sentence_before() -> None:
    reading = zakuro.read(
        "# Chile-Peru summit\n\nThe sides met. They condemn the raid.", language="en"
    )
    assert [s.exact for s in reading.statements if s.kind == "position"] == [
        "They condemn the raid"
    ]


def test_a_capital_acts_for_its_government_where_somebody_meets() -> None:
    assert kinds("Tokyo will send ships.") == []
    (sent,) = candidates("New Delhi will send ships.", frame=MET)
    assert sent.subject is not None and sent.subject.codes == ("IND",)
    assert kinds("The summit in Tokyo will send ships.", frame=MET) == []


def test_a_promise_that_the_past_reports() -> None:
    assert kinds("Chile said it would open a port.") == ["pledge commit"]
    assert kinds("Chile said that Peru would open a port.")[-1] == "pledge commit"
    assert kinds("Chile says it would open a port.") == []
    assert kinds("Chile said it would not open a port.") == []
    assert kinds("Chile would open a port.") == []
