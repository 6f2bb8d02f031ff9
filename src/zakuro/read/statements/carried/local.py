"""To whom at home: what another gives to a hospital or to farmers whose state no words name."""

from __future__ import annotations

from zakuro.model.vocabulary import expand, giving_acts
from zakuro.read.clauses.clause import Candidate, Context, Sentence
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entity import Entity
from zakuro.read.parties.roles import Roles
from zakuro.read.statements.carried.focus import is_at_home
from zakuro.read.statements.part import Part
from zakuro.read.statements.sides import Sides

_NOUNS = ("people", "beneficiary")
_GIVEN = frozenset({"receiver", "none"})
"""The parts of a noun whose ending, without a preposition, is that of who gets something."""


def here(part: Part, home: str | None) -> Entity | None:
    """The words by which a text is of home, if it is: its name, else that of one of its cities."""
    if home is None:
        return None
    named = next((entity for entity in part.entities.things if home in entity.codes), None)
    cities = (hit for hit in part.hits.things if _lies_in(home, hit))
    city = next((Entity(hit.start, hit.end, (home,), "place") for hit in cities), None)
    return named or city


def _lies_in(home: str, hit: Hit) -> bool:
    city = hit.senses.get("city")
    return city is not None and city.value == home


def with_home(
    sides: Sides,
    candidate: Candidate,
    sentence: Sentence,
    near: list[Entity],
    context: Context,
    rules: Roles,
    words: Entity,
) -> Sides:
    """The sides of a giving, home its receiver where another gives to those of no state.

    The other is a state, or a bank or an organisation called by its name.  ``near`` are the parties
    that the giving names: who gives to its own gives to nobody here.  ``words`` are those by which
    the text is of home, on which the receiver rests.
    """
    home = context.home
    gives = candidate.kind in ("pledge", "result") and candidate.act in giving_acts()
    if not gives or sides.receivers or home is None or home in expand(sides.givers):
        return sides
    if not (sides.givers or _is_body(candidate, sentence)):
        return sides
    if is_at_home(candidate, sentence, near, sides.givers):
        return sides
    for hit in sentence.hits:
        role = next((role for role in _NOUNS if role in hit.senses), "")
        if not role or not candidate.start <= hit.start < candidate.end:
            continue
        cases = rules.cases(hit.senses[role].feature)
        if (
            "receiver" in cases
            and cases <= _GIVEN
            and not rules.before(sentence.folded.text, hit.start)
        ):
            return sides._replace(receivers=(home,), focus=words)
    return sides


def _is_body(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether an organisation called by its name acts."""
    subject = candidate.subject
    if subject is None or subject.codes:
        return False
    return any(
        "institution" in hit.senses
        and subject.start <= hit.start < max(subject.end, subject.start + 1)
        for hit in sentence.hits
    )
