"""Clauses whose predicate follows its adjuncts and precedes its objects, in words without endings.

Subject, adverbs and adjuncts ("with the countries of Central Asia", "within this year"), predicate,
objects.  A sentence is walked in segments, parted by its signs; what a segment leaves out (the
subject, the verb that governs it) it takes from the one before.
"""

from __future__ import annotations

from bisect import bisect_left

from zakuro.languages.load import Pack
from zakuro.read.clauses import DONE, KINDS, Candidate, Clauses, Context, Sentence, is_deliverable
from zakuro.read.entities import SUBJECTS, Entity
from zakuro.read.lexicon import Hit
from zakuro.read.raw import Raw
from zakuro.read.segments import Segment, segments

_BLANK = " \"'“”‘’「」『』《》[]*_#…"
_GROWTH = frozenset({"increase", "reduce", "double", "complete", "expand", "achieve", "establish"})
_OVERRULES = frozenset({"forecast", "doubt", "refuse"})
_GOVERNED = frozenset({"pledge", "proposal", "call", "principle", "position"})
_REACH = 8
"""How many unknown characters may part a subject from a mark that nothing else can be."""


class Lead:
    """What a segment has before its predicate."""

    __slots__ = (
        "adjunct",
        "done",
        "index",
        "joined",
        "negated",
        "noun",
        "only_time",
        "place",
        "subject",
    )

    def __init__(self, place: int, index: int) -> None:
        self.place = place
        self.index = index
        self.subject: Entity | None = None
        self.negated = False
        self.done = False
        self.joined = False
        self.adjunct = False
        self.noun = False
        self.only_time = True


