"""Writes values in every way that a pack knows: the other direction of reading them.

Everything is drawn from the pack's own [numbers], so that a new pack is tested without new code.
"""

from __future__ import annotations

import os
from decimal import Decimal
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from zakuro.languages.inflect import forms
from zakuro.languages.load import Pack

DRAWS = int(os.environ.get("ZAKURO_DRAWS", "2000"))
"""How many values each law draws; the nightly run sets 100000."""

_WIDE = str.maketrans("0123456789.,-%", "０１２３４５６７８９．，－％")


def first_forms(pack: Pack, words: list[Any]) -> list[str]:
    """The first form of each word: the one that follows a number one to ninety-nine."""
    return [next(form for form, _ in forms(pack, word)) for word in words]


class Writer:
    """The numerals of a pack, sorted for writing."""

    def __init__(self, pack: Pack) -> None:
        self.plain = frozenset(pack.section("plain").get("words", ()))
        numbers = pack.section("numbers")
        self.pack = pack
        self.gap = " " if pack.spaced else ""
        self.ones: dict[int, list[str]] = {}
        for value, characters in numbers.get("digits", {}).items():
            self.ones.setdefault(int(value), []).extend(characters)
        for value, words in numbers["words"].items():
            self.ones.setdefault(int(value), []).extend(first_forms(pack, words))
        scales = {int(v): first_forms(pack, words) for v, words in numbers["scales"].items()}
        self.scales = {v: words for v, words in scales.items() if set(str(v)[1:]) <= {"0"}}
        self.bare = set(numbers.get("bare", ()))
        self.filler = numbers["digits"]["0"] if numbers.get("short_last") else ""
        self.pairs: bool = numbers.get("pairs", False)
        self.digits = {v: list(c) for v, c in numbers.get("digits", {}).items()}
        self.points: list[str] = numbers["point"]
        self.grouping: list[str] = numbers["grouping"]
        self.negative = ["-", *(word + self.gap for word in numbers["negative"])]


@st.composite
def in_words(draw: st.DrawFn, writer: Writer, value: int) -> str:
    """A value in numeral words."""
    if value in writer.ones and (value < 10 or draw(st.booleans()) or 10 not in writer.scales):
        return draw(st.sampled_from(writer.ones[value]))
    least = 11 if 10 in writer.scales else 10
    tens = [each for each in writer.ones if least <= each <= value < min(100, each + 10)]
    if tens:
        ten = max(tens)
        hyphen = "-" if writer.pack.spaced else ""
        tail = hyphen + draw(in_words(writer, value - ten)) if value > ten else ""
        return writer.ones[ten][0] + tail
    scale = max(each for each in writer.scales if each <= value)
    word = draw(st.sampled_from(writer.scales[scale]))
    head, rest = divmod(value, scale)
    bare = head == 1 and word in writer.bare and (value < 20 or draw(st.booleans()))
    written = word if bare else draw(in_words(writer, head)) + writer.gap + word
    if writer.filler and 0 < rest < scale // 10:
        written += draw(st.sampled_from(writer.filler))
    return written + writer.gap + draw(in_words(writer, rest)) if rest else written


@st.composite
def in_figures(draw: st.DrawFn, writer: Writer, value: Decimal) -> str:
    """A value in figures, grouped or not, half or full width."""
    whole, _, decimals = str(abs(value)).partition(".")
    mark = draw(st.sampled_from(["", *writer.grouping]))
    if mark and len(whole) > 3:
        head = len(whole) % 3
        parts = [whole[:head]] if head else []
        whole = mark.join(parts + [whole[i : i + 3] for i in range(head, len(whole), 3)])
    point = draw(st.sampled_from([each for each in writer.points if each != mark]))
    written = whole + (point + decimals if decimals else "")
    return written.translate(_WIDE) if draw(st.booleans()) and " " not in written else written


@st.composite
def by_position(draw: st.DrawFn, writer: Writer, value: int) -> str:
    """A value in numeral characters read by position, where the pack has them; else in figures."""
    if not writer.digits:
        return str(value)
    if writer.pairs and 10 < value < 100 and value // 10 == value % 10 - 1:
        return draw(in_words(writer, value))  # two digits in a row are two numbers there
    return "".join(draw(st.sampled_from(writer.digits[digit])) for digit in str(value))


@st.composite
def numbers(draw: st.DrawFn, writer: Writer) -> tuple[str, Decimal]:
    """A number as it may be written, and what it says."""
    way = draw(st.sampled_from(["words", "figures", "decimal", "scaled", "position"]))
    if way == "decimal":
        value = draw(st.decimals(0, 10**9, places=draw(st.integers(1, 3))))
        written = draw(in_figures(writer, value))
    elif way == "scaled":
        value = draw(st.decimals("0.1", 999, places=1))
        scale = draw(st.sampled_from(sorted(each for each in writer.scales if each >= 1000)))
        word = draw(st.sampled_from(writer.scales[scale]))
        written, value = f"{value}{writer.gap}{word}", value * scale
    else:
        value = Decimal(draw(st.integers(0, 10**12) | st.integers(0, 9999)))
        if way == "figures":
            written = draw(in_figures(writer, value))
        elif way == "position":
            written = draw(by_position(writer, int(value)))
        else:
            written = draw(in_words(writer, int(value)))
    # What the pack calls a plain word (two by two, the First of August) is no number by its word.
    assume(written not in writer.plain)
    sign = draw(st.sampled_from(["", "", *writer.negative]))
    return sign + written, -value if sign else value
