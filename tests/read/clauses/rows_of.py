"""What the tests of the engine share: what it reads in one sentence, whatever the pack uses."""

from __future__ import annotations

from datetime import date

from zakuro.languages.load import load
from zakuro.read.clauses.clause import Candidate, Context, Sentence
from zakuro.read.clauses.engine import Engine
from zakuro.read.clauses.groups.words import Words, grammar
from zakuro.read.document.document import freeze
from zakuro.read.statements.part import Part

DAY = date(2025, 6, 17)


def sentence_of(text: str, code: str = "en") -> Sentence:
    """A text of one sentence with what was found in it."""
    document, pack = freeze(text), load(code)
    part = Part(document, pack, list(document.blocks), DAY, {})
    found = part.hits.things, part.entities.things, part.mentions.things
    return Sentence(part.folded, 0, len(part.text), *found)


def words_of(text: str, code: str = "en") -> Words:
    """The words of a text of one sentence."""
    return Words(sentence_of(text, code), grammar(load(code)))


def read(text: str, code: str = "en", frame: tuple[str, ...] = ()) -> list[Candidate]:
    """The candidates that the engine makes of a text of one sentence."""
    return Engine(load(code)).read(sentence_of(text, code), Context(frame, DAY))


def rows(text: str, code: str = "en", frame: tuple[str, ...] = ()) -> list[str]:
    """Kind and row of each candidate that says something."""
    return [f"{c.kind} {c.row}" for c in read(text, code, frame) if c.kind is not None]
