"""Numbers in figures and words: every number of a text with its value and its exact place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from zakuro.languages.load import Pack
from zakuro.read.figures import tidy
from zakuro.read.fold import Folded
from zakuro.read.joints import NOTHING, Joints, joints
from zakuro.read.tokens import Token, tokens

_WIDEST_GAP = 12
_MILLION = Decimal(1_000_000)
_CONTINUES = frozenset(("join", "add", "vague"))


@dataclass(slots=True)
class Number:
    """One number of a folded text.

    ``whole`` is set when it is written as a bare row of digits (the shape of years and pages),
    ``words`` when no figure stands in it; ``vague`` when the text adds inside it that it is
    somewhat more (500余り万).
    """

    start: int
    end: int
    value: Decimal
    whole: bool = False
    words: bool = False
    ordinal: bool = False
    fraction: bool = False
    vague: bool = False
    hundredths: bool = False
    """A fraction of a hundred: where a language says percents so."""
    scale: Decimal = Decimal(1)
    """The scale that ends it (million), 1 without one."""
    power: bool = False
    seam: int = 0
    """The index of the piece after its last joint that adds (and), 0 without one."""


@dataclass(slots=True)
class _Term:
    """A summand of a number, from its first to its last piece."""

    value: Decimal
    room: Decimal
    """What comes next must be smaller than this."""
    first: int
    last: int
    added: bool = False
    """Joined to what stands before it by a word (and)."""
    article: int | None = None
    """Where the article begins that stands for one before a scale."""
    closed: bool = False
    """Made by a scale that no other multiplies: a dozen."""


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


class _Reading:
    """One walk over the pieces of one text."""

    def __init__(self, joints: Joints, text: str, pieces: list[Token]) -> None:
        self._joints = joints
        self._text = text
        self._pieces = pieces

    def _joint(self, index: int) -> frozenset[str]:
        """What the gap before the piece at ``index`` may be."""
        if not 0 < index < len(self._pieces):
            return NOTHING
        start, end = self._pieces[index - 1].end, self._pieces[index].start
        if not 0 <= end - start <= _WIDEST_GAP:
            return NOTHING
        return self._joints.gap(self._text[start:end])

    def number(self, index: int) -> tuple[int, Number | None]:
        """The number that begins with the piece at ``index``, and the index after it."""
        first = index
        index, number = self._compound(index)
        if number is None:
            return index, None
        if self._pieces[first].piece == "scale" and self._joints.vague.before(
            self._text, number.start
        ):
            return index, None
        if self._pieces[index - 1].piece == "scale":
            number.scale = self._pieces[index - 1].value
        number.words = all(piece.piece != "figures" for piece in self._pieces[first:index])
        self._sign(number)
        return index, number

    def _sign(self, number: Number) -> None:
        text, start = self._text, number.start
        if start and text[start - 1] in "-+":
            if self._joints.may_be_sign(text, start - 1):
                number.start, number.whole = start - 1, False
                number.value = -number.value if text[start - 1] == "-" else number.value
            return
        gap = 1 if start and text[start - 1] == " " else 0
        sign = self._joints.negative.before(text, start - gap)
        if sign:
            number.start, number.whole = sign[0], False
            number.value = -number.value

    def _compound(self, index: int) -> tuple[int, Number | None]:
        """A cardinal with what may follow it: decimals, a fraction, a divisor, an exponent."""
        piece = self._pieces[index]
        if piece.piece in ("fraction", "vulgar"):
            number = Number(self._article(piece.start), piece.end, piece.value, fraction=True)
            return self._scaled(index + 1, number)
        index, cardinal, last = self._cardinal(index)
        if cardinal is None:
            return index, None
        if cardinal.ordinal:
            return index, self._one_part(cardinal, piece.start)
        return self._after(index, cardinal, last)

    def _article(self, start: int) -> int:
        """The start of the article that means one before ``start``, if it is there."""
        if start and self._text[start - 1] == " ":
            article = self._joints.one.before(self._text, start - 1)
            if article:
                return article[0]
        return start

    def _one_part(self, number: Number, first: int) -> Number:
        """An ordinal after an article, with its whole behind it, is a fraction (a fifth of)."""
        start = self._article(first)
        text, end = self._text, number.end
        if start == first or number.value <= 2:
            return number
        if end < len(text) and text[end] == " " and not self._joints.of.at(text, end + 1):
            return number
        return Number(start, end, tidy(1 / number.value), fraction=True)

    def _cardinal(self, index: int, stop: int = 0) -> tuple[int, Number | None, Decimal]:
        """Adds and multiplies pieces as long as each fits below what stands before it.

        Gives the index after the last piece used (not beyond ``stop``), the number, and the
        value of its last piece.
        """
        pieces = self._pieces
        stop = stop or len(pieces)
        terms: list[_Term] = []
        here = index
        seam = 0
        vague = ordinal = False
        while here < stop:
            piece = pieces[here]
            joint = self._joint(here) if terms else NOTHING
            if terms and not joint & _CONTINUES:
                break
            if "vague" in joint:
                vague = True
            ordinal = piece.piece.startswith("ordinal")
            scale = piece.piece.endswith("scale")
            if piece.piece in ("fraction", "vulgar") or (ordinal and piece.parts):
                ordinal = False
                break
            if self._changes_script(index, piece, joint):
                ordinal = False
                break
            fits = (
                self._multiply(terms, piece, here, joint)
                if scale
                else self._add(terms, piece, here, joint)
            )
            if not fits:
                ordinal = False
                break
            if "add" in joint and "join" not in joint:
                seam = here
            here += 1
            if ordinal:
                break
        if not terms:
            return index + 1, None, Decimal(0)
        used = terms[-1].last + 1
        start = pieces[index].start
        if terms[0].article is not None:
            start = terms[0].article
        value = sum((term.value for term in terms), Decimal(0))
        whole = used == index + 1 and pieces[index].whole
        ordinal = ordinal and used == here
        number = Number(start, pieces[used - 1].end, value, whole, ordinal=ordinal, vague=vague)
        number.seam = seam if seam < used else 0
        number.power = used == index + 1 and pieces[index].power
        return used, number, pieces[used - 1].value

    def _changes_script(self, first: int, piece: Token, joint: frozenset[str]) -> bool:
        """A word right after a number in figures begins another one: 1.7 million four years ago."""
        if self._pieces[first].piece != "figures" or piece.figures:
            return False
        if piece.piece.startswith("ordinal"):
            return True
        return piece.piece == "word" and "join" in joint

    def _add(self, terms: list[_Term], piece: Token, here: int, joint: frozenset[str]) -> bool:
        room = _room(piece)
        if terms:
            last = terms[-1]
            positional = piece.piece in ("figures", "digits")
            if piece.value >= last.room or piece.value == 0:
                return False
            if positional and last.room < 10:
                return False
            if "add" in joint and "join" not in joint and last.room < 100:
                return False
        added = "add" in joint and "join" not in joint
        terms.append(_Term(piece.value, room, here, here, added))
        return True

    def _multiply(self, terms: list[_Term], piece: Token, here: int, joint: frozenset[str]) -> bool:
        """Multiplies the terms that are smaller than the scale; False where they do not fit."""
        taken: list[_Term] = []
        decimal = piece.value % 10 == 0
        while terms and (terms[-1].room < piece.value or not decimal):
            if terms[-1].closed:
                break
            if taken and taken[-1].added and (terms[-1].room >= 1000 or not decimal):
                if decimal:
                    return False
                break
            taken.append(terms.pop())
        if terms and (not taken or ("join" not in joint and "vague" not in joint)):
            bare = not taken and piece.bare and terms[-1].room > piece.value
            if not bare:
                terms.extend(reversed(taken))
                return False
        article = None
        factor = sum((term.value for term in taken), Decimal(0))
        if not taken:
            factor = Decimal(1)
            start = self._article(piece.start)
            if start < piece.start:
                article = start
            elif not piece.bare and not terms:
                return False
        elif "join" not in joint and "vague" not in joint:
            terms.extend(reversed(taken))
            return False
        value = factor * piece.value
        if terms and value >= terms[-1].room:
            return False
        first = taken[-1].first if taken else here
        article = taken[-1].article if taken else article
        added = bool(taken) and taken[-1].added
        terms.append(_Term(value, piece.value, first, here, added, article, not decimal))
        return True

    def _after(self, index: int, number: Number, last: Decimal) -> tuple[int, Number]:
        joint = self._joint(index)
        if "point" in joint:
            index, number = self._decimals(index, number)
            joint = self._joint(index)
        if not joint:
            return index, number
        if "join" in joint:
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
            here, factor = self._compound(index)
            if factor is not None and factor.power:
                number.value = tidy(number.value * factor.value)
                number.end, number.whole = factor.end, False
                return here, number
        return index, number

    def _scaled(self, index: int, number: Number) -> tuple[int, Number]:
        """A fraction of a scale: half a million, two thirds of a billion."""
        joint = self._joint(index)
        if ("of" in joint or "join" in joint) and self._pieces[index].piece == "scale":
            scale = self._pieces[index]
            number.value = tidy(number.value * scale.value)
            number.end = scale.end
            index += 1
        return index, number

    def _decimals(self, index: int, number: Number) -> tuple[int, Number]:
        """What is said after the point, digit by digit or as one number; then a scale."""
        pieces = self._pieces
        written = ""
        here = index
        while here < len(pieces) and (here == index or "join" in self._joint(here)):
            piece = pieces[here]
            if piece.piece in ("figures", "digits"):
                written += (
                    self._text[piece.start : piece.end]
                    if piece.piece == "figures"
                    else (self._joints.digits(self._text[piece.start : piece.end]))
                )
            elif piece.piece == "word" and piece.value < 10:
                written += str(piece.value)
            else:
                break
            here += 1
        spoken = here < len(pieces) and pieces[here].piece == "scale" and pieces[here].value < 1000
        if not written or (spoken and "join" in self._joint(here)):
            here, tail, _ = self._cardinal(index)
            if tail is None or tail.value != int(tail.value):
                return index, number
            written = str(tail.value)
        if not written.isdigit():
            return index, number
        sign = Decimal(f"0.{written}")
        number.value += sign
        number.end, number.whole = pieces[here - 1].end, False
        return self._scaled(here, number)

    def _parts_of(self, index: int, number: Number) -> tuple[int, Number] | None:
        """A number of parts: three quarters, two thirds; after "and" only its last piece."""
        piece = self._pieces[index]
        if piece.piece == "vulgar":
            number.value += piece.value
            return index + 1, _fraction(number, piece.end)
        if number.seam:
            seam = number.seam
            here, head, last = self._cardinal(self._first(seam, number), seam)
            return self._mixed(here, head, last) if head and here == seam else None
        if piece.piece == "fraction":
            number.value *= piece.value
            return index + 1, _fraction(number, piece.end)
        tens = self._pieces[index - 1]
        first = self._first(index, number)
        if (
            piece.parts
            and piece.value < 10
            and index - first > 1
            and _room(tens) == 10 < tens.value
        ):
            _, head, _ = self._cardinal(first, index - 1)
            if head is not None:
                head.value = tidy(head.value / (tens.value + piece.value))
                return index + 1, _fraction(head, piece.end)
        return self._denominator(index, number)

    def _first(self, index: int, number: Number) -> int:
        """The index of the first piece of a number that reaches to ``index``."""
        while index and self._pieces[index - 1].start >= number.start:
            index -= 1
        return index

    def _denominator(self, index: int, number: Number) -> tuple[int, Number] | None:
        """Two thirds, one fifth, three twenty-firsts: the ordinal tells the parts."""
        here, parts, _ = self._ordinal(index)
        if parts is None or parts.value <= 2:
            return None
        plural = self._pieces[here - 1].parts
        if not plural and number.value != 1:
            return None
        number.value = tidy(number.value / parts.value)
        return here, _fraction(number, parts.end)

    def _ordinal(self, index: int) -> tuple[int, Number | None, Decimal]:
        piece = self._pieces[index]
        if piece.parts:
            return index + 1, Number(piece.start, piece.end, piece.value), piece.value
        here, number, last = self._cardinal(index)
        if number is None or not number.ordinal:
            return index, None, last
        return here, number, last

    def _ratio(self, index: int, number: Number, under: bool) -> tuple[int, Number]:
        """Three quarters as 四分の三 (the parts first), 3/4 or three out of four."""
        here, other, _ = self._cardinal(index)
        if other is None or other.ordinal:
            return index, number
        if under:
            start = other.start
            self._sign(other)
            other.start = start
        if "point" in self._joint(here):
            here, other = self._decimals(here, other)
        if not self._joints.divides(self._text, number, other):
            return index, number
        above, below = (other.value, number.value) if under else (number.value, other.value)
        if below == 0:
            return index, number
        number.value = tidy(above / below)
        number.hundredths = below == 100
        return here, _fraction(number, other.end)

    def _mixed(self, index: int, number: Number, last: Decimal) -> tuple[int, Number] | None:
        """One and a half, 二と四分の一; after a scale the fraction is of that scale."""
        piece = self._pieces[index]
        unit = last if last >= _MILLION else Decimal(1)
        if piece.piece in ("fraction", "vulgar"):
            number.value += piece.value * unit
            return index + 1, _fraction(number, piece.end)
        here, rest = self._compound(index)
        if rest is None or not rest.fraction or (rest.value >= _MILLION and unit > 1):
            return None
        scaled = rest.value * unit if abs(rest.value) < 1 else rest.value
        number.value = tidy(number.value + scaled)
        return here, _fraction(number, rest.end)

    def _raised(self, index: int, number: Number) -> tuple[int, Number]:
        """十の三乗: the exponent, closed by the word that says so."""
        here, exponent, _ = self._cardinal(index)
        if exponent is None:
            return index, number
        self._sign(exponent)
        closed = self._joints.powers.at(self._text, exponent.end)
        if not closed or abs(exponent.value) > 99 or not number.value:
            return index, number
        number.value = tidy(number.value ** int(exponent.value))
        number.end, number.whole, number.power = closed[0], False, True
        return here, number


def _fraction(number: Number, end: int) -> Number:
    number.end, number.fraction, number.whole = end, True, False
    return number


def _room(piece: Token) -> Decimal:
    """What may be added after a piece must be smaller than its last place that is not zero."""
    if piece.piece in ("figures", "digits") or not piece.value:
        return Decimal(1)
    room = Decimal(1)
    while piece.value % (room * 10) == 0:
        room *= 10
    return room
