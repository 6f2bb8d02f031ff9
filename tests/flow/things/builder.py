"""Books with a summit's statements and a few things, for the tests of things."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.flow.builder import amount, file, said
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping.books import Books
from zakuro.flow.things import entering
from zakuro.model.statement import Name, Statement

RAILWAY = "the railway from Kashgar to Andijan"


def spoken() -> list[Statement]:
    """What was said in a second document, D-2: proposals, a call, positions, results, values."""
    by: dict[str, Any] = {"speaker": "Xi Jinping (CHN)", "givers": ()}
    about = (Name(name="Year of Quality", start=0, end=1),)
    return [
        said("proposal", "make 2026 a Year of Quality", about=about, topics=("trade",), **by),
        said("call", "all should join forces", receivers=(), parties=("CHN", "C5"), **by),
        said("position", "tariffs have no winner", topics=("trade",), **by),
        said("position", "we favour more flights", topics=("aviation",), speaker="Tokayev (KAZ)"),
        said("result", f"work on {RAILWAY} has begun", phase="begun", **by),
        said("result", "13 platforms", None, "platform", amount(13, "{platform}"), **by),
        said("principle", "mutual respect", **by),
        said("position", "respect speaks for a common market", speaker="Tokayev (KAZ)"),
    ]


def talked(books: Books) -> Books:
    """Take the second document in: D-2."""
    file(books, spoken())
    return books


def railway(books: Books) -> str:
    """Open a railway."""
    entry = entering.open_thing(
        books,
        "project",
        {"en": RAILWAY, "ru": "дорога"},
        filed_by="anna",
        parties=("CHN", "KGZ", "UZB"),
    )
    return entry.subject


def charter(books: Books) -> str:
    """Open a charter with one value, which rests on D-2:s7."""
    entry = entering.open_thing(books, "charter", {"en": "The Spirit"}, filed_by="anna")
    entering.add_item(
        books, entry.subject, "value", {"en": "respect"}, filed_by="anna", number=1, words="D-2:s7"
    )
    return entry.subject


def kazakhs(words: str = "D-2:s8") -> Word:
    return Word(party="KAZ", filed_by="anna", words=words)


def chinese(words: str | None = "D-2:s5") -> Word:
    return Word(party="CHN", filed_by="anna", words=words)


DAY = date(2026, 6, 30)
