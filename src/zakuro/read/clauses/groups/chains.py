"""Chains: clauses that link to what follows them, and those that say one thing with it."""

from __future__ import annotations

from zakuro.read.clauses.clause import DONE, Candidate, is_deliverable
from zakuro.read.clauses.coordination import Clause


def settled(clauses: list[Clause]) -> list[Clause]:
    """Open clauses go on with what follows them."""
    after: Clause | None = None
    for clause in reversed(clauses):
        if after is not None and "open" in clause.predicate.marks and _may_go_on(clause, after):
            clause.after = after
            if clause.candidate.subject is None and clause.who == "nobody":
                clause.candidate.subject, clause.who = after.candidate.subject, after.who
        after = clause
    return clauses


def _may_go_on(clause: Clause, after: Clause) -> bool:
    """Whether an open clause goes on: what is done to something does so with what was done."""
    return not clause.predicate.passive or after.passive or after.tense in DONE


def merged(clauses: list[Clause]) -> list[Candidate]:
    """The candidates of clauses, those that say one thing with what follows as one."""
    kept: list[Candidate] = []
    last: Clause | None = None
    for clause in reversed(clauses):
        candidate, after = clause.candidate, kept[-1] if kept else None
        if after is not None and last is not None and _as_one(clause, candidate, after):
            after.start = candidate.start
            after.act = candidate.act or after.act
            after.hits = candidate.hits + after.hits
            after.own_subject = after.own_subject or candidate.own_subject
            if after.subject is None or candidate.own_subject:
                after.subject = candidate.subject or after.subject
            continue
        kept.append(candidate)
        last = clause
    kept.reverse()
    return kept


def _as_one(clause: Clause, candidate: Candidate, after: Candidate) -> bool:
    if candidate.kind != after.kind or candidate.kind is None:
        return False
    if clause.predicate.lead.role in ("say", "reported"):
        return False
    if candidate.kind == "result" and candidate.own_subject and after.own_subject:
        return False
    if candidate.kind in ("pledge", "proposal", "result"):
        if "figure" in candidate.facts and "figure" in after.facts:
            return False
        return not (is_deliverable(candidate.act) and is_deliverable(after.act))
    return candidate.kind in ("call", "principle")
