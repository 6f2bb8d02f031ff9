"""What the commands of deciding have in common: moments, parties, the member that acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import click

from zakuro.cli.books.options import BooksName, Given
from zakuro.flow.deciding.joint import Member
from zakuro.flow.deciding.looking import chair, chair_or_none
from zakuro.flow.deciding.zones import local_times, parse_instant
from zakuro.flow.keeping.books import Books
from zakuro.model.errors import ZakuroError


class Instant(click.ParamType[datetime]):
    """A moment with its zone: 2026-12-10T12:00+05:00, …Z or …[Asia/Almaty]."""

    name = "moment"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Give the moment in UTC, or fail with what is wrong."""
        if isinstance(value, datetime):
            return value
        try:
            return parse_instant(str(value))
        except ZakuroError as error:
            self.fail(str(error), param, ctx)


class Parties(click.ParamType[tuple[str, ...]]):
    """Parties, with commas between them: UZB,TJK."""

    name = "parties"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Give the codes in capitals, each once."""
        if isinstance(value, tuple):
            return value
        codes = [code.strip().upper() for code in str(value).split(",")]
        if not all(codes):
            self.fail(f"{value!r} names no parties: write them as UZB,TJK.", param, ctx)
        return tuple(dict.fromkeys(codes))


INSTANT, PARTIES, TEXT = Instant(), Parties(), BooksName("X")


def now() -> datetime:
    """Give this moment."""
    return datetime.now(UTC)


def as_of_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add ``--as-of``: the moment at which things are looked at."""
    return click.option(
        "--as-of", type=INSTANT, default=now, metavar="MOMENT", help="As of this moment; else now."
    )(command)


def member(given: Given, books: Books) -> Member:
    """Give the member that acts; ``chair`` stands for who holds the chair now."""
    party = given.party.upper()
    if party == "CHAIR":
        party = chair(books, books.now())
    return Member(
        party=party, filed_by=given.filed_by, key=given.key, for_members=given.for_members
    )


def times(books: Books, moment: datetime, party: str | None) -> str:
    """Write a moment in the member's zone, the chair's and UTC; zones that agree stand once."""
    found: dict[str, list[str]] = {}
    holder = chair_or_none(books, books.now())
    for local in local_times(books.charter, moment, party=party, chair=holder):
        whose = [] if local.whose == "UTC" else [local.whose]
        found.setdefault(written(local.time), []).extend(whose)
    return ", ".join(f"{time} ({', '.join(w)})" if w else time for time, w in found.items())


def written(moment: datetime) -> str:
    """Write a moment with its offset; UTC as Z."""
    return moment.isoformat(" ").replace("+00:00", "Z")
