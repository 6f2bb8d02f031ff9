"""To whom: who gets what a sentence gives that names nobody.

Of those who are in focus the innermost gets who is not the giver: whom the sentence began with, its
list is for, the section told of last, the giver meets, the whole text is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from zakuro.model.vocabulary import (
    benefiting_acts,
    expand,
    founding_acts,
    giving_acts,
    growing_acts,
    meeting_acts,
    receiving_acts,
    territories,
    vocabulary,
)
from zakuro.read.clauses.clause import Candidate, Context, Sentence
from zakuro.read.parties.entity import Entity
from zakuro.read.parties.roles import Roles, roles
from zakuro.read.statements.giving import TOLD
from zakuro.read.statements.part import Part
from zakuro.read.statements.sides import Sides
from zakuro.read.weighing.silence import MODEL

_GIVES = frozenset({"promised", "vehicle", "commitment", "organ"})
_NEXT = 24
"""How far behind a name a word may stand that tells that it gives."""
_SUM = 40
"""How far behind a name its sum reaches, where it only stands beside it."""
_SUMS = frozenset({"money", "number", "count"})
_ACTING = ("subject", "agent", "partner", "source")
_DOES = ("agent", "source")
_AT = ("receiver", "place", "goal", "either")
_AMOUNTS = frozenset({"money", "count", "dimension"})
_BODIES = frozenset({"institution", "actor", "company"})
_NOT_DONE_FOR = receiving_acts() | meeting_acts() | growing_acts() | {None}
"""Acts, or none, that nobody does for another by only naming it."""


def beside(part: Part, sentence: Sentence, found: list[Candidate], context: Context) -> None:
    """Notes the state that a sentence names last, where it is neither home nor who gave.

    Who acts in the sentence, or gives in it, is none that somebody else gives to.
    """
    acting = [candidate.subject for candidate in found]
    for entity in sentence.entities:
        state = entity.kind == "party" and len(entity.codes) == 1 and _is_place(entity.codes[0])
        if state and entity.codes[0] not in (context.home, *context.gave):
            free = entity not in acting and not does(entity, part)
            context.beside = entity.codes if free else ()


def does(entity: Entity, part: Part) -> bool:
    """Whether a name is that of somebody who does or gives something."""
    if entity.role in _ACTING:
        return True
    beside = part.mentions.between(entity.end, entity.end + _SUM)
    if any(m.type in _SUMS and m.start <= entity.end + 2 for m in beside):
        return True  # Kenya gave 3 million, Peru 4 million
    behind = part.hits.between(entity.end, entity.end + _NEXT)
    return any(not _GIVES.isdisjoint(hit.senses) for hit in behind)  # Norway's commitments


def _is_place(code: str) -> bool:
    """Whether a code is that of a state or a part of the world, and of no organisation."""
    return code in territories() or code.startswith("M49:")


def with_focus(
    sides: Sides,
    candidate: Candidate,
    sentence: Sentence,
    near: list[Entity],
    context: Context,
    part: Part,
    *,
    measured: bool,
) -> Sides:
    """The sides of a giving, filled with who gave last and with whom the text has in focus.

    ``near`` are the parties that it names; ``measured`` tells that an amount is given.
    """
    if candidate.kind not in ("pledge", "result"):
        return sides
    told_else = _is_by_another(candidate, sentence, near)
    goes_on = () if told_else else _goes_on(sides, candidate, context)
    filled = sides._replace(givers=sides.givers or goes_on)
    stopped = is_addressed(candidate, sentence, roles(part.pack))
    if not (sides.receivers or stopped or is_at_home(candidate, sentence, near, filled.givers)):
        gives = _gives(candidate, filled.givers, measured=measured)
        given = set(expand(filled.givers)) | candidate.donors
        focused = _in_focus(filled.givers, candidate, sentence, near, context, gives=gives)
        for codes, near_by in focused:
            gets = tuple(code for code in codes if not given.issuperset(expand((code,))))
            if gets and _aided(filled.givers, gets, context):
                break  # what is added to another's gift is one's own share
            if gets:
                named = _named(gets, sentence.start, part, near_by=near_by)
                filled = filled._replace(receivers=gets, focus=named)
                break
    _note(sides, filled, candidate, sentence, context)
    return filled


def _aided(givers: tuple[str, ...], gets: tuple[str, ...], context: Context) -> bool:
    """Whether all who would get have given to all who give: of a group its other members."""
    aided = context.known.aided
    giving = expand(givers)
    return bool(givers) and all(
        (code, own) in aided for own in giving for code in expand(gets) if code not in giving
    )


def _named(codes: tuple[str, ...], at: int, part: Part, *, near_by: bool) -> Entity | None:
    """Who names one of those in focus: last before a sentence, or first in the text."""
    things = part.entities.things
    before = reversed(part.entities.between(0, at)) if near_by else iter(things)
    return next((e for e in before if not set(codes).isdisjoint(e.codes)), None)


def _goes_on(sides: Sides, candidate: Candidate, context: Context) -> tuple[str, ...]:
    """Who gives what goes on with a gift told before: three more will be sent.

    Of what somebody gets it is home where an office of it is spoken of.
    """
    if context.frame or candidate.subject is not None or not _is_told(candidate):
        return ()
    gave = context.gave or context.known.gives
    givers = tuple(code for code in gave if code not in sides.receivers)
    topic = context.topic
    office = topic is not None and topic.kind == "person" and not topic.codes
    if not givers and context.home and sides.receivers and candidate.open and office:
        return (context.home,) if context.home not in sides.receivers else ()
    return givers


def _is_by_another(candidate: Candidate, sentence: Sentence, near: list[Entity]) -> bool:
    """Whether the words of a giving name who does it: a state, or a bank, a firm, an agency."""
    if any(entity.role in _DOES and candidate.subject is not entity for entity in near):
        return True
    return "passive" in candidate.facts and any(
        not _BODIES.isdisjoint(hit.senses)
        for hit in sentence.hits
        if candidate.start <= hit.start < candidate.end
    )


def _is_told(candidate: Candidate) -> bool:
    """Whether a sentence tells of a giving: by its act, its sum, or a thing that is on its way."""
    facts = candidate.facts
    coming = "who.thing" in facts and "future" in facts
    gives = candidate.act in giving_acts() or "money" in facts or coming
    return gives and candidate.rule not in TOLD


def _in_focus(
    givers: tuple[str, ...],
    candidate: Candidate,
    sentence: Sentence,
    near: list[Entity],
    context: Context,
    *,
    gives: bool,
) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Those in focus, the innermost first, each with whether somebody near by names them."""
    about = context.known.about
    if candidate.kind == "pledge" and candidate.rule == "list":
        yield context.receivers, True
    yield _named_beside(candidate, near, givers, context), True
    if candidate.act in vocabulary().acts.domestic:
        return  # to invest is for oneself, unless another is named
    if gives and about.gets and context.frame and set(about.codes).isdisjoint(context.frame):
        yield about.codes, False  # those who give to it meet for it
    if gives and context.last is not None and context.last[:2] == (sentence.start, givers):
        yield context.last[2], True
    if context.frame and candidate.kind == "pledge" and "money" in candidate.facts:
        yield context.got, True
    yield _meeting(candidate, givers, context), False
    if not gives:
        return
    if not context.frame:
        yield context.got, True
    for codes in about.in_turn(context.home if givers else None):
        yield codes, False
    if not context.frame:
        yield context.beside, True


