"""Every unit word of every pack is read, with its code, its factor and its side."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zakuro.languages.load import Pack, codes, load
from zakuro.model.errors import ZakuroError
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.mentions import find
from zakuro.read.mentions.quantities.units import units


@pytest.mark.parametrize("code", codes())
def test_every_unit_word_after_a_number_gives_its_unit(code: str) -> None:
    pack = load(code)
    lexicon = units(pack).after
    misread = []
    for word in lexicon:
        unit = lexicon.get(word)
        assert unit is not None
        written = word.upper() if unit.capitals else word
        (raw, *_) = [*find(Folded(f"37 {written}"), pack), None]
        read = raw and (raw.type, raw.unit, raw.value)
        if read != (unit.type, unit.code, 37 * unit.factor_of(Decimal(37))):
            misread.append((word, unit.code, read))
    assert misread == []


@pytest.mark.parametrize("code", codes())
def test_every_unit_word_before_a_number_gives_its_unit(code: str) -> None:
    pack = load(code)
    lexicon = units(pack).before
    goals = pack.section("plain")["before"]
    misread = []
    for word in set(lexicon) - set(goals):
        unit = lexicon.get(word)
        assert unit is not None
        written = word.upper() if unit.capitals else word
        (raw, *_) = [*find(Folded(f"{written} 37"), pack), None]
        read = raw and (raw.type, raw.unit, raw.value)
        if read != (unit.type, unit.code, 37 * unit.factor_of(Decimal(37))):
            misread.append((word, unit.code, read))
    assert misread == []


def test_the_names_of_currencies_come_from_cldr() -> None:
    assert units(load("en")).after.get("kazakhstani tenge") is not None
    assert units(load("ja")).after.get("カザフスタン テンゲ") is not None


def test_the_last_word_stands_for_a_name_that_no_other_currency_has() -> None:
    after = units(load("en")).after
    kina, dinar = after.get("kina"), after.get("dinar")
    assert kina is not None
    assert (kina.code, kina.shared) == ("PGK", ())
    assert dinar is not None
    assert "TND" in dinar.shared


def test_a_code_that_is_also_a_word_counts_in_capitals_only() -> None:
    pack = load("en")
    assert [raw.type for raw in find(Folded("ALL 70 were paid"), pack)] == ["money"]
    assert [raw.type for raw in find(Folded("All 70 were paid"), pack)] == ["number"]


def test_parts_of_a_unit_know_their_wholes() -> None:
    held = units(load("ja"))
    assert held.parts["CNY"].get("角") == Decimal("0.1")
    assert held.wholes["CNY"].get("元") is True


def test_an_unknown_language_has_no_units() -> None:
    with pytest.raises(ZakuroError, match="no language pack"):
        units(load("xx"))


def test_a_unit_that_the_vocabulary_lacks_is_an_error_of_the_pack() -> None:
    rules = {
        "code": "en",
        "writing": {"spaced": True},
        "nouns": {"words": {"nurses": ["nurse"]}},
    }
    with pytest.raises(ZakuroError, match=r"en.toml: \[nouns.words\] has 'nurses'.*'nurse'"):
        units(Pack(rules))
