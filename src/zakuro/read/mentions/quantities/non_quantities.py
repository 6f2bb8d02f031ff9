"""What only looks like a number: list numbering, paragraphs, telephone numbers, names."""

from __future__ import annotations

import re
from functools import cache

from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.words import Words
from zakuro.read.mentions.numbers.numerals import Number
from zakuro.read.mentions.quantities.units import units

_INDENT = 60
_TEN = 10
_SECTION = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}")
_SETS_OFF = (":", ".")
# A time of day with its sign parted, as tokenised texts have it: 11 : 30.
_PARTED_CLOCK = re.compile(r" : [0-5][0-9](?![0-9])")
_PARTED_CLOCK_BEFORE = re.compile(r"(?<![0-9])[0-9]{1,2} : \Z")
_ROW_BEFORE = re.compile(r"(?:[0-9a-z]-[0-9]{1,8}|[a-z][0-9]{1,8})-\Z")
_ROW_AFTER = re.compile(r"-[0-9]{1,8}[-/][0-9]")


class Plain:
    """Tells figures that number, name or address something from those that count."""

    def __init__(self, pack: Pack) -> None:
        section = pack.section("plain")
        self._spaced = pack.spaced
        self._units = units(pack)
        self._stop_ends = "." in pack.section("sentence").get("ends", (".",))
        self._before: Words[bool] = Words(pack)
        self._before.add(section.get("before", ()), True)
        self._before.add(section.get("before_year", ()), True)
        self._year: Words[bool] = Words(pack)
        self._year.add(section.get("before_year", ()), True)
        self._called: Words[bool] = Words(pack)
        self._called.add(section.get("says_year", ()), True)
        self._after: Words[bool] = Words(pack)
        self._after.add(section.get("after", ()), True)
        self._pronoun_before: Words[bool] = Words(pack)
        self._pronoun_before.add(section.get("pronoun_before", ()), True)
        self._pronoun_after: Words[bool] = Words(pack)
        self._pronoun_after.add(section.get("pronoun_after", ()), True)
        self._name_before: Words[bool] = Words(pack)
        self._name_before.add(section.get("name_before", ()), True)
        self._name_after: Words[bool] = Words(pack)
        self._name_after.add(section.get("name_after", ()), True)
        self._surnames = frozenset(section.get("surnames", ()))
        letters = section.get("neighbours", "")
        self._neighbour = re.compile(letters) if letters else None

    def looks_only(self, folded: Folded, number: Number, last: int) -> bool:
        """Whether the number is none: a reference, a name with a figure, list numbering.

        ``last`` is where the number before it ends.
        """
        text, start, end = folded.text, number.start, number.end
        left, right = text[start - 1 : start], text[end : end + 1]
        if not number.words:
            if left and (left in "/_&#@?" or self._glued(text, start)):
                return True
            if left in ("=", "+") and text[start - 2 : start - 1].isalnum():
                return True
            if right == "+" and text[end + 1 : end + 2].isdigit():
                return True  # 10+3
            if right in _SETS_OFF and text[end + 1 : end + 2].isdigit():
                return True
            if left in _SETS_OFF and text[start - 2 : start - 1].isdigit():
                return True
            if _PARTED_CLOCK.match(text, end):
                return True
            if end - start == 2 and _PARTED_CLOCK_BEFORE.search(text[max(0, start - 6) : start]):
                return True
            if (right and right in "_=&@") or self._chained(text, start, end, last):
                return True
        place = start - 1 if left == " " else start
        if self._before.before(text, place) or self._opens_a_rate(text, start, end):
            return True
        after = self._after.at(text, end) or self._after.at(text, end + 1 if right == " " else end)
        if after:
            unit = self._units.after.at(text, end + 1 if right == " " else end)
            return unit is None or unit[0] <= after[0]
        return not number.words and self._numbering(folded, start, end)

    def says_year(self, folded: Folded, number: Number) -> bool:
        """Whether the word before four figures says that they are a year: the year 2025."""
        text, start = folded.text, number.start
        place = start - 1 if text[start - 1 : start] == " " else start
        return self._called.before(text, place) is not None

    def names_no_year(self, folded: Folded, number: Number) -> bool:
        """Whether four figures are a reference (resolution 1973) and no year (Act 2017)."""
        text, start = folded.text, number.start
        place = start - 1 if text[start - 1 : start] == " " else start
        return self.looks_only(folded, number, 0) and not self._year.before(text, place)

    def _glued(self, text: str, start: int) -> bool:
        """Letters right before the figures (G20), other than those of a currency."""
        left = text[start - 1]
        if not (left.isalpha() and (left.isascii() or self._spaced)):
            return False
        currency = self._units.before.before(text, start)
        return currency is None or currency[1].capitals

    def _opens_a_rate(self, text: str, start: int, end: int) -> bool:
        """Whether a number is the one of each that a rate is told for: 1世帯当たり."""
        rate = self._units.per_before.at(text, start)
        return rate is not None and rate[0] > end

    def _chained(self, text: str, start: int, end: int, last: int) -> bool:
        """Part of a code or a row of figures with hyphens (COVID-19, 03-1234-5678)."""
        left, right = text[start - 2 : start], text[end : end + 2]
        behind = len(left) == 2 and left[1] == "-" and left[0].isalnum()
        behind = behind and (self._spaced or left[0].isascii())
        ahead = len(right) == 2 and right[0] == "-" and right[1].isdigit()
        if behind and left[0].isalpha():
            return last != start - 1
        if behind and ahead:
            return True
        if behind:
            return _ROW_BEFORE.search(text[max(0, start - 20) : start]) is not None
        return ahead and _ROW_AFTER.match(text, end) is not None

    def _numbering(self, folded: Folded, start: int, end: int) -> bool:
        """A number that opens its line and is set off by a full stop or a bracket."""
        text = folded.text
        right = text[end : end + 1]
        if right == "\\":
            end, right = end + 1, text[end + 1 : end + 2]
        if not right or right not in ").、":
            return False
        if right == ")" and self._enumerates(text, start, end):
            return True
        after = text[end + 1 : end + 2]
        if right == "." and not self._stop_ends and not after.isdigit():
            return True
        if after.isdigit() or (right != ")" and self._spaced and after.isalnum()):
            return False
        if start and text[start - 1] == "(":
            start -= 1
        place = folded.start(start)
        line = folded.original[max(0, place - _INDENT) : place].rstrip(" \t\u3000*#-•")
        return line.endswith("\n") or (not line and place <= _INDENT)

    def heads(self, folded: Folded, number: Number) -> bool:
        """Whether a number with a point is that of the section its line begins: 3.1 Projects."""
        text, start, end = folded.text, number.start, number.end
        if text[start - 1 : start] not in ("", "\n", "\t") or not _SECTION.fullmatch(
            text, start, end
        ):
            return False
        after = end + 1 if text[end : end + 1] == " " else end
        return after < len(text) and folded.exact(after, after + 1).isupper()

    def names(self, folded: Folded, number: Number, end: int) -> bool:
        """Whether a number in words, with what it counts up to ``end``, is part of a name.

        The Three Gorges, 三国町, 王五.
        """
        text, start = folded.text, number.start
        if self._name_after.at(text, end):
            return True
        if text[start - 1 : start] in self._surnames and number.value < _TEN:
            return not text[start - 2 : start - 1].isalpha()
        if not self._name_before.before(text, start - 1):
            return False
        noun = text.rfind(" ", start, end) + 1
        return folded.exact(start, start + 1).isupper() and folded.exact(noun, noun + 1).isupper()

    @staticmethod
    def _enumerates(text: str, start: int, end: int) -> bool:
        """Whether a bracket behind a number closes none, or holds one figure only: 1) or (1)."""
        if end - start == 1 and text[start - 1 : start] == "(":
            return True
        before = text[max(0, start - _INDENT) : start]
        return before.count("(") <= before.count(")") and before[-1:] in ("", " ")

    def stands_free(self, folded: Folded, number: Number) -> bool:
        """Whether a number without a unit may be one: no part of a longer word, no pronoun."""
        text, start, end = folded.text, number.start, number.end
        if not number.words:
            return not (text[end : end + 1].isascii() and text[end : end + 1].isalpha())
        if number.fraction:
            return True
        if number.scale > 1 and number.scale % 10:  # a dozen counts by itself
            return True
        if self._neighbour is not None:
            match = self._neighbour.match
            return not ((start and match(text, start - 1)) or match(text, end))
        if number.value == 1:
            place = start - 1 if text[start - 1 : start] == " " else start
            after = end + 1 if text[end : end + 1] == " " else end
            return not (
                self._pronoun_before.before(text, place) or self._pronoun_after.at(text, after)
            )
        return True


@cache
def plain(pack: Pack) -> Plain:
    """What only looks like a number in a language, compiled once."""
    return Plain(pack)
