import io
import sys
from typing import Any

import pypdfium2
import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from zakuro.model.errors import ZakuroError
from zakuro.read.document.document import freeze


def made(*pages: str | None, **options: Any) -> bytes:
    """A PDF with these pages; None is a picture."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(400, 200), **options)
    for words in pages:
        if words is None:
            canvas.rect(10, 10, 100, 100, fill=1)
        else:
            canvas.drawString(50, 150, words)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_a_pdf_says_its_title_its_author_and_the_day_its_file_was_made() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setTitle("A summit")
    canvas.setAuthor("The secretariat")
    canvas.drawString(50, 700, "They met.")
    canvas.save()
    document = freeze(file.getvalue(), "a.pdf")
    assert (document.kind, document.title, document.author) == (
        "pdf", "A summit", "The secretariat",
    )  # fmt: skip
    assert document.created is not None
    assert document.published is None
    assert document.extractor == f"pypdfium2 {pypdfium2.PYPDFIUM_INFO}"
    assert document.text == "They met."
    assert document.blocks[0].locator.startswith("page=1&viewrect=50,")


def test_the_format_is_told_by_the_bytes_whatever_the_name() -> None:
    assert freeze(made("They met."), "a.txt").kind == "pdf"


def test_pages_without_a_text_layer_are_told() -> None:
    with pytest.raises(ZakuroError, match=r"a\.pdf: a PDF without a text layer: .* \(2\)"):
        freeze(made(None, None), "a.pdf")
    document = freeze(made("They met.", None), "a.pdf")
    assert document.notes == ("a.pdf: pictures without letters that could be read: page 2",)


def test_a_locked_or_damaged_pdf_is_told() -> None:
    locked = made("They met.", encrypt=pdfencrypt.StandardEncryption("secret"))
    with pytest.raises(ZakuroError, match="locked with a password; save it without one"):
        freeze(locked, "a.pdf")
    with pytest.raises(ZakuroError, match="damaged or cut off"):
        freeze(b"%PDF-1.7 nothing else", "a.pdf")


def test_a_pdf_cut_off_is_told_or_read() -> None:
    data = made(*["They met in the capital."] * 20)
    for share in range(1, 10):
        try:
            document = freeze(data[: len(data) * share // 10], "a.pdf")
        except ZakuroError as error:
            assert str(error).startswith("a.pdf: ")
        else:
            assert "They met" in document.text


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ZakuroError, match=r'a\.pdf: this is a PDF.*pip install "zakuro\[pdf\]"'):
        freeze(made("They met."), "a.pdf")
