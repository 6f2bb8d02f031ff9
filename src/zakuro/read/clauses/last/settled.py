"""Clauses of a sentence in which what follows governs what stands before it."""

from __future__ import annotations

from zakuro.read.clauses.clause import Candidate, is_deliverable


def settled(candidates: list[Candidate]) -> list[Candidate]:
    """Open clauses take the kind of what follows; those that say one thing with it become one."""
    if len(candidates) < 2:
        return candidates
    kept: list[Candidate] = []
    for candidate in reversed(candidates):
        after = kept[-1] if kept else None
        if candidate.rule == "open" and after is not None and not _ends(candidate):
            candidate.kind, candidate.strength = after.kind, after.strength
            candidate.rule = after.rule
            if candidate.subject is None:
                candidate.subject = after.subject
            candidate.speaker = candidate.speaker or after.speaker
        if after is not None and _as_one(candidate, after):
            after.start = candidate.start
            after.act = candidate.act or after.act
            after.hits = candidate.hits + after.hits
            after.own_subject = after.own_subject or candidate.own_subject
            continue
        kept.append(candidate)
    kept.reverse()
    return kept


def _ends(candidate: Candidate) -> bool:
    """Whether the clause ends with words of saying, so that nothing behind it governs it."""
    return candidate.hits[-1][0] in ("say", "reported")


def _as_one(candidate: Candidate, after: Candidate) -> bool:
    if candidate.kind != after.kind or candidate.kind is None or _ends(candidate):
        return False
    if candidate.kind == "result":
        return not (candidate.own_subject and after.own_subject)
    if candidate.kind in ("pledge", "proposal"):
        return not (is_deliverable(candidate.act) and is_deliverable(after.act))
    return candidate.kind in ("call", "principle")
