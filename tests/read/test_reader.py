"""The reading of whole documents, and its laws."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

import zakuro
from zakuro.languages.load import codes, load
from zakuro.model.statement import Mark, Period, Quantity, Reading, Statement

DAY = date(2026, 1, 10)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
TITLES = {"en": "# Joint Statement of Japan and Mongolia", "ja": "# 日本・モンゴル共同声明"}


def sentences(code: str) -> list[str]:
    """The pack's own texts that are one plain paragraph."""
    data = load(code).data
    texts = [case["text"] for part in ("example", "silent") for case in data.get(part, ())]
    return [text for text in texts if "\n" not in text and "*" not in text]


def paragraphs(code: str) -> st.SearchStrategy[str]:
    spaced = load(code).spaced
    return st.lists(st.sampled_from(sentences(code)), min_size=1, max_size=3).map(
        (" " if spaced else "").join
    )


coded = st.sampled_from([code for code in codes() if len(sentences(code)) > 20])
documents = coded.flatmap(
    lambda code: st.tuples(
        st.just(code), st.lists(paragraphs(code), min_size=1, max_size=3).map("\n\n".join)
    )
)


def said(statement: Statement) -> dict[str, object]:
    """A statement without its place and its document."""
    plain: dict[str, Any] = msgspec.to_builtins(statement)
    for field in ("id", "document", "start", "end", "derivation", "repeats"):
        plain.pop(field, None)
    for part in (*plain.get("quantities", ()), *plain.get("about", ()), plain.get("period", {})):
        part.pop("start", None)
        part.pop("end", None)
    return plain


def read(text: str, code: str) -> Reading:
    return zakuro.read(text, language=code, published=DAY)


@given(documents)
def test_every_span_is_exact(document: tuple[str, str]) -> None:
    code, text = document
    reading = read(text, code)
    for statement in reading.statements:
        parts: list[Statement | Quantity | Mark | Period] = [statement]
        parts += [*statement.quantities, *statement.derivation]
        parts += [statement.period] if statement.period else []
        for part in parts:
            assert reading.text[part.start : part.end] == part.exact
        for name in statement.about:
            assert reading.text[name.start : name.end] == name.name
    for mention in reading.mentions:
        assert reading.text[mention.start : mention.end] == mention.exact


@given(documents)
def test_reading_twice_gives_the_same(document: tuple[str, str]) -> None:
    code, text = document
    assert read(text, code) == read(text, code)


@given(documents)
def test_wide_digits_read_as_narrow_ones(document: tuple[str, str]) -> None:
    code, text = document

    def values(reading: Reading) -> list[object]:
        return [
            (
                s.kind,
                s.start,
                s.end,
                s.givers,
                s.receivers,
                s.period and s.period.edtf,
                [(q.value, q.low, q.high, q.unit, q.bound) for q in s.quantities],
            )
            for s in reading.statements
        ]

    assert values(read(text, code)) == values(read(text.translate(WIDE), code))


@given(
    st.sampled_from(sorted(TITLES)).flatmap(lambda c: st.tuples(st.just(c), *[paragraphs(c)] * 3))
)
def test_a_section_does_not_depend_on_another(drawn: tuple[str, str, str, str]) -> None:
    code, one, other, section = drawn

    def last(body: str) -> list[dict[str, object]]:
        text = f"{TITLES[code]}\n\n## A\n\n{body}\n\n## B\n\n{section}\n"
        start = text.index("## B")
        return [said(s) for s in read(text, code).statements if s.start > start]

    assert last(one) == last(other)


def test_headings_say_nothing_and_place_what_follows() -> None:
    reading = read("# Chile will open a port\n\n## Roads\n\nPeru will build a road.", "en")
    (statement,) = reading.statements
    assert statement.exact == "Peru will build a road"
    assert statement.heading[-1] == "Roads"


def test_a_question_says_nothing() -> None:
    assert read("Will Chile open a port?", "en").statements == ()


def test_the_front_matter_gives_title_and_day() -> None:
    text = "---\ntitle: Chile-Peru Statement\ndate: 2024-03-02\n---\n\nWe will meet next year.\n"
    reading = zakuro.read(text, language="en")
    (statement,) = reading.statements
    assert statement.givers == ("CHL", "PER")
    assert statement.period is not None
    assert statement.period.edtf == "2025"


def test_offices_that_name_no_state_are_those_of_the_home() -> None:
    text = "President Ruto promised to build a road in Uganda."
    assert zakuro.read(text, language="en").statements[0].givers == ()
    assert zakuro.read(text, language="en", home="KEN").statements[0].givers == ("KEN",)
    front = f"---\nhome: KEN\n---\n\n{text}\n"
    assert zakuro.read(front, language="en").statements[0].givers == ("KEN",)
