"""Clauses whose predicate follows all that it governs."""

from __future__ import annotations

import pytest

from tests.read.clauses.clauses_of import candidates, kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("チリは港を開設すると表明した。", ["pledge commit"]),
        ("チリは港を開設する方針だ。", ["pledge intend"]),
        ("チリは港を開設する計画を発表した。", ["pledge intend"]),
        ("チリは港の建設を検討している。", ["pledge consider"]),
        ("チリは港を開設した。", ["result done"]),
        ("チリは港の開設を提案した。", ["proposal propose"]),
        ("チリはペルーに協力を求めた。", ["call call"]),
        ("チリは港を開設しない。", []),
        ("チリは港を開設することで合意しなかった。", []),
        ("工事が終われば、チリは港を開設する。", []),
        ("チリは港を開設する見通しだ。", []),
        ("港を開設する。", []),
        ("チリは港を開設する用意があります。", ["pledge intend"]),
        ("チリは港を開設したいと述べた。", ["pledge volition"]),
        ("チリは港を検め直す意向を示した。", ["pledge intend"]),
        ("両国は港の開放を続けることを確認した。", ["pledge restate"]),
        ("チリの輸出は50億ドルに上る。", ["result level"]),
        ("チリの輸出は50億ドルだった。", ["result state"]),
        ("港を閉じてはならない。", ["call ought"]),
        ("港を閉じてはどうか", ["proposal propose"]),
        ("港の安全が重要であるとの認識で一致した。", ["position view"]),
        ("チリが供与する資金は次のとおり。", ["pledge announced"]),
        ("チリが供与する資金", ["pledge announced"]),
        ("停戦が成ればチリは港を開設する。", []),
    ],
)
def test_what_a_clause_says(text: str, expected: list[str]) -> None:
    assert kinds(text, "ja") == expected


def test_deeds_linked_in_one_sentence_are_two_pledges() -> None:
    found = candidates("チリは港を開設し、道路を建設することを決めた。", "ja")
    assert [(c.kind, c.act) for c in found] == [("pledge", "open"), ("pledge", "build")]
