"""Where the portal's books are, in what way they are shown, and books open for each thread."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import Literal

import msgspec

from zakuro.flow.keeping.books import Books, open_books
from zakuro.model.statement import Record
from zakuro.portal.members.roles import Actor

Mode = Literal["read", "open", "members"]
"""Who comes: anyone, to read; the one person at this machine, who also acts; or members."""

_VARIABLE = "ZAKURO_PORTAL"


class Site(Record, frozen=True, kw_only=True):
    """A portal: its books, and how they are shown.

    ``as_of`` is the day shown where an address names none (else today); ``person`` files the acts
    where the mode is ``open``; ``secret`` guards forms, and
    ``token`` the way in where the mode is ``open``; ``hosts`` are the names it answers to;
    ``static`` says that the pages become files, which stand at ``address``, if that is known.
    ``users`` is the database of those who log in where the mode is ``members``; ``acting`` who asks
    for the page at hand, None for a reader.  ``borders`` is the file of another map's borders.
    """

    books: str
    mode: Mode = "read"
    as_of: date | None = None
    person: str = ""
    secret: str = ""
    token: str = ""
    hosts: tuple[str, ...] = ("*",)
    address: str = ""
    static: bool = False
    users: str = ""
    borders: str = ""
    acting: Actor | None = None

    def of(self, actor: Actor | None) -> Site:
        """Give the site as who asks for a page has it."""
        return msgspec.structs.replace(self, acting=actor, person=actor.person if actor else "")

    def today(self) -> date:
        """Give the day shown where an address names none."""
        return self.as_of or datetime.now(UTC).date()

    def instant(self, day: date) -> datetime:
        """Give the moment at which decisions are shown: now, or the end of another day."""
        now = datetime.now(UTC)
        if day == now.date():
            return now
        return datetime.combine(day, time.max, UTC)

    @contextmanager
    def open(self) -> Iterator[Books]:
        """Give the books open for this thread; they are opened anew after a failure."""
        key = (self.books, threading.get_ident())
        books = _opened.pop(key, None) or open_books(self.books)
        try:
            yield books
        except OSError:
            books.close()
            raise
        else:
            _opened[key] = books


_opened: dict[tuple[str, int], Books] = {}


def hand_over(site: Site) -> None:
    """Leave the site in the environment, for the processes of the server."""
    os.environ[_VARIABLE] = msgspec.json.encode(site).decode()


def handed_over() -> Site:
    """Give the site that was left in the environment."""
    return msgspec.json.decode(os.environ[_VARIABLE].encode(), type=Site)
