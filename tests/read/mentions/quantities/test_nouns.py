from __future__ import annotations

from decimal import Decimal

import pytest

from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.mentions import find
from zakuro.read.mentions.quantities.nouns import nouns


@pytest.mark.parametrize(
    ("text", "exact", "unit"),
    [
        ("3,000 training places were given", "3,000 training places", "{place}"),
        ("five Central Asian countries met", "five Central Asian countries", "{country}"),
        ("20 buses came", "20 buses", "{bus}"),
        ("12 factories opened", "12 factories", "{factory}"),
        ("8 new research centers", "8 new research centers", "{centre}"),
        ("one country agreed", "one country", "{country}"),
        ("a six-nation group", "six-nation", "{country}"),
        ("400 people", "400 people", "{person}"),
        ("ninety fishermen", "ninety fishermen", "{fisherman}"),
        ("five 97-metre ships", "five 97-metre ships", "{ship}"),
        ("six of its engineers", "six of its engineers", "{engineer}"),
    ],
)
def test_a_number_counts_the_plural_noun_behind_it(text: str, exact: str, unit: str) -> None:
    folded = Folded(text)
    (raw,) = find(folded, load("en"))
    assert (raw.type, folded.exact(raw.start, raw.end), raw.unit) == ("count", exact, unit)


@pytest.mark.parametrize("text", ["12 of the reports", "12 were good", "12 percent", "12, reports"])
def test_a_noun_that_is_not_counted_is_left(text: str) -> None:
    (raw,) = find(Folded(text), load("en"))
    assert raw.type != "count"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("6本の木", "{tree}"),
        ("5つの提案", "{proposal}"),
        ("5つの何か", "{item}"),
        ("プラットフォームも13に増えた", "{platform}"),
    ],
)
def test_a_general_counter_takes_its_unit_from_the_noun(text: str, unit: str) -> None:
    (raw,) = find(Folded(text), load("ja"))
    assert (raw.type, raw.unit) == ("count", unit)


def test_a_plural_is_made_singular_by_the_rules_of_the_pack() -> None:
    rules = nouns(load("en"))
    assert [rules.singular(word) for word in ("cities", "boxes", "wives", "by-laws")] == [
        "city",
        "box",
        "wife",
        "law",
    ]


def test_a_scale_and_a_listed_noun_are_found_where_they_stand() -> None:
    rules = nouns(load("en"))
    assert rules.scale("75 usd million", 6) == (14, Decimal(1_000_000))
    assert rules.known("people", 0) == (6, "{person}")
    assert rules.known_before("the people", 10) == "{person}"


@pytest.mark.parametrize(
    ("code", "text", "counts"),
    [
        ("en", "45 toyota cruiser", True),
        ("en", "45 of them", False),
        ("en", "45.", False),
        ("ru", "20 «тойот»", True),
        ("ru", "20 и больше", False),
        ("zh", "300毡房", True),
        ("zh", "300。", False),
        ("ja", "45ユルト", True),
        ("ja", "45を", False),
    ],
)
def test_a_figure_may_count_a_noun_that_nobody_knows(code: str, text: str, counts: bool) -> None:
    end = len(text) - len(text.lstrip("0123456789"))
    assert nouns(load(code)).may_follow(text, 0, end) is counts


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Кения передала Чаду 2000 палаток", ["count"]),
        ("Кения передаст палатки в 2025 году", ["period"]),
        ("В 2025 компании Кении построят мост", ["period"]),
        ("К 2025 вузы откроются", ["period"]),
    ],
)
def test_four_figures_before_a_noun_count_it_where_years_have_a_word(
    text: str, kinds: list[str]
) -> None:
    found = find(Folded(text), load("ru"))
    assert [raw.type for raw in found] == kinds
