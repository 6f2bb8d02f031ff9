"""Chains: predicates that follow all that they govern, each with what governs it in turn."""

from __future__ import annotations

from zakuro.read.lexis.lexicon import Hit

_BOUNDARY = "、，,;；。．.!！?？:：…"
_CLOSING = ' 」』"'
_FARTHEST = 7  # particles and adverbs between a predicate and what governs it


class Chain:
    """A predicate with all that governs it: promote + plan + said, up to a boundary.

    ``features`` has the roles of all its hits, each with the feature of the first that has it.  Of
    the acts the first counts that is more than a ``noun``: "goes on with the provision of".
    """

    __slots__ = ("end", "features", "hits", "start")

    def __init__(self, hits: list[Hit], end: int, noun: str) -> None:
        self.hits = hits
        self.start = hits[0].start
        self.end = end
        features: dict[str, str] = {}
        for hit in hits:
            for role, sense in hit.senses.items():
                known = features.setdefault(role, sense.feature)
                if known == noun and role == hit.role == "act":
                    features[role] = sense.feature
        self.features = features

    def has(self, role: str) -> bool:
        """Whether any of the predicates is this as well, besides what it decides by."""
        return any(role in hit.senses for hit in self.hits)


def chains(
    text: str, start: int, end: int, hits: list[Hit], noun: str
) -> tuple[list[Chain], list[Hit]]:
    """The chains of a sentence, and the predicates that only stand beside a noun."""
    found: list[Chain] = []
    beside: list[Hit] = []
    open_hits: list[Hit] = []
    bracketed = text.find("(", start, end) >= 0
    for index, hit in enumerate(hits):
        if not hit.role or (bracketed and _depth(text, start, hit.start)):
            continue
        how, stop = _behind(text, end, hits, index, noun)
        if how == "nested":
            open_hits = []  # what it governs goes with it
            if not _is_noun(hit, noun):
                beside.append(hit)
            continue
        open_hits.append(hit)
        if how == "governed":
            continue
        found.append(Chain(open_hits, stop, noun))
        open_hits = []
    return found, beside


def _is_noun(hit: Hit, noun: str) -> bool:
    return "act" in hit.senses and hit.senses["act"].feature == noun


def _behind(text: str, end: int, hits: list[Hit], index: int, noun: str) -> tuple[str, int]:
    """What follows a predicate: "end", "linked", "governed" or "nested", and where."""
    position = hits[index].end
    after_particle = False
    for j in range(index + 1, index + 1 + _FARTHEST):
        behind = hits[j] if j < len(hits) else None
        next_start = end if behind is None else behind.start
        if next_start > position:
            bare = text[position:next_start].strip(_CLOSING)
            if bare:
                return ("linked" if bare[0] in _BOUNDARY else "nested"), position
        if behind is None or next_start >= end:
            return "end", end
        senses = behind.senses
        if behind.role:
            if _is_noun(behind, noun) and not after_particle and len(senses) == 1:
                return "nested", position
            return "governed", position
        if "purpose" in senses:
            return "nested", position
        if "joiner" in senses and "particle" not in senses:
            return "linked", position
        if not ("particle" in senses or "adverb" in senses or "negation" in senses):
            return "nested", position
        after_particle = True
        position = behind.end
    return "nested", position


def _depth(text: str, start: int, position: int) -> int:
    """Whether a place lies inside round brackets."""
    return text.count("(", start, position) - text.count(")", start, position)
