"""One digest saved as every kind of file, by the programs that make such files."""

from __future__ import annotations

import html
import io
from pathlib import Path
from typing import Any

from docx import Document as WordDocument
from playwright.sync_api import Browser
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from zakuro.read.document.document import Document, freeze

SPEC = Path(__file__).parents[1] / "spec"
_STYLE = """
@page {{ size: A4; margin: 25mm 20mm }}
body {{ font: 11pt "DejaVu Serif", "Noto Serif CJK JP"; columns: {columns}; column-gap: 10mm;
       text-align: justify }}
h1 {{ column-span: all }}
"""
_FONTS = {"ja": "HeiseiMin-W3", "zh": "STSong-Light"}
_DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSerif"


def digest(name: str) -> Document:
    """A digest of spec/ as its text is read."""
    return freeze((SPEC / f"{name}.txt").read_bytes(), f"{name}.txt")


def _lines(document: Document) -> list[tuple[str, int, str]]:
    """Each block: its kind, its level, and its words with their mark on one line."""
    wide = any(letter >= "\u3040" for letter in document.text)
    found: list[tuple[str, int, str]] = []
    for block in document.blocks:
        start = (
            document.text.rfind("\n", 0, block.start) + 1 if block.kind == "item" else block.start
        )
        words = document.text[start : block.end].strip().replace("\n", "" if wide else " ")
        found.append((block.kind, min(max(block.level, 1), 4), words))
    return found


def as_markdown(document: Document) -> bytes:
    """The digest as Markdown."""
    return "\n\n".join(
        f"{'#' * level} {words}" if kind == "heading" else words
        for kind, level, words in _lines(document)
    ).encode()


def as_html(document: Document, columns: int = 1) -> bytes:
    """The digest as a page; it says how it is to be printed."""
    body = "\n".join(
        f"<h{level}>{html.escape(words)}</h{level}>" if kind == "heading"
        else f"<p>{html.escape(words)}</p>"
        for kind, level, words in _lines(document)
    )  # fmt: skip
    style = _STYLE.format(columns=columns)
    return f"<!doctype html><meta charset=utf-8><style>{style}</style><body>{body}".encode()


def as_docx(document: Document) -> bytes:
    """The digest as a Word document with styles."""
    word = WordDocument()
    for kind, level, words in _lines(document):
        if kind == "heading":
            word.add_heading(words, level)
        else:
            word.add_paragraph(words)
    return saved(word)


def saved(word: Any) -> bytes:
    """The bytes of a Word document."""
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def printed(browser: Browser, page: bytes, **options: Any) -> bytes:
    """A page printed by Chromium into a PDF."""
    shown = browser.new_page()
    try:
        shown.set_content(page.decode())
        return shown.pdf(prefer_css_page_size=True, **options)
    finally:
        shown.close()


def typeset(document: Document, language: str, columns: int = 1) -> bytes:
    """The digest set by ReportLab into a PDF, with a running head and numbers of pages."""
    font = _font(language)
    heavy = font if language in _FONTS else f"{font}-Bold"
    if heavy != font and heavy not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(heavy, f"{_DEJAVU}-Bold.ttf"))
    wrap = "CJK" if language in _FONTS else None
    text = ParagraphStyle(
        "text", fontName=font, fontSize=10, leading=14, spaceAfter=8, alignment=TA_JUSTIFY,
        wordWrap=wrap,
    )  # fmt: skip
    heads = {
        level: ParagraphStyle(
            f"h{level}", fontName=heavy, fontSize=20 - 2 * level, leading=24, wordWrap=wrap
        )
        for level in range(1, 5)
    }
    story = [
        Paragraph(html.escape(words), heads[level] if kind == "heading" else text)
        for kind, level, words in _lines(document)
    ]
    file = io.BytesIO()
    width, height = A4
    each = (width - 120 - 20 * (columns - 1)) / columns
    frames = [Frame(60 + place * (each + 20), 70, each, height - 140) for place in range(columns)]

    def furnish(canvas: Any, template: Any) -> None:
        canvas.setFont(font, 8)
        canvas.drawString(60, height - 40, "Zakuro digest 2025")
        canvas.drawCentredString(width / 2, 40, f"- {canvas.getPageNumber()} -")

    made = BaseDocTemplate(file, pagesize=A4, title="A digest", author="zakuro")
    made.addPageTemplates([PageTemplate(frames=frames, onPage=furnish)])
    made.build(story)
    return file.getvalue()


def _font(language: str) -> str:
    name = _FONTS.get(language, "DejaVuSerif")
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(
            UnicodeCIDFont(name) if language in _FONTS else TTFont(name, f"{_DEJAVU}.ttf")
        )
    return name
