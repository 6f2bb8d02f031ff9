"""Pages that are pictures, recognised by the real Tesseract."""

import io
import subprocess
import sys
from collections import Counter
from datetime import date
from functools import cache

import pypdfium2
import pytest

from tests.documents import digest, typeset
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Reading
from zakuro.read.document.document import Document, freeze
from zakuro.read.reader import read_document


def scanned(pdf: bytes, pages: int = 2, dots: int = 200, shrink: int = 1) -> bytes:
    """A PDF as a scanner makes one of its first pages; ``shrink`` blurs it."""
    document = pypdfium2.PdfDocument(pdf)
    drawn = []
    for number in range(min(pages, len(document))):
        picture = document[number].render(scale=dots / 72).to_pil().convert("L")
        size = picture.size
        drawn.append(picture.reduce(shrink).resize(size) if shrink > 1 else picture)
    file = io.BytesIO()
    drawn[0].save(file, "PDF", save_all=True, append_images=drawn[1:], resolution=dots)
    return file.getvalue()


@cache
def both(name: str) -> tuple[Document, Reading, Reading]:
    """A scan of a digest's first page, what is read in it, and in the page with its letters."""
    printed = typeset(digest(name), name[-2:])
    page = pypdfium2.PdfDocument.new()
    page.import_pages(pypdfium2.PdfDocument(printed), [0])
    file = io.BytesIO()
    page.save(file)
    scan = freeze(scanned(file.getvalue(), pages=1), "scan.pdf")
    day = date(2025, 6, 17)
    letters = freeze(file.getvalue(), "printed.pdf")
    return scan, read_document(scan, published=day), read_document(letters, published=day)


@pytest.mark.parametrize("name", ["samarkand-2025.en", "samarkand-2025.ru"])
def test_a_scan_says_what_the_page_says(name: str) -> None:
    _, scan, printed = both(name)
    values = [
        Counter(
            (s.kind, s.givers, s.receivers, *((q.value, q.unit) for q in s.quantities))
            for s in reading.statements
        )
        for reading in (scan, printed)
    ]
    missed = values[1] - values[0]
    assert len(printed.statements) > 12
    assert missed.total() <= 1, missed


def test_a_scan_names_what_recognised_it() -> None:
    scan, reading, _ = both("samarkand-2025.ru")
    assert "tesseract 5" in scan.extractor
    assert "rus" in scan.extractor
    assert "eng" not in scan.extractor
    assert reading.notes == (
        "scan.pdf: letters recognised in pictures, so to be held against them: page 1",
    )
    assert scan.blocks[0].kind == "heading"
    assert scan.blocks[0].locator.startswith("page=1&viewrect=")


def test_bullets_of_a_scan_are_items() -> None:
    scan, *_ = both("samarkand-2025.en")
    items = [scan.text[block.start : block.end] for block in scan.blocks if block.kind == "item"]
    assert any(words.startswith("EU-Central Asia relations") for words in items)


def test_what_rests_on_doubted_letters_says_so() -> None:
    blurred = scanned(typeset(digest("samarkand-2025.en"), "en"), pages=1, dots=130, shrink=2)
    document = freeze(blurred, "blurred.pdf")
    reading = read_document(document, "en", date(2025, 6, 17))
    assert document.doubts
    for doubt in document.doubts:
        assert document.text[doubt.start : doubt.end].strip()
        assert 0 <= float(doubt.confidence) < 0.7
    resting = [s for s in reading.statements if s.legibility is not None]
    assert resting
    for statement in reading.statements:
        within = [
            doubt.confidence
            for doubt in document.doubts
            if doubt.start < statement.end and statement.start < doubt.end
        ]
        assert statement.legibility == min(within, default=None)


def test_a_picture_without_letters_is_told() -> None:
    blank = io.BytesIO()
    from PIL import Image

    Image.new("L", (800, 1000), 255).save(blank, "PDF", resolution=100)
    with pytest.raises(ZakuroError, match="no letters were recognised; give a clearer copy"):
        freeze(blank.getvalue(), "blank.pdf")


def test_without_tesseract_the_error_names_it() -> None:
    scan = scanned(typeset(digest("samarkand-2025.en"), "en"), pages=1, dots=72)
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\n"
            "from zakuro.read.document.document import freeze\n"
            "try:\n    freeze(sys.stdin.buffer.read(), 'a.pdf')\n"
            "except Exception as error:\n    print(type(error).__name__, error)",
        ],
        input=scan,
        capture_output=True,
        env={"PATH": "/nowhere"},
        check=True,
    ).stdout.decode()
    assert told.startswith("ZakuroError a.pdf: a PDF without a text layer: its pages (1)")
    assert 'pip install "zakuro[ocr]"' in told
    assert "apt-get install tesseract-ocr" in told
