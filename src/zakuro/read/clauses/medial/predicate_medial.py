"""Clauses whose predicate follows its adjuncts and precedes its objects, in words without endings.

Subject, adverbs and adjuncts ("with the countries of Central Asia", "within this year"), predicate,
objects.  A sentence is walked in segments, parted by its signs; what a segment leaves out (the
subject, the verb that governs it) it takes from the one before.
"""

from __future__ import annotations

from bisect import bisect_left

from zakuro.model.vocabulary import territories
from zakuro.read.clauses.clause import Candidate, Context, Sentence, is_deliverable
from zakuro.read.clauses.medial.modality import Verdicts, is_refraining
from zakuro.read.clauses.medial.preverbal import Lead, Shapes
from zakuro.read.clauses.medial.silent import CARRIED, Silent, inside
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.lexis.segments import Segment
from zakuro.read.parties.entities import SUBJECTS, Entity

_GOVERNED = frozenset({"pledge", "proposal", "call", "principle", "position"})
_PLACED = frozenset(
    {"build", "establish", "open", "implement", "plant", "create", "invest", "expand"}
)
"""Acts that are done for those in whose country they are done."""
_TAKES = frozenset(
    {"cancel", "join", "achieve", "hold", "publish", "ratify", "introduce", "extend"}
)
"""Acts whose bare object gets nothing."""
_FRAGMENT = "fragment-alone"
_BINDS = frozenset({"pledge", "proposal", "call"})
_FUNDS = frozenset({"allocate", "invest", "finance", "contribute", "mobilise"})
"""Acts that give money for something: what follows tells for what."""
_SEVERAL = 2
"""Givers with a sum beside them that make a list of shares."""


