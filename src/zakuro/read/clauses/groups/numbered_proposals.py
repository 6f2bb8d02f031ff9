"""Rows of proposals: sentences that put the first, the second, the third before the others."""

from __future__ import annotations

from zakuro.read.clauses.clause import Candidate, Context
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.mentions.draft import Raw

_SAID = frozenset(
    {
        "said",
        "will",
        "goes-on-speaking",
        "quotes",
        "item",
        "measure-alone",
        "noun-alone",
        "is-held",
        "vehicle",
        "thing-will",
    }
)
"""Rules by which a clause only says what is put forward."""


def puts_forward(start: int, hits: list[Hit], mentions: list[Raw], context: Context) -> bool:
    """Whether a sentence gives one of a row of proposals: "the first is …", "secondly …"."""
    first = mentions[0] if mentions else None
    if first is None or first.type != "ordinal" or first.start > start + 1:
        return False
    return context.number is not None or any(
        "proposals" in hit.senses and "call" not in hit.senses for hit in hits[:3]
    )


def as_proposals(
    candidates: list[Candidate], start: int, end: int, hits: list[Hit], text: str
) -> list[Candidate]:
    """The candidates of such a sentence, those proposals that are not promises or positions."""
    kept = [c for c in candidates if c.act or "proposals" not in c.hits[-1][1].senses]
    for candidate in kept:
        if candidate.kind in ("pledge", "position") and candidate.rule not in _SAID:
            continue
        candidate.kind, candidate.strength = "proposal", "proposes"
        candidate.rule = "ordinal"
    return kept or [_whole(start, end, hits, text)]


def _whole(start: int, end: int, hits: list[Hit], text: str) -> Candidate:
    """A proposal of all the words of a sentence behind what opens it."""
    begin = start
    for hit in hits[:6]:
        if "particle" in hit.senses and text[hit.end : hit.end + 1] in ("、", ","):
            begin = hit.end + 1
            break
    candidate = Candidate(begin, "proposal", "ordinal")
    candidate.end = end
    while candidate.end > begin and text[candidate.end - 1] in "。. 」":
        candidate.end -= 1
    candidate.strength = "proposes"
    return candidate
