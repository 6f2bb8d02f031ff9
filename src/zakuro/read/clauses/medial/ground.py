"""What a sentence gives to judge its predicates by: who is known, what figures and times it has."""

from __future__ import annotations

from bisect import bisect_left

from zakuro.model.vocabulary import giving_acts
from zakuro.read.clauses.clause import Candidate, Context, Sentence
from zakuro.read.clauses.medial.preverbal import BLANK, MEASURED, Lead, Leads, Shapes
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.lexis.segments import Segment
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.entities import Entity

_THINGS = frozenset({"money", "count", "dimension"})
_GIVES = giving_acts() - {"finance", "invest"}
"""Acts by which another gets something: what is spent or invested is no gift."""
_MONTH = 31
_BESIDE = 2
"""Characters between a giver and the sum that is theirs."""
_PEOPLE = frozenset({"{person}", None})


class Ground:
    """One sentence, who speaks in it, and what is known of a predicate before it is judged."""

    def __init__(self, sentence: Sentence, context: Context, shapes: Shapes) -> None:
        self.text = sentence.folded.text
        self.hits = sentence.hits
        self.starts = [hit.start for hit in sentence.hits]
        self.entities = sentence.entities
        self.mentions = sentence.mentions
        self.figures = [m for m in sentence.mentions if m.type in MEASURED]
        self.times = [m for m in sentence.mentions if m.type in ("date", "period", "duration")]
        self.leads = Leads(
            self.text,
            self.hits,
            self.starts,
            sentence.entities,
            sentence.mentions,
            context.topic,
            shapes,
        )
        self.context = context
        self.genitive = shapes.genitive
        self.start, self.end = sentence.start, sentence.end
        self.named = any(self.is_told(entity) for entity in sentence.entities)
        self.speaker: Entity | None = None
        self.subject: Entity | None = None
        self.foreign = False
        self.announced = self.decreed = False
        self.candidates: list[Candidate] = []
        self.awaiting: Candidate | None = None
        self.bare: Candidate | None = None

    def is_to_come(self, start: int, end: int) -> bool:
        """Whether a time between two offsets begins behind the day of the document, or then."""
        day = self.context.day
        if day is None:
            return False
        begins = [t for t in self.times if start <= t.start < end and t.start_date is not None]
        return any(t.start_date is not None and t.start_date > day for t in begins) or any(
            t.start_date == day and t.end_date is not None and (t.end_date - day).days > _MONTH
            for t in begins  # within ten years
        )

    def is_adjunct(self, segment: Segment) -> bool:
        """Whether a segment only tells when: since they took up relations, after it was built."""
        last = self.hits[bisect_left(self.starts, segment.end) - 1]
        return "closer" in last.senses and last.end == segment.end and segment.end < self.end

    def is_timeless(self, segment: Segment, *, measured: bool) -> bool:
        """Whether nothing tells that an act is past: so do terms of a bargain.

        An act that has to be ``measured`` needs a figure.
        """
        day = self.context.day
        if (measured and not self.has_figure(segment)) or day is None:
            return False
        if any(time.end_date is not None and time.end_date <= day for time in self.times):
            return False
        behind = (hit for hit in self.hits if segment.start <= hit.start < segment.end)
        return not any("past_time" in hit.senses or "attained" in hit.senses for hit in behind)

    def is_told_of(self, segment: Segment, hit: Hit) -> bool:
        """Whether a promise stands in a relative clause of what has been done since."""
        first, last = bisect_left(self.starts, hit.end), bisect_left(self.starts, segment.end)
        done = [h.start for h in self.hits[first:last] if "past_time" in h.senses]
        if not done or not self.is_closed(hit.end, done[0]):
            return False
        return any(h.role == "act" and h.start > done[0] for h in self.hits[first:last])

    def is_closed(self, start: int, end: int) -> bool:
        """Whether a genitive closes a relative clause between two offsets."""
        return self.text.find(self.genitive, start, end) >= 0

    def is_bound(self, lead: Lead, *, proposes: bool = False) -> bool:
        """Whether somebody known binds himself; "I" may propose, whoever that is."""
        if lead.noun or lead.other or self.is_unnamed(lead):
            return False
        known = lead.subject or self.subject
        if known is not None:
            return proposes or not known.first or bool(known.codes) or self.is_met()
        return not self.foreign and (self.context.topic or self.context.kind) is not None

    def is_known(self, lead: Lead, *, inside: bool = True) -> bool:
        """Whether a party, or one who speaks for those who meet, is the subject of a clause.

        With ``inside`` the parties that the sentence names tell who says "I" and "we".
        """
        subject = lead.subject
        if lead.other or self.is_unnamed(lead):
            return False
        if subject is not None:
            return self.is_told(subject) or self.is_met(inside or not subject.first)
        if lead.noun:
            return "office" in lead.met and self.is_met()
        known = self.subject or self.speaker
        if known is not None:
            return self.is_told(known) or self.is_met()
        return not self.foreign and self.is_met(inside=False)

    @staticmethod
    def is_unnamed(lead: Lead) -> bool:
        """Whether somebody acts who has no code: the bank, the board."""
        return lead.subject is None and "actor" in lead.met

    def is_met(self, inside: bool = True) -> bool:
        """Whether the document, or the sentence itself, tells of states."""
        context = self.context
        return bool(context.frame or context.topic or context.kind or (inside and self.named))

    def is_due(self) -> bool:
        """Whether a time of the sentence ends behind the day of the document."""
        day = self.context.day
        ends = (time.end_date for time in self.times)
        return day is not None and any(end is not None and end > day for end in ends)

    def tells_of_giving(self, end: int) -> bool:
        """Whether a word of giving or promising opens a list, not one of debts or of budgets."""
        return any(
            hit.end <= end
            and (
                "bears" in hit.senses
                or hit.role == "commit"
                or (hit.role == "act" and hit.senses["act"].value in _GIVES)
            )
            for hit in self.hits
        )

    def has_figure(self, segment: Segment) -> bool:
        """Whether a segment has a figure."""
        return bool(self.figures_in(segment))

    def figures_in(self, segment: Segment) -> list[Raw]:
        """The figures of a segment."""
        return [one for one in self.figures if segment.start <= one.start < segment.end]

    def has_receiver(self, segment: Segment) -> bool:
        """Whether a party of a segment gets something."""
        return any(
            segment.start <= entity.start < segment.end and entity.role == "receiver"
            for entity in self.entities
        )

    @staticmethod
    def is_told(entity: Entity) -> bool:
        """Whether words tell of a state: it is named, or not only "I" or "we"."""
        return bool(entity.codes) or (entity.kind == "self" and not entity.first)

    def counts_things(self, segment: Segment) -> bool:
        """Whether a text of a state, or of those who meet, gives an amount of something here."""
        if not (self.context.home or self.context.frame):
            return False
        return any(
            figure.type in _THINGS and figure.unit not in _PEOPLE
            for figure in self.figures
            if segment.start <= figure.start < segment.end
        )

    def concerns(self, segment: Segment | None = None) -> bool:
        """Whether what has happened is told of states: they are named, or what they share is."""
        if self.is_met() or (segment is not None and self.counts_things(segment)):
            return True
        return any("public" in hit.senses for hit in self.hits)

    def is_statistic(self, start: int, end: int) -> bool:
        """Whether what stands between two offsets is counted by those who count, done by nobody.

        What a state has come to, so many per cent more or less, is its result.
        """
        come = any(m.type == "percent" and m.change for m in self.figures if start <= m.start)
        if come and any(e.codes and start <= e.start < end for e in self.entities):
            return False
        return any("statistic" in hit.senses for hit in self.hits if start <= hit.start < end)

    def is_shared(self, segment: Segment) -> bool:
        """Whether a clause tells of what states share: their trade, their schools."""
        named = [e for e in self.entities if segment.start <= e.start < segment.end]
        shared = any(
            "public" in h.senses or "both" in h.senses
            for h in self.hits
            if segment.start <= h.start < segment.end
        )
        return shared or len({code for entity in named for code in entity.codes}) > 1

    def is_blank(self, start: int, end: int) -> bool:
        """Whether nothing but signs stands between two offsets."""
        return not self.text[start:end].strip(BLANK)

    @staticmethod
    def is_beside(giver: Entity, sum_: Raw) -> bool:
        """Whether a sum stands right behind a party."""
        return giver.end <= sum_.start <= giver.end + _BESIDE
