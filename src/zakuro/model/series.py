"""Series of figures that others publish (statistics of trade), by which claims are recomputed."""

from __future__ import annotations

from decimal import Decimal

from zakuro.model.statement import Record


class Point(Record, frozen=True, kw_only=True):
    """One figure of a series.

    ``indicator`` is what is counted (trade, exports, imports …), ``reporter`` who counts it and
    ``partner`` with whom (ISO 3166-1 alpha-3, or a group of the vocabulary); ``period`` a year, a
    month or an interval in EDTF; ``unit`` an ISO 4217 or UCUM code.  ``source`` says where it is
    published, ``counted`` how it is counted, in the words of who publishes it.
    """

    indicator: str
    reporter: str
    period: str
    value: Decimal
    unit: str
    partner: str = ""
    source: str = ""
    counted: str = ""


class FiledSeries(Record, frozen=True, kw_only=True):
    """Series kept with books: its name, the hash of the file as received, and its form.

    ``points`` is how many figures it has.  A later entry under the same name takes its place.
    """

    name: str
    sha256: str
    form: str
    points: int
    source: str | None = None
