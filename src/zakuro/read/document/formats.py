"""Which format bytes are in, told by the bytes themselves, and what opens it."""

from __future__ import annotations

from typing import Literal

from zakuro.model.errors import ZakuroError
from zakuro.read.document.extracted import Extracted
from zakuro.read.document.package import Package, is_package

_OFFICE = "open it in an office program and save it as DOCX or PDF"
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an office document of the old format", _OFFICE),
    (b"{\\rtf", "a rich text document", _OFFICE),
    (b"\x1f\x8b", "a gzip archive", "unpack it and give what is in it"),
    (b"BZh", "a bzip2 archive", "unpack it and give what is in it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it and give what is in it"),
    (b"Rar!", "a RAR archive", "unpack it and give what is in it"),
    (b"\xfd7zXZ", "an XZ archive", "unpack it and give what is in it"),
    (b"\x89PNG", "a picture", 'print it into a PDF; scans are read with the extra "ocr"'),
    (b"\xff\xd8\xff", "a picture", 'print it into a PDF; scans are read with the extra "ocr"'),
    (b"GIF8", "a picture", 'print it into a PDF; scans are read with the extra "ocr"'),
    (b"II*\x00", "a picture", 'print it into a PDF; scans are read with the extra "ocr"'),
    (b"MM\x00*", "a picture", 'print it into a PDF; scans are read with the extra "ocr"'),
)
_OFFICE_PARTS = ("[Content_Types].xml", "mimetype", "word/document.xml")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MAGIC_WITHIN = 1024
"""A PDF may begin after so many bytes of other things."""


def is_archive(package: Package) -> bool:
    """Whether a ZIP package is a plain archive, and no office document."""
    return not any(name in package for name in _OFFICE_PARTS)


def packed(data: bytes, name: str) -> tuple[Literal["docx", "pdf"], Extracted] | None:
    """The text of a PDF or a Word document, told by its bytes; None for anything that may be text.

    Raises ZakuroError for other formats, saying what to do with them.
    """
    if is_package(data):
        from zakuro.read.document.docx.docx import DOCUMENT, docx  # noqa: PLC0415 (as above)

        package = Package(data, name)
        if DOCUMENT in package:
            return "docx", docx(package)
        if not is_archive(package):
            raise ZakuroError(f"{name}: an office document that is no DOCX; {_OFFICE}")
        raise ZakuroError(
            f"{name}: a ZIP archive inside another or where one document is asked for;"
            " unpack it and give what is in it"
        )
    if b"%PDF-" in data[:_MAGIC_WITHIN]:
        from zakuro.read.document.pdf.pdf import pdf  # noqa: PLC0415 (slow to load)

        return "pdf", pdf(data, name)
    for magic, what, advice in _OTHERS:
        if data.startswith(magic):
            if _LOCKED in data:
                raise ZakuroError(f"{name}: a document locked with a password; save it without one")
            raise ZakuroError(f"{name}: this is {what}; {advice}")
    return None
