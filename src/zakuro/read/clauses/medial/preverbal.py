"""Leads: what stands before a predicate that follows its adjuncts.

Subject, times, adverbs, negations, phrases that a preposition opens, joining words.  The walk goes
from one known thing to the next; what lies between them is unknown, and makes a noun phrase.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from zakuro.languages.load import Pack
from zakuro.model.vocabulary import giving_acts
from zakuro.read.clauses.clause import DONE, GROWTH, is_deliverable
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.entities import SUBJECTS, Entity

BLANK = " \"'“”‘’「」『』《》[]*_#…"
MEASURED = ("percent", "money", "count", "range", "dimension")
_GROWN = GROWTH | {"establish"}
_OPEN = {"(": ")", "（": "）", "【": "】"}
_CALLED = 12
"""How many unknown characters a name of a company may have behind its country."""
_BODY = 18
"""How long the name of a body behind its state may be."""
_LEADING = frozenset({"preposition", "commit", "intend", "adverb", "past_time", "announce", "say"})
"""What stands between who acts and the deed."""
_GIVEN = giving_acts() | {"build", "establish", "support"}
_REACH = 8
"""How far a figure may stand behind the word of growth that it measures."""
_BODIES = frozenset({"organ", "office"})
"""Nouns of those who act for a state."""


class Shapes(NamedTuple):
    """How words of such a language hang together.

    ``genitive`` joins whose a thing is to it, ``bodies`` end the names of bodies that act for the
    state before them, ``since`` stand behind a length of time that has run until now.
    """

    genitive: str
    bodies: tuple[str, ...]
    since: tuple[str, ...]

    @classmethod
    def of(cls, pack: Pack) -> Shapes:
        """Those of a pack; what it has none of stands nowhere in a text."""
        syntax, names = pack.section("syntax"), pack.section("names")
        bodies, since = tuple(names.get("bodies", ())), tuple(syntax.get("since", ()))
        return cls(syntax.get("genitive", ""), bodies or ("\0",), since or ("\0",))


class Lead:
    """What a clause has before its predicate.

    ``index`` is the place of the predicate among the hits, or that of the first one behind the
    clause; ``met`` are the senses of the nouns on the way.  ``voice`` is a gathering or a document
    that speaks for those who meet, ``agent`` who acts where the subject does not, ``donor`` who
    gave the thing that stands first, ``other`` a company or a body that is no state; ``disposed``
    tells that what is acted upon stands before the predicate.
    """

    __slots__ = (
        "adjunct",
        "agent",
        "disposed",
        "done",
        "donor",
        "end",
        "formerly",
        "index",
        "joined",
        "met",
        "negated",
        "noun",
        "only_time",
        "other",
        "place",
        "purpose",
        "subject",
        "voice",
    )

    def __init__(self, place: int, end: int) -> None:
        self.place = place
        self.end = end
        self.index = 0
        self.subject: Entity | None = None
        self.agent: Entity | None = None
        self.voice: Entity | None = None
        self.donor: Entity | None = None
        self.met: set[str] = set()
        self.negated = False
        self.disposed = False
        self.done = False
        self.formerly = False
        self.joined = False
        self.adjunct = False
        self.noun = False
        self.other = False
        self.purpose = False
        self.only_time = True

    def is_by_agent(self) -> bool:
        """Whether a thing stands first, and who does it behind a preposition: paid by A."""
        return self.agent is not None and self.noun and self.adjunct


class Leads:
    """The leads of one sentence: its words, names and figures, each by its place."""

    __slots__ = (
        "_at",
        "_before",
        "_bodies",
        "_entities",
        "_figures",
        "_genitive",
        "_hits",
        "_since",
        "_spans",
        "_starts",
        "_stops",
        "_text",
    )

    def __init__(
        self,
        text: str,
        hits: list[Hit],
        starts: list[int],
        entities: list[Entity],
        mentions: list[Raw],
        topic: Entity | None,
        shapes: Shapes,
    ) -> None:
        self._bodies = shapes.bodies
        self._text = text
        self._hits = hits
        self._starts = starts
        self._genitive = shapes.genitive
        self._since = shapes.since
        self._at = {start: index for index, start in enumerate(starts)}
        self._entities = {entity.start: entity for entity in entities}
        self._before = [e for e in (topic, *entities) if e is not None and e.codes]
        self._spans: dict[int, Raw] = {}
        self._figures: list[Raw] = []
        for mention in mentions:
            if mention.type in ("date", "period", "duration", "ordinal"):
                self._spans[mention.start] = mention
            elif mention.type in MEASURED:
                self._figures.append(mention)
        self._stops = sorted({*starts, *self._entities, *self._spans})

    def lead(self, place: int, end: int) -> Lead:
        """Walks from the beginning of a clause to its predicate."""
        text, stops = self._text, self._stops
        lead = Lead(place, end)
        at = bisect_left(stops, place)
        while lead.place < end:
            place = lead.place
            if text[place] in BLANK:
                lead.place += 1
                continue
            if text[place] in _OPEN:
                closing = text.find(_OPEN[text[place]], place, end)
                if closing > 0:
                    lead.place = closing + 1
                    continue
            while at < len(stops) and stops[at] < place:
                at += 1
            stop = stops[at] if at < len(stops) else end
            if stop > place:
                if not self._side(lead, place, stop):
                    self._unknown(lead, min(stop, end))
            elif self._known(lead, place, end):
                return lead
            elif lead.place == place:
                behind = stops[at + 1] if at + 1 < len(stops) else end
                self._unknown(lead, min(behind, end))
        lead.index = bisect_left(self._starts, end)
        return lead

    def _known(self, lead: Lead, place: int, end: int) -> bool:
        """Takes what is known at a place, if it has a part here; True where it is the predicate."""
        index = self._at.get(place)
        hit = None if index is None else self._hits[index]
        span = self._spans.get(place)
        if span is not None and (hit is None or not hit.role):
            lead.place = span.end
            return False
        entity = self._entities.get(place)
        if entity is not None and entity.kind in SUBJECTS and entity.end <= end:
            if hit is not None:
                lead.met.update(hit.senses)
            self._entity(lead, entity)
        elif hit is not None and index is not None and self._word(lead, hit):
            lead.index = index
            return True
        lead.only_time &= hit is not None and "joiner" in hit.senses
        return False

    def _entity(self, lead: Lead, entity: Entity) -> None:
        genitive = self._text.startswith(self._genitive, entity.end)
        people = self._at.get(entity.end)
        if people is not None and "people" in self._hits[people].senses:
            genitive = True
        if lead.adjunct or genitive:
            lead.noun |= genitive and not lead.adjunct
        elif lead.subject is None and (not lead.noun or entity.kind == "person"):
            lead.subject, lead.noun = entity, False
            lead.place = self._body_end(entity, lead.end)
            return
        lead.place = entity.end + (len(self._genitive) if genitive else 0)

    def _body_end(self, entity: Entity, end: int) -> int:
        """Where the name of a body ends that is called by its state: the Norwegian space agency."""
        if not entity.codes or entity.kind != "party":
            return entity.end
        for stop in range(entity.end, min(entity.end + _BODY, end)):
            index = self._at.get(stop)
            senses = self._hits[index].senses if index is not None else {}
            if stop in self._spans or not _LEADING.isdisjoint(senses):
                called = self._text.endswith(self._bodies, entity.end, stop)
                return stop if called else entity.end
        return entity.end

    def _word(self, lead: Lead, hit: Hit) -> bool:
        """Takes a known word, if it has a part before a predicate; True where it is one itself."""
        senses = hit.senses
        if "disposal" in senses and self._is_disposal(hit, lead.end):
            lead.disposed = True
            self._adjunct(lead, hit)
            return False
        if hit.role and not self._is_nominal(lead, hit):
            return True
        if hit.role == "act" and self._text.startswith(self._genitive, hit.end):
            gives = senses["act"].value in _GIVEN
            lead.donor = lead.agent or lead.subject if gives else lead.donor
        if hit.role and lead.agent is not None and self._text.startswith(self._genitive, hit.end):
            lead.adjunct, lead.noun = False, True  # the hospital that A built
            lead.place = hit.end
            return False
        self._around(lead, hit)
        return False

    def _around(self, lead: Lead, hit: Hit) -> None:
        """Takes a word that is no predicate: it denies, dates, joins, or opens an adjunct."""
        senses = hit.senses
        if "formerly" in senses:
            lead.formerly = True
        if "negation" in senses:
            lead.negated = not lead.negated
        elif "past_time" in senses:
            lead.done = True
        elif "preposition" in senses and "adverb" not in senses:
            self._adjunct(lead, hit)
            return
        elif "joiner" in senses:
            lead.joined = True
        elif "adverb" in senses or "auxiliary" in senses:
            lead.met.update(senses)
            if "closer" in senses and lead.subject is None:
                lead.noun = False  # during the summer
        else:
            if not lead.adjunct:
                self._noun(lead, hit)
            return
        lead.place = hit.end

    def _noun(self, lead: Lead, hit: Hit) -> None:
        """A noun that the pack knows: who speaks for others, and who is no state."""
        senses = hit.senses
        lead.met.update(senses)
        if "body" in senses:
            if lead.subject is None and not lead.noun:
                lead.subject = Entity(hit.start, hit.end, (), "party")
        elif "other" in senses:
            near = lead.subject is None or hit.start - lead.subject.end <= _CALLED
            lead.other |= near
            if near:
                if lead.subject is not None and lead.subject.role == "":
                    lead.subject.role = "none"  # whose company acts gets nothing
                lead.subject, lead.noun = None, True
        elif "voice" in senses and not self._text.startswith(self._genitive, hit.end):
            codes = lead.subject.codes if lead.subject is not None else ()
            lead.voice = Entity(hit.start, hit.end, codes, "self")
        elif "standing" in senses or ("office" in senses and lead.subject is not None):
            pass  # an organ of the party before it, or what it is called
        elif not lead.noun and ("organ" in senses or "actor" in senses):
            pass  # its party is known from before
        else:
            return
        lead.place = hit.end

    def _side(self, lead: Lead, place: int, stop: int) -> bool:
        """The first letter of a name met before and the word for a side: the party of that name."""
        index = self._at.get(stop)
        if index is None or stop - place != 1 or "side" not in self._hits[index].senses:
            return False
        named = next((e for e in self._before if self._text[e.start] == self._text[place]), None)
        if named is None or lead.noun or lead.adjunct or lead.subject is not None:
            return False
        end = self._hits[index].end
        lead.subject = Entity(place, end, named.codes, "party")
        lead.place = end
        return True

    def _is_nominal(self, lead: Lead, hit: Hit) -> bool:
        """Whether a predicate's word is the noun of the same form here: "his proposal is"."""
        if hit.role != "say" and (
            self._text.startswith(self._genitive, hit.end)
            or self._text.endswith(self._genitive, 0, hit.start)
        ):
            return not ("attained" in hit.senses and hit.role == "act" and self._measures(hit))
        if hit.role == "commit" and self._is_of_who_says(hit, lead.end):
            return True
        if hit.role != "act" or lead.agent is not None:
            return False
        if "attained" in hit.senses and self._is_since(hit.end):
            return True
        if lead.adjunct and self._is_attained(hit.end, lead.end):
            return True
        if lead.disposed:
            return hit.senses["act"].value not in giving_acts() and self._is_given(hit, lead.end)
        if not lead.noun or lead.done or hit.senses["act"].feature in DONE:
            return False
        if lead.voice is not None and is_deliverable(hit.senses["act"].value):
            return False
        return "attained" not in hit.senses and not self._measures(hit)

    def _is_disposal(self, hit: Hit, end: int) -> bool:
        """Whether what is given follows, so many of something: handed the two boats to."""
        ordinal = self._spans.get(hit.end)
        counted = any(figure.start == hit.end for figure in self._figures)
        counted |= ordinal is not None and ordinal.type == "ordinal"
        return not hit.role or (counted and self._is_given(hit, end))

    def _is_given(self, hit: Hit, end: int) -> bool:
        """Whether an act of giving follows, so that this one is a part of what is given."""
        index = bisect_left(self._starts, hit.end)
        behind = (h for h in self._hits[index:] if h.start < end and h.role == "act")
        return any(h.senses["act"].value in giving_acts() for h in behind)

    def _is_of_who_says(self, hit: Hit, end: int) -> bool:
        """Whether a word of promise only tells which of several it is that says something."""
        index = bisect_left(self._starts, hit.end)
        behind = [h for h in self._hits[index:] if h.start < end]
        said = next((h for h in behind if h.role == "say"), None)
        if said is None or any("future" in h.senses for h in behind if h.start < said.start):
            return False
        return self._text.find(self._genitive, hit.end, said.start) >= 0

    def _is_since(self, place: int) -> bool:
        """Whether a length of time and its word follow: in the 30 years since they took up ties."""
        span = self._spans.get(place)
        index = None if span is None else self._at.get(span.end)
        closed = index is not None and "closer" in self._hits[index].senses
        return closed or (span is not None and self._text.startswith(self._since, span.end))

    def _is_attained(self, place: int, end: int) -> bool:
        """Whether a clause closes with what has come about: on this, the two agreed."""
        last = self._hits[bisect_left(self._starts, end) - 1]
        return place <= last.start and last.end == end and "attained" in last.senses

    def _measures(self, hit: Hit) -> bool:
        """Whether a figure stands right behind a word of growth."""
        return hit.senses["act"].value in _GROWN and any(
            hit.end <= m.start <= hit.end + _REACH or m.start < hit.end <= m.end
            for m in self._figures
        )

    def _adjunct(self, lead: Lead, hit: Hit) -> None:
        """An adjunct: up to the end of its party or time; a party that acts is its agent."""
        lead.adjunct = True
        lead.place = hit.end
        entity = self._entities.get(hit.end)
        if entity is not None:
            lead.place = entity.end
            if "agent" in hit.senses and entity.kind in SUBJECTS:
                lead.agent = entity
            return
        span = self._spans.get(hit.end)
        if span is not None:
            lead.place = span.end
            return
        behind = self._at.get(hit.end)
        if behind is None:
            return
        body = self._hits[behind]
        if "for" in hit.senses and body.role:
            lead.purpose = True
        elif "agent" in hit.senses and not _BODIES.isdisjoint(body.senses):
            lead.agent = Entity(body.start, body.end, (), "person")  # an organ of who is known
            lead.place = body.end

    def _unknown(self, lead: Lead, stop: int) -> None:
        """What the pack does not know, up to the next thing that it does."""
        if not lead.adjunct:
            lead.noun = True
            lead.voice = None
        lead.only_time = False
        lead.place = stop
