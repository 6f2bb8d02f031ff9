"""Mentions while they are being composed, in offsets of the folded text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from zakuro.model.statement import Bound, Change, Mention, MentionType

if TYPE_CHECKING:
    from zakuro.read.lexis.folding import Folded


def plain(value: Decimal | None) -> Decimal | None:
    """The same number without trailing zeros and without an exponent, as it is to be shown."""
    if value is None or value.as_tuple()[2] == 0:
        return value
    digits = f"{value:f}"
    return Decimal(digits.rstrip("0").rstrip(".") if "." in digits else digits)


class Raw:
    """A mention in the making: the fields of ``Mention``, and the numbers that stand inside it.

    ``past`` is the same time where it must be over, if its days lie ahead and its words leave open
    which of many it is: in November, on Tuesday.
    """

    __slots__ = (
        "bound",
        "change",
        "code",
        "duration",
        "edtf",
        "end",
        "end_date",
        "high",
        "inner",
        "low",
        "past",
        "start",
        "start_date",
        "type",
        "unit",
        "value",
    )

    def __init__(
        self,
        type: MentionType,  # noqa: A002 - the field's name in the record
        start: int,
        end: int,
        value: Decimal | None = None,
        unit: str | None = None,
        bound: Bound | None = None,
    ) -> None:
        self.type = type
        self.start = start
        self.end = end
        self.value = value
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.unit = unit
        self.bound = bound
        self.change: Change | None = None
        self.code: str | None = None
        self.edtf: str | None = None
        self.start_date: date | None = None
        self.end_date: date | None = None
        self.duration: str | None = None
        self.inner: list[Raw] = []
        self.past: Raw | None = None

    def finish(self, folded: Folded) -> Mention:
        """The mention as users see it, in offsets of the original text."""
        start, end, exact = folded.span(self.start, self.end)
        return Mention(
            type=self.type,
            start=start,
            end=end,
            exact=exact,
            value=plain(self.value),
            low=plain(self.low),
            high=plain(self.high),
            unit=self.unit,
            bound=self.bound,
            change=self.change,
            code=self.code,
            edtf=self.edtf,
            start_date=self.start_date,
            end_date=self.end_date,
            duration=self.duration,
        )
