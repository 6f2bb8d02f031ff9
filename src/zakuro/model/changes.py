"""What changes a pledge after it was made, and the search that found nothing done of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from zakuro.model.source import Source
from zakuro.model.statement import Record

Change = Literal["reduce", "replace", "suspend", "resume", "prolong", "end"]


class Agreement(Record, frozen=True, kw_only=True):
    """One side's word that it agrees to a change; in force when giver and receiver all say so.

    ``change`` proposes one: ``reduce`` to ``value`` of ``unit`` in all; ``prolong`` to the last day
    ``until``; ``suspend``, up to and on ``until`` if given; ``resume``; ``replace`` by the pledge
    ``by``; ``end``.  ``accepts`` instead names the entry agreed to: the proposal, or a milestone or
    term of the giver.
    """

    change: Change | None = None
    accepts: int | None = None
    value: Decimal | None = None
    unit: str | None = None
    until: date | None = None
    by: str | None = None
    reason: str = ""
    source: Source | None = None


class Withdrawal(Record, frozen=True, kw_only=True):
    """The giver alone takes its pledge back; what was pledged stays in the books.

    ``for_now`` it lets it rest instead, up to and on ``until`` if given, or until it says that it
    resumes: nobody agreed to that, so time goes on.
    """

    reason: str
    for_now: bool = False
    until: date | None = None
    source: Source | None = None


class Looked(Record, frozen=True, kw_only=True):
    """A search up to and on day ``until`` that found no report on the pledge.

    ``who`` searched (absent: who filed it), ``where`` names the sources, ``languages`` in which was
    searched, ``depth`` how deep ("the first 100 hits of each").
    """

    until: date
    where: tuple[str, ...]
    who: str | None = None
    languages: tuple[str, ...] = ()
    depth: str = ""
