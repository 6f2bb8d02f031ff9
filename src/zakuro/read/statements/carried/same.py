"""States that words without a name mean where they receive: the same state, the republic."""

from __future__ import annotations

from zakuro.read.clauses.clause import Candidate, Context, Sentence
from zakuro.read.lexis.span_index import Layer
from zakuro.read.parties.entity import Entity
from zakuro.read.parties.roles import Roles
from zakuro.read.statements.carried.pairs import name_both, opposite

_FAR = 400
"""How far before the words for it the same state may have been named."""


def meant(
    candidate: Candidate, sentence: Sentence, named: Layer[Entity], rules: Roles, context: Context
) -> list[Entity]:
    """The states that words for "the same state" mean where it receives: those named last."""
    found: list[Entity] = []
    subject, text = candidate.subject, sentence.folded.text
    name_both(candidate, sentence, named, context)
    passed = {context.home, *(subject.codes if subject is not None else ())}
    for hit in sentence.hits:
        if not candidate.start <= hit.start < candidate.end:
            continue
        cases = rules.cases(hit.senses["same"].feature) if "same" in hit.senses else None
        if cases:
            role = "receiver" if "receiver" in cases and not rules.before(text, hit.start) else ""
        else:
            role = rules.behind(text, hit.end) or rules.of_compound(text, hit.end)[0]
        if "counterpart" in hit.senses and role == "receiver":
            codes = opposite(_codes_of(subject), context)
            found.append(Entity(hit.start, hit.end, codes, "party"))
            found[-1].role = role
        if "same" not in hit.senses:
            continue
        before = named.between(max(0, hit.start - _FAR), hit.start)
        states = (e for e in reversed(before) if e.kind != "self" and len(e.codes) == 1)
        last = next((e for e in states if e.codes[0] not in passed), None)
        codes = last.codes if last is not None else ()
        if cases and not codes and context.home and context.home not in _codes_of(subject):
            codes = (context.home,)
        if role == "receiver" and codes:
            found.append(Entity(hit.start, hit.end, codes, "party"))
            found[-1].role = role
    return found


def _codes_of(subject: Entity | None) -> tuple[str, ...]:
    return subject.codes if subject is not None else ()
