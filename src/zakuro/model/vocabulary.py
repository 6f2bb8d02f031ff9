"""The vocabulary of statements: acts, objects, topics, groups and territories, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from zakuro.model.errors import ZakuroError


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


@cache
def deliverable_acts() -> frozenset[str]:
    """Acts of which one can say afterwards whether they were done."""
    return frozenset(_load("vocabulary.toml")["acts"]["deliverable"])


@cache
def acts() -> frozenset[str]:
    """All codes of acts."""
    return deliverable_acts() | frozenset(_load("vocabulary.toml")["acts"]["generic"])


@cache
def objects() -> frozenset[str]:
    """All codes of objects."""
    return frozenset(_load("vocabulary.toml")["objects"]["codes"])


@cache
def topics() -> dict[str, str]:
    """Codes of topics, each with its OECD-DAC sector or purpose code."""
    return dict(_load("vocabulary.toml")["topics"])


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """Group codes and their members (ISO 3166-1 alpha-3); empty where membership is not kept."""
    return {code: tuple(members) for code, members in _load("vocabulary.toml")["groups"].items()}


@cache
def territories() -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes, each with its alpha-2 code."""
    return dict(_load("territories.toml"))


def home(code: str) -> str:
    """The code of a text's home as it was given: a state, or a group that speaks for itself.

    Raises ZakuroError where there is no such state or group.
    """
    if code not in territories() and code not in groups():
        raise ZakuroError(
            f"{code!r} is no state: give its ISO 3166-1 code of three capital letters, as KAZ"
        )
    return code


def expand(codes: Iterable[str]) -> tuple[str, ...]:
    """The members that codes stand for, each once, in order; comparisons are made on these."""
    members: dict[str, None] = {}
    for code in codes:
        members.update(dict.fromkeys(groups().get(code) or (code,)))
    return tuple(members)
