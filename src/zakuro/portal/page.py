"""What a page gives to be shown, and the other answers there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from zakuro.model.errors import ZakuroError


class Page(NamedTuple):
    """What a page shows: its template, its plain data, and the rows of its table if it has one.

    ``picture`` is the page's drawing as SVG where that was asked for; ``about`` what it is that one
    can follow here: a code of the books, empty for everything, None for nothing.
    """

    template: str
    data: dict[str, Any]
    rows: Sequence[Mapping[str, Any]] | None = None
    picture: str = ""
    status: int = 200
    about: str | None = None


class Elsewhere(NamedTuple):
    """The answer to an act: where to look next."""

    address: str


class MissingError(ZakuroError):
    """There is nothing at the address."""
