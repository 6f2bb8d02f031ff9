"""Errors that a user can act on."""

from __future__ import annotations


class ZakuroError(Exception):
    """Something the user gave cannot be used; the message says what, where and what to do next."""


class RefusedError(ZakuroError):
    """An act that its author may not do, or that the books have no room for; nothing was entered.

    The message says why, and what can be done instead.
    """
