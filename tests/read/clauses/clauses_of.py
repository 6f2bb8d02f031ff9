"""What the tests of clauses share: the candidates of one sentence."""

from __future__ import annotations

from datetime import date

from zakuro.languages.load import load
from zakuro.read.clauses.clause import Candidate, Context, Sentence
from zakuro.read.document.document import freeze
from zakuro.read.statements.part import Part, clauses_of


def candidates(
    text: str, code: str = "en", frame: tuple[str, ...] = (), place: str = "alone"
) -> list[Candidate]:
    """The candidates of a text of one sentence, with what the context would give."""
    day = date(2025, 6, 17)
    document, pack = freeze(text), load(code)
    part = Part(document, pack, list(document.blocks), day, {})
    context = Context(frame, day)
    context.place = place
    sentence = Sentence(
        part.folded,
        0,
        len(part.text),
        part.hits.things,
        part.entities.things,
        part.mentions.things,
    )
    return clauses_of(pack).read(sentence, context)


def kinds(
    text: str, code: str = "en", frame: tuple[str, ...] = (), place: str = "alone"
) -> list[str]:
    """Kind and rule of each candidate that says something."""
    found = candidates(text, code, frame, place)
    return [f"{c.kind} {c.rule}" for c in found if c.kind is not None]
