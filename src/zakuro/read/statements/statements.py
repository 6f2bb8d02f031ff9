"""Statements: what each part of a document makes of its blocks, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial

from zakuro.model.statement import Kind, Quantity, Statement
from zakuro.model.vocabulary import general_topics, receiving_acts, spelled_out
from zakuro.read.clauses.cased.cased import infinitives
from zakuro.read.clauses.clause import Candidate, Context, Known, Opening, Sentence
from zakuro.read.document.block import Block
from zakuro.read.document.document import Document
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.lexis.sentences import sentences
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.quantities.header_units import header_unit
from zakuro.read.mentions.quantities.nouns import nouns
from zakuro.read.parties.entities import SUBJECTS
from zakuro.read.parties.roles import roles
from zakuro.read.statements import attributes, events, giving, sums, tables, voice
from zakuro.read.statements.carried import focus
from zakuro.read.statements.carried.about import about
from zakuro.read.statements.carried.about import giving as giving_in
from zakuro.read.statements.carried.homeward import Homeward
from zakuro.read.statements.carried.local import here, with_home
from zakuro.read.statements.carried.pairs import note_agreed
from zakuro.read.statements.carried.same import meant
from zakuro.read.statements.layout import steps
from zakuro.read.statements.layout.datelines import dateline_end, label_end
from zakuro.read.statements.layout.places import place_of, trimmed
from zakuro.read.statements.lists import (
    INHERITED,
    item_candidate,
    labelled,
    opens_list,
    without_opening,
)
from zakuro.read.statements.part import Part, clauses_of
from zakuro.read.statements.sides import parties_of
from zakuro.read.weighing.model import WEIGHED
from zakuro.read.weighing.silence import LEAST, from_model, passed_over, somebody
from zakuro.read.weighing.weigher import Unit, Weigher, unit_of

Observer = Callable[[Unit, "Statements"], None]
"""What is told of every unit that is weighed."""
_LISTED = ("item", "table-row")
_LONGEST_HEADING = 120
"""A line that ends as no sentence does may announce a speech, though no form tells a heading."""


class Statements:
    """Makes the statements of one part after another of a document."""

    def __init__(
        self,
        document: Document,
        published: date | None,
        reporter: str | None,
        home: str | None = None,
        least: int = LEAST,
        observe: Observer | None = None,
    ) -> None:
        self.document = document
        self.published = published
        self.reporter = reporter
        self.home = home
        self.least = least
        self.observe = observe
        self.made: list[Statement] = []
        self.before: Kind | None = None
        self.headings: dict[tuple[int, ...], tuple[str, ...]] = {}
        self.known = Known()

    def read(self, part: Part, parties: tuple[str, ...]) -> None:
        """Adds the statements of a part; ``parties`` are those who meet."""
        self.part = part
        self.folded, self.text, self.pack = part.folded, part.text, part.pack
        self.clauses = clauses_of(self.pack)
        self.splitter = sentences(self.pack)
        self.rules = roles(self.pack)
        self.nouns = nouns(self.pack)
        self.naming = attributes.naming_words(self.pack)
        self.prepositions = self.naming[1] if self.naming else frozenset()
        self.free = self.pack.section("syntax")["head"] == "free"
        self.capitals: dict[str, str] = self.pack.section("names").get("capitals", {})
        self.alone: int = self.pack.section("syntax").get("model_alone", 0)
        self.object_last = self.pack.section("syntax")["head"] == "last"
        self.known.owners_get = bool(self.pack.section("syntax").get("owners_get"))
        if not self.known.about.codes:
            self.known.about = about(part, self.home)
            self.known.gives = giving_in(part, self.home) if self.known.about.codes else ()
        self.homeward = Homeward(part, self.home)
        self.here = here(part, self.home)
        self.columns, self.stepped = tables.Columns(), False
        self.weigher = Weigher(self.text, part.found, part.entities.things, self.pack)
        fresh = partial(Context, parties, self.published, self.home, self.known)
        context = fresh()
        opened: Context | None = None
        path: tuple[int, ...] | None = None
        lines = False
        placed = list(part.placed())
        for place, (block, start, end) in enumerate(placed, start=1):
            after = placed[place][0] if place < len(placed) else None
            followed = after is not None and (
                after.kind in _LISTED
                or self._is_step(*placed[place][1:])
                or self._opens_lines(block, start, end, *placed[place][1:])
            )
            self.stepped = (
                after is not None and steps.counted(self.part.sentence(*placed[place][1:])) > 0
            )
            lines &= block.kind == "paragraph"
            lines = lines and steps.begins_with_deed(self.part.sentence(start, end))
            if block.kind == "item":
                followed = followed and after is not None and after.level > block.level
            if block.kind == "heading":
                opened = self._heading(start, end, fresh(), followed)
                path = None
                continue
            if block.path != path:
                context = opened or fresh()
                numbers = (self.document.blocks[index].number for index in reversed(block.path))
                context.number = next((each for each in numbers if each is not None), None)
                opened, path = None, block.path
            if block.kind != "table-row":
                self.columns = tables.Columns(header_unit(self.text[start:end], self.pack))
                if block.kind != "item" and not (
                    context.steps and (lines or self._is_step(start, end))
                ):
                    context.close()
            self._block(block, start, end, context, followed, lines)
            lines |= followed and self._opens_lines(block, start, end, *placed[place][1:])

    def _is_step(self, start: int, end: int) -> bool:
        """Whether a block begins with a word that counts off a step, or with whose a line is."""
        return steps.begins(self.part.sentence(start, end))

    def _opens_lines(self, block: Block, start: int, end: int, begin: int, stop: int) -> bool:
        """Whether a paragraph ends with a colon, and the next is a line of the list it opens."""
        signed = block.kind == "paragraph" and self.text.endswith(voice.COLONS, start, end)
        return signed and steps.begins_with_deed(self.part.sentence(begin, stop))

    def _heading(self, start: int, end: int, context: Context, followed: bool) -> Context:
        """What the blocks under a heading inherit: who speaks, and what its list is of."""
        sentence = self.part.sentence(start, end)
        voice.announce(sentence, context)
        focus.beside(self.part, sentence, [], context)
        if followed:
            candidates, noted = self.clauses.read(sentence, context), self.part.noted
            opens_list(sentence, noted.between(start, end), candidates, context, heads=True)
            self._inherit(sentence, context)
        return context

    def _block(
        self, block: Block, start: int, end: int, context: Context, followed: bool, is_line: bool
    ) -> None:
        first, context.before, context.said = True, None, None
        start = label_end(self.text, start, end)
        inside = self.part.entities.between(start, end)
        if block.kind == "table-row":
            self._row(block, start, end, context, followed)
            return
        if block.kind == "paragraph":
            mentions = self.part.mentions.between(start, end)
            start = dateline_end(self.folded, start, end, mentions, self.splitter.dateline)
        if end - start <= _LONGEST_HEADING:
            voice.headed(self.text[end - 1], self.part.sentence(start, end), context)
        if block.kind == "item":
            context.step_back(block.level)
        voice.listen(self.text, start, end, self.part.hits.between(start, end), inside, context)
        voice.under(block.level if block.kind == "item" else 0, start, end, inside, context)
        asked = voice.asks(self.text, start, self.part.hits.between(start, end))
        for begin, stop, heads in self._steps(start, end):
            context.place = place_of(block, first, stop == end)
            context.quoting = voice.goes_on(self.text, start, begin)
            if asked or self.splitter.asks(self.text, begin, stop):
                first = False
                continue
            sentence = self.part.sentence(begin, stop)
            label = labelled(sentence)
            if label is not None:
                self._labelled(label, stop, block, context)
                first = False
                continue
            listed = block.kind == "item" and first
            counted = steps.begins(sentence) or (first and is_line)
            if counted and not context.steps and steps.urges(sentence, infinitives(self.pack)):
                context.steps = Opening("proposal", "proposes", context.topic)
            if not listed and context.steps and counted:
                listed, context.place = True, "item" if stop == end else "opening"
                context.opening = context.steps
            self._read(sentence, block, context, listed, heads or (followed and stop >= end))
            first = False

    def _labelled(
        self, label: tuple[int, Opening], stop: int, block: Block, context: Context
    ) -> None:
        """What a label says the rest of its sentence is: a promise, or what became of one."""
        outer, context.place = context.opening, "item"
        context.opening = label[1]
        self._read(self.part.sentence(label[0], stop), block, context, listed=True, followed=False)
        context.opening = outer

    def _steps(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """The sentences of a block, those that count off their steps parted at each.

        With each, whether steps follow it in the block.
        """
        noted = self.part.noted.between(start, end)
        parts = list(steps.told(self.text, noted, self.splitter.split(self.text, start, end)))
        for place, (begin, stop) in enumerate(parts, start=1):
            heads = place < len(parts) and self._is_step(*parts[place])
            yield begin, stop, heads and not self._is_step(begin, stop)

    def _read(
        self, sentence: Sentence, block: Block, context: Context, listed: bool, followed: bool
    ) -> None:
        """The statements of one sentence; ``listed`` where it is an item of a list."""
        noted = self.part.noted.between(sentence.start, sentence.end)
        voice.own(sentence, context, self.pack)
        candidates, opens = self.clauses.read(sentence, context), False
        found = candidates
        self.clauses.note(sentence, context)
        opening = context.period, context.receivers
        if listed and context.kind:
            candidates = item_candidate(sentence, candidates, context, act_last=self.object_last)
            if len(candidates) > 1:  # deeds of one item share whom and when it names
                self._inherit(sentence, context, *opening)
        if (not listed and block.kind != "item") or (followed and block.kind == "item"):
            self._carry(sentence, found, context)
            if block.kind == "item":
                context.step_down(block.level)
            heads = followed and block.kind == "item"
            opens_list(sentence, noted, found, context, heads=heads, signed=self.stepped)
            self._inherit(sentence, context)
            if followed:
                context.steps = context.opening if context.kind else context.steps
            opens = followed and bool(context.kind)
            if opens:
                candidates = without_opening(candidates, noted, sentence.mentions)
        if noted:
            candidates = events.joined(events.find(sentence, noted), candidates)
        candidates = giving.received(events.grown(candidates))
        spoken = [c for c in candidates if c.kind is not None and c.end > c.start]
        if not spoken and block.kind != "heading":
            things = self.part.matter.between(sentence.start, sentence.end)
            placed = events.abroad(sentence, self.capitals, self.rules, self.home)
            told = events.happened(sentence, found, things, placed, free=self.free)
            if told is not None:
                told.speaker = next((c.speaker for c in found if c.rule == "say"), None)
                spoken = [told]
        for candidate, unit in (
            ((each, None) for each in spoken)
            if spoken or opens  # what opens a list is said by its items
            else self._passed_over(found, sentence, block, context)
        ):
            self._statement(candidate, block, sentence, context, unit)
            context.said = candidate if candidate.kind in INHERITED else context.said
        if listed:
            context.period, context.receivers = opening
        self._carry(sentence, found, context)

    def _row(self, block: Block, start: int, end: int, context: Context, followed: bool) -> None:
        """A row of a table: an item of the list that its caption or its header opens."""
        sentence = self.part.sentence(start, end)
        if self.columns.take(sentence, followed, self.pack):
            if self.columns.kind:  # a header knows better than a heading above it
                context.opening = Opening(self.columns.kind, self.columns.strength)
            return
        context.place = "item"
        if not context.kind:
            self._read(sentence, block, context, listed=True, followed=False)
            return
        inherited = context.period
        for row, time in self.columns.rows(sentence, self.pack):
            for part, kind, stretch in self.columns.parts(row):
                candidate = tables.candidate(part, self.columns, context, kind, stretch)
                if candidate is not None:
                    context.period = time or inherited
                    self._statement(candidate, block, part, context)
        context.period = inherited

    def _passed_over(
        self, found: list[Candidate], sentence: Sentence, block: Block, context: Context
    ) -> Iterator[tuple[Candidate, Unit]]:
        """What the model reads in a sentence without a find of the rules, and what it weighed."""
        span = trimmed(self.text, sentence.start, sentence.end)
        unit = unit_of(None, span, sentence, context, block.kind, found, self.before)
        if self.observe:
            self.observe(unit, self)
        kind = self.weigher.likeliest(unit)
        if self.weigher.confidence(unit, kind) >= from_model(self.least, self.alone):
            candidate = passed_over(kind, span, sentence)
            if kind != "pledge" or self.least < LEAST or somebody(candidate, sentence, context):
                yield candidate, unit

    def _carry(self, sentence: Sentence, found: list[Candidate], context: Context) -> None:
        """The topic that the next sentences of the section go on with.

        Who acts without a name of their own, as the government, goes on as well.
        """
        subjects = [c.subject for c in found if c.subject and c.subject.start >= sentence.start]
        stood_in = [subject for subject in subjects if subject.codes or subject.kind != "self"]
        focus.beside(self.part, sentence, found, context)
        named = (e for e in sentence.entities if e.role == "subject" and e.kind in SUBJECTS)
        acting = sorted([*named, *stood_in], key=lambda entity: entity.start)
        if context.quoted:  # "we" of words that are quoted is who says them
            acting = [each for each in acting if each.codes or each.kind != "self"]
        if acting:
            context.topic = acting[-1]

    def _inherit(
        self,
        sentence: Sentence,
        context: Context,
        period: Raw | None = None,
        receivers: tuple[str, ...] = (),
    ) -> None:
        """Time and receivers that pledges of a list inherit from words, else the given ones."""
        context.period, context.receivers = period, receivers
        if context.kind == "pledge":
            told = (sentence.mentions, self.folded, self.naming, self.published)
            context.period = attributes.time_of(*told) or period
            named = parties_of(
                entity
                for entity in sentence.entities
                if entity.role in ("receiver", "")
                and entity.kind != "adjective"
                and entity is not context.subject
            )
            context.receivers = named or receivers

    def _statement(
        self,
        candidate: Candidate,
        block: Block,
        sentence: Sentence,
        context: Context,
        unit: Unit | None = None,
    ) -> None:
        kind: Kind | None = candidate.kind
        if kind is None or candidate.end <= candidate.start:
            return
        folded, start, end = self.folded, candidate.start, candidate.end
        if unit is None:
            unit = unit_of(candidate, (start, end), sentence, context, block.kind)
            self.before = kind if kind in WEIGHED else self.before
            if self.observe:
                self.observe(unit, self)
        sure = self.weigher.confidence(unit, kind)
        if sure < self.least and kind in WEIGHED:
            return
        first, last, exact = folded.span(start, end)
        near = attributes.within(start, end, sentence.entities)
        placed = events.placed(candidate, sentence, self.capitals, self.rules)
        near += [place for place in placed if place.kind == "party"]  # a capital
        near += meant(candidate, sentence, self.part.entities, self.rules, context)
        own = attributes.own_mentions(sentence.mentions, start, end, near, self.pack.spaced)
        own = sums.completed(own, candidate, sentence, self.made, spaced=self.pack.spaced)
        named = [*near, *placed]
        peopled = partial(attributes.is_of_people, self.part, self.nouns)
        sides = giving.sides_of(candidate, named, context, peopled)
        measured = any(mention.type in ("money", "count") for mention in own)
        sides = self.homeward.fill(sides, candidate, context, measured=measured)
        sides = focus.with_focus(
            sides, candidate, sentence, named, context, self.part, measured=measured
        )
        if self.here is not None:
            sides = with_home(sides, candidate, sentence, named, context, self.rules, self.here)
        note_agreed(sides.givers, candidate, context)
        taken = candidate.act in receiving_acts() and not candidate.row
        if kind == "pledge" and not sides.givers and taken:
            return  # who will receive, of nobody knows whom, promises nothing
        matter = attributes.matter_of(
            self.part.matter.between(start, end),
            self.object_last,
            self.text,
            self.rules.joiners,
            frozenset((hit.start, hit.end) for role, hit in candidate.hits if role == "act"),
        )
        speaker = candidate.speaker or (context.topic if kind != "event" else None)
        self.made.append(
            Statement(
                id=f"s{len(self.made) + 1}",
                document=self.document.digest,
                kind=kind,
                start=first,
                end=last,
                exact=exact,
                speaker=attributes.name_of(self.folded, speaker),
                reporter=self.reporter if speaker is not None else None,
                givers=spelled_out(sides.givers) if len(sides.givers) > 1 else sides.givers,
                receivers=sides.receivers,
                parties=parties_of(named if kind == "result" else near)
                or (context.frame if kind != "pledge" else ()),
                about=attributes.about_of(folded, start, end),
                act=candidate.act,
                object=matter.object,
                objects=matter.objects,
                topics=matter.topics or general_topics(),
                quantities=attributes.quantities_of(
                    own,
                    candidate.subject,
                    folded,
                    matter.object,
                    matter.place,
                    self.object_last,
                    self.prepositions,
                    *self._parts(sentence, start, end),
                    self.nouns if kind in ("pledge", "result") else None,
                ),
                period=attributes.period_of(
                    own,
                    folded,
                    self.rules.joiners,
                    self.naming,
                    self.published if kind == "pledge" else None,
                    context.period if candidate.rule == "list" and kind == "pledge" else None,
                    finest=kind == "event",
                    done=kind == "result",
                ),
                strength=candidate.strength if kind in ("pledge", "proposal") else None,
                number=context.number,
                heading=self._heading_words(block),
                quoted=candidate.quoted,
                rule=f"{self.pack.code}.{candidate.rule}",
                derivation=attributes.derivation_of(candidate, folded, sides.focus),
                confidence=f"{Decimal(sure) / 100:.2f}",
            )
        )

    def _parts(self, sentence: Sentence, start: int, end: int) -> tuple[list[Hit], Quantity | None]:
        """The hits of a statement, and the whole that the one before it in the sentence gives."""
        whole = None
        if self.made and self.made[-1].start >= self.folded.start(sentence.start):
            whole = attributes.whole_of(self.made[-1].quantities)
        first = sentence.start if whole else start
        return [hit for hit in sentence.hits if first <= hit.start < end], whole

    def _heading_words(self, block: Block) -> tuple[str, ...]:
        if block.path not in self.headings:
            over = [self.document.blocks[index] for index in block.path]
            self.headings[block.path] = tuple(self.document.text[b.start : b.end] for b in over)
        return self.headings[block.path]
