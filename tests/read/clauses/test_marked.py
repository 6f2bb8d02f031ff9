"""Clauses in which particles mark who acts."""

from __future__ import annotations

import pytest

from tests.read.clauses.rows_of import read, rows


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ペルーは港を建設する。", ["pledge will"]),
        ("首相は、港を建設すると表明した。", ["pledge will"]),
        ("政府は、港を建設する方針だ。", ["pledge intends-deed"]),
        ("アンデス開発銀行は港を建設する。", ["pledge will"]),
        ("港を建設していきたい。", ["pledge wishes"]),
        ("港が建設される。", []),
        ("ペルーは港を建設した。", ["result done"]),
        ("各国は港を建設すべきだ。", ["call ought"]),
    ],
)
def test_kinds(text: str, found: list[str]) -> None:
    assert rows(text, "ja") == found


def test_linked_clauses_take_the_kind_of_what_follows() -> None:
    found = [c for c in read("ペルーは港を建設し、50人を育成する方針だ。", "ja") if c.kind]
    assert [c.kind for c in found] == ["pledge", "pledge"]


def test_a_state_with_a_figure_is_a_result() -> None:
    assert rows("ペルーの銅の生産量は2023年に275万トンだった。", "ja") == ["result state"]


@pytest.mark.parametrize(
    ("text", "row", "giver"),
    [
        ("Қазақстанның ұн жіберетінін айтты.", "will", ("KAZ",)),
        ("Сеул Қырғызстанға ұн жібереді.", "will", ("KOR",)),
        ("Қазақстан Қырғызстанға жыл сайын ұн жібереді.", "habit", ("KAZ",)),
        ("Қазақстан банкіне Өзбекстан 5 млн доллар бөледі.", "will", ("UZB",)),
    ],
)
def test_endings_mark_who_acts(text: str, row: str, giver: tuple[str, ...]) -> None:
    found = read(text, "kk")[-1]
    assert found.row == row
    assert found.subject is not None
    assert found.subject.codes == giver
