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
