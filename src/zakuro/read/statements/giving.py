"""Who gives and who gets: the parties of a statement, whatever its kind.

Of a pledge they are who owes and to whom, of a result who gave and who got, of a proposal or a call
who makes it and to whom.  An act of receiving names them the other way round.
"""

from __future__ import annotations

from collections.abc import Callable

from zakuro.model.vocabulary import (
    arriving_acts,
    benefiting_acts,
    expand,
    founding_acts,
    giving_acts,
    growing_acts,
    helping_acts,
    meeting_acts,
    receiving_acts,
)
from zakuro.read.clauses.clause import Candidate, Context, is_deliverable
from zakuro.read.parties.entity import Entity
from zakuro.read.statements.carried.pairs import between, left_of
from zakuro.read.statements.carried.schooling import schooled
from zakuro.read.statements.sides import Sides, parties_of

_ACTING = ("subject", "agent", "partner", "source")
_FROM = ("source", "agent")
_TO = ("receiver", "goal", "place")
_BESIDE = 5
"""Characters between a word of calling and those it calls upon: an article."""
_OF_ONE = frozenset({"lead.say", "lead.commit", "lead.announce"})
"""What one says for oneself, whomever one has met."""
TOLD = ("vehicle", "list", "fragment", "item", "noun-alone", "measure-alone")


