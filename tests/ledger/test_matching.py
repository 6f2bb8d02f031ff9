"""spec/matching.jsonl: forty results in four languages against fifteen open pledges."""

from __future__ import annotations

import copy
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from bench.quality_books import MATCHING, account_of, matching, statement_of
from tests.ledger.builder import Paper, pledge
from zakuro.ledger.matching import ENOUGH, Match, best_match, weigh
from zakuro.model import vocabulary
from zakuro.model.acts import Measure, Term
from zakuro.model.statement import Statement

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


GRANT = Paper(
    pledge(
        Measure(unit="CNY", value=Decimal(1000), rule="stated"),
        receivers=("KAZ",),
        term=Term(start_date=date(2026, 1, 1), end_date=date(2027, 1, 1), edtf="2026"),
    )
).account
DONE = date(2026, 11, 2)


def result(**fields: Any) -> Statement:
    """A result with nothing but what is said of it."""
    words = {"start": 0, "end": 4, "exact": "done"}
    for name in ("quantities", "period"):
        if isinstance(fields.get(name), dict):
            fields[name] = words | fields[name]
    if "quantities" in fields:
        fields["quantities"] = [fields["quantities"]]
    said = {"id": "s1", "document": "0" * 64, "kind": "result", "rule": "made", **words}
    return msgspec.convert({**said, **fields}, Statement)


def held(**fields: Any) -> Match | None:
    return weigh(result(**fields), GRANT, GROUPS, DONE)


AMOUNT = {"value": "1000", "unit": "CNY", "bound": "exact"}


def test_each_sign_has_its_weight() -> None:
    whole = held(givers=["CHN"], receivers=["KAZ"], object="grant", quantities=AMOUNT)
    assert whole is not None
    assert whole.weight == 2 + 2 + 3 + 3 + 1
    least = held(givers=["CHN"], object="grant")
    assert least is not None
    assert least.weight == ENOUGH


def test_nothing_is_matched_without_a_party_or_without_a_thing() -> None:
    assert held(object="grant", quantities=AMOUNT) is None
    assert held(givers=["CHN"], receivers=["KAZ"]) is None


def test_what_happened_between_two_is_of_both_sides() -> None:
    assert held(parties=["CHN", "KAZ"], object="grant") is not None
    assert held(parties=["CHN", "UZB"], object="grant") is None
    assert held(parties=["UZB", "KAZ"], object="grant") is None


def test_what_was_over_before_its_time_began_is_of_something_else() -> None:
    year = {"start_date": "2025-07-01", "end_date": "2026-01-01", "edtf": "2025"}
    assert held(givers=["CHN"], receivers=["KAZ"], object="grant", period=year) is None
    later = {"start_date": "2026-07-01", "end_date": "2026-09-01", "edtf": "2026"}
    assert held(givers=["CHN"], receivers=["KAZ"], object="grant", period=later) is not None


def test_a_figure_of_growth_meets_growth_alone() -> None:
    growth = {**AMOUNT, "change": "increase"}
    found = held(givers=["CHN"], receivers=["KAZ"], object="grant", quantities=growth)
    assert found is not None
    assert found.value is None
    grown = Paper(
        pledge(Measure(unit="CNY", value=Decimal(1000), rule="stated", change="increase"))
    ).account
    said = result(givers=["CHN"], receivers=["KAZ"], object="grant", quantities=growth)
    met = weigh(said, grown, GROUPS, DONE)
    assert met is not None
    assert met.value == 1000
