"""Numbers in figures and words: every number of a text with its value and its exact place."""

from __future__ import annotations

from decimal import Decimal

from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.numbers.cardinals import Cardinals, Number, room_of
from zakuro.read.mentions.numbers.figures import tidy
from zakuro.read.mentions.numbers.joints import joints
from zakuro.read.mentions.numbers.tokens import tokens

_HUNDRED = Decimal(100)
_MILLION = Decimal(1_000_000)
_HALF = Decimal("0.5")

__all__ = ["Number", "find"]


def find(folded: Folded, pack: Pack) -> list[Number]:
    """Every number of the text, in order; none overlaps another."""
    pieces = tokens(pack).find(folded)
    if not pieces:
        return []
    reading = _Reading(joints(pack), folded.text, pieces)
    numbers: list[Number] = []
    index = 0
    while index < len(pieces):
        index, number = reading.number(index)
        if number is not None:
            numbers.append(number)
    return numbers


class _Reading(Cardinals):
    """Cardinals with what belongs to them: signs, decimals, fractions, powers."""

    def number(self, index: int) -> tuple[int, Number | None]:
        """The number that begins with the piece at ``index``, and the index after it."""
        first = index
        index, number = self._compound(index)
        if number is None:
            return index, None
        if self.pieces[first].piece == "scale":
            gap = number.start - (self.text[number.start - 1 : number.start] == " ")
            if self.joints.vague.before(self.text, gap):
                return index, None
        number.scale = self._scale(first, index)
        number.words = all(piece.piece != "figures" for piece in self.pieces[first:index])
        self._sign(number)
        return index, number

    def _scale(self, first: int, after: int) -> Decimal:
        """The scale that ends a number, as one where several do: 3 百万, but 三十 万."""
        scale = Decimal(1)
        for piece in reversed(self.pieces[first:after]):
            if piece.piece != "scale" or (scale > 1 and piece.value < _HUNDRED):
                break
            scale *= piece.value
        return scale

    def _sign(self, number: Number) -> None:
        sign = self.joints.sign(self.text, number.start)
        if sign:
            number.start, number.whole = sign[0], False
            number.value *= sign[1]

    def _compound(self, index: int) -> tuple[int, Number | None]:
        """A cardinal with what may follow it: decimals, a fraction, a divisor, an exponent."""
        piece = self.pieces[index]
        if piece.piece in ("fraction", "vulgar"):
            number = Number(self.article(piece.start), piece.end, piece.value, fraction=True)
            return self._scaled(index + 1, number)
        if piece.piece == "multiple":
            return index + 1, Number(piece.start, piece.end, piece.value, multiple=True)
        index, cardinal, last = self.cardinal(index)
        if cardinal is None:
            return index, None
        if cardinal.ordinal:
            return index, self._one_part(cardinal, piece.start)
        return self._after(index, cardinal, last)

    def _one_part(self, number: Number, first: int) -> Number:
        """An ordinal after an article, with its whole behind it, is a fraction (a fifth of)."""
        start = self.article(first)
        text, end = self.text, number.end
        if start == first or number.value <= 2:
            return number
        if end < len(text) and text[end] == " " and not self.joints.of.at(text, end + 1):
            return number
        return Number(start, end, tidy(1 / number.value), fraction=True)

    def _after(self, index: int, number: Number, last: Decimal) -> tuple[int, Number]:
        joint = self.joint(index)
        if "point" in joint:
            index, number = self._decimals(index, number)
            joint = self.joint(index)
        if not joint:
            return index, number
        half = "mixed" in joint and not number.seam and self._is_half(index)
        if "join" in joint and not half:
            parts = self._parts_of(index, number)
            if parts:
                return self._scaled(*parts)
        if "under" in joint or "over" in joint:
            return self._ratio(index, number, "under" in joint)
        if "mixed" in joint:
            mixed = self._mixed(index, number, last)
            if mixed:
                return self._scaled(*mixed)
        if "power" in joint:
            return self._raised(index, number)
        if "times" in joint:
            here, factor, _ = self.cardinal(index)
            if factor is not None and "power" in self.joint(here):
                here, factor = self._raised(here, factor)
            if factor is not None and factor.power:
                number.value = tidy(number.value * factor.value)
                number.end, number.whole = factor.end, False
                return here, number
        return index, number

    def _scaled(self, index: int, number: Number) -> tuple[int, Number]:
        """A fraction of a scale: half a million, two thirds of a billion."""
        joint = self.joint(index)
        if ("of" in joint or "join" in joint) and self.pieces[index].piece == "scale":
            scale = self.pieces[index]
            number.value = tidy(number.value * scale.value)
            number.end = scale.end
            index += 1
        return index, number

    def _decimals(self, index: int, number: Number) -> tuple[int, Number]:
        """What is said after the point, digit by digit or as one number; then a scale."""
        pieces = self.pieces
        written = ""
        here = index
        while here < len(pieces) and (here == index or "join" in self.joint(here)):
            piece = pieces[here]
            if piece.piece in ("figures", "digits"):
                written += (
                    self.text[piece.start : piece.end]
                    if piece.piece == "figures"
                    else (self.joints.digits(self.text[piece.start : piece.end]))
                )
            elif piece.piece == "word" and piece.value < 10:
                written += str(piece.value)
            else:
                break
            here += 1
        spoken = here < len(pieces) and pieces[here].piece == "scale" and pieces[here].value < 1000
        if not written or (spoken and "join" in self.joint(here)):
            here, tail, _ = self.cardinal(index)
            if tail is None or tail.value != int(tail.value):
                return index, number
            written = str(tail.value)
        if not written.isdigit():
            return index, number
        sign = Decimal(f"0.{written}")
        number.value += sign
        number.end, number.whole = pieces[here - 1].end, False
        return self._scaled(here, number)

    def _is_half(self, index: int) -> bool:
        """Whether a half stands there, which is added (two and a half) and never counted."""
        piece = self.pieces[index]
        return piece.piece == "fraction" and piece.value == _HALF

    def _parts_of(self, index: int, number: Number) -> tuple[int, Number] | None:
        """A number of parts: three quarters, two thirds; after "and" only its last piece."""
        piece = self.pieces[index]
        if piece.piece == "vulgar":
            number.value += piece.value
            return index + 1, _fraction(number, piece.end)
        if number.seam:
            seam = number.seam
            here, head, last = self.cardinal(self._first(seam, number), seam)
            return self._mixed(here, head, last) if head and here == seam else None
        if piece.piece == "fraction":
            number.value *= piece.value
            return index + 1, _fraction(number, piece.end)
        tens = self.pieces[index - 1]
        first = self._first(index, number)
        if (
            piece.parts
            and piece.value < 10
            and index - first > 1
            and room_of(tens) == 10 < tens.value
        ):
            _, head, _ = self.cardinal(first, index - 1)
            if head is not None:
                head.value = tidy(head.value / (tens.value + piece.value))
                return index + 1, _fraction(head, piece.end)
        return self._denominator(index, number)

    def _first(self, index: int, number: Number) -> int:
        """The index of the first piece of a number that reaches to ``index``."""
        while index and self.pieces[index - 1].start >= number.start:
            index -= 1
        return index

    def _denominator(self, index: int, number: Number) -> tuple[int, Number] | None:
        """Two thirds, one fifth, three twenty-firsts: the ordinal tells the parts."""
        here, parts, _ = self._ordinal(index)
        if parts is None or parts.value <= 2:
            return None
        plural = self.pieces[here - 1].parts
        if not plural and number.value != 1:
            return None
        number.value = tidy(number.value / parts.value)
        return here, _fraction(number, parts.end)

    def _ordinal(self, index: int) -> tuple[int, Number | None, Decimal]:
        piece = self.pieces[index]
        if piece.parts:
            return index + 1, Number(piece.start, piece.end, piece.value), piece.value
        here, number, last = self.cardinal(index)
        if number is None or not number.ordinal:
            return index, None, last
        return here, number, last

    def _ratio(self, index: int, number: Number, under: bool) -> tuple[int, Number]:
        """Three quarters as 四分の三 (the parts first), 3/4 or three out of four."""
        here, other, _ = self.cardinal(index)
        if other is None or other.ordinal:
            return index, number
        if under:
            start = other.start
            self._sign(other)
            other.start = start
        if "point" in self.joint(here):
            here, other = self._decimals(here, other)
        if not self.joints.divides(self.text, number, other):
            return index, number
        above, below = (other.value, number.value) if under else (number.value, other.value)
        if below == 0:
            return index, number
        number.value = tidy(above / below)
        number.hundredths = below == 100
        return here, _fraction(number, other.end)

    def _mixed(self, index: int, number: Number, last: Decimal) -> tuple[int, Number] | None:
        """One and a half, 二と四分の一; after a scale the fraction is of that scale."""
        piece = self.pieces[index]
        unit = last if last >= _MILLION else Decimal(1)
        if piece.piece in ("fraction", "vulgar"):
            number.value += piece.value * unit
            return index + 1, _fraction(number, piece.end)
        here, rest = self._simple_fraction(index)
        if rest is None:
            return None
        scaled = rest.value * unit if abs(rest.value) < 1 else rest.value
        number.value = tidy(number.value + scaled)
        return here, _fraction(number, rest.end)

    def _simple_fraction(self, index: int) -> tuple[int, Number | None]:
        """A fraction that stands for itself: two thirds, 3/4, 四分の一, with its scale."""
        here, number, _ = self.cardinal(index)
        if number is None:
            return index, None
        if number.ordinal:
            number = self._one_part(number, self.pieces[index].start)
            return (here, number) if number.fraction else (index, None)
        joint = self.joint(here)
        if "join" in joint and not number.fraction:
            parts = self._parts_of(here, number)
            if parts is not None:
                here, number = parts
        elif "under" in joint or "over" in joint:
            here, number = self._ratio(here, number, "under" in joint)
        if not number.fraction:
            return index, None
        return self._scaled(here, number)

    def _raised(self, index: int, number: Number) -> tuple[int, Number]:
        """十の三乗: the exponent, closed by the word that says so."""
        here, exponent, _ = self.cardinal(index)
        if exponent is None:
            return index, number
        self._sign(exponent)
        closed = self.joints.powers.at(self.text, exponent.end)
        if not closed or abs(exponent.value) > 99 or not number.value:
            return index, number
        number.value = tidy(number.value ** int(exponent.value))
        number.end, number.whole, number.power = closed[0], False, True
        return here, number


def _fraction(number: Number, end: int) -> Number:
    number.end, number.fraction, number.whole = end, True, False
    return number
