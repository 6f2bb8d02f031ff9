import pytest
from docx import Document as WordDocument

from tests.documents import saved
from tests.read.document.test_package import zipped
from zakuro.model.errors import ZakuroError
from zakuro.read.document.document import freeze


def test_a_word_document_says_who_wrote_it_and_when_its_file_was_made() -> None:
    word = WordDocument()
    word.core_properties.title = "A summit"
    word.core_properties.author = "The secretariat"
    word.add_paragraph("They met.")
    document = freeze(saved(word), "a.docx")
    assert (document.kind, document.title, document.author) == (
        "docx", "A summit", "The secretariat",
    )  # fmt: skip
    assert document.created is not None
    assert document.published is None
    assert document.extractor.startswith("lxml ")
    assert document.blocks[0].locator == "/w:document/w:body/w:p[1]"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"word/document.xml": b"<w:document"}, r"a\.docx: its part word/document\.xml is damaged"),
        ({"word/document.xml": b"<a/>"}, "without a body"),
        ({"[Content_Types].xml": b"", "xl/workbook.xml": b""}, "office document that is no DOCX"),
        ({"a.txt": b"They met."}, "a ZIP archive inside another or where one document is asked"),
    ],
)
def test_what_is_no_word_document_is_told(files: dict[str, bytes], message: str) -> None:
    with pytest.raises(ZakuroError, match=message):
        freeze(zipped(files), "a.docx")


def test_entities_are_not_followed() -> None:
    body = b"""<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "They met.">]>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
    <w:p><w:r><w:t>Three states &x; agreed.</w:t></w:r></w:p></w:body></w:document>"""
    assert "root" not in freeze(zipped({"word/document.xml": body}), "a.docx").text
