"""Whom a text is about: the party that its title and its lead name as one who gets."""

from __future__ import annotations

from itertools import islice

from zakuro.model.vocabulary import (
    benefiting_acts,
    giving_acts,
    helping_acts,
    receiving_acts,
    territories,
)
from zakuro.read.clauses.clause import About
from zakuro.read.parties.entities import Entity, roles
from zakuro.read.statements import events
from zakuro.read.statements.carried.focus import does
from zakuro.read.statements.part import Part

_OPENING = 600
"""How far from its beginning a text says whom it is about."""
_LEAD = 3
"""The blocks of which the title and the lead are made."""
_SPOT = 30
"""How far from a city a word may stand that tells that one meets there."""
_ARTICLE = 8
"""Characters in which an article stands before a name."""
_STARTS = "\n.!?。！？:–—-("
"""Behind what a line or a sentence begins."""
_AID = giving_acts() | helping_acts() | benefiting_acts()


def about(part: Part, home: str | None) -> About:
    """The state that a part is about: the one that its lead says to get something.

    Else the first that it names where it neither begins a line or sentence nor is home: who begins
    a sentence does something, as France in: France gives Chad 3 million euros.
    """
    getting = _getting(part, home)
    if getting:
        return About(getting, gets=True)
    of_home = False
    end = min(_OPENING, part.opening())
    for entity in part.entities.between(0, end):
        if home in entity.codes and len(entity.codes) == 2 and not does(entity, part):
            other = tuple(code for code in entity.codes if code != home)
            return About(other, of_home=True)  # talks of home and another
        one = len(entity.codes) == 1 and entity.codes[0] in territories()
        if (
            not one
            or (roles(part.pack).ending and entity.role == "genitive")
            or does(entity, part)
            or _opens(entity, part)
        ):
            continue
        if entity.codes[0] != home:
            return About(entity.codes, of_home)
        of_home = True
    cities = _cities(part, end)
    others = (city.codes for city in cities if city.codes[0] != home)
    return About(next(others, ()), of_home or any(city.codes[0] == home for city in cities))


def _cities(part: Part, end: int) -> list[Entity]:
    """The cities that a part names before an offset, but for those that act or where one meets."""
    places = events.places(part.sentence(0, end), {}, roles(part.pack))
    return [
        city
        for city in places
        if city.kind == "place"
        and city.role != "subject"
        and not any(
            "event" in hit.senses
            for hit in part.hits.between(max(0, city.start - _SPOT), city.end + _SPOT)
        )
    ]


def _getting(part: Part, home: str | None) -> tuple[str, ...]:
    """The one state that the title or the lead says to get something, by its part alone."""
    rules = roles(part.pack)
    if rules.after or rules.prepositional:
        return ()  # there what tells who gets also tells where and with whom
    acting = _acting(part)
    for _, start, end in islice(part.placed(), _LEAD):
        sentence = part.sentence(start, end)
        acts = {hit.senses["act"].value for hit in sentence.hits if "act" in hit.senses}
        aid = not acts.isdisjoint(_AID) or any(m.type == "money" for m in sentence.mentions)
        named = [*sentence.entities, *events.places(sentence, {}, rules)]
        received = not acts.isdisjoint(receiving_acts())
        whose = ("receiver", "either", *(("subject", "genitive") if received else ()))
        gets = [e for e in named if e.role in whose and not e.companion]
        codes = {code for e in gets for code in e.codes if code in territories()} - acting
        if len(codes) > 1:
            return ()
        if codes and aid:
            return tuple(codes)
    return ()


def _opens(entity: Entity, part: Part) -> bool:
    """Whether a bare name begins a line or a sentence, or an article before it a later one."""
    if entity.role or entity.kind != "party":
        return False
    start = entity.start
    for hit in part.hits.between(max(0, start - _ARTICLE), start):
        if hit.start and "article" in hit.senses and not part.text[hit.end : start].strip():
            start = hit.start
    before = part.text[:start].rstrip(' "')
    return not before or before[-1] in _STARTS


def _acting(part: Part) -> set[str]:
    """Who gives or does something in a text whose endings do not tell to whom: none who gets."""
    if roles(part.pack).ending:
        return set()
    acts = (e for e in part.entities.things if does(e, part) or _opens(e, part))
    return {code for entity in acts for code in entity.codes}


def giving(part: Part, home: str | None) -> tuple[str, ...]:
    """Home, where the title or the lead names it beside the state that they are about."""
    leads = (span for _, *span in islice(part.placed(), _LEAD))
    inside = (entity for span in leads for entity in part.entities.between(*span))
    return (home,) if home and any(home in entity.codes for entity in inside) else ()