def _named_beside(
    candidate: Candidate, near: list[Entity], givers: tuple[str, ...], context: Context
) -> tuple[str, ...]:
    """The other of the two that a text is of, where a deed of the one names it and nobody else.

    The two are those who met, else home and whom the text is about.  What stands to whom is all the
    same: a ban on Chilean fruit is lifted for Chile.  What another gives to us, who speaks gets.
    """
    home = (context.home,) if context.home else ()
    if len(givers) != 1 or candidate.act in _NOT_DONE_FOR:
        return ()
    others = [e for e in near if e is not candidate.subject and not e.companion]
    if any(e.first and not e.codes and e.role == "receiver" for e in others):
        return context.quoted or context.voice or home  # given to us
    two = context.frame or context.known.met
    two = two if len(two) == 2 else (*context.known.about.codes, *home)
    named = {
        code
        for entity in others
        if entity.kind != "place" and (entity.kind == "adjective" or entity.role not in _ACTING)
        for code in entity.codes
    }
    other = tuple(code for code in two if code not in givers) if givers[0] in two else ()
    return other if len(other) == 1 and named - set(givers) == set(other) else ()


def _meeting(candidate: Candidate, givers: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """Those whom the giver meets: the other of two, or all others where nobody's own text tells."""
    given = set(expand(givers))
    others = tuple(code for code in context.frame if given.isdisjoint(expand((code,))))
    if (
        candidate.kind == "pledge"
        and context.home not in given
        and len(others) < len(context.frame)
    ):
        return others
    two = context.frame or context.known.met
    measured = not _AMOUNTS.isdisjoint(candidate.facts)
    if not _is_told(candidate) or len(two) != 2 or len(givers) != 1 or not measured:
        return ()
    return tuple(code for code in two if code not in givers) if givers[0] in two else ()


def _gives(candidate: Candidate, givers: tuple[str, ...], *, measured: bool) -> bool:
    """Whether a statement tells of what one gives to another, and of no plan of one's own."""
    act, subject = candidate.act, candidate.subject
    if act is None or act in receiving_acts():
        return measured and act is None
    if act in growing_acts() and candidate.kind == "result":
        return False  # what has grown was given by nobody
    if act in founding_acts():
        own = subject is not None and subject.kind == "self"
        return bool(givers) and candidate.kind == "result" and not own
    good = act in giving_acts() or (bool(givers) and act in benefiting_acts())
    return good or "money" in candidate.facts


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


def is_at_home(
    candidate: Candidate, sentence: Sentence, near: list[Entity], givers: tuple[str, ...]
) -> bool:
    """Whether somebody gives to its own: in words of one's own, or by a place that is its own.

    Behind a name they are of that: inside Syria.
    """
    named = {entity.end for entity in near}
    own = any(
        "domestic" in hit.senses
        and candidate.start <= hit.start < candidate.end
        and hit.start not in named
        for hit in sentence.hits
    )
    if own or candidate.act == "train":
        return own  # whom one teaches in a place of one's own one need not have sent there
    given, subject = set(expand(givers)), candidate.subject
    acting, acting_end = (subject.start, subject.end) if subject is not None else (0, 0)
    return any(
        not (acting <= entity.start < acting_end)
        and (entity.role in _AT or entity.kind == "place")
        and bool(entity.codes)
        and given.issuperset(expand(entity.codes))
        for entity in near
    )


def _note(
    told: Sides, filled: Sides, candidate: Candidate, sentence: Sentence, context: Context
) -> None:
    """Remembers who gave and who got: what the words tell, not what was filled in for them."""
    context.last = sentence.start, filled.givers, filled.receivers
    if not _is_told(candidate) or candidate.rule == MODEL:
        return  # who the model thinks acts is not to be remembered
    context.known.aided.update(product(expand(filled.givers), expand(told.receivers)))
    acts = candidate.subject is not None
    if context.frame:
        rest = {code for code in context.frame if code not in filled.givers}
        many = candidate.kind == "pledge" and "money" in candidate.facts and len(context.frame) != 2
        if many and told.receivers and set(told.receivers) != rest:
            context.got = context.got or told.receivers
        return
    if filled.givers or acts:
        context.gave = filled.givers
        if acts and context.known.about.codes:
            context.known.gives = context.known.gives or filled.givers
    if told.receivers and (acts or not context.got):
        context.got = told.receivers  # where a thing arrives is said of that thing alone
