from __future__ import annotations

from decimal import Decimal

import pytest

from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.mentions import find
from zakuro.read.mentions.quantities.ranges import ranges


@pytest.mark.parametrize(
    ("code", "text", "low", "high", "kind", "unit"),
    [
        ("en", "30–50 %", "30", "50", "percent", "%"),
        ("en", "20 to 25 million people", "20000000", "25000000", "count", "{person}"),
        ("en", "$5-7 billion", "5000000000", "7000000000", "money", "USD"),
        ("en", "between 5 and 10 km", "5", "10", "dimension", "km"),
        ("en", "from 200 to 3 million", "200", "3000000", "range", None),
        ("en", "5k-20k", "5000", "20000", "range", None),
        ("en", "between the tenth and the fifteenth", "10", "15", "range", None),
        ("ja", "5、6カ国", "5", "6", "count", "{country}"),
        ("ja", "2〜3億円", "200000000", "300000000", "money", "JPY"),
        ("ja", "10から15万人", "100000", "150000", "count", "{person}"),
        ("ja", "リンゴは20-100個", "20", "100", "count", "{apple}"),
        ("ja", "20より大きく35以下", "20", "35", "range", None),
        ("en", "above 1,000 and below 1,500", "1000", "1500", "range", None),
        ("en", "at most 100 and at least 20 apples", "20", "100", "count", "{apple}"),
    ],
)
def test_two_ends_make_one_range(
    code: str, text: str, low: str, high: str, kind: str, unit: str | None
) -> None:
    (raw,) = find(Folded(text), load(code))
    assert (raw.low, raw.high, raw.value) == (Decimal(low), Decimal(high), None)
    assert (raw.type, raw.unit, raw.bound) == (kind, unit, "exact")
    assert len(raw.inner) == 2


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "5 km to 3 people"),
        ("en", "9 to 3"),
        ("en", "5, 7 countries"),
        ("en", "above 40 and above 50"),
        ("ja", "300と200"),
    ],
)
def test_what_has_no_two_ends_stays_apart(code: str, text: str) -> None:
    found = find(Folded(text), load(code))
    assert len(found) == 2
    assert all(raw.low is None for raw in found)


def test_the_words_of_a_sum_come_from_the_pack() -> None:
    assert {"", " ", "と"} <= ranges(load("ja")).sums
    assert " and " in ranges(load("en")).sums
