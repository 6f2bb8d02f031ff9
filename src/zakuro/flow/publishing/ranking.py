"""Which pledges are worth keeping in mind: a written ranking, with the reason of each place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from zakuro.flow.looking.lists import Amount, Listed
from zakuro.words import figures

Reason = Literal["disputed", "late", "behind", "kept", "due", "money", "counted", "first"]
"""Why a pledge is worth keeping, in this order."""

ORDER: tuple[Reason, ...] = (
    "disputed", "late", "behind", "kept", "due", "money", "counted", "first",
)  # fmt: skip
SOON = timedelta(days=183)
_CURRENCY = 3


def reason(each: Listed, on: date) -> Reason:
    """Give the first reason that holds of a pledge on a day."""
    if each.word == "disputed":
        return "disputed"
    if each.standing in {"late", "lapsed"}:
        return "late"
    if each.standing == "behind":
        return "behind"
    if each.standing in {"kept", "kept late"} and each.word == "confirmed":
        return "kept"
    if each.due is not None and on < each.due and each.due - on <= SOON:
        return "due"
    amount = counted(each)
    if amount is None:
        return "first"
    return "money" if is_money(amount.unit) else "counted"


def ranked(found: Sequence[Listed], on: date) -> list[tuple[Listed, Reason]]:
    """Give pledges with their reasons: by the reason, then the larger amount, then the number."""
    listed = [(each, reason(each, on)) for each in found]
    return sorted(
        listed, key=lambda one: (ORDER.index(one[1]), -_size(one[0]), int(one[0].name[2:]))
    )


def counted(each: Listed) -> Amount | None:
    """Give the first amount of a pledge that counts something; None if it has none."""
    return next((a for a in each.amounts if not figures.is_act(a.unit)), None)


def is_money(unit: str) -> bool:
    """Whether a unit is a currency."""
    code = unit.partition("/")[0]
    return len(code) == _CURRENCY and code.isalpha() and code.isupper()


def _size(each: Listed) -> Decimal:
    amount = counted(each)
    return amount.pledged if amount else Decimal(0)
