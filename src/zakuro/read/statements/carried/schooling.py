"""People who go to another state to be taught or healed: who takes them in gives."""

from __future__ import annotations

from zakuro.read.clauses.clause import Candidate, Context
from zakuro.read.parties.entity import Entity
from zakuro.read.statements.carried.pairs import opposite
from zakuro.read.statements.sides import Sides, parties_of


def schooled(candidate: Candidate, near: list[Entity], context: Context) -> Sides:
    """The sides of a journey for training: fifteen nurses of B will come to A for courses.

    Whom the words before the verb name are those who come, whom they name behind it, or else who
    stands across from them, takes them in.  It becomes an act of training.
    """
    verb = candidate.hits[0][1].start if candidate.hits else candidate.end
    candidate.act = "train"
    come = parties_of(entity for entity in near if entity.start < verb)
    to = (entity for entity in near if entity.start >= verb and entity.kind != "adjective")
    take_in = tuple(code for code in parties_of(to) if code not in come)
    return Sides(take_in or (opposite(come, context) if come else ()), come)
