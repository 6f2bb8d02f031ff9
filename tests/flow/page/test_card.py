from decimal import Decimal

import pytest

from zakuro.flow.page.card import card, quantity_words
from zakuro.model.statement import Name, Quantity, Statement


def quantity(unit: str, **more: object) -> Quantity:
    return Quantity(**{"start": 0, "end": 1, "exact": "x", "unit": unit, "bound": "exact", **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (quantity("CNY", value=Decimal("1.5e9")), "CNY 1.5 billion"),
        (quantity("USD", value=Decimal("208000000"), bound="about"), "about USD 208 million"),
        (
            quantity("{person}", value=Decimal(1200000), bound="more-than"),
            "more than 1.2 million people",
        ),
        (quantity("%", value=Decimal("3.50"), change="increase"), "▲ 3.5 %"),
        (quantity("[pp]", low=Decimal(3), high=Decimal(5)), "3 pp – 5 pp"),
        (quantity("USD/a", value=Decimal(10), bound="at-least"), "at least USD 10 a year"),
        (quantity("km", value=Decimal(523)), "523 km"),
    ],
)
def test_quantities_are_written_as_people_write_them(given: Quantity, shown: str) -> None:
    assert quantity_words(given) == shown


def test_a_card_speaks_the_language_of_the_page() -> None:
    said = Statement(
        id="s1",
        document="00",
        kind="pledge",
        start=0,
        end=2,
        exact="ab",
        givers=("CHN",),
        receivers=("KAZ",),
        strength="commits",
        topics=("trade facilitation",),
        quantities=(quantity("CNY", value=Decimal("1.5e9"), bound="at-least"),),
    )
    russian = card(said, "ru")
    for words in ("Китай", "Казахстан", "Упрощение торговли", "1,5 миллиарда"):
        assert words in russian, words
    assert "Giver" not in russian
    assert "给予方" in card(said, "zh")


def test_a_card_shows_only_what_is_known() -> None:
    bare = Statement(id="s7", document="00", kind="context", start=3, end=5, exact="ab")
    assert "giver" not in card(bare)
    assert "Why" not in card(bare)
    assert "3–5" in card(bare)
    full = Statement(
        id="s8",
        document="00",
        kind="pledge",
        start=0,
        end=2,
        exact="ab",
        about=(Name(name="the <railway>", start=0, end=1),),
        topics=("trade",),
        number=2,
        heading=("Five proposals", "Trade & energy"),
        quoted=True,
        repeats="s7",
    )
    for words in ("the &lt;railway&gt;", "Trade &amp; energy", "repeats s7", "own words"):
        assert words in card(full)
