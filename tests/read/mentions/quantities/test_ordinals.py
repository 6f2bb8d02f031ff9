from __future__ import annotations

from decimal import Decimal

import pytest

from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.mentions import find
from zakuro.read.mentions.quantities.ordinals import ordinals


@pytest.mark.parametrize(
    ("code", "text", "exact", "value"),
    [
        ("en", "the 21st meeting", "21st", 21),
        ("en", "the twenty-first meeting", "twenty-first", 21),
        ("en", "the three trillionth time", "three trillionth", 3_000_000_000_000),
        ("ja", "第2回サミット", "第2回", 2),
        ("ja", "第三に", "第三", 3),
        ("ja", "三十番目の席", "三十番目", 30),
    ],
)
def test_an_ordinal_is_told_by_its_form_or_its_marks(
    code: str, text: str, exact: str, value: int
) -> None:
    folded = Folded(text)
    (raw,) = find(folded, load(code))
    assert (raw.type, folded.exact(raw.start, raw.end)) == ("ordinal", exact)
    assert (raw.value, raw.unit, raw.bound) == (Decimal(value), None, "exact")


@pytest.mark.parametrize(
    ("code", "text", "exact", "place"),
    [
        ("en", "the third from last", "third from last", "end-2"),
        ("ja", "最後から二番目", "最後から二番目", "end-1"),
    ],
)
def test_an_ordinal_counted_from_the_end_has_a_place_and_no_value(
    code: str, text: str, exact: str, place: str
) -> None:
    folded = Folded(text)
    (raw,) = find(folded, load(code))
    assert (folded.exact(raw.start, raw.end), raw.code, raw.value) == (exact, place, None)


def test_a_fifth_of_something_is_a_fraction() -> None:
    (raw,) = find(Folded("a fifth of it"), load("en"))
    assert (raw.type, raw.value) == ("number", Decimal("0.2"))


def test_words_for_a_place_in_a_row_are_whole_words() -> None:
    folded = Folded("Next to last, lasting, the current one")
    found = list(ordinals(load("en")).relative(folded))
    assert [(folded.exact(raw.start, raw.end), raw.code) for raw in found] == [
        ("Next to last", "end-1"),
        ("current one", "current+0"),
    ]
