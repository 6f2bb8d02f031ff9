"""What home gives by a text that names nobody for it: its own pages leave out who gives."""

from __future__ import annotations

from collections.abc import Iterable

from zakuro.model.vocabulary import (
    benefiting_acts,
    expand,
    founding_acts,
    giving_acts,
    helping_acts,
    receiving_acts,
)
from zakuro.read.clauses.clause import Candidate, Context
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entity import Entity
from zakuro.read.parties.roles import roles
from zakuro.read.statements.part import Part
from zakuro.read.statements.sides import Sides

_GOOD = giving_acts() | helping_acts() | benefiting_acts() | founding_acts()
_OTHERS = frozenset(
    {"who.organisation", "who.company", "who.name", "who.pronoun", "who.person", "who.party"}
)
_ACTING = frozenset({"subject", "source", "agent"})
_BODIES = frozenset({"institution", "company"})
_OWN = frozenset({"home", "own_aid", "own_state"})
_SOMEBODY = ("",)
"""Somebody without a code gave last."""


def _is_signed(candidate: Candidate, named: Iterable[Entity], two: tuple[str, ...]) -> bool:
    """Whether a paper is told to have been signed by nobody who is named, and none but ``two``."""
    signed = candidate.kind == "result" and candidate.act == "sign" and candidate.subject is None
    others = (code for e in named if e.kind != "place" for code in e.codes)
    return signed and len(two) == 2 and set(expand(two)).issuperset(expand(others))


class Homeward:
    """What a part of a text has told so far of who gives in it, where its pack knows home's aid."""

    def __init__(self, part: Part, home: str | None) -> None:
        self._part, self._home = part, home
        self._rules = roles(part.pack)
        asked = home is not None and part.pack.section("marks").get("own_aid")
        self._from = self._speaks_from() if asked else None
        self._last: tuple[str, ...] = ()

    def fill(
        self, sides: Sides, candidate: Candidate, context: Context, *, measured: bool
    ) -> Sides:
        """The sides of a giving, home its giver where the words name nobody who acts.

        What is signed where two have met, and nobody is said to sign nor anybody else is named,
        both have signed.
        Not before the text has spoken for home, nor after somebody else has given in it;
        ``measured`` tells that an amount is given.
        """
        if self._from is None or candidate.kind not in ("pledge", "result"):
            return sides
        home = self._home or ""
        two = context.frame or context.known.met
        named = self._part.entities.between(candidate.start, candidate.end)
        if not sides.givers and _is_signed(candidate, named, two):
            return sides._replace(givers=two, receivers=())
        good = candidate.act in _GOOD or (measured and candidate.act not in receiving_acts())
        if sides.givers or not good:
            self._last = sides.givers if good else self._last
            return sides
        if self._names_somebody(candidate):
            self._last = _SOMEBODY
            return sides
        opened = candidate.kind == "result" and candidate.act in founding_acts()
        if opened and self._from < 0:
            return sides  # what has opened somewhere home need not have built
        ours = self._from < candidate.end and self._last in ((), (home,))
        return sides._replace(givers=(home,)) if ours and home not in sides.receivers else sides

    def _speaks_from(self) -> int | None:
        """Where a text first speaks for home: by its name, its offices, or an aid of its own.

        One in which nobody else acts is home's from its beginning.
        """
        things, home = self._part.entities.things, self._home
        others = any(e.role in _ACTING and e.codes and home not in e.codes for e in things)
        if not others and not any(map(self._acts, self._part.hits.things)):
            return -1
        named = [e.start for e in things if home in e.codes and e.role != "receiver"]
        taken = {place for e in things if e.codes for place in range(e.start, e.end)}
        own = [
            hit.start
            for hit in self._part.hits.things
            if not _OWN.isdisjoint(hit.senses) and hit.start not in taken
        ]
        return min((*named[:1], *own[:1]), default=None)

    def _names_somebody(self, candidate: Candidate) -> bool:
        """Whether somebody without a code acts by the words of a statement."""
        if candidate.subject is not None or not _OTHERS.isdisjoint(candidate.facts):
            return True
        inside = self._part.hits.between(candidate.start, candidate.end)
        return any(map(self._acts, inside))

    def _acts(self, hit: Hit) -> bool:
        """Whether a word is that of a bank or a company that acts."""
        if _BODIES.isdisjoint(hit.senses):
            return False
        return self._rules.behind(self._part.text, hit.end) == "subject"