def received(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, as what was received makes them.

    Who confirms that something was received tells of a result.  Who arrives somewhere has received
    nothing, and no more is said of whom a thing arrives for than that.
    """
    for candidate in candidates:
        subject = candidate.subject
        confirmed = any(role == "restate" for role, _ in candidate.hits)
        if candidate.act in receiving_acts() and candidate.kind == "position" and confirmed:
            candidate.kind = "result"
        someone = subject is not None and "who.thing" not in candidate.facts
        if candidate.act in arriving_acts() and subject and someone and subject.kind != "thing":
            came = candidate.kind == "result" and not confirmed and subject.role != "source"
            candidate.kind = None if came else candidate.kind
        if "travels" in candidate.facts:
            candidate.kind = None  # a team, or a minister, whom nobody has offered to train
    return candidates


def sides_of(
    candidate: Candidate,
    near: list[Entity],
    context: Context,
    peopled: Callable[[Entity], bool],
) -> Sides:
    """The sides of a statement: ``near`` are the parties it names.

    ``peopled`` tells whether an adjective says of whom people are (Tajik students), who then get.
    """
    if "schooled" in candidate.facts:
        return schooled(candidate, near, context)
    if candidate.act in arriving_acts() and "who.thing" in candidate.facts:
        candidate.subject = None  # what arrives was given by somebody else
    if candidate.open and (two := between(near, context)):
        return Sides(*two)
    if candidate.kind == "pledge":
        if candidate.act in arriving_acts() and "acts" in candidate.facts:
            givers = _givers(candidate, near, context)  # a Norwegian plane will leave for B
            return Sides(givers, parties_of(e for e in near if e.role in _TO and e.codes))
        if candidate.act in receiving_acts():
            return _received(candidate, near, context)
        givers = _givers(candidate, near, context)
        got = _receivers(candidate, givers, near, context, peopled)
        return Sides(givers, tuple(code for code in got if code not in candidate.donors))
    if candidate.kind == "result":
        return _done(candidate, near, context, peopled)
    if candidate.kind in ("proposal", "call"):
        return _asked(candidate, near, context)
    return Sides()


def _givers(candidate: Candidate, near: list[Entity], context: Context) -> tuple[str, ...]:
    """Who gives: the subject of the pledge, with the partners it names; "we" are all who meet."""
    givers = _together(candidate, _subject(candidate, near, context), near, context)
    if not givers and candidate.subject is None and "passive" in candidate.facts:
        givers = parties_of(e for e in near if e.role == "source" and e.kind == "party")
    partners = (e for e in near if e.role == "partner" and e is not candidate.subject)
    return tuple(dict.fromkeys((*givers, *parties_of(partners)))) if givers else ()


def _together(
    candidate: Candidate, givers: tuple[str, ...], near: list[Entity], context: Context
) -> tuple[str, ...]:
    """Who gives with those who do, where they met and agreed on it.

    Who agrees does so with whom the words name beside it, and with those whom it met.  Whom one met
    is bound as well by what both only deepen, unless one alone is quoted.
    """
    met = context.known.met
    given = set(expand(givers))
    companions = parties_of(e for e in near if e.companion and e is not candidate.subject)
    if "sole" in candidate.facts:
        return givers
    if any("joint" in hit.senses for _, hit in candidate.hits) and len(givers) < 2:
        both = met if given <= set(expand(met)) else ()
        return tuple(dict.fromkeys((*givers, *(companions or both))))
    mutual = not is_deliverable(candidate.act) and _OF_ONE.isdisjoint(candidate.facts)
    if givers and mutual and companions and given | set(expand(companions)) <= set(expand(met)):
        return tuple(dict.fromkeys((*givers, *companions)))
    return givers


def _subject(candidate: Candidate, near: list[Entity], context: Context) -> tuple[str, ...]:
    if candidate.open:
        return _told_by(candidate, near, context)
    if candidate.row and candidate.subject is None and candidate.rule not in TOLD:
        of_all = "who.thing" in candidate.facts or candidate.rule == "it-is-agreed"
        return context.frame if of_all else ()
    subject = candidate.subject or context.subject or context.topic
    if subject is None:
        return left_of(context.frame, near) if candidate.rule in TOLD else ()
    return _codes(candidate, subject, context)


def _told_by(candidate: Candidate, near: list[Entity], context: Context) -> tuple[str, ...]:
    """Who gives what nobody is said to give: who tells of it; of two who meet, who does not get."""
    if candidate.speaker is not None and candidate.speaker.codes:
        return candidate.speaker.codes
    if context.quoted or context.voice:
        return context.quoted or context.voice
    if candidate.act not in giving_acts() or candidate.act in receiving_acts():
        return ()
    left = left_of(context.frame, near)
    return left if len(left) == 1 else ()


def _codes(candidate: Candidate, subject: Entity, context: Context) -> tuple[str, ...]:
    """The codes of who acts: "we" are all who meet, an office without a state is that of home."""
    if subject.kind == "self" and not subject.codes:
        home = (context.home,) if context.home and subject.first else ()
        we = _we(candidate, subject, context)
        met = () if subject.first else context.known.met
        return we or met or context.frame or home
    if not subject.codes and subject.kind == "person" and context.home:
        return (context.home,)
    return subject.codes


def _we(candidate: Candidate, subject: Entity, context: Context) -> tuple[str, ...]:
    """The party that says "we" of itself alone where it promises a deed, if somebody speaks.

    What is only deepened or strengthened, all who meet deepen.
    """
    first = subject.first or subject.start == subject.end
    deed = candidate.act is None or is_deliverable(candidate.act)
    return (context.quoted or context.voice) if first and deed else ()


def _others(candidate: Candidate, givers: tuple[str, ...], near: list[Entity]) -> list[Entity]:
    """The parties named besides those who give; a group may get from one of its members."""
    given = set(expand(givers))
    return [
        entity
        for entity in near
        if entity is not candidate.subject
        and entity.codes
        and not any(given.issuperset(expand((code,))) for code in entity.codes)
    ]


def _receivers(
    candidate: Candidate,
    givers: tuple[str, ...],
    near: list[Entity],
    context: Context,
    peopled: Callable[[Entity], bool],
) -> tuple[str, ...]:
    """Who receives by the words: whom they name as receiver, else others that they name.

    Who helps the development of another helps that other.  Of those who meet, the ones that the
    words name.  Where nobody meets, whose ending may be that of a receiver is taken for one.
    """
    others = _others(candidate, givers, near)
    named = _named(candidate, others, peopled)
    if named := named or _whose(candidate, others, context, peopled) or _where(candidate, others):
        return parties_of(named)
    given, meeting = set(expand(givers)), set(expand(context.frame))
    others = [entity for entity in others if entity.kind != "adjective"]
    if not given & meeting:
        return parties_of(entity for entity in others if entity.role == "either")
    return parties_of(
        e for e in others if e.role not in _ACTING and meeting.issuperset(expand(e.codes))
    )


def _whose(
    candidate: Candidate,
    others: list[Entity],
    context: Context,
    peopled: Callable[[Entity], bool],
) -> list[Entity]:
    """Whose the thing is that one does good to, or the people: Zambia's debt, Haitian nurses."""
    good = helping_acts() | benefiting_acts()
    if context.known.owners_get:
        good |= founding_acts() | giving_acts()
    if candidate.act not in good:
        return []
    owners = [e for e in others if e.role == "genitive" and e.kind != "adjective"]
    if owners or not context.known.owners_get:
        return owners
    return [e for e in others if e.kind == "adjective" and e.role not in _ACTING and peopled(e)]


def _where(candidate: Candidate, others: list[Entity]) -> list[Entity]:
    """In whose state one does what stays there, or does good: to build a clinic in Zambia."""
    good = founding_acts() | benefiting_acts() | helping_acts() | meeting_acts()
    first = candidate.start
    if not ({candidate.act} | candidate.aims) & good:  # 5 million for a clinic in Zambia
        given = candidate.act in giving_acts() and candidate.hits
        first = candidate.hits[-1][1].end if given else candidate.end
    return [e for e in others if e.role in ("place", "goal") and e.start >= first]


def _named(
    candidate: Candidate, others: list[Entity], peopled: Callable[[Entity], bool]
) -> list[Entity]:
    """Whom the words name as receiver; whose the place is only where they name nobody else."""
    named = [entity for entity in others if _receives(candidate, entity, peopled)]
    return [entity for entity in named if entity.kind != "place"] or named


def _receives(candidate: Candidate, entity: Entity, peopled: Callable[[Entity], bool]) -> bool:
    if entity.role == "goal":
        return candidate.act in giving_acts()  # to where somebody is sent
    if entity.kind == "adjective":
        return entity.role in ("receiver", "either") and peopled(entity)
    return entity.role in ("receiver", "")


def _done(
    candidate: Candidate,
    near: list[Entity],
    context: Context,
    peopled: Callable[[Entity], bool],
) -> Sides:
    """Who gave and who got what was done; what has grown was given by nobody.

    Who was given something by another got it, though it is the subject: Samoa was given two boats.
    """
    act, subject = candidate.act, candidate.subject
    if act in receiving_acts():
        return _received(candidate, near, context)
    acts = subject is not None and bool(subject.codes) and "acts" in candidate.facts
    acts = acts and (act not in growing_acts() or "figure" not in candidate.facts)
    grown = candidate.rule == "grown" and not (subject is None and "final" in candidate.facts)
    if (grown or act in growing_acts()) and not acts:
        return Sides()
    agents = [e for e in near if e.role in _FROM and e.codes and e.kind != "adjective"]
    if agents and act in giving_acts() and not any(e.role == "receiver" for e in near):
        return _received(candidate, near, context)
    givers = _codes(candidate, subject, context) if subject else ()
    if subject is None:
        givers = parties_of(e for e in agents if e.role == "agent")
        givers = givers or (_told_by(candidate, near, context) if candidate.open else ())
    partners = parties_of(e for e in near if e.role == "partner" and e is not subject)
    givers = tuple(dict.fromkeys((*givers, *partners))) if givers else ()
    others = [e for e in _others(candidate, givers, near) if e not in agents]
    named = _named(candidate, others, peopled)
    either = [entity for entity in others if entity.role == "either"]
    if givers:
        owned = _whose(candidate, others, context, peopled) if context.known.owners_get else []
        named = named or either or owned or _where(candidate, others)
    return Sides(givers, parties_of(named or either))


def _sources(candidate: Candidate, near: list[Entity]) -> list[Entity]:
    """From whom one receives: who is named as the source, as the agent, or whose thing it is."""
    subject = candidate.subject
    if subject is not None and subject.role in _FROM:
        return [subject]
    others = [e for e in near if e is not subject and e.codes and e.kind != "place"]
    for roles in (("source",), ("agent",), ("none", "place", "genitive")):
        if named := [e for e in others if e.role in roles and e.kind != "adjective"]:
            return named
    return [entity for entity in others if entity.kind == "adjective"]


def _received(candidate: Candidate, near: list[Entity], context: Context) -> Sides:
    """The sides of an act of receiving: who receives is its subject."""
    sources = _sources(candidate, near)
    subject = candidate.subject
    promised = candidate.kind == "pledge" and candidate.act in arriving_acts()
    if subject is None or subject in sources:
        named = [e for e in near if e not in sources and e.kind != "adjective" and e.codes]
        at = _TO if candidate.act in arriving_acts() else ("receiver",)
        receivers = parties_of(e for e in named if e.role in (*at, "subject", ""))
        speaker = candidate.speaker
        told = speaker.codes if speaker is not None and not promised else ()
        receivers = receivers or told
    else:
        receivers = _codes(candidate, subject, context)
    got = set(expand(receivers))
    givers = parties_of(sources)
    if not givers and promised and candidate.speaker is not None:
        givers = candidate.speaker.codes  # the consul said that the filters would arrive
    return Sides(tuple(c for c in givers if not got.issuperset(expand((c,)))), receivers)


def _asked(candidate: Candidate, near: list[Entity], context: Context) -> Sides:
    """Who asks or proposes, and of whom; who ought to do something is asked."""
    subject, speaker = candidate.subject, candidate.speaker
    ought = bool(candidate.hits) and candidate.hits[0][0] == "ought"
    asking = speaker if ought else subject or speaker
    others = [
        e for e in near if e not in (subject, speaker) and e.kind not in ("person", "adjective")
    ]
    word = candidate.hits[0][1] if candidate.hits else None
    named = [e for e in others if e.role == "receiver"] or [
        e for e in others if word is not None and 0 <= e.start - word.end <= _BESIDE
    ]
    addressed = parties_of(named)
    if candidate.kind == "proposal":
        addressed = ()
    codes = _codes(candidate, asking, context) if asking is not None else ()
    return Sides(codes or _putting_forward(candidate, context), addressed)


def _putting_forward(candidate: Candidate, context: Context) -> tuple[str, ...]:
    """Who puts forward what is proposed by a form that names nobody: who is quoted or spoken of."""
    if candidate.kind != "proposal":
        return ()
    topic = context.topic
    told = _codes(candidate, topic, context) if topic is not None else ()
    return context.quoted or context.voice or told or ((context.home,) if context.home else ())
