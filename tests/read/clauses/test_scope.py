"""What conditions, doubts and words of saying do to the predicates they reach."""

from __future__ import annotations

import pytest

from tests.read.clauses.rows_of import DAY, rows, words_of
from zakuro.languages.load import load
from zakuro.read.clauses.clause import Context
from zakuro.read.clauses.scope import by_now, conditional, so_far
from zakuro.read.lexis.endings import endings


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "If Japan joins, Peru will build a port."),
        ("en", "Peru will build a port unless prices fall."),
        ("en", "Peru will build a port should the talks succeed."),
        ("ja", "日本が参加すれば、ペルーは港を建設する。"),
        ("ja", "日本が制裁を解除するなら、ペルーは港を建設すると表明した。"),
    ],
)
def test_a_condition_silences_its_sentence(code: str, text: str) -> None:
    assert conditional(words_of(text, code), endings(load(code)))
    assert rows(text, code) == []


@pytest.mark.parametrize("ending", ["なければなりません", "なければならない", "ねばなりません"])
def test_a_duty_is_no_condition(ending: str) -> None:
    assert rows(f"国際社会は、支援を行わ{ending}。", "ja") == ["call ought"]


def test_what_would_be_done_is_promised_only_where_it_was_said() -> None:
    assert rows("Peru said it would build a port.") == ["pledge reported"]
    assert rows("Peru would build a port, its president pledged.")[0] == "pledge reported"
    assert rows("Peru would build a port.") == []


def test_so_far() -> None:
    assert so_far(words_of("Peru has built two ports so far."))
    assert not so_far(words_of("Peru has built two ports."))


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("日本は昨年10月、港を改修した。", True),
        ("日本は2030年に港を改修する。", False),
        ("日本は昨年から2030年まで港を改修する。", False),
        ("日本は港を改修する。", False),
    ],
)
def test_whether_all_times_have_passed(text: str, passed: bool) -> None:
    assert by_now(words_of(text, "ja"), Context((), DAY)) is passed
