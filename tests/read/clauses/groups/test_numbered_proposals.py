"""Rows of proposals."""

from __future__ import annotations

from tests.read.clauses.clauses_of import kinds


def test_the_first_of_a_row_is_a_proposal() -> None:
    assert kinds("第一の提案は、種子の銀行を設立することです。", "ja") == ["proposal ordinal"]


def test_a_sentence_of_no_row_is_none() -> None:
    assert kinds("チリは港を開設した。", "ja") == ["result done"]
