"""Marks that stand before an item or a numbered heading: bullets, numbers, letters."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

_SPACE = r"[ \t\u00a0\u3000]"
_MARKER = re.compile(
    rf"""
    (?: (?P<bullet>
            [-*+·–—](?={_SPACE})
          | [-–](?=[^\W\d_\x00-\x7f])
          | ——?(?=[0-9０-９]|[^\W\d_\x00-\u2e7f])
          | [•‣▪▫■□◆◇●○◦・◾▶►▷▽▼△▲◎★☆✓✔➢] )
      | [(（] (?P<inside>\d{{1,3}}|[IVX]{{1,6}}|[ivx]{{1,6}}|[^\W\d_]) [)）]
      | (?P<before>\d{{1,3}}|[IVX]{{1,6}}|[ivx]{{1,6}}|[^\W\d_]) \\?(?P<point>[.．)）](?!\d)|、)
      | (?P<circled>[①-⑳❶-❿➀-➉])
      | (?P<apart>\d{{1,3}}|[ア-ン一二三四五六七八九十])(?=\u3000) )
    {_SPACE}*
    """,
    re.X,
)
_SPEECH = re.compile(r"[,!?…][»”]? [–—] [^\W\d_]")
"""How words spoken end, behind the dash with which they began: – We shall help, – he said."""
_SYLLABLES = "アイウエオカキクケコサシスセソタチツテト"
_ROMAN = {"I": 1, "V": 5, "X": 10}
_BULLETS = frozenset("-*+·–—•‣▪▫■□◆◇●○◦・◾▶►▷▽▼△▲◎★☆✓✔➢(（")
_BEHIND = frozenset(".．)）、\\\u3000")


class Marker(NamedTuple):
    """A mark before an item.

    ``style`` is equal for the marks of one list; ``number`` is given for digits and Roman digits;
    ``place`` is the place in the row for letters as well; ``end`` is where the content begins.
    """

    style: str
    number: int | None
    place: int | None
    end: int


def marker_at(text: str, start: int, end: int) -> Marker | None:
    """The mark at ``start``, in a line that ends at ``end``."""
    first = text[start]
    # Nearly every line begins with a word: two looks tell, before the pattern is tried.
    if (
        first not in _BULLETS
        and not first.isnumeric()
        and text[start + 1 : start + 2] not in _BEHIND
        and first not in "IVXivx"
    ):
        return None
    found = _MARKER.match(text, start, end)
    if found is None:
        return None
    if bullet := found["bullet"]:
        if bullet in "–—" and _SPEECH.search(text, found.end(), end):
            return None
        return Marker(bullet, None, None, found.end())
    if circled := found["circled"]:
        number = int(unicodedata.numeric(circled))
        return Marker("①", number, number, found.end())
    if apart := found["apart"]:
        return _labelled(apart, "\u3000", found.end(), text)
    label = found["inside"] or found["before"]
    point = found["point"] or "()"
    return _labelled(label, "." if point == "．" else point, found.end(), text)


def _labelled(label: str, point: str, end: int, text: str) -> Marker | None:
    """The mark with a label of digits, Roman digits, one numeral or one letter."""
    if label.isdecimal():
        if point == "、" and text[end : end + 1].isdecimal():
            return None
        number = int(label)
        return Marker(f"1{point}", number, number, end)
    # "e.g." and "I.e." are words, "A. Trade" has a space; "三、四カ国" counts three or four.
    after = text[end : end + 1]
    counts = point == "、" and after.isnumeric() and not after.isdecimal()
    if counts or (point == "." and text[end - 1] in ".\\"):
        return None
    if len(label) == 1 and label.isnumeric():
        number = int(unicodedata.numeric(label))
        return Marker(f"一{point}", number, number, end) if number else None
    if place := _SYLLABLES.find(label) + 1:
        return Marker(f"ア{point}", None, place, end)
    if point in "、\u3000" or label.upper() == label.lower():
        return None
    case = "A" if label.isupper() else "a"
    if set(label.upper()) <= _ROMAN.keys():
        number = _roman(label.upper())
        return Marker(f"{'I' if case == 'A' else 'i'}{point}", number, number, end)
    return Marker(f"{case}{point}", None, ord(label) - ord(case) + 1, end)


def _roman(label: str) -> int:
    values = [_ROMAN[letter] for letter in label]
    return sum(-value if value < after else value for value, after in pairwise([*values, 0]))
