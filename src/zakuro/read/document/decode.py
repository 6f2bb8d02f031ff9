"""Bytes become text: declared encoding, then UTF-8, then what the bytes look like."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from zakuro.model.errors import ZakuroError

_SAMPLE = 200_000
"""How many bytes decide which encoding a text without a declaration is in."""
_SURE = 0.3
"""Below this confidence a guess at the encoding is not taken.  (Five sentences of news give 0.37
and more, always rightly; single sentences fall down to 0.06.)"""
_SOUND = 20
"""So many sound characters beyond ASCII must stand for each broken one in a damaged text."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?([\w:-]{2,40})""",
    re.I,
)
_SHIFTS = re.compile(rb"\x1b\$|~\{|\+[A-Za-z0-9/+]{6}")
"""Encodings made of ASCII bytes (ISO-2022, HZ, UTF-7) begin other letters so."""
# The decoders that the Encoding Standard names, where Python's of the same name knows less.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "hz-gb-2312": "hz", "euc_kr": "cp949"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|[ -Z\\^-~])"
)
"""What steers a terminal (ECMA-48): colours, titles, links.  It is no part of a text."""


class Decoded(NamedTuple):
    """The text of some bytes, and what of them could not be read, in sentences."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str, *, lenient: bool = False) -> Decoded:
    """The text of a file's bytes, without byte order mark.

    ``name`` is what errors call the file.  Raises ZakuroError for binary data, for encodings that
    cannot be told, and for bytes that do not fit the encoding, with their place; when ``lenient``
    these become U+FFFD, and a note says so.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            # A file that was cut ends in the middle of a character.
            return _nearly(data[len(mark) :], encoding, name, lenient, before=len(mark))
    # Texts of one byte a character hold no zero; those in shifts look like ASCII.
    sample = data[:_SAMPLE]
    shifted = b"\0" in sample or (sample.isascii() and _SHIFTS.search(sample) is not None)
    known = [] if shifted else [_declared(data), "utf-8"]
    for encoding in filter(None, known):
        text = _strictly(data, encoding)
        if text is not None:
            return _text(text, name)
    if _is_damaged(data):
        return _nearly(data, "utf-8", name, lenient)
    if guess := _guessed(data):
        text = _strictly(data, guess)
        return _nearly(data, guess, name, lenient) if text is None else _text(text, name)
    text = _strictly(data, "utf-8")  # "~{" or "$" after an escape may be plain ASCII after all
    if text is None:
        raise ZakuroError(
            f"{name}: cannot tell in which encoding this is written;"
            " save it as UTF-8 (iconv -f <its encoding> -t UTF-8)"
        )
    return _text(text, name)


def checked(text: str, name: str) -> str:
    """The same text, when it is text: raises ZakuroError for binary data and broken characters.

    Sequences that steer a terminal are taken out.
    """
    if "\x1b" in text:
        text = _ESCAPES.sub("", text)
    control = _CONTROL.search(text)
    # A stray control character is a fault of typesetting; many of them are not text.
    if control is not None and len(_CONTROL.findall(text)) * 50 > len(text):
        raise ZakuroError(
            f"{name}: not text: control character U+{ord(control.group()):04X}"
            f" at character {control.start()}; give a document of text"
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ZakuroError(
            f"{name}: half a character (a lone surrogate) at character {error.start};"
            " decode the text anew from its bytes"
        ) from error
    return text


def _text(text: str, name: str, *notes: str) -> Decoded:
    return Decoded(checked(text, name), notes)


def _nearly(data: bytes, encoding: str, name: str, lenient: bool, before: int = 0) -> Decoded:
    """The text in an encoding that some bytes may not fit."""
    try:
        return _text(data.decode(encoding), name)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        count = text.count("\ufffd")
        line = data.count(b"\n", 0, error.start) + 1
        where = f"{name}: written in {encoding.upper()} but for byte {error.start + before}"
        where += f" (0x{data[error.start]:02X}, line {line})"
        where += f" and {count - 1} other places" if count > 1 else ""
        if not lenient:
            raise ZakuroError(
                f"{where}: mend the file, or give --lenient to read the rest"
            ) from error
        return _text(text, name, f"{where}: U+FFFD stands there")


def _is_damaged(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few: other encodings hold hardly any of its pairs."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - broken - sum(map(text.count, map(chr, range(128))))
    return sound >= _SOUND * broken > 0


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares in its first bytes, by the labels of the web.

    A page that says in bytes of ASCII that it is UTF-16 is not: the Encoding Standard has it read
    as UTF-8.
    """
    import webencodings  # noqa: PLC0415 (only pages declare an encoding)

    found = _DECLARATION.search(data, 0, 4096)
    known = webencodings.lookup(found[1].decode("ascii")) if found else None
    if known is None or known.name in ("replacement", "x-user-defined", "utf-16le", "utf-16be"):
        return None
    return str(known.codec_info.name)


def _guessed(data: bytes) -> str | None:
    """The encoding that the bytes look like; None when that is not clear."""
    import chardet  # noqa: PLC0415 (slow to load, and seldom needed)

    guess = chardet.detect(data[:_SAMPLE])
    encoding, confidence = guess["encoding"], guess["confidence"]
    if encoding is None or confidence < _SURE:
        return next(
            filter(lambda pairs: _is_written(data, pairs), ("utf-16-le", "utf-16-be")), None
        )
    try:
        return codecs.lookup(_WIDER.get(encoding.lower(), encoding)).name
    except LookupError:
        return None


def _is_written(data: bytes, encoding: str) -> bool:
    """Whether pairs of bytes make written characters only, parted as sentences are."""
    text = _strictly(data[: _SAMPLE // 2 * 2], encoding)
    if not text:
        return False
    unwritten = sum(unicodedata.category(character) in ("Cn", "Co", "Cs") for character in text)
    return not unwritten and sum(map(text.count, "。、，,. \n")) * 200 > len(text)


def _strictly(data: bytes, encoding: str) -> str | None:
    """The text when every byte of the data fits the encoding, else None."""
    try:
        return data.decode(_WIDER.get(encoding, encoding))
    except (LookupError, UnicodeError):
        return None
