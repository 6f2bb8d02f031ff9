"""spec/matching.jsonl: forty results in four languages against fifteen open pledges."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.fold import fold
from zakuro.ledger.matching import Match, best_match
from zakuro.ledger.opening import open_pledge
from zakuro.model import vocabulary
from zakuro.model.acts import body_of
from zakuro.model.entry import Author, Entry
from zakuro.model.statement import Statement

SPEC = Path(__file__).parents[2] / "spec" / "matching.jsonl"
LINES: list[dict[str, Any]] = [
    msgspec.json.decode(line) for line in SPEC.read_text("utf-8").splitlines()
]
RESULTS = [line for line in LINES if "result" in line]
GROUPS = vocabulary.groups()


def statement(line: dict[str, Any]) -> Statement:
    """The statement of a line; its words are the whole text."""
    text = line["text"]
    words = {"start": 0, "end": len(text), "exact": text}
    fields = dict(line["statement"])
    fields["quantities"] = [words | quantity for quantity in fields.get("quantities", [])]
    if "period" in fields:
        fields["period"] = words | fields["period"]
    return msgspec.convert({"id": "s1", "document": "0" * 64, **words, **fields}, Statement)


def accounts() -> list[PledgeAccount]:
    found = []
    for number, line in enumerate((line for line in LINES if "pledge" in line), start=1):
        said_on = date.fromisoformat(line["said_on"])
        pledge = open_pledge(statement(line), f"D-{number}:s1", groups=GROUPS, said_on=said_on)
        entry = Entry(
            number=number,
            time=datetime(2025, 12, 31, tzinfo=UTC),
            kind="pledge",
            subject=line["pledge"],
            author=Author(filed_by="anna"),
            body=body_of(pledge),
        )
        account = fold([entry])
        assert account is not None
        found.append(account)
    return found


PLEDGES = accounts()


def match(line: dict[str, Any]) -> Match | None:
    published = date.fromisoformat(line["published"])
    return best_match(statement(line), PLEDGES, GROUPS, published)


def test_the_set_is_as_asked_for() -> None:
    assert (len(PLEDGES), len(RESULTS)) == (15, 40)
    assert {line["language"] for line in RESULTS} == {"ja", "en", "zh", "ru"}
    assert sum(line["want"] is None for line in RESULTS) >= 12


def test_precision_and_recall_of_the_whole_set() -> None:
    offered = {line["result"]: found for line in RESULTS if (found := match(line)) is not None}
    wanted = {line["result"]: line["want"] for line in RESULTS if line["want"] is not None}
    right = sum(offered[name].pledge == wanted.get(name) for name in offered)
    assert right / len(offered) >= 0.95
    assert right / len(wanted) >= 0.8


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
    assert found.why == ("giver CHN", "receiver KAZ", "grant", "400000000 CNY", "within 2025")


def test_another_currency_needs_a_rate() -> None:
    found = of("r35")
    assert (found.unit, found.needs_rate) == ("USD", True)


def test_only_results_are_held_against_pledges() -> None:
    line = RESULTS[0]
    called = msgspec.structs.replace(statement(line), kind="call")
    assert best_match(called, PLEDGES, GROUPS, date(2025, 11, 2)) is None
