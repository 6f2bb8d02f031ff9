"""Parts: a document in runs of one language, and the statements each run makes."""

from __future__ import annotations

from datetime import date

import zakuro
from zakuro.languages.load import load
from zakuro.read.document.document import freeze
from zakuro.read.statements.part import Part
from zakuro.read.statements.statements import Statements

TEXT = "China will give Kenya 3 million dollars.\n\nJapan will build two schools in Nepal by 2030."


def part(text: str) -> Part:
    document = freeze(text)
    return Part(document, load("en"), list(document.blocks), date(2025, 6, 17), {})


def test_a_part_knows_where_its_blocks_stand() -> None:
    one = part(TEXT)
    assert [one.text[start:end] for _, start, end in one.placed()] == TEXT.lower().split("\n\n")


def test_a_part_gives_mentions_in_order_with_their_exact_words() -> None:
    found = list(part(TEXT).finished())
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert all(TEXT[m.start : m.end] == m.exact for m in found)
    assert {m.type for m in part(TEXT).finished({"money"})} == {"money"}


def test_statements_are_numbered_through_all_parts() -> None:
    statements = Statements(freeze(TEXT), date(2025, 6, 17), None)
    statements.read(part(TEXT), ())
    statements.read(part(TEXT), ())
    assert [s.id for s in statements.made] == ["s1", "s2", "s3", "s4"]


def test_a_document_in_two_languages_is_read_by_parts() -> None:
    text = f"{TEXT}\n\n中国は、中央アジア諸国に3つのセンターを設立すると表明しました。"
    reading = zakuro.read(text, published=date(2025, 6, 17))
    assert [s.givers for s in reading.statements] == [("CHN",), ("JPN",), ("CHN",)]
    assert [s.rule.partition(".")[0] for s in reading.statements] == ["en", "en", "ja"]
    assert reading.language == "en"
    assert all(text[s.start : s.end] == s.exact for s in reading.statements)
