"""One digest, whatever file it comes in, says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.documents import as_docx, as_html, as_markdown, digest, printed, typeset
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Statement
from zakuro.read.document.document import Document, freeze
from zakuro.read.document.formats import packed
from zakuro.read.reader import read_document

DAY = date(2025, 4, 4)
LANGUAGES = ("en", "ja", "ru", "zh")
ENCODINGS = {
    "en": "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le cp1252",
    "ja": "utf-8 utf-8-sig utf-16 utf-16-be utf-32 cp932 euc_jp iso2022_jp",
    "ru": "utf-8 utf-8-sig utf-16 utf-16-le utf-32 cp1251 utf-16-be utf-7",
    "zh": "utf-8 utf-8-sig utf-16 utf-16-le utf-32 gb18030 utf-16-be utf-7",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def said(document: Document) -> Counter[tuple[object, ...]]:
    """What a document says, apart from where: each statement with its words and its fields."""
    return Counter(map(_fields, read_document(document, published=DAY).statements))


def _fields(statement: Statement) -> tuple[object, ...]:
    return (
        statement.kind,
        "".join(statement.exact.split()).strip("#"),
        statement.givers,
        statement.receivers,
        tuple((amount.value, amount.low, amount.unit) for amount in statement.quantities),
        statement.period.edtf if statement.period else None,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_digest_says_the_same_in_eight_encodings(language: str) -> None:
    text = digest(f"samarkand-2025.{language}")
    for encoding in ENCODINGS[language].split():
        frozen = freeze(text.text.encode(encoding), "digest.txt")
        assert frozen.text == text.text, encoding


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_digest_says_the_same_as_markdown_page_and_word_document(language: str) -> None:
    text = digest(f"samarkand-2025.{language}")
    expected = said(text)
    assert sum(expected.values()) > 30
    for name, content in (
        ("digest.md", as_markdown(text)),
        ("digest.html", as_html(text)),
        ("digest.docx", as_docx(text)),
    ):
        assert said(freeze(content, name)) == expected, name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [1, 2])
def test_a_digest_says_the_same_as_pdf_of_two_producers(
    browser: Browser, language: str, columns: int
) -> None:
    text = digest(f"samarkand-2025.{language}")
    expected = said(text)
    assert said(freeze(printed(browser, as_html(text, columns)), "digest.pdf")) == expected
    assert said(freeze(typeset(text, language, columns), "digest.pdf")) == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), r"^a\.bin: this is an office document of the old"),
        (
            b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "locked with a password",
        ),
        (b"{\\rtf1 text}", "rich text document; open it in an office program"),
        (b"\x89PNG\r\n", "picture"),
        (b"\x1f\x8b\x08" + bytes(20), "gzip archive; unpack it"),
        (b"PK\x03\x04....", "damaged or cut off"),
        (b"%PDF-1.7\n...", "damaged or cut off"),
    ],
)
def test_other_formats_are_refused_with_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(ZakuroError, match=message):
        packed(data, "a.bin")


def test_text_is_no_packed_format() -> None:
    assert packed(b"The summit", "a.txt") is None
