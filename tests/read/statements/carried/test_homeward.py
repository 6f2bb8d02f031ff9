"""What home gives by a text that names nobody for it."""

from __future__ import annotations

import pytest

import zakuro


def givers(text: str, home: str | None = "JPN") -> list[tuple[str, ...]]:
    statements = zakuro.read(text, language="ja", home=home).statements
    return [tuple(s.givers) for s in statements if s.kind in ("pledge", "result")]


def test_a_page_of_home_leaves_out_who_gives() -> None:
    text = (
        "コートジボワールの女子教育\n\n"
        "草の根無償で建てた中学校に、机と椅子400組が寄贈された。"
        "今年度は寄宿舎の建設に1900万円が充てられる。"
    )
    assert givers(text) == [("JPN",), ("JPN",)]
    assert set(givers(text, None)) == {()}


def test_a_list_of_what_is_planned_is_of_home() -> None:
    text = "対ラオス支援の予定\n\n・不発弾除去のための機材供与(4億円)\n・日本語教師8名の派遣\n"
    assert givers(text) == [("JPN",), ("JPN",)]


def test_what_somebody_else_has_given_goes_on_with_them() -> None:
    text = (
        "政府は注視している。トルコは18日、ソマリアの病院に人工呼吸器20台を寄贈した。"
        "来年は救急車3台が供与される。"
    )
    assert givers(text)[-1] != ("JPN",)


def test_a_body_that_acts_gives_for_nobody() -> None:
    text = (
        "政府は歓迎した。国連世界食糧計画は、ハイチの学校に米300トンを届ける。"
        "来月は豆20トンが届けられる。"
    )
    assert ("JPN",) not in givers(text)


def test_what_nobody_is_said_to_sign_both_who_met_have_signed() -> None:
    text = (
        "日・タンザニア首脳会談\n\n"
        "3月13日、総理大臣は、タンザニア大統領と会談を行いました。"
        "会談後、両首脳立会いの下、投資協定が署名されました。"
    )
    assert set(givers(text)[-1]) == {"JPN", "TZA"}


@pytest.mark.parametrize(
    "signed",
    [
        "ロシアと中国の間で条約が署名された。",
        "ロシアとの条約が署名された。",
        "国連との協定が署名された。",
        "モンゴルとロシアの条約が署名された。",
    ],
)
def test_what_others_are_named_for_those_who_met_have_not_signed(signed: str) -> None:
    found = givers(f"日本とモンゴルは会談した。{signed}")
    assert found
    assert not {"JPN", "MNG"} & set(found[-1])


@pytest.mark.parametrize(
    "signed",
    ["条約が署名された。", "モンゴルとの条約が署名された。", "パリで条約が署名された。"],
)
def test_those_who_met_sign_what_names_nobody_else(signed: str) -> None:
    assert givers(f"日本とモンゴルは会談した。{signed}")[-1] == ("JPN", "MNG")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Japan and Mongolia met. A treaty with Russia was signed."),
        ("ru", "Состоялась встреча Японии и Монголии. Был подписан договор с Россией."),
        ("kk", "Жапония мен Моңғолия кездесті. Ресеймен шартқа қол қойылды."),
    ],
)
def test_other_languages_leave_open_who_signed_with_another(language: str, text: str) -> None:
    signed = zakuro.read(text, language=language, home="JPN").statements[-1]
    assert (signed.act, tuple(signed.givers)) == ("sign", ())
