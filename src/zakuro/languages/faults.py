"""What is wrong in a pack, told by its section, its key and the nearest right word."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches
from typing import Any, get_args

import msgspec

from zakuro.languages.terms import Feature, Mark, Order, Part

_TOLD = re.compile(r"(?P<what>.*?)(?: - at (?P<key>`key` in )?`\$(?P<path>[^`]*)`)?")
_VALUE = re.compile(r"Invalid enum value '(?P<value>.*)'")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*)`")
_MISSING = re.compile(r"Object missing required field `(?P<key>.*)`")


def near(key: str, known: Collection[str]) -> str:
    """The end of a sentence on a word that is none of those known: the nearest one, or all."""
    alike = get_close_matches(key, known, n=1, cutoff=0.5)
    return f"; the nearest is {alike[0]!r}" if alike else f"; there are {', '.join(sorted(known))}"


_NAMED: dict[tuple[str, bool], tuple[str, ...]] = {
    ("marks", True): get_args(Mark),
    ("syntax.head", False): get_args(Order),
    ("roles.feature", True): get_args(Feature),
    ("roles.feature", False): get_args(Part),
}
"""The words that a place of a pack may have, as a key or as a value."""


def told(error: str, rules: dict[str, Any], whole: type[msgspec.Struct]) -> str:
    """What msgspec found in the rules of a pack, by section and key, with the nearest right word.

    ``whole`` is what a pack may hold.
    """
    found = _TOLD.fullmatch(error)
    what, path = (found["what"], found["path"] or "") if found else (error, "")
    steps = [step for step in re.split(r"[.\[\]]+", path) if step]
    section = f"[{'.'.join(step for step in steps if step != '...')}]" if steps else "the file"
    if unknown := _UNKNOWN.fullmatch(what):
        key = unknown["key"]
        return f"{section} has {key!r}, which packs do not know{near(key, _fields(steps, whole))}"
    if missing := _MISSING.fullmatch(what):
        return f"{section} lacks {missing['key']!r}"
    if value := _VALUE.fullmatch(what):
        place = (".".join(steps), bool(found and found["key"]))
        return (
            f"{section} has {value['value']!r}, which is none{near(value['value'], _NAMED[place])}"
        )
    at: Any = rules
    for step in steps:
        at = at.get(step, {}) if isinstance(at, dict) else {}
    if isinstance(at, dict) and (odd := [k for k, v in at.items() if not isinstance(v, list)]):
        section += f" {odd[0]!r}"
    return f"{section}: {what[:1].lower()}{what[1:]}"


def _fields(steps: list[str], whole: Any) -> list[str]:
    """The keys that the place at ``steps`` of a pack may have."""
    at: Any = whole
    for step in steps:
        fields = {f.encode_name: f for f in msgspec.structs.fields(at)}
        if step not in fields:
            return []
        at = fields[step].type
    return [f.encode_name for f in msgspec.structs.fields(at)]
