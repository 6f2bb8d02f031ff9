"""What was found in a clause, in the words of the table."""

from __future__ import annotations

from tests.read.clauses.rows_of import read


def test_facts_tell_marks_tense_subject_and_figures() -> None:
    (pledge,) = read("Peru will build two ports in Chile.")
    assert {"future", "does", "deliverable", "acts", "known", "who.party", "count"} <= pledge.facts
    (passive,) = read("A port will be built in Chile for 3 million dollars.")
    assert {"passive", "who.thing", "money"} <= passive.facts


def test_a_number_in_a_name_is_no_figure() -> None:
    (pledge,) = read("The two sides will deepen their ties.")
    assert "figure" not in pledge.facts
