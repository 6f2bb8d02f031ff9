"""The vocabulary, and what derives from it."""

from __future__ import annotations

import pytest

from zakuro.languages.load import codes, load
from zakuro.model import vocabulary
from zakuro.model.errors import ZakuroError


def test_groups_consist_of_territories() -> None:
    for members in vocabulary.groups().values():
        assert set(members) <= set(vocabulary.territories())


def test_expanding_gives_each_member_once_in_order() -> None:
    assert vocabulary.expand(["CHN", "C5", "KAZ"]) == ("CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB")
    assert vocabulary.expand(["M49:002"]) == ("M49:002",)


def test_deliverable_and_generic_acts_are_apart() -> None:
    assert vocabulary.deliverable_acts() < vocabulary.acts()


def test_every_pack_has_words_for_most_of_the_vocabulary() -> None:
    for code in codes():
        acts = set(load(code).section("acts"))
        assert acts <= vocabulary.acts()
        assert len(acts) >= 0.7 * len(vocabulary.acts()), code
        assert set(load(code).section("topics")) <= set(vocabulary.topics())
        assert set(load(code).section("objects")) <= vocabulary.objects()


def test_a_home_is_a_state_or_a_group() -> None:
    assert vocabulary.home("KAZ") == "KAZ"
    assert vocabulary.home("GCC") == "GCC"
    for code in ("kaz", "KAZAKHSTAN", ""):
        with pytest.raises(ZakuroError, match=f"'{code}' is no state.*KAZ"):
            vocabulary.home(code)
