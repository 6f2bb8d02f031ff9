"""What the tests of clauses share: the candidates of one sentence."""

from __future__ import annotations

from datetime import date

from zakuro.languages.load import load
from zakuro.read.clauses import Candidate, Context
from zakuro.read.document import freeze
from zakuro.read.reader import Reader


def candidates(
    text: str, code: str = "en", frame: tuple[str, ...] = (), place: str = "alone"
) -> list[Candidate]:
    """The candidates of a text of one sentence, with what the context would give."""
    day = date(2025, 6, 17)
    reader = Reader(freeze(text), load(code), day)
    context = Context(frame, day)
    context.place = place
    return reader.clauses.read(
        reader.folded,
        0,
        len(reader.text),
        reader.hits.things,
        reader.entities.things,
        reader.mentions.things,
        context,
    )


def kinds(
    text: str, code: str = "en", frame: tuple[str, ...] = (), place: str = "alone"
) -> list[str]:
    """Kind and rule of each candidate that says something."""
    found = candidates(text, code, frame, place)
    return [f"{c.kind} {c.rule}" for c in found if c.kind is not None]
