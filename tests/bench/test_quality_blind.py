"""The measure of blind texts counts what is right, and nothing else."""

from __future__ import annotations

from bench.quality_blind import BLIND, PUBLISHED, is_right
from bench.quality_spec import facts

TEXT = "Japan will provide Kenya with USD 5 million in 2026."
PLEDGE = {
    "kind": "pledge",
    "exact": TEXT[:-1],
    "givers": ["JPN"],
    "receivers": ["KEN"],
    "quantities": [{"value": "5000000", "unit": "USD", "bound": "exact"}],
    "period": "2026",
}


def test_a_text_is_right_when_all_that_was_told_is_read() -> None:
    assert is_right({"text": TEXT, "expect": [PLEDGE]}, "en")


def test_a_wrong_field_or_another_pledge_makes_it_wrong() -> None:
    for field, value in (("givers", ["KEN"]), ("period", "2027"), ("kind", "result")):
        assert not is_right({"text": TEXT, "expect": [{**PLEDGE, field: value}]}, "en")
    assert not is_right({"text": TEXT, "expect": []}, "en")


def test_every_digest_has_its_day_and_every_quote_its_place() -> None:
    digests = {name.split(".")[0] for name in facts(BLIND)}
    assert digests == PUBLISHED.keys()
