"""Whom a text is about: who gets what it says is given, where its sentences name nobody."""

from __future__ import annotations

from zakuro.model.vocabulary import (
    benefiting_acts,
    expand,
    founding_acts,
    giving_acts,
    receiving_acts,
    territories,
)
from zakuro.read.clauses.clause import About, Candidate, Context, Sentence
from zakuro.read.parties.entities import Entity
from zakuro.read.parties.roles import Roles
from zakuro.read.statements.part import Part
from zakuro.read.statements.sides import Sides

_OPENING = 600
"""How far from its beginning a text says whom it is about."""
_ACTING = ("subject", "agent", "source", "partner")
_GIVES = frozenset({"promised", "vehicle", "commitment", "organ"})
_NEXT = 24
"""How far behind a name a word may stand that tells that it gives."""
_BODIES = frozenset({"institution", "actor", "company"})
_SUM = 40
"""How far behind a name its sum reaches, where it only stands beside it."""
_SUMS = frozenset({"money", "number", "count"})
_MOST = 2
"""Of so many who meet, each gives to the other."""


def spoken_of(part: Part, home: str | None) -> About:
    """The state that a text names first where it neither begins a line or sentence nor is home.

    Who begins a sentence does something: France gives Chad 3 million euros.  Of home it is where
    home is named so before.
    """
    of_home = False
    for entity in part.entities.between(0, min(_OPENING, part.opening())):
        one = len(entity.codes) == 1 and entity.codes[0] in territories()
        if not one or entity.role in _ACTING or _opens(entity, part.text):
            continue
        beside = part.mentions.between(entity.end, entity.end + _SUM)
        if any(m.type in _SUMS and m.start <= entity.end + 2 for m in beside):
            continue  # Kenya gave 3 million, Peru 4 million
        behind = part.hits.between(entity.end, entity.end + _NEXT)
        if any(not _GIVES.isdisjoint(hit.senses) for hit in behind):
            continue  # Norway's commitments, Japanese aid
        if entity.codes[0] != home:
            return About(entity.codes[0], of_home)
        of_home = True
    return About("", of_home)


def _opens(entity: Entity, text: str) -> bool:
    """Whether a bare name begins a line or a sentence."""
    if entity.role or entity.kind != "party":
        return False
    before = text[: entity.start].rstrip(' "')
    return not before or before[-1] in "\n.:–—-(" or before.endswith((".\nthe", ". the"))


def is_addressed(candidate: Candidate, sentence: Sentence, rules: Roles) -> bool:
    """Whether somebody without a code is given to: is giving the agency; to the Global Fund."""
    text = sentence.folded.text
    act = next((hit for role, hit in reversed(candidate.hits) if "act" in hit.senses), None)
    for hit in sentence.hits:
        if not candidate.start <= hit.start < candidate.end or _BODIES.isdisjoint(hit.senses):
            continue
        between = text[act.end : hit.start] if act is not None else ""
        beside = bool(between) and " " not in between.strip()  # giving the agency
        if rules.before(text, hit.start) == "receiver" or beside:
            return True
    return False


def with_receivers(
    sides: Sides, candidate: Candidate, context: Context, *, measured: bool
) -> Sides:
    """The sides of a giving, filled with whom the text is about; with home only where it is named.

    That a paper of Kenya tells of what France gives does not say that it gives it to Kenya.  What
    the state that the text is about gives itself is for nobody else; ``measured`` tells that an
    amount is given.
    """
    about = context.known.spoken_of
    if sides.receivers or candidate.kind not in ("pledge", "result") or len(sides.givers) > 1:
        return sides
    given = set(expand(sides.givers))
    if about is None or about.code in given or not _does_good(candidate, given, measured=measured):
        return sides
    home = context.home or ""
    gets = home if about.of_home and home not in given else about.code
    meeting = context.frame and len(context.frame) <= _MOST
    if not gets or gets in given or (not given and gets == home):
        return sides
    if meeting and not (gets in context.frame and (measured or candidate.kind == "result")):
        return sides
    return Sides(sides.givers, (gets,))


def _does_good(candidate: Candidate, given: set[str], *, measured: bool) -> bool:
    """Whether a statement tells of a giving, or of something that somebody else built or opened."""
    subject = candidate.subject
    if candidate.act in receiving_acts():
        return False
    if candidate.act is None:
        return measured
    if candidate.act in founding_acts():
        own = subject is not None and subject.kind == "self"
        return bool(given) and candidate.kind == "result" and not own
    return candidate.act in giving_acts() or (bool(given) and candidate.act in benefiting_acts())
