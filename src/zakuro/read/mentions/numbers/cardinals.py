"""Cardinals: pieces that add up and multiply to one whole number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from zakuro.read.mentions.numbers.joints import NOTHING, Joints
from zakuro.read.mentions.numbers.tokens import Token

_WIDEST_GAP = 12
_ONE = Decimal(1)
_HUNDRED = Decimal(100)
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
    pair: bool = False
    """One of two digits in a row: 两 and 三 of 两三年."""
    leads: bool = False
    """The first of such two: what it counts stands behind the other."""
    vague_end: int = 0
    """Where the word ends that says so behind the number, before what is counted."""
    hundredths: bool = False
    """A fraction of a hundred: where a language says percents so."""
    scale: Decimal = Decimal(1)
    """The scale that ends it (million, 百万), 1 without one."""
    power: bool = False
    multiple: bool = False
    """Said by a word for what became of a quantity: doubled, 半減."""
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


class Cardinals:
    """A walk over the pieces of one text that puts cardinals and their ordinals together."""

    def __init__(self, joints: Joints, text: str, pieces: list[Token]) -> None:
        self.joints = joints
        self.text = text
        self.pieces = pieces

    def joint(self, index: int) -> frozenset[str]:
        """What the gap before the piece at ``index`` may be."""
        if not 0 < index < len(self.pieces):
            return NOTHING
        start, end = self.pieces[index - 1].end, self.pieces[index].start
        if not 0 <= end - start <= _WIDEST_GAP:
            return NOTHING
        return self.joints.gap(self.text[start:end])

    def article(self, start: int) -> int:
        """The start of the article that means one before ``start``, if it is there."""
        if start and self.text[start - 1] == " ":
            article = self.joints.one.before(self.text, start - 1)
            if article:
                return article[0]
        return start

    def cardinal(self, index: int, stop: int = 0) -> tuple[int, Number | None, Decimal]:
        """Adds and multiplies pieces as long as each fits below what stands before it.

        Gives the index after the last piece used (not beyond ``stop``), the number, and the
        value of its last piece.
        """
        pieces = self.pieces
        stop = stop or len(pieces)
        terms: list[_Term] = []
        here = index
        seam = 0
        vague = ordinal = False
        while here < stop:
            piece = pieces[here]
            joint = self.joint(here) if terms else NOTHING
            if terms and not joint & _CONTINUES:
                break
            if "vague" in joint:
                vague = True
            ordinal = piece.piece.startswith("ordinal")
            scale = piece.piece.endswith("scale")
            if piece.piece in ("fraction", "vulgar", "multiple") or (ordinal and piece.parts):
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
            if ordinal or piece.closes:
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
        number.pair, number.leads = pieces[index].pair, pieces[index].leads
        return used, number, pieces[used - 1].value

    def _counts_one(self, here: int) -> bool:
        """Whether a scale without its factor stands for one: hundred twenty; at a head, hundred."""
        piece = self.pieces[here]
        if piece.plural or not any(self.joints.one):
            return False  # hundreds; a language without articles lists what is bare
        after = self.pieces[here + 1] if here + 1 < len(self.pieces) else None
        if after and after.piece == "word" and self.joint(here + 1) & _CONTINUES:
            return after.value < piece.value
        return piece.value == _HUNDRED and self.text[: piece.start].rstrip(" ")[-1:] in ("", "\n")

    def _changes_script(self, first: int, piece: Token, joint: frozenset[str]) -> bool:
        """A word right after a number in figures begins another one: 1.7 million four years ago."""
        if self.pieces[first].piece != "figures" or piece.figures:
            return False
        if piece.piece.startswith("ordinal"):
            return True
        return piece.piece == "word" and "join" in joint

    def _short(self, piece: Token, here: int) -> Decimal:
        """What a last digit counts where its place is left out (四千五 is 4500), else 1."""
        before = self.pieces[here - 1]
        if (
            not self.joints.short_last
            or piece.piece != "digits"
            or piece.end - piece.start > 1
            or before.piece != "scale"
            or before.value < 100
        ):
            return _ONE
        goes_on = here + 1 < len(self.pieces) and self.pieces[here + 1].piece == "scale"
        return _ONE if goes_on and self.joint(here + 1) & _CONTINUES else before.value / 10

    def _add(self, terms: list[_Term], piece: Token, here: int, joint: frozenset[str]) -> bool:
        room = room_of(piece)
        if terms:
            last = terms[-1]
            positional = piece.piece in ("figures", "digits")
            short = self._short(piece, here)
            if short > 1 and short * piece.value < last.room:
                terms.append(_Term(short * piece.value, short, here, here))
                return True
            if piece.value >= last.room or piece.value == 0:
                return False
            if positional and last.room < 10:
                return False
            if "add" in joint and "join" not in joint:
                if last.room < 100:
                    return False
                if piece.piece == "figures" and last.room > _HUNDRED:
                    return False  # $10 million and 300 scholarships, but 3 hundred and 21
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
            start = self.article(piece.start)
            if start < piece.start:
                article = start
            elif not (piece.bare or terms or self._counts_one(here)):
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


def room_of(piece: Token) -> Decimal:
    """What may be added after a piece must be smaller than its last place that is not zero."""
    if piece.piece in ("figures", "digits") or not piece.value:
        return Decimal(1)
    room = Decimal(1)
    while piece.value % (room * 10) == 0:
        room *= 10
    return room