class HeadMedial(Clauses):
    """Clauses of languages whose adjuncts stand between subject and predicate."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack)
        self._genitive: str = self.syntax.get("genitive", "")

    def read(self, sentence: Sentence, context: Context) -> list[Candidate]:
        """The candidates of one sentence, in order."""
        folded, start, end, hits, entities, mentions = sentence
        walk = _Walk(folded.text, hits, entities, mentions, context, self._genitive)
        for segment in segments(folded.text, start, end):
            walk.segment(segment)
        candidates = walk.candidates
        if any("condition" in hit.senses and "unconditional" not in hit.senses for hit in hits):
            for candidate in candidates:
                candidate.kind = None
        return [_trimmed(folded.text, candidate) for candidate in candidates]


class _Walk:
    """The walk over one sentence: what governs, who speaks, what has been found."""

    def __init__(
        self,
        text: str,
        hits: list[Hit],
        entities: list[Entity],
        mentions: list[Raw],
        context: Context,
        genitive: str,
    ) -> None:
        self.text = text
        self.hits = hits
        self.starts = [hit.start for hit in hits]
        self.entities = {entity.start: entity for entity in entities}
        self.mentions = mentions
        self.times = {m.start: m for m in mentions if m.type in ("date", "period", "duration")}
        self.ordinals = {m.start: m for m in mentions if m.type == "ordinal"}
        self.context = context
        self.genitive = genitive
        self.candidates: list[Candidate] = []
        self.speaker: Entity | None = None
        self.subject: Entity | None = None
        self.announced = False
        self.opening: int | None = None

    def segment(self, segment: Segment) -> None:
        """Reads one stretch between two signs."""
        place = segment.start
        while place < segment.end:
            lead = self._lead(place, segment.end)
            hit = self.hits[lead.index] if lead.index < len(self.hits) else None
            if hit is None or hit.start >= segment.end:
                self._rest(segment, place, lead)
                return
            if lead.subject is not None:
                lead.subject.role = "subject"
            if hit.role in ("say", "reported", "announce") and not lead.negated:
                place = self._said(segment, place, lead, hit)
                continue
            self._decide(segment, place, lead, hit)
            return

    def _said(self, segment: Segment, place: int, lead: Lead, hit: Hit) -> int:
        """Words of saying: who speaks; what follows in the segment is said."""
        if lead.subject is not None:
            self.speaker = lead.subject
            self.subject = lead.subject
        self.announced = hit.role == "announce"
        said = Candidate(lead.subject.start if lead.subject else place, None, "say")
        said.speaker = self.speaker
        said.hits.append((hit.role, hit))
        said.end = hit.end
        self.candidates.append(said)
        return hit.end

    def _rest(self, segment: Segment, place: int, lead: Lead) -> None:
        """A segment without a predicate goes on with what stands before it, or is only said."""
        last = self.candidates[-1] if self.candidates else None
        if not self.text[place : segment.end].strip(_BLANK):
            return
        if lead.only_time and place == segment.start:
            self.opening = place
            return
        opens = self.text.startswith((":", "："), segment.end)
        if last is None or opens or (last.rule == "say" and place > segment.start):
            return
        if last.rule == "say" and self.speaker is not None and last.hits[0][0] == "say":
            said = Candidate(place, "result" if lead.done else "position", "said")
            said.end = segment.end
            said.speaker = self.speaker
            said.subject = lead.subject or self.subject
            self.candidates.append(said)
        elif last.rule != "say" and lead.subject is None:
            last.end = segment.end

    def _lead(self, place: int, end: int) -> Lead:
        """Walks from the beginning of a clause to its predicate."""
        text = self.text
        lead = Lead(place, bisect_left(self.starts, place))
        while lead.place < end:
            place = lead.place
            if text[place] in _BLANK:
                lead.place += 1
                continue
            while lead.index < len(self.hits) and self.hits[lead.index].start < place:
                lead.index += 1
            hit = self.hits[lead.index] if lead.index < len(self.hits) else None
            time = self.times.get(place) or self.ordinals.get(place)
            entity = self.entities.get(place)
            if time is not None and (hit is None or hit.start > place or not hit.role):
                lead.place = time.end
                continue
            if entity is not None and entity.kind in SUBJECTS and entity.end <= end:
                self._entity(lead, entity)
            elif hit is not None and hit.start == place and self._word(lead, hit):
                if hit.role:
                    return lead
            else:
                self._unknown(lead, end)
            lead.only_time = False
        lead.index = bisect_left(self.starts, end)
        return lead

    def _entity(self, lead: Lead, entity: Entity) -> None:
        genitive = self.text.startswith(self.genitive, entity.end)
        if lead.subject is None and not lead.noun and not lead.adjunct and not genitive:
            lead.subject = entity
        elif genitive and not lead.adjunct:
            lead.noun = True
        lead.place = entity.end + (len(self.genitive) if genitive else 0)

    def _word(self, lead: Lead, hit: Hit) -> bool:
        """Takes a known word at its place; False for one that is only part of a noun phrase."""
        senses = hit.senses
        if hit.role and not self._is_nominal(lead, hit):
            return True
        if "negation" in senses:
            lead.negated = not lead.negated
        elif "past_time" in senses:
            lead.done = True
        elif "preposition" in senses and "adverb" not in senses:
            lead.adjunct = True
            lead.place = self._behind_adjunct(hit)
            return True
        elif "joiner" in senses:
            lead.joined = True
        elif not ("adverb" in senses or "auxiliary" in senses):
            return False
        lead.place = hit.end
        return not hit.role

    def _is_nominal(self, lead: Lead, hit: Hit) -> bool:
        """Whether a predicate's word is the noun of the same form here: "his proposal is"."""
        if self.text.startswith(self.genitive, hit.end) and hit.role != "say":
            return True
        return lead.noun and hit.role == "act" and not self._measures(hit)

    def _measures(self, hit: Hit) -> bool:
        """Whether a figure stands right behind a word of growth."""
        return hit.senses["act"].value in _GROWTH and any(
            hit.end <= m.start <= hit.end + _REACH or m.start < hit.end <= m.end
            for m in self.mentions
            if m.type in ("percent", "money", "count", "range", "dimension")
        )

    def _behind_adjunct(self, hit: Hit) -> int:
        """The end of an adjunct: behind its party or time, or the word that closes it."""
        entity = self.entities.get(hit.end)
        if entity is not None:
            return entity.end
        time = self.times.get(hit.end)
        return time.end if time is not None else hit.end

    def _unknown(self, lead: Lead, end: int) -> None:
        """Characters that the pack does not know: up to the next word that it knows."""
        ahead = lead.index
        while ahead < len(self.hits) and self.hits[ahead].start <= lead.place:
            ahead += 1
        stop = min(self.hits[ahead].start if ahead < len(self.hits) else end, end)
        nearest = [p for p in (*self.entities, *self.times) if lead.place < p < stop]
        lead.place = min([stop, *nearest])
        if not lead.adjunct:
            lead.noun = True

    def _decide(self, segment: Segment, place: int, lead: Lead, hit: Hit) -> None:
        """The candidate that a predicate makes, or what it adds to the one before."""
        last = self.candidates[-1] if self.candidates else None
        governed = last is not None and last.kind in _GOVERNED and lead.subject is None
        begins = not lead.noun and not lead.adjunct
        if governed and last is not None and "act" in hit.senses and not lead.negated:
            self._coordinate(segment, place, lead, hit, last)
            return
        start = place if self.opening is None else self.opening
        self.opening = None
        candidate = Candidate(self._begin(start, lead), None, hit.role)
        candidate.end = segment.end
        candidate.subject = lead.subject or self.subject or self.context.topic
        candidate.own_subject = lead.subject is not None
        candidate.speaker = self.speaker
        candidate.hits.append((hit.role, hit))
        self._judge(segment, lead, hit, candidate, begins)
        self.candidates.append(candidate)
        if lead.subject is not None and lead.subject.kind != "person":
            self.subject = lead.subject
        self._second(segment, candidate)

    def _begin(self, place: int, lead: Lead) -> int:
        """Where a clause begins: at the time before its subject, else at the subject."""
        if lead.subject is None:
            return place
        times = [start for start in self.times if place <= start < lead.subject.start]
        return min([lead.subject.start, *times])

    def _judge(
        self, segment: Segment, lead: Lead, hit: Hit, candidate: Candidate, begins: bool
    ) -> None:
        """Sets kind and strength by the predicate and by what follows it."""
        following = self._following(segment, hit)
        acts = [h for h in (hit, *following) if "act" in h.senses]
        if acts:
            candidate.act = acts[0].senses["act"].value
            if acts[0] is not hit:
                candidate.hits.append(("act", acts[0]))
        done = lead.done or (acts and acts[0].senses["act"].feature in DONE)
        if hit.role == "act":
            self._bare_act(segment, lead, hit, candidate, bool(done))
            return
        kind, strength = KINDS[hit.role]
        governs = not self.text[hit.end : segment.end].strip(_BLANK)
        adjacent = following[0] if following and following[0].start == hit.end else None
        if adjacent is not None and adjacent.role in _OVERRULES:
            kind = None
        if any("negation" in h.senses for h in following[:1]) and kind == "pledge":
            kind, strength = "position", None
        if lead.negated and kind in ("pledge", "proposal", "result", "position"):
            kind = None
        bare = "future" in hit.senses and not acts and not governs
        if kind == "pledge" and (bare or not self._bound(lead)):
            kind = None
        if hit.senses[hit.role].feature in DONE and hit.role in ("position", "act"):
            kind = "result" if self.speaker else kind
        candidate.kind, candidate.strength = kind, strength

    def _bare_act(
        self, segment: Segment, lead: Lead, hit: Hit, candidate: Candidate, done: bool
    ) -> None:
        """An act without a mark: done, announced, or a figure that grew."""
        measured = any(
            segment.start <= m.start < segment.end
            and m.type in ("percent", "money", "count", "range", "dimension")
            for m in self.mentions
        )
        if lead.negated:
            candidate.rule = "negated"
        elif done and (measured or lead.subject or self.speaker):
            candidate.kind, candidate.rule = "result", "done"
        elif self.announced and not lead.noun and self._bound(lead):
            candidate.kind, candidate.strength = KINDS["announce"]
            candidate.rule = "announce"
        elif candidate.act in _GROWTH and measured:
            candidate.kind, candidate.rule = "result", "grown"
        elif lead.subject is not None and is_deliverable(candidate.act) and not lead.noun:
            candidate.kind, candidate.rule = "result", "told"

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

    def _bound(self, lead: Lead) -> bool:
        """Whether somebody known binds himself."""
        if lead.noun and lead.subject is None:
            return False
        known = lead.subject or self.subject or self.context.topic
        return known is not None or self.context.kind is not None

    def _coordinate(
        self, segment: Segment, place: int, lead: Lead, hit: Hit, last: Candidate
    ) -> None:
        """A further act of the one before: its own candidate where both can be delivered."""
        act = hit.senses["act"].value
        if last.act is None and not self.text[last.hits[-1][1].end : last.end].strip(_BLANK):
            last.act, last.end = act, segment.end
            last.hits.append(("act", hit))
            self._second(segment, last)
            return
        apart = last.end <= segment.start or not is_deliverable(last.act)
        binds = last.kind in ("pledge", "proposal")
        if binds and apart and is_deliverable(act) and not lead.noun:
            candidate = Candidate(place, last.kind, last.rule)
            candidate.end = segment.end
            candidate.strength = last.strength
            candidate.subject, candidate.speaker = last.subject, last.speaker
            candidate.act = act
            candidate.hits.append(("act", hit))
            self.candidates.append(candidate)
            self._second(segment, candidate)
            return
        last.end = segment.end

    def _second(self, segment: Segment, candidate: Candidate) -> None:
        """A second act in the same segment, behind a joining word."""
        if candidate.kind not in ("pledge", "proposal") or not is_deliverable(candidate.act):
            return
        first = bisect_left(self.starts, candidate.hits[-1][1].end)
        last = bisect_left(self.starts, segment.end)
        for joiner, hit in zip(self.hits[first:last], self.hits[first + 1 : last], strict=False):
            if "joiner" not in joiner.senses or joiner.end != hit.start or hit.role != "act":
                continue
            if is_deliverable(hit.senses["act"].value):
                second = Candidate(hit.start, candidate.kind, candidate.rule)
                second.end = candidate.end
                candidate.end = joiner.start
                second.strength = candidate.strength
                second.subject, second.speaker = candidate.subject, candidate.speaker
                second.act = hit.senses["act"].value
                second.hits.append(("act", hit))
                self.candidates.append(second)
                return


def _trimmed(text: str, candidate: Candidate) -> Candidate:
    """Without the signs and blanks at the edges."""
    signs = _BLANK + ",，、;；:：。.!！?？)）—"
    while candidate.end > candidate.start and text[candidate.end - 1] in signs:
        candidate.end -= 1
        if text[candidate.end] in ")）" and "(" in text[candidate.start : candidate.end]:
            candidate.end += 1
            break
    while candidate.start < candidate.end and text[candidate.start] in _BLANK + ",，;；:：—":
        candidate.start += 1
    return candidate
