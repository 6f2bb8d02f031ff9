"""Pages that are pictures of text: Tesseract recognises the letters, each word with how sure it is.

What is recognised becomes pieces of lines like those of a text layer, so that columns, headings
and notes are found by the same rules.  The words that Tesseract doubts are kept beside them.
"""

from __future__ import annotations

import os
import re
import shutil
from functools import cache
from statistics import median
from typing import Any

from zakuro.read.document.pdf.segments import Segment

ADVICE = (
    'zakuro recognises letters with its extra "ocr" and Tesseract: pip install "zakuro[ocr]", and'
    " on Debian apt-get install tesseract-ocr tesseract-ocr-rus (or -jpn, -chi-sim, -kaz …)"
)
# Its threads wait for each other by spinning, which on busy cores takes many times as long.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

_DOTS = 300
"""Dots per inch at which a page is drawn: what Tesseract is trained on."""
_POINTS = 72
_PATIENCE = 300
"""Seconds for one page."""
_LANGUAGES = {
    "Cyrillic": ("rus", "kaz", "kir", "tgk", "uzb_cyrl"),
    "Han": ("chi_sim", "chi_tra"),
    "Japanese": ("jpn",),
    "Latin": ("eng", "uzb"),
}
"""The scripts that Tesseract tells apart, with its names of the languages written in them."""
_SURE = 0.7
"""Of a word with less confidence the letters are doubted."""
_BULLET = re.compile(r"[^\W\d]|[^\w\s(（\[\"“„«「—–-]")
_ITEM = "•"
"""A lone sign that is doubted before a line is the bullet of an item."""
_WIDE = "\u2e80"
_LEVEL = 0.3
"""Letters whose height differs by so much from that of most are of another size: pictures give
heights that vary from line to line."""


def missing() -> str | None:
    """What is wanting for recognising letters; nothing where all is there."""
    try:
        import pytesseract  # noqa: PLC0415, F401 (an extra)
    except ImportError:
        return ADVICE
    if shutil.which("tesseract") is None or not _installed():
        return ADVICE
    return None


def recogniser(languages: str) -> str:
    """Program, version and languages, as a document names what gave its text."""
    import pytesseract  # noqa: PLC0415 (an extra)

    return f"tesseract {pytesseract.get_tesseract_version()} ({languages})"


def languages_of(page: Any) -> str:
    """The languages to look for, as Tesseract names them, told by the script of a page."""
    import pytesseract  # noqa: PLC0415 (an extra)

    try:
        told = pytesseract.image_to_osd(_drawn(page), output_type=pytesseract.Output.DICT)
    except pytesseract.TesseractError:  # too few letters to tell
        told = {}
    known = [code for codes in _LANGUAGES.values() for code in codes if code in _installed()]
    of_script = [code for code in _LANGUAGES.get(told.get("script", ""), ()) if code in known]
    return "+".join(of_script or known)


def recognised(page: Any, number: int, languages: str) -> list[Segment] | None:
    """The pieces of a page, a line each; None where Tesseract does not come to an end."""
    import pytesseract  # noqa: PLC0415 (an extra)

    try:
        found = pytesseract.image_to_data(
            _drawn(page),
            lang=languages,
            output_type=pytesseract.Output.DICT,
            timeout=_PATIENCE,
        )
    except RuntimeError:
        return None
    lines: dict[tuple[int, int, int], list[int]] = {}
    for index, words in enumerate(found["text"]):
        if words.strip():
            place = found["block_num"][index], found["par_num"][index], found["line_num"][index]
            lines.setdefault(place, []).append(index)
    return [_segment(found, words, number, order) for order, words in enumerate(lines.values())]


def level(pages: list[list[Segment]]) -> None:
    """Give the letters of recognised lines one height, where they differ as pictures do."""
    sizes = [piece.size for page in pages for piece in page]
    if not sizes:
        return
    most = median(sizes)
    for page in pages:
        for piece in page:
            if abs(piece.size - most) < _LEVEL * most:
                piece.size = most


@cache
def _installed() -> tuple[str, ...]:
    import pytesseract  # noqa: PLC0415 (an extra)

    known = {code for codes in _LANGUAGES.values() for code in codes}
    return tuple(code for code in pytesseract.get_languages() if code in known)


def _drawn(page: Any) -> Any:
    return page.render(scale=_DOTS / _POINTS, grayscale=True).to_pil()


def _segment(found: dict[str, list[Any]], words: list[int], number: int, order: int) -> Segment:
    scale = _POINTS / _DOTS
    said, doubted = "", []
    for place, index in enumerate(words):
        word, sure = found["text"][index].strip(), float(found["conf"][index]) / 100
        doubtful = sure < _SURE
        if (
            place == 0 < len(words) - 1
            and _BULLET.fullmatch(word)
            and (doubtful or not word.isalpha())
        ):
            said = _ITEM
            continue
        wide = said and said[-1] >= _WIDE <= word[0]
        said += ("" if wide or not said else " ") + word
        if doubtful:
            doubted.append((word, f"{max(sure, 0):.2f}"))
    boxes = [
        tuple(found[side][index] * scale for side in ("left", "top", "width", "height"))
        for index in words
    ]
    top = min(box[1] for box in boxes)
    bottom = max(box[1] + box[3] for box in boxes)
    return Segment(
        said,
        min(box[0] for box in boxes),
        top,
        max(box[0] + box[2] for box in boxes),
        bottom,
        bottom - top,
        bold=False,
        page=number,
        order=order,
        doubted=tuple(doubted),
    )
