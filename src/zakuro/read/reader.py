"""Reading: a document becomes statements, each on the exact span of the words it rests on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

import msgspec

from zakuro.languages.load import load
from zakuro.model.statement import Doubt, Mention, MentionType, Reading, Statement
from zakuro.model.vocabulary import home as home_of
from zakuro.read.document.block import Block
from zakuro.read.document.document import Document
from zakuro.read.lexis.language import by_block
from zakuro.read.lexis.sentences import bounded
from zakuro.read.mentions.numbers.arithmetic import exact
from zakuro.read.statements.attributes import mark_repeats
from zakuro.read.statements.part import Part
from zakuro.read.statements.statements import Statements
from zakuro.read.weighing.grams import Integers
from zakuro.read.weighing.silence import LEAST, MODEL
from zakuro.read.weighing.weigher import Reason, Unit

_READ = ("heading", "paragraph", "item", "table-row")
_MOST = 100_000
"""Characters in a part: what is found in one is let go before the next, so memory stays small."""
_LONGEST = 20_000
"""Characters of the longest block: a book on one line is read in pieces."""
_ENDS = ("。", "！", "？", ". ", "! ", "? ", "，", ", ", "、", " ")
_SITE = re.compile(r"\b(?:https?://)?(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10})\b", re.I)


@exact
def read_document(
    document: Document,
    language: str | None = None,
    published: date | None = None,
    home: str | None = None,
    least: int = LEAST,
) -> Reading:
    """The statements and mentions of a frozen document.

    ``language`` is told from the text, block by block, when not given; ``published`` is the day
    from which relative times run; ``home`` the state of offices that name none, by default that of
    the document's front matter; ``least`` the confidence in hundredths from which a pledge, a
    proposal, a call or a result is given.  Raises ZakuroError for a language that has no pack, and
    for a home that is no state.
    """
    published = published or document.published
    home = home_of(home) if home else document.home
    statements = Statements(document, published, _reporter(document), home, least)
    mentions: list[Mention] = []
    spoken: dict[str, int] = {}
    parties: tuple[str, ...] = ()
    for part in _parts(document, language, published, home):
        parties = parties or part.frame()
        statements.read(part, parties)
        mentions += part.finished()
        spoken[part.pack.code] = spoken.get(part.pack.code, 0) + len(part.text)
    return Reading(
        language=max(spoken, key=lambda code: spoken[code], default=language or ""),
        document=document.digest,
        text=document.text,
        source=document.source,
        published=published,
        statements=_with_legibility(_with_repeats(statements.made), document.doubts),
        mentions=tuple(mentions),
        notes=document.notes,
        doubts=document.doubts,
    )


@exact
def reasons_of(
    document: Document,
    statement: Statement,
    language: str | None = None,
    published: date | None = None,
    home: str | None = None,
) -> tuple[Reason, ...]:
    """What weighed for a statement of a document and against it, the heaviest first."""
    found: list[Reason] = []

    def note(unit: Unit, at: Statements) -> None:
        span = at.folded.span(unit.start, unit.end)[:2]
        spoke = "none" if statement.rule.endswith(f".{MODEL}") else statement.kind
        if not found and span == (statement.start, statement.end) and unit.kind == spoke:
            found.extend(at.weigher.reasons(unit, statement.kind, at.folded))

    published = published or document.published
    statements = Statements(document, published, None, home or document.home, 0, note)
    _read_all(statements, document, language, published)
    return tuple(found)


def _read_all(
    statements: Statements, document: Document, language: str | None, published: date | None
) -> None:
    parties: tuple[str, ...] = ()
    for part in _parts(document, language, published, statements.home):
        parties = parties or part.frame()
        statements.read(part, parties)


@exact
def observe(
    document: Document, language: str, published: date | None, home: str | None
) -> list[tuple[Unit, int, int, Integers]]:
    """What is weighed in a document: each unit, its span, and the buckets of its n-grams."""
    seen: list[tuple[Unit, int, int, Integers]] = []

    def note(unit: Unit, at: Statements) -> None:
        first, last, _ = at.folded.span(unit.start, unit.end)
        seen.append((unit, first, last, at.weigher.grams.within(unit.start, unit.end)))

    statements = Statements(document, published, None, home, least=0, observe=note)
    _read_all(statements, document, language, published)
    return seen


@exact
def mentions_of(
    document: Document,
    language: str | None = None,
    reference: date | None = None,
    types: Collection[MentionType] | None = None,
) -> list[Mention]:
    """The mentions of a frozen document, outermost ones unless ``types`` asks for bare numbers."""
    relative = types is not None and "ordinal" in types
    parts = _parts(document, language, reference or document.published, document.home, relative)
    return [mention for part in parts for mention in part.finished(types)]


def _parts(
    document: Document,
    language: str | None,
    published: date | None,
    home: str | None,
    relative: bool = False,
) -> Iterator[Part]:
    """The document in parts of one language each, none much longer than ``_MOST`` characters."""
    read = (block for block in document.blocks if block.kind in _READ)
    blocks = [piece for block in read for piece in _pieces(document.text, block)]
    codes = [language] * len(blocks) if language else by_block(document.text, blocks)
    persons: dict[str, tuple[str, ...]] = {}
    run: list[Block] = []
    length = 0
    for index, (block, code) in enumerate(zip(blocks, codes, strict=True)):
        full = length >= _MOST and block.kind != "item"
        if run and (code != codes[index - 1] or full):
            yield Part(document, load(codes[index - 1]), run, published, persons, relative, home)
            run, length = [], 0
        run.append(block)
        length += block.end - block.start
    if run:
        yield Part(document, load(codes[-1]), run, published, persons, relative, home)


def _pieces(text: str, block: Block) -> Iterator[Block]:
    """A block in pieces of bounded length, cut where a sentence may end."""
    if block.end - block.start <= _LONGEST:
        yield block
        return
    for start, end in bounded(text, block.start, block.end, _LONGEST, _ENDS):
        yield msgspec.structs.replace(block, start=start, end=end)


def _reporter(document: Document) -> str | None:
    """Who passes on what was said: the site that the references at the foot name."""
    for block in document.blocks:
        if block.kind == "reference":
            site = _SITE.search(document.text, block.start, block.end)
            if site is not None:
                return site.group(1)
    return None


def _with_legibility(
    statements: tuple[Statement, ...], doubts: tuple[Doubt, ...]
) -> tuple[Statement, ...]:
    """The statements, each with how sure the letters are that it rests on, where one is doubted."""
    if not doubts:
        return statements
    return tuple(
        msgspec.structs.replace(
            statement,
            legibility=min(
                (
                    doubt.confidence
                    for doubt in doubts
                    if doubt.start < statement.end and statement.start < doubt.end
                ),
                default=None,
            ),
        )
        for statement in statements
    )


def _with_repeats(statements: list[Statement]) -> tuple[Statement, ...]:
    repeats = mark_repeats(statements)
    return tuple(
        msgspec.structs.replace(statement, repeats=repeats[index])
        if index in repeats
        else statement
        for index, statement in enumerate(statements)
    )
