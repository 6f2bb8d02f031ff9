"""Offices behind a party and a name, in either order, and those who are posted abroad."""

from __future__ import annotations

import pytest

import zakuro


def givers(text: str, home: str | None = None) -> list[tuple[str, ...]]:
    statements = zakuro.read(text, language="ja", home=home).statements
    return [tuple(s.givers) for s in statements if s.kind == "pledge"]


@pytest.mark.parametrize("words", ["ソト・ペルー大統領", "ペルーのソト大統領", "ソト豪州国防大臣"])
def test_a_name_before_or_behind_its_state_is_known_later(words: str) -> None:
    text = f"{words}が訪れた。伊藤首相は席上、謝意を示した。ソト大統領は船2隻を供与すると述べた。"
    assert givers(text, "JPN") in ([("PER",)], [("AUS",)])


def test_a_title_behind_a_known_name_is_its_person() -> None:
    text = "ガーナのメンサ大統領が訪れた。メンサ氏は学校2校を建設すると述べた。"
    assert givers(text, "JPN") == [("GHA",)]


def test_who_is_posted_to_a_state_speaks_for_another() -> None:
    text = "伊藤駐ガーナ大使は、学校2校を建設すると述べた。"
    assert givers(text, "JPN") == [("JPN",)]


@pytest.mark.parametrize("name", ["ガーナ共和国", "ボリビア多民族国", "トンガ王国"])
def test_a_state_has_its_form_in_its_name(name: str) -> None:
    text = f"日本は、{name}及びチリ共和国に対し、船2隻を供与する。"
    (pledge,) = zakuro.read(text, language="ja").statements
    assert len(pledge.receivers) == 2
