"""spec/matching.jsonl: forty results in four languages against fifteen open pledges."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import msgspec
import pytest

from bench.quality_books import MATCHING, account_of, matching, statement_of
from zakuro.ledger.matching import Match, best_match
from zakuro.model import vocabulary

LINES: list[dict[str, Any]] = [
    msgspec.json.decode(line) for line in MATCHING.read_text("utf-8").splitlines()
]
RESULTS = [line for line in LINES if "result" in line]
GROUPS = vocabulary.groups()


PLEDGES = [account_of(line) for line in LINES if "pledge" in line]


def match(line: dict[str, Any]) -> Match | None:
    published = date.fromisoformat(line["published"])
    return best_match(statement_of(line), PLEDGES, GROUPS, published)


def test_the_set_is_as_asked_for() -> None:
    assert (len(PLEDGES), len(RESULTS)) == (15, 40)
    assert {line["language"] for line in RESULTS} == {"ja", "en", "zh", "ru"}
    assert sum(line["want"] is None for line in RESULTS) >= 12


def test_precision_and_recall_of_the_whole_set() -> None:
    found = matching()
    assert found.right / found.offered >= 0.95
    assert found.right / found.wanted >= 0.8


@pytest.mark.parametrize("line", RESULTS, ids=lambda line: line["result"])
def test_each_result_meets_its_pledge_or_none(line: dict[str, Any]) -> None:
    found = match(line)
    assert (None if found is None else found.pledge) == line["want"], (line, found)


def of(name: str) -> Match:
    (line,) = [line for line in RESULTS if line["result"] == name]
    found = match(line)
    assert found is not None
    return found


def test_whose_word_decides_what_a_result_can_be() -> None:
    assert (of("r1").role, of("r1").party, of("r1").receiver) == ("report", "CHN", "KAZ")
    assert (of("r11").role, of("r11").party) == ("confirmation", "KAZ")
    assert (of("r25").role, of("r25").party) == ("evidence", None)


def test_a_match_says_what_agrees_and_how_much_it_is() -> None:
    found = of("r1")
    assert (found.unit, str(found.value), found.needs_rate) == ("CNY", "400000000", False)
    assert found.why == ("giver CHN", "receiver KAZ", "grant", "400,000,000 CNY", "within 2025")


def test_another_currency_needs_a_rate() -> None:
    found = of("r35")
    assert (found.unit, found.needs_rate) == ("USD", True)


def test_only_results_are_held_against_pledges() -> None:
    line = RESULTS[0]
    called = msgspec.structs.replace(statement_of(line), kind="call")
    assert best_match(called, PLEDGES, GROUPS, date(2025, 11, 2)) is None


def test_of_two_pledges_that_fit_alike_neither_is_offered() -> None:
    line = next(line for line in RESULTS if line["want"] is not None and match(line) is not None)
    found = match(line)
    assert found is not None
    said, published = statement_of(line), date.fromisoformat(line["published"])
    (account,) = [one for one in PLEDGES if one.subject == found.pledge]
    assert best_match(said, [account], GROUPS, published) == found
    assert best_match(said, [account, account], GROUPS, published) is None
    weaker = copy.copy(account)
    weaker.pledge = msgspec.structs.replace(account.pledge, object=None, topics=())
    weak = best_match(said, [weaker], GROUPS, published)
    assert weak is not None
    assert weak.weight < found.weight
    assert best_match(said, [weaker, account], GROUPS, published) == found
