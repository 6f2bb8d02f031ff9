from decimal import Decimal

import msgspec
import pytest

from zakuro.model.acts import act_of, body_of, kind_of
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import ZakuroError
from zakuro.model.source import FiledSeries, Point, Publisher, Rate, Source, publisher


def test_words_need_their_place() -> None:
    words = {"document": "D-1", "start": 0, "end": 4, "exact": "word"}
    assert msgspec.convert(words, Source).statement is None
    with pytest.raises(msgspec.ValidationError, match="exact"):
        msgspec.convert({**words, "exact": 3}, Source)


def test_a_rate_names_who_published_it() -> None:
    rate = Rate(unit="USD", value=Decimal(20), rate=Decimal("7.15"), source="PBoC")
    assert msgspec.to_builtins(rate)["source"] == "PBoC"
    with pytest.raises(msgspec.ValidationError, match="source"):
        msgspec.convert({"unit": "USD", "value": "1", "rate": "2"}, Rate)


@pytest.mark.parametrize(
    ("words", "ownership", "state"),
    [
        ("state agency of CHN", "state agency", "CHN"),
        ("government of KAZ", "government", "KAZ"),
        ("opposition of KGZ", "opposition", "KGZ"),
        ("private", "private", None),
        ("private in KAZ", "private", "KAZ"),
        (" unknown ", "unknown", None),
        ("international organisation", "international organisation", None),
    ],
)
def test_an_ownership_in_words(words: str, ownership: str, state: str | None) -> None:
    found = publisher("A paper", words)
    assert (found.name, found.ownership, found.state) == ("A paper", ownership, state)
    assert str(found) == f"A paper ({words.strip()})"


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("A", "state agency", "Say whose"),
        ("A", "royal", "is no ownership"),
        ("A", "", "is no ownership"),
        ("A", "government of XXX", "XXX is no party"),
        ("  ", "private", "needs its name"),
    ],
)
def test_an_ownership_that_is_none(name: str, words: str, said: str) -> None:
    with pytest.raises(ZakuroError, match=said):
        publisher(name, words)


def test_who_is_not_known_is_unknown() -> None:
    assert publisher("A") == Publisher(name="A", ownership="unknown", state=None)


def test_a_filed_series_is_an_act_of_the_journal() -> None:
    filed = FiledSeries(name="trade", sha256="0" * 64, form="csv", points=3)
    draft = Draft(
        kind=kind_of(filed),
        subject="series:trade",
        author=Author(filed_by="anna"),
        body=body_of(filed),
    )
    assert (draft.kind, act_of(draft)) == ("series", filed)


def test_a_point_needs_no_partner() -> None:
    point = Point(indicator="tourists", reporter="KAZ", period="2024", value=Decimal(5), unit="1")
    assert point.partner == ""
