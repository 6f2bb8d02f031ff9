from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.written import DRAWS, Writer, numbers
from zakuro.languages.inflect import forms
from zakuro.languages.load import codes, load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.mentions import find
from zakuro.read.mentions.numbers import numerals
from zakuro.read.mentions.quantities.quantities import quantities

WRITERS = {code: Writer(load(code)) for code in codes()}
KINDS = ("at-least", "at-most", "more-than", "less-than", "about", "exact")


def bound_words(code: str, place: str) -> list[tuple[str, str]]:
    pack = load(code)
    return [
        (form, bound)
        for bound, words in pack.section("bounds")[place].items()
        if bound in KINDS
        for word in words
        for form, _ in forms(pack, word)
    ]


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("place", ["before", "after"])
def test_every_bound_word_gives_its_bound_and_is_in_the_span(code: str, place: str) -> None:
    pack, misread = load(code), []
    for word, bound in bound_words(code, place):
        gap = " " if pack.spaced and word[-1].isalpha() else ""
        text = f"{word}{gap}37%" if place == "before" else f"37%{gap}{word}"
        folded = Folded(text)
        raw = find(folded, pack)[0]
        if (folded.exact(raw.start, raw.end), raw.bound) != (text, bound):
            misread.append((word, bound, folded.exact(raw.start, raw.end), raw.bound))
    assert misread == []


@settings(max_examples=DRAWS)
@given(
    st.sampled_from(codes()).flatmap(lambda c: st.tuples(st.just(c), numbers(WRITERS[c]))),
    st.data(),
)
def test_an_amount_is_read_back_with_its_unit_and_bound(
    drawn: tuple[str, tuple[str, Decimal]], data: st.DataObject
) -> None:
    code, (written, value) = drawn
    pack = load(code)
    word, bound = data.draw(st.sampled_from([("", "exact"), *bound_words(code, "before")]))
    gap = " " if pack.spaced else ""
    text = f"{word}{gap if word else ''}{written}{gap}%"
    folded = Folded(text)
    (raw,) = find(folded, pack)
    assert (raw.type, raw.value, raw.unit) == ("percent", value, "%")
    assert (raw.bound, folded.exact(raw.start, raw.end)) == (bound, text)


@given(st.text("0123456789,.-–% $€円元カ国人以上約からと、 morethanupto", max_size=40))
def test_quantities_never_overlap_and_always_have_a_bound(text: str) -> None:
    for code in codes():
        found = find(Folded(text), load(code))
        assert all(a.end <= b.start for a, b in pairwise(found))
        amounts = [raw for raw in found if raw.type not in ("date", "period", "duration")]
        assert all(raw.bound is not None for raw in amounts)


@pytest.mark.parametrize(
    ("code", "text", "change"),
    [
        ("en", "exports rose by more than 35 %", "increase"),
        ("en", "a 35 % drop", "decrease"),
        ("en", "membership grew to 10 states", "to"),
        ("en", "35 % of exports", None),
        ("ja", "35%の増加", "increase"),
        ("ja", "100組に到達した", "to"),
        ("ja", "35%を占める", None),
    ],
)
def test_a_change_is_told_by_the_words_beside_the_amount(
    code: str, text: str, change: str | None
) -> None:
    (raw,) = find(Folded(text), load(code))
    assert raw.change == change


def test_a_rate_belongs_to_the_span_and_the_unit() -> None:
    folded = Folded("at least $300 million a year")
    (raw,) = find(folded, load("en"))
    assert (raw.unit, folded.exact(raw.start, raw.end)) == ("USD/a", folded.text)


def test_nothing_reaches_over_a_span_that_is_taken() -> None:
    pack, folded = load("ja"), Folded("2年間で3,000人")
    _, people = numerals.find(folded, pack)
    (taken,) = find(Folded("2年間"), pack)
    (amount,) = quantities(pack).find(folded, [people], [taken])
    assert (amount.unit, folded.exact(amount.start, amount.end)) == ("{person}", "3,000人")
