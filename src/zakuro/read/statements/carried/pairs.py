"""Of two sides the one and the other: who met, whom "both" means, who stands across from whom."""

from __future__ import annotations

from zakuro.model.vocabulary import expand, territories
from zakuro.read.clauses.clause import Candidate, Context, Sentence
from zakuro.read.lexis.span_index import Layer
from zakuro.read.parties.entity import Entity

_FAR = 400
"""How far before the word for both the two may have been named."""


def name_both(
    candidate: Candidate, sentence: Sentence, named: Layer[Entity], context: Context
) -> None:
    """Notes whom "both" means where nobody is told to have met: the two states named last.

    The ministers, the sides are home and whom the text is about, where home is named before them.
    """
    subject = candidate.subject
    if subject is None or subject.kind != "self" or subject.codes or context.frame:
        return
    home, other = context.home, context.known.about.codes
    if home and not (subject.first or context.known.met) and _is_other(other, home):
        before = named.between(0, subject.start)
        if any(home in e.codes or (e.kind == "person" and not e.codes) for e in before):
            subject.codes = (home, *other)
            return
    two = any(h.start == subject.start and "both" in h.senses for h in sentence.hits)
    if not two or context.known.met:
        return
    codes: dict[str, None] = {}
    for entity in reversed(named.between(max(0, subject.start - _FAR), subject.start)):
        if entity.kind != "self" and entity.codes and len(codes) < 2:
            codes.update(dict.fromkeys(c for c in entity.codes if c in territories()))
    if len(codes) == 1 and context.home:
        codes[context.home] = None
    if len(codes) == 2:
        context.known.met = tuple(codes)


def _is_other(codes: tuple[str, ...], home: str) -> bool:
    """Whether codes are those of one state that is not home."""
    return len(codes) == 1 and codes[0] in territories() and home not in codes


def left_of(meeting: tuple[str, ...], near: list[Entity]) -> tuple[str, ...]:
    """The one of those who meet whom words do not name as a receiver, else all of them."""
    got = {code for e in near if e.role == "receiver" for code in expand(e.codes)}
    left = tuple(code for code in meeting if not got.issuperset(expand((code,))))
    return left if len(left) == 1 else meeting


def note_agreed(givers: tuple[str, ...], candidate: Candidate, context: Context) -> None:
    """Notes two states that agree on something as those who met, where nobody else did."""
    two = len(givers) == 2 and territories().keys() >= set(givers)
    if two and "lead.commit" in candidate.facts and not (context.frame or context.known.met):
        context.known.met = givers


def opposite(givers: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The other side of who gives: of two who met, else home, or whom the document is about."""
    two = context.frame if len(context.frame) == 2 else context.known.met
    sides = (*two, *((context.home,) if context.home else ()), *context.known.about.codes)
    met = set(two)
    if len(two) == 2 and met.isdisjoint(givers):
        return ()
    other = next((code for code in sides if code not in givers), None)
    return (other,) if other else ()


def between(near: list[Entity], context: Context) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Who gives and who gets where something is exchanged between home and another, if it is.

    Home's side is one without a code: our ambassador in A, and A's minister.
    """
    sides = [entity for entity in near if entity.companion and entity.kind == "person"]
    home = any(not entity.codes for entity in sides)
    others = tuple(dict.fromkeys(code for entity in sides for code in entity.codes))
    if not home or context.home is None or context.home in others:
        return None
    return (context.home,), others or context.known.about.codes
