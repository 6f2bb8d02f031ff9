"""The log as a reader sees it: its entries, the newest first, and its head."""

from __future__ import annotations

from typing import NamedTuple

from zakuro.flow.keeping.books import Books
from zakuro.journal import Head
from zakuro.model.entry import Entry

PAGE = 50


class Log(NamedTuple):
    """A page of the log, the newest entry first, and the head of the whole."""

    head: Head
    entries: tuple[Entry, ...]
    first: int
    last: int


def log(books: Books, up_to: int | None = None, limit: int = PAGE) -> Log:
    """Give the entries up to a number, or the last ones."""
    head = books.journal.head()
    last = head.size if up_to is None else min(up_to, head.size)
    first = max(last - limit, 0)
    entries = tuple(books.journal.entries(after=first, limit=last - first)) if last else ()
    return Log(head, entries[::-1], first + 1, last)
