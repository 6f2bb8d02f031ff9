"""Atoms: words with their bounds, numbers with their classes, breaks between them."""

from __future__ import annotations

from typing import Any

from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.times.atoms import Lexicon
from zakuro.read.mentions.times.shapes import BREAK, Signs


def lexicon(spaced: bool = True, **times: Any) -> Lexicon:
    return Lexicon(
        Pack({"code": "en", "writing": {"spaced": spaced}, "times": times}),
        Signs(),
    )


def found(text: str, spaced: bool = True, **times: Any) -> list[str]:
    folded = Folded(text)
    atoms = lexicon(spaced, **times).atoms(folded, [])
    named = ["|" if a.sign == BREAK else folded.text[a.start : a.end] for a in atoms]
    assert named[-1:] in ([], ["|"]), "every chain ends with a break"
    return named[:-1]


def test_words_end_where_words_end() -> None:
    words = {"shift": {"day+0": ["today"]}}
    assert found("Today, todays", words=words) == ["today"]
    assert found("xtoday", words=words) == []


def test_a_suffix_may_stand_at_a_word_or_a_number() -> None:
    words = {"unit-year": {"year": ["yil"]}, "limit": {"by": ["gacha"]}}
    assert found("2030-yilgacha", words=words, suffixes=["gacha"]) == ["2030", "|", "yil", "gacha"]
    assert found("yilgacha", words=words) == []


def test_months_and_weekdays_are_those_of_the_calendar() -> None:
    assert found("June", words={}) == ["june"]
    values = lexicon(words={}).words("monday", 0, 6)[0].values
    assert values["weekday"] == 1


def test_weak_words_are_taken_only_beside_strong_ones() -> None:
    words = {"of": ["of"], "shift": {"day+0": ["today"]}}
    assert found("of 5 men", words=words, weak=["of"]) == []
    assert found("5 of today", words=words, weak=["of"]) == ["5", "of", "today"]
    assert found("5 of 6 men. Not of today", words=words, weak=["of"]) == ["of", "today"]


def test_a_doubtful_word_is_not_sure() -> None:
    atom = lexicon(words={}, doubtful=["may"]).words("may", 0, 3)[0]
    assert "month" in atom.values
    assert "month!" not in atom.values


def test_lines_that_are_apart_are_not_joined() -> None:
    assert found("June\n2025", words={}) == ["june", "2025"]
    assert found("June\n\n2025", words={}) == ["june", "|", "2025"]


def test_a_number_has_the_classes_that_its_value_allows() -> None:
    def classes(text: str) -> set[str]:
        return set(lexicon(words={}).atoms(Folded(f"June {text}"), [])[1].values)

    assert {"day", "month#", "era-year", "count"} <= classes("7")
    assert "month#" not in classes("17")
    assert "year" in classes("2025")
    assert "year" not in classes("0025")
