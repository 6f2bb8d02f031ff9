from __future__ import annotations

from decimal import Decimal

from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.numbers.tokens import tokens


def pieces(code: str, text: str) -> list[tuple[str, str, Decimal]]:
    folded = Folded(text)
    return [
        (folded.exact(token.start, token.end), token.piece, token.value)
        for token in tokens(load(code)).find(folded)
    ]


def test_words_characters_and_figures_are_found_with_what_they_do() -> None:
    assert pieces("en", "2 million and three quarters") == [
        ("2", "figures", Decimal(2)),
        ("million", "scale", Decimal(1_000_000)),
        ("three", "word", Decimal(3)),
        ("quarters", "fraction", Decimal("0.25")),
    ]
    assert pieces("ja", "二〇二五万½") == [
        ("二〇二五", "digits", Decimal(2025)),
        ("万", "scale", Decimal(10_000)),
        ("½", "vulgar", Decimal("0.5")),
    ]


def test_no_word_is_found_inside_another() -> None:
    assert pieces("en", "often someone weighed eighteen tons") == [
        ("eighteen", "word", Decimal(18))
    ]


def test_an_ordinal_in_figures_and_the_parts_of_a_fraction_are_told_apart() -> None:
    ordinal, third, parts = tokens(load("en")).find(Folded("21st third fifths"))
    assert (ordinal.piece, ordinal.figures, ordinal.parts) == ("ordinal", True, False)
    assert (third.piece, third.figures, third.parts) == ("ordinal", False, False)
    assert (parts.piece, parts.parts) == ("ordinal", True)


def test_the_case_of_an_abbreviated_scale_counts() -> None:
    assert [piece for _, piece, _ in pieces("en", "5M and 5m")] == ["figures", "scale", "figures"]
    assert pieces("en", "40k")[1] == ("k", "scale", Decimal(1000))
    assert len(pieces("en", "40km")) == 1


def test_words_that_say_no_number_hide_their_numerals() -> None:
    assert pieces("ja", "一方で唯一") == []
    assert pieces("ja", "百一万一千") != []
    assert pieces("en", "one another") == []


def test_a_number_goes_on_no_further_behind_an_ending() -> None:
    text = "төрт млрд-қа 18 зауыт"
    closing = [token.closes for token in tokens(load("kk")).find(Folded(text))]
    assert closing == [False, True, False]
