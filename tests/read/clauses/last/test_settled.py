"""What follows governs what stands before it."""

from __future__ import annotations

from zakuro.model.statement import Kind
from zakuro.read.clauses.clause import Candidate
from zakuro.read.clauses.last.settled import settled
from zakuro.read.lexis.lexicon import Hit


def clause(start: int, kind: Kind | None, act: str | None, rule: str) -> Candidate:
    candidate = Candidate(start, kind, rule)
    candidate.end = start + 5
    candidate.act = act
    candidate.hits = [("act", Hit(start, start + 5, {}, "act", 0))]
    return candidate


def test_an_open_clause_takes_the_kind_of_what_follows() -> None:
    found = settled([clause(0, None, "build", "open"), clause(5, "pledge", "open", "commit")])
    assert [(c.kind, c.act, c.start) for c in found] == [
        ("pledge", "build", 0),
        ("pledge", "open", 5),
    ]


def test_clauses_that_say_one_thing_become_one() -> None:
    found = settled([clause(0, None, "deepen", "open"), clause(5, "pledge", "build", "commit")])
    assert [(c.kind, c.act, c.start, c.end) for c in found] == [("pledge", "deepen", 0, 10)]


def test_clauses_of_two_kinds_stay_two() -> None:
    found = settled([clause(0, "position", None, "position"), clause(5, "call", None, "call")])
    assert [c.kind for c in found] == ["position", "call"]
