"""Verdicts: what a predicate makes of its clause, where words have no endings.

The mark decides the kind; who is known to speak, what stands before the mark and what follows it
decide whether it holds.
"""

from __future__ import annotations

from bisect import bisect_left

from zakuro.model.statement import Kind
from zakuro.model.vocabulary import arriving_acts, giving_acts, meeting_acts
from zakuro.read.clauses.clause import (
    DONE,
    GROWTH,
    KINDS,
    Candidate,
    is_deliverable,
)
from zakuro.read.clauses.medial.ground import Ground
from zakuro.read.clauses.medial.preverbal import Lead
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.lexis.segments import Segment

_GROWN = GROWTH | {"establish"}
_TALK = frozenset({"consult"})
"""Acts of which nothing comes by themselves: that one has talked is an event."""
_HANDED = frozenset({"donate", "deliver", "send"})
"""Acts by which a thing is handed over, at once."""
_PASSING = ("being", "copula", "position", "say", "announce", "propose", "call", "thank", "ask")
"""What is no deed behind a word of promise."""
_OVERRULES = frozenset({"forecast", "doubt", "refuse"})


def is_refraining(promise: Hit, denied: Hit) -> bool:
    """Whether a word of promise binds not to do something: what is denied is the deed.

    Who decides no longer to do it refuses it.
    """
    refused = "decide" in promise.senses and denied.role == "refuse"
    return "future" not in promise.senses and "negation" in denied.senses and not refused


