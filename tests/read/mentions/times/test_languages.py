"""The format of times holds other builds of language: cases, prepositions, suffixes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.numbers.numerals import Number
from zakuro.read.mentions.times.grammar import find_times

SAID = date(2025, 6, 17)

RUSSIAN: dict[str, Any] = {
    "code": "ru",
    "writing": {"spaced": True},
    "inflection": {
        "god": [{"lemma": "", "singular": ["", "а", "у", "е", "ом"]}],
    },
    "times": {
        "weak": ["from", "to", "within", "edge", "limit", "window"],
        "words": {
            "year-word": ["год:god", "лет"],
            "unit": {"year": ["год:god", "лет", "годы"]},
            "edge": {"end": ["концу", "конца", "конце"]},
            "limit": {"by": ["к", "до"], "since": ["с"]},
            "from": ["с"],
            "to": ["по", "до"],
            "within": ["в течение"],
            "window": {"1": ["ближайшие"]},
        },
        "layers": [
            {
                "shapes": [
                    "point: year year-word?",
                    "length: count unit",
                ]
            },
            {
                "shapes": [
                    "point: day month a-year?",
                    "point: month a-year",
                    "window: within|window a-length",
                ]
            },
            {"shapes": ["point: edge a-time", "between: from a-time to a-time"]},
            {"shapes": ["limit: limit a-time"]},
        ],
    },
}
KAZAKH: dict[str, Any] = {
    "code": "kk",
    "writing": {"spaced": True},
    "inflection": {"zhyl": [{"lemma": "", "any": ["", "ға", "дан", "дың", "ы"]}]},
    "times": {
        "weak": ["limit", "edge"],
        "words": {
            "year-word": ["жыл:zhyl"],
            "limit": {"by": ["дейін"], "since": ["бастап"]},
            "edge": {"end": ["соңына"]},
        },
        "layers": [
            {"shapes": ["point: year year-word"]},
            {"shapes": ["point: a-year edge", "point: a-year day month"]},
            {"shapes": ["limit: a-time limit"]},
        ],
    },
}
UZBEK: dict[str, Any] = {
    "code": "uz",
    "writing": {"spaced": True},
    "times": {
        "weak": ["limit", "hyphen"],
        "suffixes": ["gacha", "dan"],
        "words": {
            "year-word": ["yil"],
            "hyphen": ["-"],
            "limit": {"by": ["gacha"], "since": ["dan"]},
        },
        "layers": [
            {"shapes": ["point: year hyphen? year-word"]},
            {"shapes": ["point: a-year day hyphen? month"]},
            {"shapes": ["limit: a-time limit"]},
        ],
    },
}


def read(data: dict[str, Any], text: str, *numbers: Number) -> list[tuple[str, str | None]]:
    folded = Folded(text)
    found = find_times(folded, Pack(data), SAID, list(numbers))
    return [(folded.exact(raw.start, raw.end), raw.edtf or raw.duration) for raw in found]


@pytest.mark.parametrize(
    ("text", "exact", "edtf"),
    [
        ("Это будет сделано к концу 2030 года.", "к концу 2030 года", "../2030"),
        ("С 2013 по 2023 год торговля росла.", "С 2013 по 2023 год", "2013/2023"),
        ("Встреча прошла 17 июня 2025 года.", "17 июня 2025 года", "2025-06-17"),
        ("В течение 2 лет будет.", "В течение 2 лет", "2025-06-17/2027-06-17"),
        ("Ближайшие 5 лет.", "Ближайшие 5 лет", "2025-06-17/2030-06-17"),
        ("с 2013 года", "с 2013 года", "2013/.."),
    ],
)
def test_prepositions_and_cases(text: str, exact: str, edtf: str) -> None:
    assert read(RUSSIAN, text) == [(exact, edtf)]


def test_numerals_in_words_and_cases() -> None:
    two = Number(10, 14, Decimal(2), words=True)
    assert read(RUSSIAN, "в течение двух лет", two) == [
        ("в течение двух лет", "2025-06-17/2027-06-17")
    ]


@pytest.mark.parametrize(
    ("text", "exact", "edtf"),
    [
        ("Бұл 2030 жылға дейін жасалады.", "2030 жылға дейін", "../2030"),
        ("2013 жылдан бастап", "2013 жылдан бастап", "2013/.."),
        ("2025 жылы 17 маусым", "2025 жылы 17 маусым", "2025-06-17"),
        ("2026 жылдың соңына дейін", "2026 жылдың соңына дейін", "../2026"),
    ],
)
def test_postpositions(text: str, exact: str, edtf: str) -> None:
    assert read(KAZAKH, text) == [(exact, edtf)]


@pytest.mark.parametrize(
    ("text", "exact", "edtf"),
    [
        ("2030-yilgacha quriladi", "2030-yilgacha", "../2030"),
        ("2013-yildan", "2013-yildan", "2013/.."),
        ("2025-yil 17-iyun kuni", "2025-yil 17-iyun", "2025-06-17"),
    ],
)
def test_suffixes_without_a_space(text: str, exact: str, edtf: str) -> None:
    assert read(UZBEK, text) == [(exact, edtf)]
