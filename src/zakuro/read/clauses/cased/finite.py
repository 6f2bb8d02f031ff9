"""Finite verbs, and what stands for one, by the features of their forms."""

from __future__ import annotations

from zakuro.read.clauses.groups.words import Words
from zakuro.read.clauses.predicates import Predicate
from zakuro.read.lexis.lexicon import DECIDING, Hit
from zakuro.read.parties.entities import Entity

FIRST = "_first"
"""Ends the feature of a verb whose form says "we"."""
PASSIVE = "passive_past"
_DONE = frozenset({"past", PASSIVE})
_COMING = frozenset({"future", "passive_future"})
_STANCES = frozenset(DECIDING)


class Finite:
    """A finite verb, or what stands for one.

    ``role`` is what it does in its clause, ``feature`` its form; ``first`` tells that the form
    says "we", ``impersonal`` that no subject is needed.  Its clause reaches back to ``floor``;
    ``start`` and ``end`` are its own words, with those of its subject before it.
    """

    __slots__ = (
        "act",
        "end",
        "feature",
        "first",
        "floor",
        "hit",
        "impersonal",
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
        self.impersonal = role != "act" and self.feature == ("past" if self.first else PASSIVE)
        self.start = hit.start
        self.end = hit.end
        self.floor = 0
        self.negated = False
        self.subject: Entity | None = None
        act = hit.senses.get("act")
        self.act: str | None = act.value if act is not None and role == "act" else None

    @property
    def passive(self) -> bool:
        """Whether something is done to what it is about."""
        return self.feature.startswith("passive")

    def predicate(self, words: Words) -> Predicate:
        """What decides the clause: a stance is one in whatever tense, a deed by its form."""
        hit = self.hit
        lead = hit if hit.role == self.role else hit._replace(role=self.role)
        made = Predicate([lead], words.starts[hit.start])
        if self.role == "act":
            made.end = max(made.end, self.end)
        made.negated = self.negated
        for role, sense in hit.senses.items():
            if role not in _STANCES:
                made.marks[role] = sense.feature
        if self.role != "act":
            made.marks[self.role] = ""
            return made
        made.marks["act"], made.act, made.content = self.feature, self.act, lead
        made.tense = "perfect" if self.feature in _DONE else self.feature
        made.passive = self.passive
        made.marks.pop("future", None)
        if self.feature in _COMING:
            made.marks["future"] = ""
            if self.act is None:
                del made.marks["act"]
        return made


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


_MEANT = (
    ("commitment", "commit"),
    ("intention", "intend"),
    ("offer", "propose"),
    ("appeal", "call"),
    ("need", "call"),
    ("merit", "propose"),
    ("stance", "position"),
    ("gratitude", "thank"),
    ("expectation", "forecast"),
)
"""What the noun says that a light verb leaves open: made a decision, expressed support."""
_REACH = 60
_WANTED = frozenset({"need", "merit"})


def is_wanted(noun: Hit) -> bool:
    """Whether a noun says that a deed is needed or would be good, whatever verb tells of it."""
    return not _WANTED.isdisjoint(noun.senses)


def is_told_of(noun: Hit) -> bool:
    """Whether a noun stands in the case in which one tells of it: of the readiness to."""
    return any("locative" in sense.feature.split("|") for sense in noun.senses.values())


def noun_that_decides(text: str, hits: list[Hit], index: int) -> tuple[str, Hit] | None:
    """The noun behind a light verb and the role that it gives the verb, if one stands near."""
    hit = hits[index]
    for other in hits[index + 1 : index + 6]:
        if other.start - hit.end > _REACH or "," in text[hit.end : other.start]:
            break
        for noun, role in _MEANT:
            if noun in other.senses:
                return role, other
        if other.role and other.role != "act":
            break
    return _noun_before(text, hits, index) if "light" in hit.senses else None


def _noun_before(text: str, hits: list[Hit], index: int) -> tuple[str, Hit] | None:
    """The noun before a light verb: an agreement was reached; the proposal A made."""
    hit = hits[index]
    case = "nominative" if hit.senses["light"].feature == PASSIVE else "accusative"
    for other in reversed(hits[max(0, index - 6) : index]):
        if hit.start - other.end > _REACH or "," in text[other.end : hit.start]:
            break
        for noun, role in _MEANT:
            if noun in other.senses and case in other.senses[noun].feature.split("|"):
                return role, hit
    return None
