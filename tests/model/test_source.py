from decimal import Decimal

import msgspec
import pytest

from zakuro.model.source import Rate, Source


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
