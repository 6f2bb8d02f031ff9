"""Endings that follow the last vowel and the last sound of their word."""

from __future__ import annotations

from typing import Any

import pytest

from zakuro.languages.harmony import Harmony, harmony
from zakuro.languages.inflect import forms
from zakuro.languages.load import Pack, load
from zakuro.model.errors import ZakuroError

RULES: dict[str, Any] = {
    "vowels": {"back": "ao", "front": "ei"},
    "sounds": {"hard": "kst"},
    "silent": "h",
    "letters": {
        "G": [
            ("back", "hard", "q"),
            ("front", "hard", "k"),
            ("back", "", "ğ"),
            ("front", "", "g"),
        ],
        "A": [("back", "", "a"), ("front", "", "e")],
    },
}


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("kol", ["kolğa"]),
        ("kos", ["kosqa"]),
        ("til", ["tilge"]),
        ("tis", ["tiske"]),
        ("tish", ["tishke"]),
        ("atil", ["atilge"]),
        ("ural uik", ["ural uikke"]),
        ("brs", ["brsqa", "brske"]),
    ],
)
def test_an_ending_follows_vowel_and_sound(stem: str, expected: list[str]) -> None:
    assert list(Harmony(RULES).joined(stem, "GA")) == expected


def test_behind_a_sign_every_shape_stands() -> None:
    assert list(Harmony(RULES).joined("7", "-GA")) == ["7-qa", "7-ğa", "7-ke", "7-ge"]  # fmt: skip


def test_letters_that_do_not_vary_stay() -> None:
    assert list(Harmony(RULES).joined("kol", "dan")) == ["koldan"]


def test_a_class_that_is_none_is_told() -> None:
    rules = RULES | {"letters": {"G": [("middle", "", "g")]}}
    pack = Pack({"code": "xx", "writing": {"spaced": True}, "harmony": rules})
    with pytest.raises(ZakuroError, match="'G' names 'middle'"):
        harmony(pack)


def test_a_pack_without_harmony_has_none() -> None:
    assert harmony(Pack({"code": "xx", "writing": {"spaced": True}})) is None


@pytest.mark.parametrize(
    ("word", "dative", "ablative", "genitive"),
    [
        ("Қазақстан:name", "Қазақстанға", "Қазақстаннан", "Қазақстанның"),
        ("Катар:name", "Катарға", "Катардан", "Катардың"),
        ("Ирак:name", "Иракқа", "Ирактан", "Ирактың"),
        ("Египет:name", "Египетке", "Египеттен", "Египеттің"),
        ("Ресей:name", "Ресейге", "Ресейден", "Ресейдің"),
        ("Израиль:name", "Израильге", "Израильден", "Израильдің"),
        ("Чад:name", "Чадқа", "Чадтан", "Чадтың"),
        ("Сауд Арабиясы:name", "Сауд Арабиясына", "Сауд Арабиясынан", "Сауд Арабиясының"),
    ],
)  # fmt: skip
def test_kazakh_names_decline(word: str, dative: str, ablative: str, genitive: str) -> None:
    declined = {feature: form for form, feature in forms(load("kk"), word)}
    assert declined["dative"] == dative
    assert declined["ablative"] == ablative
    assert declined["genitive"] == genitive
