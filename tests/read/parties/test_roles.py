"""The part that words give to parties."""

from __future__ import annotations

import pytest

from zakuro.languages.load import load
from zakuro.read.parties.roles import roles


@pytest.mark.parametrize(
    ("before", "role"),
    [("aid to ", "receiver"), ("goods from the ", "source"), ("war over ", "none"), ("so ", "")],
)
def test_prepositions_stand_before_also_before_an_article(before: str, role: str) -> None:
    assert roles(load("en")).before(f"{before}chile", len(before)) == role


def test_particles_stand_behind() -> None:
    assert roles(load("ja")).behind("日本は", 2) == "subject"
    assert roles(load("ja")).behind("日本に対し", 2) == "receiver"


@pytest.mark.parametrize(
    ("before", "part"),
    [("statement by ", True), ("", True), ("attack on ", False), ("aid for ", False)],
)
def test_who_takes_part_by_the_words_before(before: str, part: bool) -> None:
    assert roles(load("en")).takes_part(f"{before}chile", len(before)) is part


def test_an_ending_tells_the_part_and_a_postposition_goes_before_it() -> None:
    kazakh = roles(load("kk"))
    nominative, dative = kazakh.cases("nominative"), kazakh.cases("dative")
    assert kazakh.part("қазақстан береді", 0, 9, nominative) == "subject"
    assert kazakh.part("қазақстанға береді", 0, 11, dative) == "receiver"
    assert kazakh.part("қазақстан үшін салады", 0, 9, nominative) == "receiver"


def test_a_bare_name_owns_what_ends_as_owned() -> None:
    kazakh = roles(load("kk"))
    assert kazakh.owns("қазақстан қалаларында", 9)
    assert kazakh.owns("қазақстан халқы", 9)
    assert not kazakh.owns("қазақстан жақында", 9)
    assert not kazakh.owns("қазақстан мәскеуге", 9)
    assert not roles(load("ru")).owns("казахстан", 9)


def test_people_behind_an_adjective_are_given_to_by_their_ending() -> None:
    kazakh = roles(load("kk"))
    assert kazakh.gives_to("қазақстандық студенттерге", 12)
    assert not kazakh.gives_to("қазақстандық студенттер", 12)


def test_a_name_that_opens_a_word_has_the_part_of_that_word() -> None:
    rules = roles(load("ja"))
    assert rules.of_compound("ガーナ国民に", 3) == ("receiver", 5)
    assert rules.of_compound("ガーナ開発庁(GDA)が", 3) == ("subject", 11)
    assert rules.of_compound("ガーナ産", 3)[0] == "none"
