"""The numbers of paragraphs, which a Word document keeps apart from their words."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

from zakuro.read.document.plain.markers import Marker

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = "〇一二三四五六七八九"
_DIGITS = frozenset({"decimal", "decimalZero", "decimalFullWidth", "decimalHalfWidth"})
_KANJI = frozenset(
    "chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting"
    " taiwaneseCountingThousand ideographDigital japaneseDigitalTenThousand".split()
)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class _Level(NamedTuple):
    """How one level of a list is numbered: ``pattern`` holds ``%1`` for the first level's."""

    form: str
    pattern: str
    start: int


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: Any | None) -> None:
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        self._restarts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        abstract = {
            element.get(f"{W}abstractNumId", ""): _levels(element)
            for element in root.iter(f"{W}abstractNum")
        }
        for number in root.iter(f"{W}num"):
            name, shared = number.get(f"{W}numId", ""), value(number, "abstractNumId")
            levels = dict(abstract.get(shared, {}))
            for override in number.iter(f"{W}lvlOverride"):
                levels |= _levels(override)
                if start := value(override, "startOverride"):
                    place = _whole(override.get(f"{W}ilvl", "0"))
                    self._restarts.setdefault(name, {})[place] = _whole(start)
            self._lists[name] = (shared, levels)

    def label(self, name: str, level: int) -> Marker | None:
        """Count on in the list of this name; the mark of the next paragraph, None for no list.

        ``style`` is the label as it is shown before the paragraph.
        """
        shared, levels = self._lists.get(name, ("", {}))
        if level not in levels:
            return None
        counts = self._counts[shared]
        if name not in self._begun:
            self._begun.add(name)
            for place, start in self._restarts.get(name, {}).items():
                counts[place] = start - 1
        form, pattern, start = levels[level]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [place for place in counts if place > level]:
            del counts[deeper]
        if form in ("bullet", "none"):
            return Marker("•" if form == "bullet" else "", None, None, 0)
        shown = pattern
        for place in range(level + 1):
            kind, _, first = levels.get(place, levels[level])
            shown = shown.replace(f"%{place + 1}", _written(counts.get(place, first), kind))
        return Marker(shown, counts[level], counts[level], 0)


def _levels(element: Any) -> dict[int, _Level]:
    return {
        _whole(level.get(f"{W}ilvl", "0")): _Level(
            value(level, "numFmt") or "decimal",
            value(level, "lvlText"),
            _whole(value(level, "start") or "1"),
        )
        for level in element.iter(f"{W}lvl")
    }


def value(element: Any, child: str) -> str:
    """The value of an element's child; nothing where there is none."""
    found = element.find(f"{W}{child}")
    return str(found.get(f"{W}val", "")) if found is not None else ""


def _whole(words: str) -> int:
    return int(words) if words.isdecimal() and len(words) < 6 else 0


def _written(number: int, form: str) -> str:
    """A number in digits, letters, Roman or Chinese numerals."""
    if form in _KANJI and 0 < number < 100:
        tens, ones = divmod(number, 10)
        before = "" if not tens else "十" if tens == 1 else f"{_CHINESE[tens]}十"
        return before + (_CHINESE[ones] if ones else "")
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < number < 40:
        rest, roman = number, ""
        for worth, digits in _ROMAN:
            roman += digits * (rest // worth)
            rest %= worth
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalEnclosedCircle" and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    return str(number)
