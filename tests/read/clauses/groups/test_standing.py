"""Who stands where no name does, and who met."""

from __future__ import annotations

import pytest

import zakuro


def givers(text: str, home: str | None = None) -> list[tuple[str, ...]]:
    statements = zakuro.read(text, language="ja", home=home).statements
    return [tuple(s.givers) for s in statements if s.kind == "pledge"]


@pytest.mark.parametrize("verb", ["強めることで一致した", "強めていくことを確認した"])
def test_who_met_and_agreed_is_bound_with_whom_it_met(verb: str) -> None:
    text = f"ペルーのソト大統領は3日、チリのバルガス大統領と会談し、防災の協力を{verb}。"
    assert givers(text) == [("PER", "CHL")]


def test_who_met_and_promises_alone_is_bound_alone() -> None:
    text = "ペルーのソト大統領は3日、チリのバルガス大統領と会談し、船2隻を供与すると伝えた。"
    assert givers(text) == [("PER",)]


def test_both_sides_are_those_who_met_last() -> None:
    text = (
        "伊藤首相は3日、チリのバルガス大統領と会談した。両首脳は鉄道の協力を強めることで一致した。"
        "伊藤首相はその後、ガーナのメンサ大統領と会談した。両首脳は港の協力を強めることで一致した。"
    )
    assert givers(text, "JPN") == [("JPN", "CHL"), ("JPN", "GHA")]


def test_an_office_alone_is_that_of_whom_it_was_named_with() -> None:
    text = "チリのバルガス大統領が東京を訪れた。大統領は港に3億円を拠出すると表明した。"
    assert givers(text, "JPN") == [("CHL",)]
    named = "伊藤首相はカナダのマーティン首相と会談した。首相は港に3億円を拠出すると表明した。"
    assert givers(named, "JPN") == [("JPN",)]


def test_who_is_named_under_a_heading_is_not_of_the_heading() -> None:
    text = "日本とチリの首脳会談\n\n伊藤首相は4日、首相官邸で港に3億円を拠出すると表明した。"
    assert givers(text, "JPN") == [("JPN",)]


def test_what_a_heading_is_about_does_not_meet() -> None:
    text = "チリ、ペルー及びガーナに対する無償資金協力\n\n共に港の整備を進めることで一致した。"
    assert givers(text) in ([], [()])
