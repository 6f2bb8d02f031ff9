"""The words that an act rests on, and the rate at which an amount is posted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from zakuro.model.statement import Record


class Source(Record, frozen=True, kw_only=True):
    """The words that an attributed or retold act rests on: ``text[start:end]`` of ``document``.

    ``statement`` names the statement read there (``D-7:s12``); ``published`` the day on which the
    document says it came out, absent when it does not say.  ``retold`` is the address of the
    source whose digest by the keeper the document is; absent for published words themselves.
    """

    document: str
    start: int
    end: int
    exact: str
    statement: str | None = None
    published: date | None = None
    retold: str | None = None


class Rate(Record, frozen=True, kw_only=True):
    """One unit of ``unit`` in units of the measure, and who published that rate."""

    unit: str
    value: Decimal
    rate: Decimal
    source: str
