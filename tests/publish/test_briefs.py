import builtins
import io
import sys
from datetime import date
from typing import Any

import docx
import pypdfium2
import pytest
from lxml import html

from zakuro.model.errors import ZakuroError
from zakuro.publish.briefs import Brief, Line, Section, as_docx, as_html, as_markdown, as_pdf

BRIEF = Brief(
    title="Brief: <Six>",
    language="en",
    subtitle="As of 30 June 2026.",
    day=date(2026, 6, 30),
    sections=(
        Section(
            "Worth keeping",
            (
                Line(
                    "China → KAZ · CNY 1", "援助する & *all*", "ja", ("P-4", "D-1:s2"), "it is late"
                ),
            ),
            "Ranked.",
        ),
        Section("Nothing else", (Line("Nothing."),)),
    ),
    foot="Cite: books.",
)


def test_html_holds_every_line_and_lets_no_word_be_markup() -> None:
    page = html.fromstring(as_html(BRIEF))
    assert page.findtext(".//h1") == "Brief: <Six>"
    assert [head.text for head in page.findall(".//h2")] == ["Worth keeping", "Nothing else"]
    quote = page.find(".//q")
    assert quote is not None
    assert (quote.text, quote.get("lang")) == ("援助する & *all*", "ja")
    assert "[P-4, D-1:s2]" in page.text_content()
    assert "http" not in as_html(BRIEF)


def test_markdown_holds_the_same() -> None:
    text = as_markdown(BRIEF)
    assert text.startswith("# Brief: \\<Six\\>\n")
    assert "“援助する & \\*all\\*” – *it is late* [P-4, D-1:s2]" in text
    assert text.endswith("Cite: books.\n")


def test_a_text_document_holds_the_same() -> None:
    made = docx.Document(io.BytesIO(as_docx(BRIEF)))
    said = [paragraph.text for paragraph in made.paragraphs]
    assert said[0] == "Brief: <Six>"
    assert "China → KAZ · CNY 1 “援助する & *all*” – it is late [P-4, D-1:s2]" in said
    assert made.core_properties.created.year == 2026
    page = made.sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)


@pytest.mark.parametrize("language", ["en", "ja", "ru", "kk", "zh"])
def test_a_pdf_is_one_page_with_the_words(language: str) -> None:
    made = pypdfium2.PdfDocument(as_pdf(BRIEF._replace(language=language)))
    assert len(made) == 1
    text = made[0].get_textpage().get_text_range()
    assert "援助する" in text
    assert "China" in text


@pytest.mark.parametrize(("error", "said"), [(ImportError, "extra"), (OSError, "libpango-1.0-0")])
def test_what_a_pdf_needs_is_said(
    error: type[Exception], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name in {"weasyprint", "docx"}:
            raise error(name)
        return real(name, *rest, **more)

    for name in ("weasyprint", "docx"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ZakuroError, match=said):
        as_pdf(BRIEF)
    if error is ImportError:
        with pytest.raises(ZakuroError, match="extra"):
            as_docx(BRIEF)
