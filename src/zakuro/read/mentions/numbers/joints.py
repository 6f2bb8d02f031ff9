"""What may stand between the pieces of a number, and around it, in one language."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from zakuro.languages.inflect import forms
from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import fold
from zakuro.read.lexis.words import Words

if TYPE_CHECKING:
    from zakuro.read.mentions.numbers.numerals import Number

NOTHING: frozenset[str] = frozenset()
_SIGN_AFTER = '\t([<>≤≥≈≒=~\u301c:"「『'
_YEARS = (Decimal(1900), Decimal(2100))


class Joints:
    """The [numbers] of a pack beside its numerals.

    The roles of a joint: ``join`` (pieces follow each other), ``add`` (and), ``point``, ``of``
    (half of a million), ``over`` and ``under`` (numerator first, denominator first), ``mixed``
    (one and a half), ``power``, ``times`` (1.3×10^6), ``vague`` (500余り万).
    """

    def __init__(self, pack: Pack) -> None:
        self._spaced = pack.spaced
        numbers = pack.section("numbers")
        self.short_last: bool = numbers.get("short_last", False)
        self._gaps: dict[str, set[str]] = {}
        for role, words in numbers.get("joints", {}).items():
            for word in words:
                for form, _ in forms(pack, word):
                    self._put(fold(form), role)
        self._frozen = {gap: frozenset(roles) for gap, roles in self._gaps.items()}
        self._digits = {
            ord(character): digit
            for digit, characters in numbers.get("digits", {}).items()
            for character in characters
        }
        self.signed = self._words(pack, numbers.get("sign_after", ()))
        self.negative = self._words(pack, numbers.get("negative", ()))
        self.one = self._words(pack, numbers.get("one_before_scale", ()))
        self.vague = self._words(pack, numbers.get("vague_before", ()))
        self.powers = self._words(pack, numbers.get("power_after", ()))
        self.of = self._words(pack, numbers.get("whole_after", ()))

    @staticmethod
    def _words(pack: Pack, listed: list[str]) -> Words[bool]:
        words: Words[bool] = Words(pack)
        words.add(listed, True)
        return words

    def _put(self, gap: str, role: str) -> None:
        if not gap.strip():
            shapes = {gap}
        elif self._spaced and gap[:1].isalpha():
            shapes = {f" {gap} ", f"-{gap}-"} | ({gap} if len(gap) == 1 else set())
        else:
            shapes = {gap, f" {gap} ", f"{gap} ", f" {gap}"}
        for shape in shapes:
            self._gaps.setdefault(shape, set()).add(role)

    def gap(self, written: str) -> frozenset[str]:
        """The roles of what stands between two pieces."""
        return self._frozen.get(written, NOTHING)

    def digits(self, written: str) -> str:
        """Numeral characters that are read by position, as figures."""
        return written.translate(self._digits)

    def sign(self, text: str, start: int) -> tuple[int, int] | None:
        """Where the sign of what begins at ``start`` begins, and -1 or 1; None without one."""
        if start and text[start - 1] in "-+":
            if not self._may_be_sign(text, start - 1):
                return None
            return start - 1, -1 if text[start - 1] == "-" else 1
        gap = 1 if start and text[start - 1] == " " else 0
        word = self.negative.before(text, start - gap)
        return (word[0], -1) if word else None

    def _may_be_sign(self, text: str, place: int) -> bool:
        """Whether the plus or minus at ``place`` is a sign and no hyphen."""
        before = text[place - 1 : place]
        if before == " ":
            return not text[place - 2 : place - 1].isdigit()  # 15 -20 is a range
        if not before or before in _SIGN_AFTER:
            return True
        return not self._spaced and before.isalpha() and not before.isascii()

    def is_dash(self, text: str, place: int) -> bool:
        """Whether the minus at ``place``, before what is no bare figure, is the dash of a text.

        So it is right behind a word (total cost -5 million dollars), but for one that a figure
        with its sign may follow (was -5 million dollars).
        """
        end = place - 1 if text[place - 1 : place] == " " else place
        return text[end - 1 : end].isalpha() and self.signed.before(text, end) is None

    def divides(self, text: str, left: Number, right: Number) -> bool:
        """Whether what stands between two numbers makes a fraction of them.

        A slash makes none in dates and pairs of years; a word only where the first is smaller.
        """
        link = text[left.end : right.start].strip()
        if link != "/":
            return left.value < right.value or "under" in self.gap(link)
        if (
            text[left.start - 1 : left.start] == "-"
            and text[max(0, left.start - 2) : left.start - 1].isalnum()
        ):
            return False
        if "/" in (text[right.end : right.end + 1], text[left.start - 1 : left.start]):
            return False
        return not (left.whole and _YEARS[0] <= left.value <= _YEARS[1])


@cache
def joints(pack: Pack) -> Joints:
    """The joints of a pack, compiled once."""
    return Joints(pack)