class Verdicts(Ground):
    """The judgement of the predicates of one sentence."""

    def judge(self, segment: Segment, lead: Lead, hit: Hit, candidate: Candidate) -> None:
        """Sets kind and strength by the predicate and by what stands around it."""
        following = self._following(segment, hit)
        acts = [h for h in (hit, *following) if "act" in h.senses]
        if acts:
            candidate.act = acts[0].senses["act"].value
            if acts[0] is not hit:
                candidate.hits.append(("act", acts[0]))
            if acts[0].end == segment.end and self.text.startswith((":", "："), segment.end):
                candidate.act = None  # what is done stands in the list that follows
        if lead.donor is not None and candidate.act in arriving_acts():
            lead.donor.role, candidate.subject = "source", lead.donor
        if hit.role == "act" or self._invites(hit):
            done = lead.done or acts[0].senses["act"].feature in DONE
            self._bare_act(segment, lead, hit, candidate, done)
            return
        kind, strength = KINDS.get(hit.role, (None, None))
        adjacent = following[0] if following and following[0].start == hit.end else None
        if kind in ("pledge", "proposal"):
            kind = self._binding(kind, segment, lead, hit, following, candidate, bool(acts))
            strength = KINDS["propose"][1] if kind == "proposal" else strength
        elif kind == "call" and hit.role == "ought":
            own = self._undertakes(segment, lead, hit, acts)
            kind, strength = KINDS["commit"] if own else (kind, strength)
            owed = self._is_owed(lead, hit, adjacent)
            owed = owed and not self._is_invited(segment, lead, following)
            kind = kind if own or owed else None
        elif kind in ("call", "position"):
            known = self.is_known(lead, inside=kind == "call") or "maxim" in hit.senses
            kind = kind if known else None
        refrains = hit.role == "commit" and acts and following and is_refraining(hit, following[0])
        if adjacent is not None and adjacent.role in _OVERRULES and not refrains:
            kind = None
        if kind == "pledge" and not refrains:
            kind = self._kept(segment, hit, following)
            strength = strength if kind == "pledge" else None
        candidate.kind, candidate.strength = self._settled(kind, lead, hit), strength

    def _settled(self, kind: Kind | None, lead: Lead, hit: Hit) -> Kind | None:
        """A kind, unless it is denied; a stance that was taken is a result."""
        if lead.negated and kind in ("pledge", "proposal", "result", "position"):
            return None
        if hit.senses[hit.role].feature in DONE and hit.role == "position":
            return "result" if self.speaker and kind else kind
        return kind

    def _kept(self, segment: Segment, hit: Hit, following: list[Hit]) -> Kind:
        """What a promise is by what stands behind its mark: denied, or done since."""
        if following and "negation" in following[0].senses:
            return "position"
        return "result" if self.is_told_of(segment, hit) else "pledge"

    def _binding(
        self,
        kind: Kind,
        segment: Segment,
        lead: Lead,
        hit: Hit,
        following: list[Hit],
        candidate: Candidate,
        acts: bool,
    ) -> Kind | None:
        """What a mark of promise or proposal comes to: who binds himself, and to what."""
        rest = self.leads.lead(hit.end, segment.end)
        ends = rest.index >= bisect_left(self.starts, segment.end)
        opened = ends and not rest.noun and rest.subject is None
        bound = self.is_bound(lead, proposes=kind == "proposal")
        agent = rest.agent if acts else None
        left = lead.agent if lead.is_by_agent() and kind == "pledge" else None
        agent = agent or left
        if agent is not None:
            candidate.subject, bound = agent, True
        if "attained" in hit.senses and opened and (lead.adjunct or not self._goes_on(segment)):
            return "result" if self.concerns() else None
        if hit.role == "propose" and lead.done:
            return "result" if self.is_known(lead) else None
        if not bound or lead.formerly:
            return None
        if hit.role == "intend" and hit.senses["intend"].feature in DONE:
            return None
        if kind == "pledge" and following and following[0].role == "propose":
            return "proposal"
        plain = "future" in hit.senses
        if plain and lead.voice is not None and rest.agent is None:
            return None
        if opened:
            self.awaiting = candidate if left is None else None
        elif kind == "pledge" and not acts and (plain or hit.role == "intend"):
            if self._is_caption(segment, hit):
                return kind
            self.bare = candidate if plain and lead.subject is not None else None
            return (
                kind
                if self.is_measured(segment, lead, hit) or self._deals(segment, lead, hit)
                else None
            )
        return kind

    def _deals(self, segment: Segment, lead: Lead, hit: Hit) -> bool:
        """Whether a party does something by a verb unknown to the pack."""
        known = lead.subject or self.subject
        first, last = bisect_left(self.starts, hit.end), bisect_left(self.starts, segment.end)
        if known is None or lead.noun or lead.other:
            return False
        if not known.codes and not (known.kind == "self" and self.is_met(inside=False)):
            return False
        behind = self.hits[first:last]
        if any(h.role == "act" and self.text.startswith(self.genitive, h.end) for h in behind):
            return False  # what A will do is much
        return not any(mark in h.senses for h in behind for mark in _PASSING)

    def _is_caption(self, segment: Segment, hit: Hit) -> bool:
        """Whether a line without a full stop names what somebody will do: the measures that."""
        if segment.end != self.end or self.text[self.end : self.end + 1] not in (
            "",
            "\n",
            ":",
            "：",
        ):
            return False
        first, last = bisect_left(self.starts, hit.end), bisect_left(self.starts, segment.end)
        return any(
            h.role == "act" and self.text.startswith(self.genitive, h.end)
            for h in self.hits[first:last]
        )

    def is_measured(self, segment: Segment, lead: Lead, hit: Hit) -> bool:
        """Whether a figure or a time tells that a verb unknown to the pack is something done."""
        first, last = bisect_left(self.starts, hit.end), bisect_left(self.starts, segment.end)
        if any("being" in h.senses for h in self.hits[first:last]):
            return False
        if lead.subject is None:
            return any(hit.end <= m.start < segment.end for m in self.figures)
        return any(lead.subject.end <= m.start < segment.end for m in (*self.figures, *self.times))

    def _bare_act(
        self, segment: Segment, lead: Lead, hit: Hit, candidate: Candidate, done: bool
    ) -> None:
        """An act without a mark: done, announced, attained, or a figure that grew."""
        measured = candidate.act == "double" or any(
            segment.start <= m.start < segment.end for m in self.figures
        )
        own = lead.subject is not None and self.is_known(lead)
        if lead.negated:
            candidate.rule = "negated"
        elif "become" in hit.senses and not (own or self._has_standing(segment, hit)):
            return
        elif self.announced and not lead.noun and self.is_bound(lead):
            candidate.kind, candidate.strength = KINDS["announce"]
            candidate.rule = "announce"
        elif (
            (lead.voice is None and not self.concerns(segment))
            or (candidate.act in _GROWN and self.is_statistic(segment.start, hit.end))
            or (candidate.act in _TALK and lead.agent is None)
            or (measured and not (own or lead.done) and self._is_level(segment, hit))
            or (candidate.act in _GROWN and lead.noun and self._is_apart(segment, hit))
            or (candidate.act in arriving_acts() and "being" in hit.senses and not measured)
            or self.is_adjunct(segment)
        ):
            return
        elif done and (measured or own or (lead.subject is None and self.is_known(lead))):
            candidate.kind, candidate.rule = "result", "done"
        elif candidate.act in _GROWN and measured:
            candidate.kind, candidate.rule = "result", "grown"
            self._to_come(candidate, hit, own=own and not lead.noun)
        elif (
            "become" not in hit.senses or self._has_standing(segment, hit)
            if "attained" in hit.senses
            else done and lead.other and measured and bool(self.context.frame)
        ):
            candidate.kind, candidate.rule = "result", "done"
            if lead.noun and "become" not in hit.senses:
                candidate.subject = lead.donor  # what has come about, not whose it is
                ends = hit.end == segment.end or candidate.act in arriving_acts()
                ends = ends or any(entity.start == hit.end for entity in self.entities)
                ends = ends and not self.is_to_come(segment.start, hit.start)
                candidate.kind = "result" if ends or not is_deliverable(candidate.act) else None
        elif own and is_deliverable(candidate.act) and not lead.noun:
            self._told(segment, hit, candidate)
        elif lead.agent is not None and candidate.act in giving_acts():
            candidate.kind, candidate.strength = KINDS["intend"]
            candidate.subject, candidate.rule = lead.agent, "agent"

    def _told(self, segment: Segment, hit: Hit, candidate: Candidate) -> None:
        """A bare act of somebody: done, or meant where its time is to come.

        A term of a bargain binds; what somebody gave has been given.
        """
        candidate.rule = "told"
        if self.is_to_come(candidate.start, hit.start) and "attained" not in hit.senses:
            candidate.kind, candidate.strength = KINDS["intend"]
        elif self._is_term(segment, hit) and self.is_timeless(
            segment, measured="bears" not in hit.senses
        ):
            candidate.kind, candidate.strength = KINDS["commit"]
        elif self._is_deed(segment, hit):
            candidate.kind = "result"

    def _is_term(self, segment: Segment, hit: Hit) -> bool:
        """Whether a bare act is a term of a bargain: who bears a cost, or does it by a list.

        What one does beside another's promise, or until a day to come, is one too; what is handed
        over is none.
        """
        if "bears" in hit.senses:
            return True
        act = hit.senses["act"].value
        if act in _HANDED or not (act in giving_acts() or self.has_receiver(segment)):
            return False
        listed = self.context.place == "item" or any(
            "habit" in h.senses for h in self.hits if segment.start <= h.start < hit.start
        )
        return listed or self.is_due() or any(one.kind == "pledge" for one in self.candidates)

    def _is_deed(self, segment: Segment, hit: Hit) -> bool:
        """Whether a bare act gives something: meetings and words are none, nor is what is thanked.

        An act that only grows something tells it by a figure.
        """
        if hit.senses["act"].value in meeting_acts() | GROWTH:
            return self.has_figure(segment)
        return not any("thank" in h.senses for h in self.hits if hit.end <= h.start < segment.end)

    def _to_come(self, candidate: Candidate, hit: Hit, *, own: bool) -> None:
        """Makes a promise of what somebody of their own raises from a day to come."""
        if own and self.is_to_come(candidate.start, hit.start):
            candidate.kind, candidate.strength = KINDS["intend"]

    def _invites(self, hit: Hit) -> bool:
        """Whether a word of calling is an act: so and so many are invited."""
        return (
            hit.role == "call"
            and "act" in hit.senses
            and any(hit.end <= figure.start <= hit.end + 2 for figure in self.figures)
        )

    def _is_invited(self, segment: Segment, lead: Lead, following: list[Hit]) -> bool:
        """Whether what seems an "ought" is "at the invitation of"."""
        last = following[-1] if following else None
        return (
            last is not None
            and last.role == "call"
            and last.end == segment.end
            and lead.subject is None
        )

    def _goes_on(self, segment: Segment) -> bool:
        """Whether the next word that decides tells what is done, promised or meant."""
        behind = self.hits[bisect_left(self.starts, segment.end) :]
        following = next((hit for hit in behind if hit.role), None)
        return following is not None and following.role in ("act", "commit", "intend")

    def saying_behind(self, segment: Segment, act: Hit) -> Hit | None:
        """The word of saying behind an act that only tells when it was said: in receiving him."""
        first, last = bisect_left(self.starts, act.end), bisect_left(self.starts, segment.end)
        for one, other in zip(self.hits[first:last], self.hits[first + 1 : last], strict=False):
            if "closer" in one.senses and one.end == other.start and other.role == "say":
                return other
        return None

    def _has_standing(self, segment: Segment, hit: Hit) -> bool:
        """Whether a word that asks for it has a standing behind it: to obtain the status of."""
        first, last = bisect_left(self.starts, hit.end), bisect_left(self.starts, segment.end)
        return any("standing" in h.senses for h in self.hits[first:last])

    def _following(self, segment: Segment, hit: Hit) -> list[Hit]:
        """The deciding, negating and joining words behind a predicate, in its segment."""
        first = bisect_left(self.starts, hit.end)
        last = bisect_left(self.starts, segment.end)
        return [
            h
            for h in self.hits[first:last]
            if (h.role or "negation" in h.senses)
            and not (h.role == "act" and self.text.startswith(self.genitive, h.end))
        ]

    def _is_owed(self, lead: Lead, hit: Hit, adjacent: Hit | None) -> bool:
        """Whether a clause with *must* or *should* calls on states and those who work with them."""
        if "pronoun" in lead.met:
            return False
        if "addressee" in lead.met or "maxim" in hit.senses:
            return True
        alone = lead.subject is not None and not self.is_told(lead.subject)
        if not self.is_met(inside=False) and (alone or "alone" in hit.senses):
            return adjacent is not None and "act" in adjacent.senses
        if lead.noun and lead.subject is None:
            return "weak" not in hit.senses and self.is_met()
        return self.is_known(lead)

    def _undertakes(self, segment: Segment, lead: Lead, hit: Hit, acts: list[Hit]) -> bool:
        """Whether "we must" is said of one's own deed: so and so much, for somebody named."""
        first = "alone" in hit.senses or (lead.subject is not None and lead.subject.first)
        own = (*self.context.voice, self.context.home)
        speaks = lead.subject is not None and (
            self.context.voice if first else lead.subject.codes and lead.subject.codes[0] in own
        )
        if "weak" not in hit.senses or not acts or not is_deliverable(acts[0].senses["act"].value):
            return False
        if speaks and (self.has_figure(segment) or self.is_due()):
            return True
        return first and self.has_figure(segment) and self.has_receiver(segment)

    def _is_level(self, segment: Segment, hit: Hit) -> bool:
        """Whether a figure only stands somewhere, and of no states: it has 110 members."""
        stands = hit.senses[hit.role].value == "achieve" and "attained" in hit.senses
        return stands and not self.is_shared(segment)

    def _is_apart(self, segment: Segment, hit: Hit) -> bool:
        """Whether a figure is told of no state: how many tourists came, what a flood cost."""
        if "attained" in hit.senses or self.is_shared(segment):
            return False
        told = self.candidates and self.candidates[-1].kind == "result"
        acts = (h for h in self.hits if hit.end <= h.start < segment.end and h.role == "act")
        return not told and not any(is_deliverable(h.senses["act"].value) for h in acts)
