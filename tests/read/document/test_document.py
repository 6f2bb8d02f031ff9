from datetime import date
from hashlib import sha256

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.model.errors import ZakuroError
from zakuro.read.document.document import DocumentKind, freeze


@pytest.mark.parametrize(
    ("source", "text", "kind"),
    [
        ("report.txt", "<html>They met.", "html"),
        ("report.txt", "They met. <b>", "text"),
        ("report.md", "They met.", "markdown"),
        ("https://example.org/report.HTML", "<p>They met.", "html"),
        ("report.html", "They met.\nIn May.", "text"),
        (None, "They met.", "text"),
        (None, "---\ntitle: A\n---\nThey met.", "markdown"),
        (None, "\n<!DOCTYPE html><p>They met.", "html"),
        ("report", "<html><body>They met.", "html"),
    ],
)
def test_the_kind_is_told_from_the_source_or_the_text(
    source: str | None, text: str, kind: DocumentKind
) -> None:
    document = freeze(text, source)
    assert document.kind == kind
    assert document.source == source
    assert "They met." in document.text


def test_a_given_kind_goes_before_what_it_looks_like() -> None:
    assert freeze("<html>They met.", kind="text").text == "<html>They met."


def test_the_text_is_frozen_as_given_but_for_its_line_endings_and_byte_order_mark() -> None:
    document = freeze("\ufeff１５億元\r\ne\u0301te\r\rend.\n".encode())
    assert document.text == "１５億元\ne\u0301te\n\nend.\n"
    assert document.digest == sha256(document.text.encode()).hexdigest()


def test_front_matter_says_title_and_day_and_is_no_text() -> None:
    document = freeze("---\ntitle: A summit\ndate: 2025-06-17\n---\n\nThey met.\n", "report.md")
    assert (document.title, document.published) == ("A summit", date(2025, 6, 17))
    assert [block.kind for block in document.blocks] == ["boilerplate", "paragraph"]


def test_a_page_says_title_day_and_language() -> None:
    document = freeze(
        "<html lang=kk><meta name=date content=2025-06-17><title>A summit</title><p>They met."
    )
    assert (document.title, document.published) == ("A summit", date(2025, 6, 17))
    assert document.language == "kk"


def test_a_document_knows_its_bytes_and_what_gave_its_text() -> None:
    data = "首脳会合は三つの協力センターを設けることを決め、来年までに報告する。\r\n".encode(
        "cp932"
    )
    document = freeze(data, "report.txt")
    assert document.original == sha256(data).hexdigest()
    assert document.extractor == "zakuro"
    assert freeze("<p>They met.", kind="html").extractor.startswith("lxml 6")


@pytest.mark.parametrize("data", ["", " \n\t\n", b"", "\ufeff", "<html></html>"])
def test_a_document_without_text_is_refused(data: str | bytes) -> None:
    with pytest.raises(ZakuroError, match=r"^report: nothing to read"):
        freeze(data, "report")


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ZakuroError, match="known are text, markdown, html, docx, pdf"):
        freeze("They met.", kind="odt")  # type: ignore[arg-type]


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r"), min_size=1)
)
def test_freezing_the_frozen_text_again_changes_nothing(text: str) -> None:
    try:
        document = freeze(text, kind="text")
    except ZakuroError:
        assert not text.removeprefix("\ufeff").strip()
        return
    again = freeze(document.text, kind="text")
    same = msgspec.structs.replace(again, original=document.original) == document
    assert same or document.text.startswith("\ufeff")
    for block in document.blocks:
        assert document.text[block.start : block.end].strip()
