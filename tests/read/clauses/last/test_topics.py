"""Who or what a clause is about."""

from __future__ import annotations

import pytest

from tests.read.clauses.clauses_of import candidates


def subject(text: str) -> tuple[str, ...] | None:
    """The codes of the subject of a sentence of one clause."""
    found = candidates(text, "ja")[0].subject
    return found.codes if found is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("チリは港を開設する。", ("CHL",)),
        ("欧州連合（EU）は港を開設する。", ("EU",)),
        ("チリ側から、港を開設する旨述べた。", ("CHL",)),
        ("チリから、部品を輸入する。", None),
        ("世界銀行は港に融資する。", ()),
        ("ペルーの外相によると、同国は港を開設する。", ("PER",)),
        ("チリのボリッチ大統領は「わが国は港を開設する」と述べた。", ("CHL",)),
    ],
)
def test_who_acts(text: str, expected: tuple[str, ...] | None) -> None:
    assert subject(text) == expected


def test_a_clause_about_a_thing_binds_nobody() -> None:
    assert candidates("チリとペルーが結んだ協定は来年発効する。", "ja")[0].kind is None
