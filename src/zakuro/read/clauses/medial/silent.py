"""Clauses that marks alone leave silent: what the table of verdicts says of them.

Who acts may have no code (an office, a bank), a thing may be what is done, a fragment may stand
alone.  The facts are those of the table, as they show in words without endings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from zakuro.read.clauses.clause import DONE, GROWTH, Candidate, Context, is_deliverable
from zakuro.read.clauses.medial.preverbal import Lead
from zakuro.read.clauses.verdict import MARKS, Row, verdict
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.entities import Entity

_TAKEN = MARKS | {"future", "approve", "being"}
_ASKING = frozenset({"call", "propose"})
_OPEN = frozenset({"thing", "nobody", "organisation", "company", "office", "pronoun"})
_ACTING = frozenset({"self", "party", "person", "organisation", "office"})
CARRIED = frozenset({"office", "actor"})
"""What a clause without a predicate says of who acts in the next."""
_BESIDE = 5
_NOUNS = (
    ("people", "others"),
    ("actor", "organisation"),
    ("document", "document"),
    ("voice", "organisation"),
    ("organ", "organisation"),
    ("office", "office"),
    ("pronoun", "pronoun"),
)


class Silent(NamedTuple):
    """A clause that is silent so far: its words, what leads it, and where it stands."""

    candidate: Candidate
    lead: Lead
    hits: list[Hit]
    figures: list[Raw]
    times: list[Raw]
    entities: list[Entity]
    speaker: Entity | None
    foreign: bool
    decreed: bool
    carried: frozenset[str]
    context: Context
    opens: bool
    to_come: bool
    labelled: bool
    relative: bool
    end: int

    def judged(self) -> bool:
        """Gives the candidate what its row says; whether that is a statement."""
        lead = self.lead
        told = self.candidate.act or self.figures or self._asks() or self._for_somebody()
        if lead.formerly or not told:
            return (
                False  # a verb that no pack lists is a deed where a figure or a receiver tells so
            )
        who = self._who()
        subject = lead.subject
        stranger = subject is not None and subject.first and not subject.codes
        if who == "others" or (who == "pronoun" and self.hits[0].role != "call"):
            return False  # of whom nothing is known
        if stranger and not self._asks() and not self._among_parties():
            return False
        candidate = self.candidate
        candidate.facts = frozenset(self._facts(who))
        row = verdict(candidate.facts)
        candidate.row, candidate.prior = row.name, row.prior
        if row.kind is None or row.prior == "doubtful":
            return False
        self._settle(row, who)
        return True

    def _settle(self, row: Row, who: str) -> None:
        candidate = self.candidate
        candidate.kind, candidate.strength, candidate.rule = row.kind, row.strength, row.name
        subject = self.lead.subject or (self.speaker if who not in _OPEN else None)
        if who == "office" and subject is None:
            subject = Entity(candidate.start, candidate.start, (), "person")
        candidate.subject = self.lead.agent or subject
        candidate.open = candidate.subject is None

    def _who(self) -> str:
        """Who acts, in the words of the table."""
        lead = self.lead
        if lead.other:
            return "company"
        if "event" in lead.met and lead.voice is not None:
            return "event"
        bare = lead.subject is None and not lead.noun
        met = lead.met | self.carried if bare and self.speaker is None else lead.met
        known = next((who for mark, who in _NOUNS if mark in met), None)
        if lead.subject is not None and not lead.noun and known != "others":
            body = lead.subject.kind == "party" and not lead.subject.codes
            return "organisation" if body else lead.subject.kind
        if known is not None or lead.noun:
            return known or "thing"
        if self.speaker is None:
            return "others" if self.foreign else "nobody"
        return self.speaker.kind

    def _facts(self, who: str) -> Iterator[str]:
        yield from self._of_place(who)
        yield from self._of_subject(who)
        yield from self._of_deed(who)
        yield from self._of_words(who)

    def _of_place(self, who: str) -> Iterator[str]:
        yield f"place.{self.context.place}"
        if self.context.frame:
            yield "frame"
        if self._among_parties():
            yield "parties"
        if who != "nobody":
            yield "how.clause"
            return
        bound = self.figures or self.times or any(e.role == "receiver" for e in self.entities)
        whole = self.opens and bound and self.lead.agent is None and not self.relative
        whole = whole and all(map(_does, self.hits))
        whole = whole and (is_deliverable(self.candidate.act) or self.candidate.act in GROWTH)
        yield from ("how.opening", "foremost") if whole else ("how.inherited",)

    def _of_subject(self, who: str) -> Iterator[str]:
        yield f"who.{who}"
        subject = self.lead.subject
        money = any(figure.type == "money" for figure in self.figures)
        state = who == "office" or not self.lead.met.isdisjoint(("office", "organ"))
        concrete = state and (self.figures or self.times)
        if self._among_parties() or self._asks() or money or concrete:
            yield "among"
            if who in _ACTING:
                yield "acts"
        if self.decreed and who in ("nobody", "thing"):
            yield from ("acts", "among", "lead.commit")
        if who in ("thing", "company") and self._calls_on_somebody():
            yield "who.name"
        if self._is_set():
            yield "setting"
        if who == "company" and (self._for_anybody() or (self.figures and self._is_set())):
            yield "acts"
        if subject is not None:
            yield from ("subject", "known") if subject.codes else ("subject",)

    def _of_deed(self, who: str) -> Iterator[str]:
        act = self.candidate.act
        if act is not None:
            yield from ("act", "deed", "does")
            yield "deliverable" if is_deliverable(act) else "generic"
            if act in GROWTH:
                yield "grows"
            if who == "thing" and self._ends_with_deed():
                yield "passive"
        elif who == "thing":
            yield "unlisted"
        for figure in self.figures:
            yield from ("figure", "deed", figure.type)
            if figure.end <= self.hits[0].start and figure.type in ("count", "money"):
                yield "counted"

    def _of_words(self, who: str) -> Iterator[str]:
        lead, first = self.lead, self.hits[0]
        counted = "statistic" in lead.met or any("statistic" in h.senses for h in self.hits)
        if counted and not any(figure.change for figure in self.figures):
            yield "statistic"
        for hit in self.hits:
            bare = "future" in hit.senses  # no promise by itself; behind 已 not even a future
            if not bare:
                for mark in _TAKEN & hit.senses.keys():
                    yield mark
                    if hit.senses[mark].feature in DONE:
                        yield f"{mark}.past"
            elif not lead.done:
                yield "future"
        yield "lead.future" if "future" in first.senses else f"lead.{first.role}"
        if lead.negated or any("negation" in hit.senses for hit in self.hits):
            yield "negated"
        if first.role == "restate" and any(hit.role == "intend" for hit in self.hits):
            yield "readiness"
        acts = (hit.senses["act"] for hit in self.hits if "act" in hit.senses)
        # a bare verb tells what was done, or with a time to come what will be
        told = first.role == "act" and self.figures and who in _ACTING
        if told and (self.to_come or self.labelled):
            yield "future"
        elif lead.done or told or any(sense.feature in DONE for sense in acts):
            yield "tense.past"

    def _ends_with_deed(self) -> bool:
        """Whether the deed has no object behind it, so that what stands before it is one."""
        deed = next((hit for hit in reversed(self.hits) if "act" in hit.senses), None)
        if deed is None:
            return False
        return deed.end == self.end or any(e.start == deed.end for e in self.entities)

    def _for_somebody(self) -> bool:
        """Whether a party stands behind its preposition and before the end: for Samoa."""
        first = self.hits[0].start
        return any(
            e.role == "receiver" and e.codes and first < e.start < self.end for e in self.entities
        )

    def _is_set(self) -> bool:
        """Whether it is known before the sentence whose the text is, or who meets in it."""
        context = self.context
        return bool(context.home or context.frame) or context.said is not None

    def _for_anybody(self) -> bool:
        """Whether a party of the sentence receives."""
        return any(entity.role == "receiver" for entity in self.entities)

    def _calls_on_somebody(self) -> bool:
        """Whether a word of calling has those it calls upon right behind it."""
        first = self.hits[0]
        if first.role != "call":
            return False
        named = any(0 <= entity.start - first.end <= _BESIDE for entity in self.entities)
        return named or any("addressee" in hit.senses for hit in self.hits[1:2])

    def _asks(self) -> bool:
        return self.hits[0].role in _ASKING

    def _among_parties(self) -> bool:
        context = self.context
        subject = self.lead.subject
        if self._is_set():
            return True
        known = any(entity.codes for entity in self.entities)
        known |= subject is not None and subject.kind == "self" and not subject.first
        return known or bool(context.frame) or context.topic is not None


def _does(hit: Hit) -> bool:
    """Whether a word says nothing but that something is done, or will be."""
    return (hit.role in ("act", "") or "future" in hit.senses) and "being" not in hit.senses


def inside(mentions: list[Raw], start: int, end: int) -> list[Raw]:
    """The mentions between two offsets."""
    return [mention for mention in mentions if start <= mention.start < end]
