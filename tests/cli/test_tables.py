"""Tables for the terminal."""

from __future__ import annotations

from zakuro.cli.tables import drawn


def test_empty_columns_are_left_out() -> None:
    output = drawn("three", ("a", "b", "c"), [("1", "", "2"), ("3", "", "4")])
    assert "three" in output
    assert "b" not in output.splitlines()[1]
    assert "3" in output


def test_square_brackets_are_words_not_markup() -> None:
    assert "[red]" in drawn("t", ("a",), [("[red]",)])
