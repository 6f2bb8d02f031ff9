"""The arithmetic of the books: one decimal context of their own, and one way to write a number.

What a host program sets for its own decimals (few digits, traps) changes nothing here, and amounts
within the bounds of the door are never rounded.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from decimal import (
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    localcontext,
)
from typing import ParamSpec, TypeVar

from zakuro.model.vocabulary import unit_label

CONTEXT = Context(
    prec=80, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow]
)
"""Digits for a sum of amounts (1e18 to a millionth), multiplied by days and shares, and to spare
for what older books hold."""

PLACES = 6
"""How many decimal places an amount has at most."""

P = ParamSpec("P")
R = TypeVar("R")


def exact(function: Callable[P, R]) -> Callable[P, R]:
    """Run a function in the books' own decimal context."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with localcontext(CONTEXT):
            return function(*args, **kwargs)

    return run


@exact
def plain(value: Decimal, places: int = PLACES) -> str:
    """Give a figure for people: thousands apart, no more than so many decimals, no empty ones."""
    rounded = value if value == value.to_integral_value() else round(value, places)
    return f"{rounded.normalize() + 0:,f}"


def measured(value: Decimal, unit: str) -> str:
    """Give an amount for people, with its unit in words: ``3 centres``, ``1,500 CNY``."""
    return f"{plain(value)} {unit_label(unit, one=value == 1)}"


@exact
def written(value: Decimal) -> Decimal:
    """Give an amount as entries hold it: no exponent, no empty decimals."""
    return Decimal(f"{value.normalize() + 0:f}")


@exact
def in_units(value: Decimal, rate: Decimal) -> Decimal:
    """Give an amount at a rate, to the place of the smallest amount."""
    product = value * rate
    return written(round(product, PLACES)) if product < CONTEXT.power(10, 40) else product