class Walk(Verdicts):
    """The walk over one sentence: what governs, who speaks, what has been found."""

    def __init__(self, sentence: Sentence, context: Context, shapes: Shapes) -> None:
        super().__init__(sentence, context, shapes)
        self.opening: int | None = None
        self.carried: frozenset[str] = frozenset()

    @property
    def last(self) -> Candidate | None:
        """The candidate found last."""
        return self.candidates[-1] if self.candidates else None

    def finished(self) -> list[Candidate]:
        """All candidates, when the sentence is over."""
        if self.awaiting is not None and "future" in self.awaiting.hits[0][1].senses:
            self.awaiting.kind = None
        if any("deny" in hit.senses for hit in self.hits):
            for candidate in self.candidates:
                if candidate.kind in ("pledge", "result"):
                    candidate.kind = None
        acting = any(e.kind in SUBJECTS and e.role in ("", "subject") for e in self.entities)
        for candidate in self.candidates:
            measured = inside(self.figures, candidate.start, candidate.end)
            candidate.facts |= {figure.type for figure in measured}
            if candidate.row == _FRAGMENT and (acting or len(self.candidates) > 2):
                candidate.kind = None  # a clause that lacks its subject, and no fragment
            if candidate.kind == "pledge" and candidate.act in _PLACED:
                self._serves(candidate)
            elif candidate.kind == "pledge" and candidate.act in _TAKES:
                for entity in self._inside(candidate):
                    entity.role = entity.role or "object"
        return self.candidates

    def _serves(self, candidate: Candidate) -> None:
        """Takes those for receivers in whose country something is built, if none is named."""
        inside = self._inside(candidate)
        if any(entity.role not in ("goal", "none") for entity in inside):
            return
        for entity in inside:
            before = self._at(entity.start - 1)
            behind = bisect_left(self.starts, entity.end)
            act = next((i for i in range(behind, len(self.hits)) if self.hits[i].role), behind)
            closed = any("closer" in hit.senses for hit in self.hits[behind:act])
            if before is not None and "place" in before.senses and not closed:
                entity.role = "receiver"

    def _inside(self, candidate: Candidate) -> list[Entity]:
        """The parties that a candidate names besides its subject."""
        return [
            entity
            for entity in self.entities
            if candidate.start <= entity.start
            and entity.end <= candidate.end
            and entity.kind == "party"
            and entity is not candidate.subject
        ]

    def _at(self, place: int) -> Hit | None:
        """The known word that begins at a place."""
        index = bisect_left(self.starts, place)
        found = self.hits[index] if index < len(self.hits) else None
        return found if found is not None and found.start == place else None

    def segment(self, segment: Segment) -> None:
        """Reads one stretch between two signs."""
        place = segment.start
        if self._shares(segment) or self._is_purpose(segment):
            return
        while place < segment.end:
            lead = self.leads.lead(place, segment.end)
            hit = self.hits[lead.index] if lead.index < len(self.hits) else None
            if lead.voice is not None:  # a gathering that was agreed upon does not speak
                lead.subject = None if self.awaiting is not None else lead.voice
                lead.noun = False
            if hit is None or hit.start >= segment.end:
                self._rest(segment, place, lead)
                return
            if lead.subject is not None:
                lead.subject.role = "subject"
                self._refers(lead.subject)
            if hit.role == "act" and lead.subject is not None:
                hit = self.saying_behind(segment, hit) or hit
            if hit.role in ("say", "reported", "announce") and not lead.negated:
                place = self._said(segment, place, lead, hit)
                continue
            if hit.role == "commit" or not self._opens(segment, place, lead):
                self._decide(segment, place, lead, hit)
            return

    def _refers(self, subject: Entity) -> None:
        """Gives "the two sides" the names of those who have just spoken as one."""
        speaker = self.speaker or self.subject
        if subject.kind == "self" and not subject.codes and speaker is not None:
            word = self._at(subject.start)
            both = word is not None and "both" in word.senses
            if len(speaker.codes) > 1 and (both or subject.first):
                subject.codes = speaker.codes

    def _said(self, segment: Segment, place: int, lead: Lead, hit: Hit) -> int:
        """Words of saying: who speaks; what follows in the segment is said."""
        if lead.subject is not None:
            self.speaker = self.subject = lead.subject
            self.foreign = False
        elif lead.other or (lead.noun and "office" not in lead.met):
            self.speaker = self.subject = None
            self.foreign = True
        self.announced = hit.role == "announce"
        if "document" in lead.met and self.announced:
            self.decreed, self.foreign = True, False
        said = Candidate(lead.subject.start if lead.subject else place, None, "say")
        said.speaker = self.speaker
        said.hits.append((hit.role, hit))
        said.end = hit.end
        self.candidates.append(said)
        if "stress" in hit.senses and self.is_known(lead) and self._has_weight(segment, hit):
            said.kind, said.rule, said.end = "position", "position", segment.end
            said.subject = self.subject
            return segment.end
        return hit.end

    def _has_weight(self, segment: Segment, hit: Hit) -> bool:
        """Whether what is stressed is how much something matters."""
        first, last = bisect_left(self.starts, hit.end), bisect_left(self.starts, segment.end)
        return any("weight" in h.senses for h in self.hits[first:last])

    def _rest(self, segment: Segment, place: int, lead: Lead) -> None:
        """A segment without a predicate goes on with what stands before it, or is only said."""
        last = self.last
        if self.is_blank(place, segment.end):
            return
        if lead.only_time and place == segment.start:
            self.opening = place
            return
        if self._gapped(segment, lead):
            return
        self.carried |= lead.met & CARRIED
        if lead.subject is not None and place == segment.start and not lead.other:
            self.subject = lead.subject
            if not (lead.noun or lead.adjunct or lead.joined):
                return  # nothing but a subject, which the next segment may explain
        if self._opens(segment, place, lead):
            return
        if lead.done and not lead.negated and self.has_figure(segment):
            self._happened(segment, place, lead)
            return
        opens = self.text.startswith((":", "："), segment.end)
        if last is None or opens or (last.rule == "say" and place > segment.start):
            return
        if last.rule == "say" and self.speaker is not None and last.hits[0][0] == "say":
            said = Candidate(place, "result" if lead.done else "position", "said")
            said.end = segment.end
            said.speaker = self.speaker
            said.subject = lead.subject or self.subject
            if not self.is_known(lead):
                said.kind = None
            self.candidates.append(said)
        elif last.rule != "say" and lead.subject is None:
            last.end = segment.end
            self.awaiting = None

    def _gapped(self, segment: Segment, lead: Lead) -> bool:
        """A giver and a sum that leave out their verb: A pledged 3, B 4; of several: A 3, B 4."""
        last, giver = self.last, lead.subject
        sums = [m for m in self.figures if m.type == "money"]
        if (
            giver is None
            or not giver.codes
            or not any(self.is_beside(giver, sum_) for sum_ in sums)
        ):
            return False
        if last is not None and last.kind in ("pledge", "result"):
            if not any(last.start <= sum_.start < last.end for sum_ in sums):
                return False
            share = self._like(last, giver.start, segment.end)
            share.act, share.hits = last.act, last.hits[:1]
        else:
            named = [one for one in self.entities if one.codes]
            pairs = [one.start for one in named for sum_ in sums if self.is_beside(one, sum_)]
            if len(pairs) < _SEVERAL or not self.tells_of_giving(pairs[0]):
                return False
            share = Candidate(giver.start, "pledge", "share")
            share.end, share.strength = segment.end, "commits"
        share.subject, share.own_subject = giver, True
        self.candidates.append(share)
        return True

    def _happened(self, segment: Segment, place: int, lead: Lead) -> None:
        """What has been done by a verb that the pack does not know, as a figure tells."""
        known = "public" in lead.met or (lead.subject is not None and self.is_known(lead))
        known = known or self.counts_things(segment)
        if not known or self.is_statistic(segment.start, segment.end):
            return
        start = place if self.opening is None else self.opening
        self.opening = None
        result = Candidate(self._begin(start, lead), "result", "done")
        result.end = segment.end
        result.subject = lead.subject or self.subject or self.context.topic
        result.own_subject = lead.subject is not None
        result.speaker = self.speaker
        self.candidates.append(result)

    def _opens(self, segment: Segment, place: int, lead: Lead) -> bool:
        """Whether a segment is an adjunct of what follows: since it opened, to support that."""
        if lead.subject is not None or place > segment.start or self.awaiting is not None:
            return False
        first = self._at(place)
        if first is None or "preposition" not in first.senses or "disposal" in first.senses:
            return False
        last = self.hits[bisect_left(self.starts, segment.end) - 1]
        closed = last.end == segment.end and "closer" in last.senses
        timed = closed and any(place <= time.start <= place + 2 for time in self.times)
        if timed:
            self.opening = place
        return timed or (lead.adjunct and (closed or lead.purpose))

    def _decide(self, segment: Segment, place: int, lead: Lead, hit: Hit) -> None:
        """The candidate that a predicate makes, or what it adds to the one before."""
        last = self.last
        goes_on = last is not None and lead.subject is None and not lead.negated
        if lead.done and hit.role == "act" and is_deliverable(hit.senses["act"].value):
            goes_on = False  # it has been done since
        if lead.is_by_agent():
            goes_on = False  # what somebody else does
        if goes_on and last is not None and "act" in hit.senses:
            if last.kind in _GOVERNED and (hit.role == "act" or last.kind in _BINDS):
                self._coordinate(segment, place, lead, hit, last)
                return
            if last is self.bare and hit.role == "act":
                self._further(segment, place, hit, last)
                return
        if last is not None and last is self.awaiting and goes_on and hit.role == "position":
            last.end, self.awaiting = segment.end, None  # agreed, to recognise each other's
            return
        if last is not None and last is self.awaiting and lead.subject is None:
            acts = any(h.role == "act" and hit.end <= h.start < segment.end for h in self.hits)
            if acts and is_refraining(last.hits[0][1], hit):
                last.end, self.awaiting = segment.end, None
                return
        if self.awaiting is not None:
            self.awaiting.kind, self.awaiting = None, None  # who promised says what others do
        start = place if self.opening is None else self.opening
        self.opening = None
        candidate = Candidate(self._begin(start, lead), None, hit.role)
        candidate.end = segment.end
        candidate.subject = lead.subject or self._goes_on_from(lead)
        candidate.own_subject = lead.subject is not None
        candidate.speaker = self.speaker
        candidate.hits.append((hit.role, hit))
        self.judge(segment, lead, hit, candidate)
        approves = "approve" in hit.senses and self.has_figure(segment)
        if candidate.kind is None or hit.role == "restate" or approves:
            self._by_row(segment, lead, hit, candidate)
        self.candidates.append(candidate)
        if lead.subject is not None and lead.subject.kind != "person":
            self.subject = lead.subject
        self._second(segment, candidate)

    def _goes_on_from(self, lead: Lead) -> Entity | None:
        """Who acts where nobody is named: who did before, unless a body without a code does."""
        known = self.subject or self.context.topic
        state = known is not None and any(code in territories() for code in known.codes)
        if state and self.is_unnamed(lead):
            return Entity(lead.place, lead.place, (), "party")
        return known

    def _by_row(self, segment: Segment, lead: Lead, hit: Hit, candidate: Candidate) -> None:
        """What the table of verdicts says of a clause that its mark leaves silent."""
        if hit.role == "ought":
            return
        first, last = bisect_left(self.starts, hit.start), bisect_left(self.starts, segment.end)
        Silent(
            candidate,
            lead,
            self.hits[first:last],
            inside(self.figures, segment.start, segment.end),
            inside(self.times, segment.start, segment.end),
            self.entities,
            self.subject,
            self.foreign,
            self.decreed,
            self.carried,
            self.context,
            not self.candidates and segment.start == self.start,
            self.is_to_come(segment.start, hit.start),
            segment.sign in (":", "："),
            self.text.find(self.genitive, segment.start, hit.start) >= 0,
            segment.end,
        ).judged()

    def _begin(self, place: int, lead: Lead) -> int:
        """Where a clause begins: at the time before its subject, else at the subject."""
        if lead.subject is None:
            return place
        before = lead.subject.start
        times = [time.start for time in self.times if place <= time.start < before]
        return min([before, *times])

    def _shares(self, segment: Segment) -> bool:
        """A sum of a list, and what it is for: a statement of the giver before it."""
        if not self.figures or not self.candidates:
            return False
        last = next((c for c in reversed(self.candidates) if c.rule != "say"), None)
        if last is None or last.kind not in ("pledge", "proposal", "result"):
            return False
        place = segment.start
        index = bisect_left(self.starts, place)
        while index < len(self.hits) and self.hits[index].start == place:
            if "joiner" not in self.hits[index].senses:
                break
            place = self.hits[index].end
            index += 1
        sum_ = next((m for m in self.figures if m.type == "money" and m.start == place), None)
        if sum_ is None:
            return False
        at = bisect_left(self.starts, sum_.end)
        behind = [h for h in self.hits[at : at + 2] if h.start < segment.end]
        if not any("purpose" in h.senses or "act" in h.senses for h in behind):
            return False
        share = self._like(last, place, segment.end)
        share.act = last.act
        share.hits = last.hits[:1]
        self.candidates.append(share)
        return True

    def _is_purpose(self, segment: Segment) -> bool:
        """A clause that tells what the one before is for, by the word that opens it."""
        last = self.last
        index = bisect_left(self.starts, segment.start)
        hit = self.hits[index] if index < len(self.hits) else None
        if last is None or last.kind is None or hit is None or "purpose" not in hit.senses:
            return False
        if not self.is_blank(segment.start, hit.start):
            return False
        if self.leads.lead(hit.end, segment.end).subject is None:
            last.end = segment.end
        return True

    def _coordinate(
        self, segment: Segment, place: int, lead: Lead, hit: Hit, last: Candidate
    ) -> None:
        """A further act of the one before: its own candidate where both can be delivered."""
        act = hit.senses["act"].value
        plain = last is self.bare and not inside(self.figures, last.start, last.end)
        if last is self.awaiting or (last.act is None and (plain or self._ends_with_mark(last))):
            self.awaiting = None
            last.act, last.end = act, segment.end
            last.hits.append(("act", hit))
            self._second(segment, last)
            return
        apart = last.end <= segment.start or not is_deliverable(last.act)
        further = last.kind in _BINDS and apart and is_deliverable(act) and not lead.noun
        further &= last.kind != "call" or (lead.joined and is_deliverable(last.act))
        if further and not self._is_its_end(segment, lead, act, last):
            self._further(segment, place, hit, last)
            return
        last.end = segment.end

    def _ends_with_mark(self, last: Candidate) -> bool:
        return not last.hits or self.is_blank(last.hits[-1][1].end, last.end)

    def _is_its_end(self, segment: Segment, lead: Lead, act: str, last: Candidate) -> bool:
        """Whether an act tells what the money, the places or the people before it are for."""
        if lead.joined:
            return False
        given = [m for m in self.figures if last.start <= m.start < last.end]
        if act == "support":
            return bool(given)
        if last.act not in _FUNDS or not any(m.type == "money" for m in given):
            return False
        return not any(
            m.type == "money" and segment.start <= m.start < segment.end for m in self.figures
        )

    def _further(self, segment: Segment, place: int, hit: Hit, last: Candidate) -> None:
        """One more act that is promised, proposed or called for like the one before."""
        act = hit.senses["act"].value
        if not is_deliverable(act):
            return
        candidate = self._like(last, place, segment.end)
        candidate.act = act
        candidate.hits.append(("act", hit))
        self.candidates.append(candidate)
        self._second(segment, candidate)

    @staticmethod
    def _like(last: Candidate, start: int, end: int) -> Candidate:
        """A candidate of the same kind, subject and speaker as one before it."""
        candidate = Candidate(start, last.kind or "pledge", last.rule)
        candidate.end = end
        candidate.strength = last.strength or ("commits" if candidate.kind == "pledge" else None)
        candidate.subject, candidate.speaker = last.subject, last.speaker
        return candidate

    def _second(self, segment: Segment, candidate: Candidate) -> None:
        """A second act in the same segment, behind a joining word."""
        if candidate.kind not in _BINDS or not is_deliverable(candidate.act):
            return
        first = bisect_left(self.starts, candidate.hits[-1][1].end)
        last = bisect_left(self.starts, segment.end)
        for joiner, hit in zip(self.hits[first:last], self.hits[first + 1 : last], strict=False):
            if "joiner" not in joiner.senses or joiner.end != hit.start or hit.role != "act":
                continue
            if is_deliverable(hit.senses["act"].value):
                second = self._like(candidate, hit.start, candidate.end)
                candidate.end = joiner.start
                second.act = hit.senses["act"].value
                second.hits.append(("act", hit))
                self.candidates.append(second)
                return
