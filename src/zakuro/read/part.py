"""A part of a document in one language: what is found in it, and the statements it makes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from zakuro.languages.load import Pack
from zakuro.model.statement import Kind, Mention, MentionType, Statement
from zakuro.model.vocabulary import expand
from zakuro.read import attributes, events
from zakuro.read import entities as who
from zakuro.read import frame as meeting
from zakuro.read.block import Block
from zakuro.read.clauses import Candidate, Context, Sentence
from zakuro.read.document import Document
from zakuro.read.entities import Entity
from zakuro.read.fold import Folded
from zakuro.read.head_first import HeadFirst
from zakuro.read.head_free import FreeOrder
from zakuro.read.head_last import HeadLast
from zakuro.read.head_medial import HeadMedial
from zakuro.read.labels import label_end
from zakuro.read.layer import Layer
from zakuro.read.lexicon import NAMES, NOTES, Hit, marks, matter
from zakuro.read.lists import item_candidate, opens_list, without_opening
from zakuro.read.mentions import find as find_mentions
from zakuro.read.raw import Raw
from zakuro.read.roles import roles
from zakuro.read.sentences import sentences

ORDERS: dict[str, type[HeadFirst] | type[HeadMedial] | type[HeadLast] | type[FreeOrder]] = {
    "first": HeadFirst,
    "medial": HeadMedial,
    "last": HeadLast,
    "free": FreeOrder,
}


def clauses_of(pack: Pack) -> HeadFirst | HeadMedial | HeadLast | FreeOrder:
    """The reader of clauses for the order that the pack names."""
    return ORDERS[pack.section("syntax")["head"]](pack)


def naming(hits: list[Hit], found: list[Raw]) -> list[Hit]:
    """The hits that may name somebody: not those inside an amount, as in 5 million US dollars."""
    amounts = Layer([mention for mention in found if mention.type == "money"])
    return [hit for hit in hits if hit.traits & NAMES and not amounts.around(hit.start)]


class Part:
    """A run of blocks in one language: what was found in them, and the statements they make.

    ``persons`` are the names met so far, with the parties they speak for; a part adds its own.
    With ``relative``, words for a place in a row (the next, the last) are ordinals as well.
    """

    def __init__(
        self,
        document: Document,
        pack: Pack,
        blocks: list[Block],
        published: date | None,
        persons: dict[str, tuple[str, ...]],
        relative: bool = False,
    ) -> None:
        self.document = document
        self.pack = pack
        self.published = published
        self.blocks = blocks
        self.folded = Folded(document.text, ((b.start, b.end) for b in blocks))
        self.text = self.folded.text
        hits = marks(pack).find(self.folded)
        self.hits = Layer(hits)
        self.found = find_mentions(self.folded, pack, published, relative)
        self.mentions = Layer(self.found)
        self.noted = Layer([hit for hit in hits if hit.traits & NOTES])
        self.matter = Layer(matter(pack).find(self.folded))
        self.entities = Layer(
            who.find(self.folded, naming(hits, self.found), pack, _starts(hits), persons)
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
            return codes
        gathered: tuple[str, ...] = ()
        lead: tuple[str, ...] = ()
        titled = bool(title)
        for count, (block, start, end) in enumerate(self.placed()):
            if count > 5:
                break
            inside = self.entities.between(start, end)
            if block.kind == "heading" and count < 2:
                codes = meeting.of_words(self.text, inside, self.pack)
                if meeting.several(codes):
                    return codes
            if meeting.several(own := meeting.of_apposition(self.text, inside)):
                return own
            titled = titled or block.kind == "heading"
            if titled and len(lead) < 2 and block.kind == "paragraph":
                lead = meeting.of_lead(self.text, inside, self.pack)
            if not gathered:
                hits = self.hits.between(start, end)
                codes = events.participants(hits, inside)
                gathered = codes if meeting.several(codes) else ()
        if len(lead) < 2 or (gathered and not title):
            return gathered
        return lead


class Statements:
    """Makes the statements of one part after another of a document."""

    def __init__(self, document: Document, published: date | None, reporter: str | None) -> None:
        self.document = document
        self.digest = document.digest
        self.published = published
        self.reporter = reporter
        self.made: list[Statement] = []
        self.headings: dict[tuple[int, ...], tuple[str, ...]] = {}

    def read(self, part: Part, parties: tuple[str, ...]) -> None:
        """Adds the statements of a part; ``parties`` are those who meet."""
        self.part = part
        self.folded, self.text, self.pack = part.folded, part.text, part.pack
        self.clauses = clauses_of(self.pack)
        self.splitter = sentences(self.pack)
        self.joiners = roles(self.pack).joiners
        self.naming = _naming_words(self.pack)
        self.prepositions = self.naming[1] if self.naming else frozenset()
        self.object_last = self.pack.section("syntax")["head"] == "last"
        context = Context(parties, self.published)
        path: tuple[int, ...] | None = None
        placed = list(part.placed())
        for place, (block, start, end) in enumerate(placed, start=1):
            followed = place < len(placed) and placed[place][0].kind == "item"
            if block.kind == "heading" or block.path != path:
                number = self._number(block)
                context = Context(parties, self.published)
                context.number = number
                path = block.path
            if block.kind == "heading":
                path = None
                continue
            if block.kind != "item":
                context.kind, context.subject = None, None
            self._block(block, start, end, context, followed)

    def _number(self, block: Block) -> int | None:
        for index in reversed(block.path):
            number = self.document.blocks[index].number
            if number is not None:
                return number
        return None

    def _block(self, block: Block, start: int, end: int, context: Context, followed: bool) -> None:
        first = True
        context.before = None
        if block.kind != "heading":
            start = label_end(self.text, start, end)
        for begin, stop in self.splitter.split(self.text, start, end):
            context.place = _place(block, first, stop == end)
            if self.text.endswith(self.splitter.question, begin, stop):
                first = False
                continue
            hits = self.part.hits.between(begin, stop)
            noted = self.part.noted.between(begin, stop)
            inside = self.part.entities.between(begin, stop)
            mentions = self.part.mentions.between(begin, stop)
            sentence = Sentence(self.folded, begin, stop, hits, inside, mentions)
            candidates = self.clauses.read(sentence, context)
            if block.kind == "item" and first and context.kind:
                candidates = item_candidate(
                    sentence, candidates, context, act_last=self.object_last
                )
            elif block.kind != "item":
                self._carry(candidates, inside, context)
                opens_list(sentence, noted, candidates, context)
                if followed and stop >= end and context.kind:
                    candidates = without_opening(candidates, mentions)
            if noted:
                gatherings = events.find(sentence, noted)
                candidates = events.joined(gatherings, candidates)
            for candidate in candidates:
                self._statement(candidate, block, inside, mentions, context)
            self._carry(candidates, inside, context)
            first = False

    def _carry(self, candidates: list[Candidate], inside: list[Entity], context: Context) -> None:
        """The topic that the next sentences of the section go on with."""
        for entity in reversed(inside):
            if entity.role == "subject" and entity.kind in who.SUBJECTS:
                context.topic = entity
                break

    def _statement(
        self,
        candidate: Candidate,
        block: Block,
        inside: list[Entity],
        mentions: list[Raw],
        context: Context,
    ) -> None:
        kind: Kind | None = candidate.kind
        if kind is None or candidate.end <= candidate.start:
            return
        folded, start, end = self.folded, candidate.start, candidate.end
        first, last, exact = folded.span(start, end)
        near = attributes.within(start, end, inside)
        own = [m for m in mentions if start <= m.start and m.end <= end]
        givers: tuple[str, ...] = ()
        receivers: tuple[str, ...] = ()
        if kind == "pledge":
            givers = attributes.givers_of(candidate, context)
            receivers = attributes.receivers_of(candidate, givers, near, context)
        elif kind == "call":
            receivers = attributes.parties_of(
                e for e in near if e.role == "receiver" and e.kind != "person"
            )
        parties = attributes.parties_of(near)
        thing, topics, place = attributes.matter_of(
            self.part.matter.between(start, end), self.object_last
        )
        speaker = candidate.speaker or (context.topic if kind != "event" else None)
        self.made.append(
            Statement(
                id=f"s{len(self.made) + 1}",
                document=self.digest,
                kind=kind,
                start=first,
                end=last,
                exact=exact,
                speaker=self._name(speaker),
                reporter=self.reporter if speaker is not None else None,
                givers=expand(givers) if len(givers) > 1 else givers,
                receivers=receivers,
                parties=parties or (context.frame if kind != "pledge" else ()),
                about=attributes.about_of(folded, start, end),
                act=candidate.act,
                object=thing,
                topics=topics,
                quantities=attributes.quantities_of(
                    own,
                    candidate.subject,
                    folded,
                    thing,
                    place,
                    self.object_last,
                    self.prepositions,
                ),
                period=attributes.period_of(
                    own,
                    folded,
                    self.joiners,
                    self.naming,
                    self.published if kind == "pledge" else None,
                ),
                strength=candidate.strength if kind in ("pledge", "proposal") else None,
                number=context.number,
                heading=self._heading(block),
                quoted=candidate.quoted,
                rule=f"{self.pack.code}.{candidate.rule}",
                derivation=attributes.derivation_of(candidate, folded),
            )
        )

    def _name(self, entity: Entity | None) -> str | None:
        if entity is None:
            return None
        words = self.folded.exact(entity.start, entity.end)
        codes = ", ".join(entity.codes)
        return f"{words} ({codes})" if codes and entity.kind == "person" else (codes or words)

    def _heading(self, block: Block) -> tuple[str, ...]:
        if block.path not in self.headings:
            blocks = self.document.blocks
            text = self.document.text
            self.headings[block.path] = tuple(
                text[blocks[i].start : blocks[i].end] for i in block.path
            )
        return self.headings[block.path]


def _naming_words(pack: Pack) -> tuple[frozenset[str], frozenset[str]] | None:
    """The articles and prepositions by which names of times are told from times, if any."""
    if not pack.section("syntax").get("capitals"):
        return None
    words = pack.section("marks")
    return frozenset(words.get("article", ())), frozenset(words.get("preposition", ()))


def _starts(hits: list[Hit]) -> frozenset[int]:
    """Where the known words begin: none of them is a part of a person's name."""
    return frozenset(hit.start for hit in hits if hit.senses.keys() != {"adjective"})


def _place(block: Block, first: bool, last: bool) -> str:
    """Where a sentence stands in its block, as ``Context.place`` names it."""
    if not first:
        return "running"
    if block.kind == "item":
        return "item" if last else "opening"
    return "alone" if last else "running"


def _party(entity: Entity) -> Iterator[Raw]:
    for name in entity.names:
        raw = Raw("party", name.start, name.end)
        raw.code = name.code
        yield raw
