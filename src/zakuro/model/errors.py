"""Errors that a user can act on."""

from __future__ import annotations


class ZakuroError(Exception):
    """Something the user gave cannot be used; the message says what, where and what to do next."""
