"""Verdicts: what a clause is, by the first row of one table that fits what was found in it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from zakuro.model.statement import Kind, Strength
from zakuro.read.lexis.lexicon import DECIDING

_NAMED = frozenset({"name", "kind", "strength", "prior", "all", "any", "none"})


class Row(NamedTuple):
    """One row of the table: facts that must all, of which any, and of which none may hold.

    ``kind`` None keeps a clause silent.  ``prior`` is how sure the row is before anything weighs
    it: "sure" and "unsure" are shown, "doubtful" is kept for who weighs it.
    """

    name: str
    kind: Kind | None
    strength: Strength | None
    prior: str
    all: frozenset[str]
    any: frozenset[str]
    none: frozenset[str]

    def fits(self, facts: frozenset[str]) -> bool:
        """Whether the facts of a clause are those of the row."""
        return (
            self.all <= facts
            and self.none.isdisjoint(facts)
            and (not self.any or not self.any.isdisjoint(facts))
        )


@cache
def rows() -> tuple[Row, ...]:
    """The rows of the table in order; the first that fits decides."""
    text = files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8")
    return tuple(_row(row) for row in tomllib.loads(text)["row"])


def _row(row: dict[str, Any]) -> Row:
    unknown = row.keys() - _NAMED
    if unknown:
        raise KeyError(f"kinds.toml: row {row['name']!r} has unknown {sorted(unknown)}")
    return Row(
        row["name"],
        row.get("kind"),
        row.get("strength"),
        row.get("prior", "sure"),
        frozenset(row.get("all", ())),
        frozenset(row.get("any", ())),
        frozenset(row.get("none", ())),
    )


SILENT = Row("nothing", None, None, "sure", frozenset(), frozenset(), frozenset())
"""What a clause is that no row knows."""


def verdict(facts: frozenset[str]) -> Row:
    """The row that decides a clause."""
    return next((row for row in rows() if row.fits(facts)), SILENT)


MARKS = frozenset(DECIDING) | {"level", "commitment", "readiness", "receive"}
"""The marks that are facts of a clause as they stand."""
