"""What the model reads where the rules are silent: a candidate like those of the rules."""

from __future__ import annotations

import re

from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Kind, Strength
from zakuro.read.clauses.clause import Candidate, Context, Sentence
from zakuro.read.parties.entity import Entity

LEAST = 50
"""The hundredths of confidence from which a statement is shown."""
MODEL = "model"
"""The rule of statements that rest on the model alone."""
_CONFIDENCE = re.compile(r"0(\.[0-9]{1,2})?|1(\.0{1,2})?")
_STRENGTH: dict[str, Strength] = {"pledge": "intends", "proposal": "proposes"}
_ACTING = ("party", "person", "self")


def hundredths(confidence: str) -> int:
    """A confidence such as 0.2 in hundredths; raises ZakuroError for what is none."""
    if not _CONFIDENCE.fullmatch(confidence):
        raise ZakuroError(
            f"{confidence!r} is no confidence: give a number from 0 to 1 with at most two places, "
            "as 0.2"
        )
    whole, _, places = confidence.partition(".")
    return 100 * int(whole) + int(f"{places:0<2}")


def from_model(least: int, alone: int) -> int:
    """The hundredths from which what rests on the model alone is shown.

    ``alone`` is what a pack asks for (``model_alone``), where the model errs in ordinary text;
    who asks for less than is usual gets it.
    """
    return least if least < LEAST else max(least, alone)


def somebody(candidate: Candidate, sentence: Sentence, context: Context) -> bool:
    """Whether anybody is spoken of who could have promised what the model alone takes for a pledge.

    A sentence without a party, in a text that names none, is news of something else.
    """
    spoken_of = (
        candidate.subject,
        context.topic,
        context.subject,
        context.frame,
        context.home,
        context.voice,
        context.kind,
    )
    return any(spoken_of) or any("actor" in hit.senses for hit in sentence.hits)


def passed_over(kind: Kind, span: tuple[int, int], sentence: Sentence) -> Candidate:
    """A candidate over a sentence: who acts is whom its words make subject, else the first named.

    Whom they make receiver, source or agent gives nothing.
    """
    start, end = span
    candidate = Candidate(start, kind, MODEL)
    candidate.end = end
    candidate.strength = _STRENGTH.get(kind)
    named = [e for e in sentence.entities if e.kind in _ACTING and start <= e.start < end]
    candidate.subject = _acting(named)
    candidate.own_subject = candidate.subject is not None
    for hit in sentence.hits:
        if "act" in hit.senses and start <= hit.start < end:
            candidate.act = hit.senses["act"].value
            candidate.hits.append(("act", hit))
            break
    return candidate


def _acting(named: list[Entity]) -> Entity | None:
    subjects = [entity for entity in named if entity.role == "subject"]
    free = [entity for entity in named if entity.role == "" and not entity.compound]
    return next(iter(subjects or free[:1]), None)
