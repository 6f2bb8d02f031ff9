"""Bytes become text: declared encoding, then UTF-8, then what the bytes look like."""

from __future__ import annotations

import codecs
import re

from zakuro.model.errors import ZakuroError

_SAMPLE = 200_000
"""How many bytes decide which encoding a text without a declaration is in."""
_SURE = 0.3
"""Below this confidence a guess at the encoding is not taken.  (Five sentences of news give 0.37
and more, always rightly; single sentences fall down to 0.06.)"""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?([\w-]{2,40})""",
    re.I,
)
# Encodings as the web knows them: the wider sets that real pages under these names are in.
_WIDER = {
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "euc_kr": "cp949",
}
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF", "convert it first, for instance with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "save it as text or HTML first"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text or HTML first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"{\\rtf", "a rich text document", "save it as text or HTML first"),
    (b"\x89PNG", "a picture", "give the text itself"),
    (b"\xff\xd8\xff", "a picture", "give the text itself"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes, without byte order mark.

    ``name`` is what errors call the file.  Raises ZakuroError for other formats, for binary data
    and for encodings that cannot be told.
    """
    for magic, what, advice in _OTHER_FORMATS:
        if data.startswith(magic):
            raise ZakuroError(f"{name}: this is {what}, not text; {advice}")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            break
    else:
        # ISO-2022-JP is made of ASCII bytes: only its escapes tell it from UTF-8.
        known = () if b"\x1b$" in data[:_SAMPLE] else (_declared(data), "utf-8")
        texts = (_strictly(data, encoding) for encoding in known)
        text = next((text for text in texts if text is not None), None)
        if text is None:
            text = _guessed(data)
    if text is None:
        raise ZakuroError(
            f"{name}: cannot tell in which encoding this is written;"
            " save it as UTF-8 (iconv -f <its encoding> -t UTF-8)"
        )
    return checked(text, name)


def checked(text: str, name: str) -> str:
    """The same text, when it is text: raises ZakuroError for binary data and broken characters."""
    control = _CONTROL.search(text)
    # A stray control character is a fault of typesetting; many of them are not text.
    if control is not None and len(_CONTROL.findall(text)) * 50 > len(text):
        raise ZakuroError(
            f"{name}: not text: control character U+{ord(control.group()):04X}"
            f" at character {control.start()}; give plain text, Markdown or HTML"
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ZakuroError(
            f"{name}: half a character (a lone surrogate) at character {error.start};"
            " decode the text anew from its bytes"
        ) from error
    return text


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares in its first bytes."""
    found = _DECLARATION.search(data, 0, 4096)
    return found.group(1).decode("ascii") if found else None


def _guessed(data: bytes) -> str | None:
    """The text in the encoding that its bytes look like; None when that is not clear."""
    import chardet  # noqa: PLC0415 (slow to load, and seldom needed)

    guess = chardet.detect(data[:_SAMPLE])
    encoding, confidence = guess["encoding"], guess["confidence"]
    if encoding is None or confidence < _SURE:
        return None
    return _strictly(data, encoding)


def _strictly(data: bytes, encoding: str | None) -> str | None:
    """The text when every byte of the data fits the encoding, else None."""
    if encoding is None:
        return None
    try:
        name = codecs.lookup(encoding).name
        return data.decode(_WIDER.get(name, name))
    except (LookupError, UnicodeDecodeError):
        return None
