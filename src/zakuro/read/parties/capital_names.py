"""Names of persons in writing with capitals: beside an office, on either side."""

from __future__ import annotations

import re

from zakuro.read.lexis.folding import Folded
from zakuro.read.parties.roles import Roles

_NAME_AFTER = re.compile(r"(?: [^\W\d_][\w.'-]*){1,5}")
_LONGEST = 60


def introduce(
    name: str, codes: tuple[str, ...], persons: dict[str, tuple[str, ...]], rules: Roles
) -> None:
    """Remembers whose person bears a name, by each part of it that tells somebody apart."""
    for part in name.split():
        if len(part) > 1 and part not in rules.name_particles:
            persons[part] = codes


def name_behind(folded: Folded, words: frozenset[int], end: int, rules: Roles) -> str:
    """The capitalised words behind an office, as folded text with its leading space."""
    found = _NAME_AFTER.match(folded.text, end)
    if not found:
        return ""
    kept = at = end
    for word in found.group().split(" ")[1:]:
        start = at + 1
        at = start + len(word)
        if start in words and kept > end:
            break
        if folded.exact(start, start + 1).isupper():
            kept = at
        elif len(word) > 3 or start in words:
            break
    if kept == end or (kept - end <= 1):
        return ""
    name = folded.text[end:kept].removesuffix("'s")
    for suffix in rules.suffixes:
        if folded.text.startswith(suffix, end + len(name)):
            return name + suffix
    return name


def name_before(folded: Folded, start: int, rules: Roles) -> str:
    """The name before a comma and an office with its party: Maria Rossi, President of …; or ""."""
    text = folded.text
    if not text.endswith(", ", 0, start):
        return ""
    end = start - 2
    words: list[str] = []
    for word in reversed(text[max(0, end - _LONGEST) : end].split(" ")):
        place = end - sum(len(known) + 1 for known in words) - len(word)
        capital = place >= 0 and folded.exact(place, place + 1).isupper()
        if not capital and word not in rules.name_particles:
            break
        words.append(word)
    while words and words[-1] in rules.name_particles:
        words.pop()
    return " ".join(reversed(words)) if len(words) > 1 else ""
