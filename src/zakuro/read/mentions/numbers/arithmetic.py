"""Arithmetic: the one context of decimals in which everything is read.

Whatever the program around sets for itself (precision, traps), a text gives the same values.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import (
    ROUND_HALF_EVEN,
    Context,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    localcontext,
)
from functools import wraps
from typing import ParamSpec, TypeVar

LONGEST = 40
"""Figures, with the marks between them, beyond which nothing is a number."""
CONTEXT = Context(
    prec=200,
    rounding=ROUND_HALF_EVEN,
    Emin=-999_999,
    Emax=999_999,
    capitals=1,
    clamp=0,
    flags=[],
    traps=[DivisionByZero, InvalidOperation, Overflow],
)
"""Room for the longest number times every scale and power that a text can add to it."""

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def exact(door: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """A door of reading: all decimals behind it are worked out in ``CONTEXT``."""

    @wraps(door)
    def inside(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        with localcontext(CONTEXT):
            return door(*args, **kwargs)

    return inside
