"""Laws of times: a date written in any shape that a pack knows is read back as that date.

``ZAKURO_DRAWS`` sets how many are drawn (2,000 when it is not set; the nightly run sets more).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.read.written import DRAWS, Writer, by_position, in_words
from zakuro.languages.load import Pack, codes, load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.numbers.numerals import find
from zakuro.read.mentions.times.calendar import DAY, add_months, edtf, unit_around
from zakuro.read.mentions.times.grammar import find_times, grammar
from zakuro.read.mentions.times.shapes import Shape, Slot

LANGUAGES = [code for code in codes() if load(code).section("times")]
dates = st.dates(date(1950, 1, 1), date(2049, 12, 31))
many = settings(
    max_examples=DRAWS // 2, deadline=None, suppress_health_check=[HealthCheck.filter_too_much]
)


class Written(NamedTuple):
    """A date in the words of a shape: what stands before and after, and what it tells."""

    before: str
    words: str
    after: str
    tells: frozenset[str]


@cache
def shapes(code: str) -> list[tuple[Shape, list[Shape]]]:
    """Every shape of a point that tells a date by its own slots, with the shapes of a year."""
    years: list[Shape] = []
    found: list[tuple[Shape, list[Shape]]] = []
    for layer in grammar(load(code)).layers:
        for shape in layer.shapes:
            told = [set(slot.classes) & TOLD for slot in shape.slots.values() if not slot.optional]
            if shape.action == "point" and any(told) and _sayable(load(code), shape):
                found.append((shape, list(years)))
                if {name for names in told for name in names} <= {
                    "year",
                    "year-words",
                    "era",
                    "era-year",
                }:
                    years.append(shape)
    return found


YEARS = {"year", "year-words", "era", "era-year"}
DAYS = {"day", "weekday", "weekday!", "weekday-letter"}
TOLD = YEARS | DAYS | {"year2", "month", "month!", "month#"}
NO_WORDS = (
    "a-",
    "nth",
    "count",
    "over-31",
    "century-words",
    "rest-words",
    "year-words",
    "year-glued",
)
CHANGES = {"turn", "toward", "season", "edge", "edge-of", "shift", "anaphor", "around", "place"}
BINDS = CHANGES | {
    "limit",
    "window",
    "from",
    "now",
    "onward",
    "commencing",
    "guard",
    "rolling",
    "then",
}
CHANGES |= {"fiscal", "decade-of", "part", "part-unit", "unit", "units", "unit-week", "day-nth"}
CHANGES |= {"month-day"}


def _sayable(pack: Pack, shape: Shape) -> bool:
    """Whether all slots that must be filled can be written from a date."""
    return all(_choices(slot) for slot in shape.slots.values() if not slot.optional)


def _choices(slot: Slot) -> list[str]:
    return [
        name
        for name in slot.classes
        if name == "a-year" or not (name.startswith(NO_WORDS) or name in CHANGES)
    ]


def _words(pack: Pack, name: str, value: Any) -> list[str]:
    vocabulary = grammar(pack).lexicon.vocabulary
    return [word for word, values in vocabulary.items() if values.get(name, "none") == value]


def _literals(pack: Pack, name: str) -> list[str]:
    """Words of a class that tells nothing, which tell nothing as another class either."""
    vocabulary = grammar(pack).lexicon.vocabulary
    return [
        word for word, values in vocabulary.items() if name in values and not values.keys() & BINDS
    ]


def _era(pack: Pack, day: date) -> tuple[str, int] | None:
    eras = pack.section("times").get("eras", {})
    begun = [(date.fromisoformat(start), name) for name, start in eras.items()]
    held = [(start, name) for start, name in begun if start <= day]
    return (max(held)[1], day.year - max(held)[0].year + 1) if held else None


def _drawn(draw: Any, strategy: st.SearchStrategy[str]) -> str:
    word: str = draw(strategy)
    return word


def _number(draw: Any, pack: Pack, day: date, name: str) -> str | None:
    """A number that a date can tell, in figures of both widths or in words."""
    era = _era(pack, day)
    values = {"year": day.year, "year-words": day.year, "day": day.day, "month#": day.month}
    if name == "year2":
        return f"{day.year % 100:02}"
    value = era[1] if era is not None and name == "era-year" else values.get(name)
    if value is None:
        return None
    writer = _writer(pack)
    if name == "year-words":
        ways = [in_words(writer, value)]
        return _drawn(
            draw, st.one_of(*ways, by_position(writer, value)) if writer.digits else ways[0]
        )
    wide = f"{value}".translate(_WIDE)
    if name == "year":
        return _drawn(draw, st.sampled_from([f"{value}", wide]))
    figures = st.sampled_from([f"{value}", wide])
    return _drawn(draw, st.one_of(figures, in_words(writer, value)) if writer.digits else figures)


_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@cache
def _writer(pack: Pack) -> Writer:
    return Writer(pack)


def _said(draw: Any, pack: Pack, name: str, day: date) -> str | None:
    """A word for one class that a date can tell, or any word of a class that tells nothing."""
    number = _number(draw, pack, day, name)
    if number is not None:
        return number
    era = _era(pack, day)
    if name in ("era", "era-year", "first-year"):
        if era is None or (name == "first-year" and era[1] != 1):
            return None
        return _drawn(draw, st.sampled_from(_words(pack, name, era[0] if name == "era" else 1)))
    values = {"month": day.month, "month!": day.month}
    values |= dict.fromkeys(("weekday", "weekday!", "weekday-letter"), day.isoweekday())
    words = _words(pack, name, values[name]) if name in values else _literals(pack, name)
    return _drawn(draw, st.sampled_from(sorted(words))) if words else None


def _write(draw: Any, pack: Pack, tree: Any, years: list[Shape], day: date) -> Written | None:
    between = " " if pack.spaced else ""
    before = after = ""
    words: list[str] = []
    tells: set[str] = set()
    for item in tree:
        if isinstance(item, list):
            part = _write(draw, pack, item, years, day) if draw(st.booleans()) else None
            if part is not None:
                words.append(part.words)
                tells |= part.tells
            continue
        if item.ahead == "!" or (item.optional and draw(st.booleans())):
            continue
        choices = _choices(item)
        if not choices:
            if item.optional:
                continue
            return None
        name = draw(st.sampled_from(choices))
        if name == "a-year":
            inner = (
                _write(draw, pack, draw(st.sampled_from(years)).tree, [], day) if years else None
            )
            if inner is None:
                return None
            words.append(inner.words)
            tells |= inner.tells
            continue
        word = _said(draw, pack, name, day)
        if word is None:
            return None
        if item.ahead:
            before, after = (word, after) if not words else (before, word)
            continue
        words.append(word)
        tells.add(name.rstrip("!#"))
    return Written(before, between.join(words), after, frozenset(tells))


def expected(day: date, tells: frozenset[str]) -> str:
    """The EDTF of what was told, when it was said on that very day."""
    if tells & DAYS:
        return day.isoformat()
    return edtf(unit_around(day, "month" if "month" in tells else "year"))


def read(pack: Pack, text: str, said: date | None) -> list[tuple[str, Raw]]:
    folded = Folded(text)
    found = find_times(folded, pack, said, find(folded, pack))
    return [(folded.exact(raw.start, raw.end), raw) for raw in found]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_date_is_read_back_from_every_shape(code: str) -> None:
    pack = load(code)
    plain = [word for word in pack.section("plain").get("words", ()) if isinstance(word, str)]
    assert len(shapes(code)) >= 5

    @many
    @given(st.data(), dates)
    def holds(data: Any, day: date) -> None:
        shape, years = data.draw(st.sampled_from(shapes(code)), label="shape")
        written = _write(data.draw, pack, shape.tree, years, day)
        assume(written is not None and written.tells & (YEARS | DAYS | {"month"}))
        assert written is not None
        assume(not any(word in written.words for word in plain))  # 百年: no year of an era
        gap = " " if pack.spaced else ""
        around = (written.before, written.words, written.after)
        text = f"— {gap.join(part for part in around if part)} ;"
        assert [(exact, raw.edtf) for exact, raw in read(pack, text, day)] == [
            (written.words, expected(day, written.tells))
        ], (shape.text, text)

    holds()


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=200, deadline=None)
@given(day=dates)
def test_digits_in_the_preferred_order_are_read_back(code: str, day: date) -> None:
    pack = load(code)
    seen: set[tuple[str, int]] = set()
    for order in pack.section("times")["numeric"]:
        if order == "yearmonthday":
            continue
        fields = order.replace("/", "-").replace(".", "-").split("-")
        separator = order[len(fields[0])]
        if not {"year", "month", "day"} <= set(fields) or (separator, len(fields)) in seen:
            continue
        if fields[0] != "year":
            seen.add((separator, len(fields)))
        parts = {"year": f"{day.year}", "month": f"{day.month:02}", "day": f"{day.day:02}"}
        text = separator.join(parts[field] for field in fields)
        assert [(exact, raw.edtf) for exact, raw in read(pack, f"({text}).", None)] == [
            (text, day.isoformat())
        ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_eras_turn_on_their_first_day(code: str) -> None:
    pack = load(code)
    starts = {
        n: date.fromisoformat(start) for n, start in pack.section("times").get("eras", {}).items()
    }
    for name, start in starts.items():
        (word, *_) = _words(pack, "era", name)
        for day in (start, start + DAY):
            year = day.year - start.year + 1
            text = f"{word}{year}年{day.month}月{day.day}日"
            assert [(e, r.start_date) for e, r in read(pack, text, None)] == [(text, day)]
        before = start - DAY
        held = _era(pack, before)
        if held is not None:
            (old, *_) = _words(pack, "era", held[0])
            text = f"{old}{held[1]}年{before.month}月{before.day}日"
            assert [(e, r.start_date) for e, r in read(pack, text, None)] == [(text, before)]


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=300, deadline=None)
@given(
    text=st.text(
        st.sampled_from(
            "2025年月日1７３初末 \n-/.今後2年間までthe of June May second last - 、十🙂é́"
        ),
        max_size=40,
    )
)
def test_spans_are_exact_and_apart(code: str, text: str) -> None:
    last = 0
    for exact, raw in read(load(code), text, date(2025, 6, 17)):
        assert last <= raw.start < raw.end
        assert exact in text
        last = raw.end
        if raw.start_date and raw.end_date:
            assert raw.start_date < raw.end_date


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=200, deadline=None)
@given(day=dates, places=st.integers(0, 200))
def test_a_date_is_read_the_same_wherever_it_stands(code: str, day: date, places: int) -> None:
    text = day.isoformat()
    for _, raw in read(load(code), "- " * places + text, None):
        assert raw.start_date == day
    assert len(read(load(code), "- " * places + text, None)) == 1


@given(day=dates)
def test_a_window_of_a_year_ends_on_the_same_day(day: date) -> None:
    ((_, raw),) = read(load("en"), "over the next twelve months.", day)
    assert (raw.start_date, raw.end_date) == (day, add_months(day, 12) + timedelta(days=1))


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=500, deadline=None)
@given(data=st.data())
def test_words_of_the_pack_in_any_order_are_read_without_a_fault(code: str, data: Any) -> None:
    pack = load(code)
    numbers = ["0", "3", "12", "31", "99", "2025", "9999", "10" * 12, "2025-06-17", "1/2", "-", "."]
    words = st.sampled_from([*sorted(grammar(pack).lexicon.vocabulary), *numbers])
    text = (" " if pack.spaced else "").join(data.draw(st.lists(words, max_size=9)))
    said = data.draw(st.sampled_from([None, date.min, date(2024, 2, 29), date.max]))
    for exact, raw in read(pack, text, said):
        assert exact in text
        if raw.edtf is not None:
            assert (raw.start_date or date.min) < (raw.end_date or date.max)
