"""Clauses whose subject is no party."""

from __future__ import annotations

import pytest

from tests.read.clauses.clauses_of import candidates, kinds

MET = ("CHL", "PER")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten protocols were signed.", ["result done"]),
        ("Ten protocols, old and new, were signed.", ["result done"]),
        ("Air links were restored.", ["result done"]),
        ("Local firms have built 30 schools.", ["result done"]),
        ("Local firms have built schools.", []),
        ("Acme Rail opened a depot.", ["result done"]),
        ("The Forum held in May was long.", []),
        ("Protocols to be signed are ready.", []),
        ("The reform of trade must go on.", ["call ought"]),
        ("We will ensure that the funds will train nurses.", ["pledge commit"]),
        ("The World Bank will lend 30 million dollars.", ["pledge institution"]),
        ("The World Bank opened an office.", ["result done"]),
        ("The road will be paid for and financed by the World Bank.", []),
        ("The road will be financed by the World Bank.", ["pledge commit"]),
    ],
)
def test_what_is_told_of_things_where_somebody_meets(text: str, expected: list[str]) -> None:
    assert kinds(text, frame=MET) == expected


def test_only_figures_tell_results_of_things_where_nobody_meets() -> None:
    assert kinds("Ten protocols were signed.") == []
    assert kinds("The bloc comprises 14 countries.") == ["result grown"]
    assert kinds("The bloc comprises a fund.") == []
    assert kinds("Exports to Peru stand at 3 billion dollars.") == ["result grown"]


def test_who_acts_in_a_passive_is_its_agent() -> None:
    (hosted,) = candidates("The games will be hosted by Fiji.")
    assert hosted.subject is not None and hosted.subject.codes == ("FJI",)
    assert kinds("The games will be hosted in Fiji.") == []
    assert kinds("Fiji will be given a boat.") == []
    (given,) = candidates("Fiji will also be given a boat by the Government of Japan.")
    assert given.subject is not None and given.subject.codes == ("JPN",)


def test_a_thing_has_a_clause_of_its_own_behind_a_joiner() -> None:
    found = candidates("Chile opened a port, and ten protocols were signed.", frame=MET)
    assert [c.rule for c in found] == ["done", "done"]
    assert found[1].start == len("Chile opened a port, and ")
