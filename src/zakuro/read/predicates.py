"""Predicates: finite verbs and what stands for one, by the features of their forms."""

from __future__ import annotations

from zakuro.read.clauses import Candidate, is_deliverable
from zakuro.read.entities import Entity
from zakuro.read.lexicon import Hit

FIRST = "_first"
"""Ends the feature of a verb whose form says "we"."""


class Predicate:
    """A finite verb, or what stands for one, and what the clause says of it."""

    __slots__ = (
        "act",
        "end",
        "feature",
        "first",
        "floor",
        "hit",
        "negated",
        "role",
        "start",
        "subject",
    )

    def __init__(self, hit: Hit, role: str, feature: str) -> None:
        self.hit = hit
        self.role = role
        self.first = feature.endswith(FIRST)
        self.feature = feature.removesuffix(FIRST)
        self.start = hit.start
        self.end = hit.end
        self.floor = 0
        self.negated = False
        self.subject: Entity | None = None
        self.act: str | None = None


def feature_of(hit: Hit, role: str) -> str:
    """The feature of a hit's form in a role."""
    sense = hit.senses.get(role) or next(iter(hit.senses.values()))
    return sense.feature


def is_noun(feature: str) -> bool:
    """Whether an act stands as a noun: its form has a case, or no feature of a verb."""
    return feature.partition("|")[0] in CASES


CASES = frozenset(
    {"", "nominative", "genitive", "dative", "accusative", "instrumental", "locative"}
)


def extend(current: Candidate, hit: Hit, role: str) -> None:
    """Adds to a candidate what stands inside it."""
    if role == "act":
        if current.act is None or (not is_deliverable(current.act) and current.kind == "pledge"):
            current.act = hit.senses["act"].value
        if len(current.hits) < 4:
            current.hits.append((role, hit))
