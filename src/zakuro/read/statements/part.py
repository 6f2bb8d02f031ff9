"""A part of a document in one language: what is found in it, and the statements it makes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from itertools import islice

from zakuro.languages.load import Pack
from zakuro.model.statement import Mention, MentionType
from zakuro.read.clauses.clause import Clauses, Sentence
from zakuro.read.clauses.engine import Engine
from zakuro.read.clauses.medial.head_medial import HeadMedial
from zakuro.read.document.block import Block
from zakuro.read.document.document import Document
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import NAMES, NOTES, Hit, marks, matter
from zakuro.read.lexis.sentences import sentences
from zakuro.read.lexis.span_index import Layer
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.mentions import find as find_mentions
from zakuro.read.mentions.quantities.understood import understand
from zakuro.read.parties import entities as who
from zakuro.read.parties import participants as meeting
from zakuro.read.parties.entities import Entity
from zakuro.read.statements import events

ORDERS: dict[str, type[HeadMedial]] = {"medial": HeadMedial}

_LETTERS = frozenset({"adjective", "side"})


def clauses_of(pack: Pack) -> Clauses:
    """The reader of clauses that the pack names: the engine of rows, or that of its order."""
    syntax = pack.section("syntax")
    if syntax.get("engine") == "rows" or syntax["head"] not in ORDERS:
        return Engine(pack)
    return ORDERS[syntax["head"]](pack)


def naming(hits: list[Hit], found: list[Raw]) -> list[Hit]:
    """The hits that may name somebody: not those inside an amount, as in 5 million US dollars."""
    amounts = Layer([mention for mention in found if mention.type == "money"])
    return [hit for hit in hits if hit.traits & NAMES and not amounts.around(hit.start)]


class Part:
    """A run of blocks in one language: what was found in them, and the statements they make.

    ``persons`` are the names met so far, with the parties they speak for; a part adds its own.
    With ``relative``, words for a place in a row (the next, the last) are ordinals as well.
    A sign that several currencies have is that of ``home``.
    """

    def __init__(
        self,
        document: Document,
        pack: Pack,
        blocks: list[Block],
        published: date | None,
        persons: dict[str, tuple[str, ...]],
        relative: bool = False,
        home: str | None = None,
    ) -> None:
        self.document = document
        self.pack = pack
        self.published = published
        self.blocks = blocks
        self.after: bool = pack.section("syntax")["subject"] == "after"
        self.folded = Folded(document.text, ((b.start, b.end) for b in blocks), pack.shapes)
        self.text = self.folded.text
        hits = marks(pack).find(self.folded)
        self.hits = Layer(hits)
        self.found = find_mentions(self.folded, pack, published, relative)
        understand(self.text, self.found, self.hits, pack, home)
        self.mentions = Layer(self.found)
        self.noted = Layer([hit for hit in hits if hit.traits & NOTES])
        self.matter = Layer(matter(pack).find(self.folded))
        self.entities = Layer(
            who.find(
                self.folded, naming(hits, self.found), pack, _starts(hits), persons, _goes_on(hits)
            )
        )

    def placed(self) -> Iterator[tuple[Block, int, int]]:
        """The blocks of the part, each with its place in the folded text."""
        start = 0
        for block in self.blocks:
            end = self.text.find("\n", start)
            end = len(self.text) if end < 0 else end
            yield block, start, end
            start = end + 1

    def finished(self, types: Collection[MentionType] | None = None) -> Iterator[Mention]:
        """The mentions of the part, the outermost or those of the types asked for, in order."""
        found = self.found
        if types is not None and "number" in types:
            found = [*found, *(inner for raw in found for inner in raw.inner)]
        named = [raw for entity in self.entities.things for raw in _party(entity)]
        mentions = (
            raw.finish(self.folded)
            for raw in (*found, *named)
            if types is None or raw.type in types
        )
        yield from sorted(mentions, key=lambda mention: (mention.start, -mention.end))

    def frame(self) -> tuple[str, ...]:
        """Who meets: by the title, by how "we" explains itself, by the lead, by a gathering."""
        title = self.document.title
        codes = meeting.of_title(title, self.pack) if title else ()
        if meeting.several(codes):
            first = next((p for p in self.placed() if p[0].kind == "paragraph"), None)
            inside = self.entities.between(*first[1:]) if first else []
            hits = self.hits.between(*first[1:]) if first else []
            own = meeting.of_lead(self.text, inside, self.pack, hits)
            return own if meeting.is_finer(own, codes) else codes
        gathered: tuple[str, ...] = ()
        headed: tuple[str, ...] = ()
        lead: tuple[str, ...] = ()
        titled = bool(title)
        for count, (block, start, end) in enumerate(self.placed()):
            if count > 5:
                break
            inside, hits = self.entities.between(start, end), self.hits.between(start, end)
            if block.kind == "heading" and count < 2:
                codes = meeting.of_words(self.text, inside, self.pack, hits)
                headed = headed or (codes if meeting.several(codes) else ())
            if meeting.several(told := meeting.of_apposition(self.text, inside)):
                return told
            titled = titled or block.kind == "heading"
            if titled and len(lead) < 2 and block.kind == "paragraph":
                stop = next((s for _, s in sentences(self.pack).split(self.text, start, end)), end)
                leading = self.entities.between(start, stop)
                lead = meeting.of_lead(self.text, leading, self.pack, hits)
            if not gathered:
                codes = events.participants(hits, inside, together=self.after)
                gathered = codes if meeting.several(codes) else ()
        if headed:
            return lead if meeting.is_finer(lead, headed) else headed
        if len(lead) < 2 or (gathered and not title):
            both = {hit.start for hit in self.hits.things if "both" in hit.senses}
            both |= {mention.start for mention in self.found if mention.type == "count"}
            sides = [e for e in self.entities.things if e.kind != "self" or e.start in both]
            named = sides if self.after else self.entities.things
            return meeting.of_sides(named, self.mentions) or gathered
        return lead

    def opening(self) -> int:
        """Where the title and what stands under it end: at the first heading behind it."""
        behind = islice(self.placed(), 1, None)
        return next(
            (start for block, start, _ in behind if block.kind == "heading"), len(self.text)
        )

    def sentence(self, start: int, end: int) -> Sentence:
        """What was found between two offsets."""
        return Sentence(
            self.folded,
            start,
            end,
            self.hits.between(start, end),
            self.entities.between(start, end),
            self.mentions.between(start, end),
        )


def _starts(hits: list[Hit]) -> frozenset[int]:
    """Where the known words begin: only single letters may be parts of a person's name."""
    return frozenset(hit.start for hit in hits if not hit.senses.keys() <= _LETTERS)


def _goes_on(hits: list[Hit]) -> frozenset[int]:
    """The places inside known words, behind their first letter."""
    return frozenset(place for hit in hits for place in range(hit.start + 1, hit.end))


def _party(entity: Entity) -> Iterator[Raw]:
    for name in entity.names:
        raw = Raw("party", name.start, name.end)
        raw.code = name.code
        yield raw
