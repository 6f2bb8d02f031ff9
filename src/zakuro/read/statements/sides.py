"""The sides of a statement: who gives and who gets, as codes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from zakuro.read.parties.entity import Entity


class Sides(NamedTuple):
    """The codes of who gives and of who gets.

    ``focus`` is somebody named elsewhere in the text for whom the receivers were filled in.
    """

    givers: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    focus: Entity | None = None


def parties_of(entities: Iterable[Entity]) -> tuple[str, ...]:
    """The codes that entities stand for, each once, in order of appearance."""
    codes: dict[str, None] = {}
    for entity in entities:
        codes.update(dict.fromkeys(entity.codes))
    return tuple(codes)
