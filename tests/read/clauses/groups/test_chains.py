"""Clauses that link to what follows them."""

from __future__ import annotations

from tests.read.clauses.rows_of import read


def test_what_links_takes_the_kind_of_what_follows() -> None:
    found = read("チリは港を開設し、道路を建設することを決めた。", "ja")
    assert [(c.kind, c.act) for c in found] == [("pledge", "open"), ("pledge", "build")]


def test_generic_deeds_are_one_with_what_follows() -> None:
    found = read("チリは協力を深め、貿易を促進する。", "ja")
    assert [c.kind for c in found] == ["pledge"]


def test_what_was_done_to_something_is_no_part_of_a_promise() -> None:
    found = read("会議がチリで開かれ、チリは港を開設すると約束した。", "ja")
    assert [c.kind for c in found if c.kind == "pledge"] == ["pledge"]
