from datetime import date
from decimal import Decimal

import pytest

from zakuro.outlook.outlook import (
    Cases,
    Promise,
    asked_until,
    in_words,
    measured,
    outlook,
    total,
)
from zakuro.outlook.pace import Run
from zakuro.outlook.posterior import ALIKE, share
from zakuro.outlook.survival import Case

SAID, ON, END = date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)
MARKS = {name: frozenset({"x"}) for name in ("giver", "topic", "size")}
OTHER = {name: frozenset({"y"}) for name in ("giver", "topic", "size")}
PROMISE = Promise(SAID, END, MARKS, "", False, frozenset())
CASES = Cases(
    [Case(500, True, MARKS)] * 12 + [Case(900, False, MARKS)] * 4 + [Case(900, False, OTHER)] * 30
)


def test_what_became_of_those_like_it() -> None:
    found = outlook(PROMISE, [], CASES, ON)
    assert (found.until, found.is_due, found.why) == (date(2026, 12, 31), True, "")
    by = {like.by: like for like in found.like}
    assert list(by) == ["", "giver", "topic", "size"]
    assert by["giver"].share is not None
    assert (by["giver"].share.ended, by["giver"].share.cases) == (12, 16)
    assert by[""].share is not None
    assert (by[""].share.ended, by[""].share.cases) == (12, 46)
    assert found.likelihood is not None
    assert by[""].share.range.mean < found.likelihood.range.mean < by["giver"].share.range.mean
    assert found.word == "even"
    assert found.elsewhere is None


def test_nobody_can_say_from_too_few() -> None:
    found = outlook(PROMISE, [], Cases([Case(900, True, MARKS)] * 3), ON)
    assert (found.likelihood, found.word, found.why) == (None, None, "too few")
    assert [like.share for like in found.like] == [None] * 4
    assert not found.why_over


@pytest.mark.parametrize("over", ["kept", "ended", "not said"])
def test_nothing_is_asked_of_what_is_over(over: str) -> None:
    found = outlook(PROMISE._replace(over=over), [], CASES, ON)  # type: ignore[arg-type]
    assert (found.likelihood, found.like, found.why) == (None, (), over)
    assert found.why_over


def test_of_what_nobody_spoke_it_is_asked_from_its_beginning() -> None:
    early = Cases([Case(100, True, MARKS)] * 20 + [Case(900, False, MARKS)] * 20)
    heard, silent = (outlook(PROMISE._replace(silent=s), [], early, ON) for s in (False, True))
    assert heard.likelihood is not None
    assert silent.likelihood is not None
    assert heard.likelihood.range.mean < 100
    assert silent.likelihood.range.mean > 400


def test_what_is_late_or_names_no_day_is_asked_of_the_next_year() -> None:
    assert asked_until(PROMISE, END) == (date(2028, 1, 1), False)
    assert asked_until(PROMISE._replace(end=None), ON) == (date(2027, 1, 1), False)
    assert asked_until(PROMISE, date(9999, 12, 31)) == (date(9999, 12, 31), False)


def test_records_elsewhere_stand_beside_it() -> None:
    found = outlook(PROMISE._replace(sectors=frozenset({"120"})), [], CASES, ON)
    assert found.elsewhere is not None
    assert found.elsewhere.share is not None
    assert found.elsewhere.share.cases > 50


def test_a_measure_says_its_pace_or_why_not() -> None:
    made = measured("CNY", Run(SAID, Decimal(100), Decimal(50), 5, END), Decimal(50), ON)
    assert made.pace is not None
    assert (made.needed, made.why) == (Decimal(50), "")
    once = measured("CNY", Run(SAID, Decimal(100), Decimal(50), 1, END), None, ON)
    assert (once.pace, once.why) == (None, "one delivery")
    full = measured("CNY", Run(SAID, Decimal(100), Decimal(100), 1, END), None, ON)
    assert (full.pace, full.needed, full.why) == (None, None, "kept")


def test_where_most_are_silent_the_others_are_no_measure() -> None:
    cases = [Case(500, True, MARKS)] * 12
    found = outlook(PROMISE, [], Cases(cases, silent=13), ON)
    assert (found.likelihood, found.like, found.why) == (None, (), "mostly silent")
    assert not Cases(cases, silent=12).mostly_silent


@pytest.mark.parametrize(
    ("ended", "word"),
    [(0, "very unlikely"), (8, "unlikely"), (20, "even"), (30, "likely"), (40, "very likely")],
)
def test_words_for_a_likelihood(ended: int, word: str) -> None:
    assert in_words(share(ended, 40)) == word


def test_all_that_are_due_in_a_year() -> None:
    promises = [PROMISE] * 8 + [PROMISE._replace(over="kept"), PROMISE._replace(over="ended")]
    found = total(2026, promises, CASES, ON, ALIKE)
    assert (found.pledges, found.kept, found.over, found.asked, found.unsaid) == (10, 1, 1, 8, 0)
    assert found.more is not None
    assert 0 <= found.more.low <= found.more.middle <= found.more.high <= 8
    nothing = total(2026, promises, Cases([]), ON, ALIKE)
    assert (nothing.asked, nothing.unsaid, nothing.more) == (0, 8, None)
