"""Why an act is not entered."""

from __future__ import annotations

from zakuro.model.errors import ZakuroError


class RefusedError(ZakuroError):
    """An act that its author may not do, or that the books have no room for; nothing was entered.

    The message says why, and what can be done instead.
    """
