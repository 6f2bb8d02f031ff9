"""Who acts in a clause, whatever stands between them and the predicate."""

from __future__ import annotations

import pytest

from tests.read.clauses.rows_of import read, words_of
from zakuro.languages.load import load
from zakuro.read.clauses.arguments import Acting, Positions
from zakuro.read.clauses.predicates import predicates


def acting(text: str) -> Acting:
    words = words_of(text)
    found = predicates(words)[-1]
    return Positions(words, load("en").section("names")).acting(found, words.start)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Peru will build a port.", "party"),
        ("The Dutch will build a port.", "party"),
        ("The Dutch firm's pier will build up.", "thing"),
        ("Peru on Monday will build a port.", "party"),
        ("Peru (as host) will build a port.", "party"),
        ("Peru, for its part, will build a port.", "party"),
        ("Peru -- the host of the talks -- will build a port.", "party"),
        ("The Andean Development Bank will build a port.", "organisation"),
        ("The government in Lima will build a port.", "office"),
        ("Under it the government will build a port.", "office"),
        ("Under the plan the Andean Development Bank will build a port.", "organisation"),
        ("At the end of the road the pier will build up.", "thing"),
        ("We will build a port.", "self"),
        ("He will build a port.", "pronoun"),
        ("The delay at the port will cost money and Peru's partners will build a port.", "thing"),
        ("The port of Lima will build a pier.", "thing"),
        ("Prices in Peru will build up.", "thing"),
    ],
)
def test_who_acts(text: str, who: str) -> None:
    assert acting(text).who == who


def test_an_office_between_commas_says_whose_a_person_is() -> None:
    found = acting("Ana Rojas, Peru's president, will build a port.")
    assert found.who == "person"
    assert found.entity is not None
    assert found.entity.codes == ("PER",)


def test_a_capital_is_its_government() -> None:
    found = acting("Tokyo will build a port.")
    assert found.entity is not None
    assert found.entity.codes == ("JPN",)


def test_the_agent_of_a_passive_gives() -> None:
    (given,) = read("Samoa will be given two boats by New Zealand.")
    assert given.subject is not None
    assert given.subject.codes == ("NZL",)
    (nobody,) = read("Samoa will be given two boats.")
    assert nobody.open
    assert nobody.kind == "pledge"


def test_who_gave_may_stand_within_what_was_given() -> None:
    (result,) = read("Two boats donated by Japan were handed over to Samoa.")
    assert result.subject is not None
    assert result.subject.codes == ("JPN",)


def test_the_of_inside_a_name_ends_no_noun_phrase() -> None:
    (result,) = read("The Government of Japan through an agency provided 300 tents to Chad.")
    assert result.subject is not None
    assert result.subject.codes == ("JPN",)
