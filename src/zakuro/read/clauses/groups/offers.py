"""Offers: verbs that ask for a deed, or put one forward, and may be the giving itself."""

from __future__ import annotations

from zakuro.model.vocabulary import giving_acts
from zakuro.read.clauses.groups.words import Words
from zakuro.read.lexis.lexicon import Hit

_ASKING = frozenset({"call", "propose"})
_AMOUNTS = frozenset({"money", "count", "dimension"})


def as_giving(hit: Hit, words: Words) -> Hit:
    """A verb that asks for a deed, as the giving that it is where it governs none.

    Handed over, instructed; what is put forward is given where it is so much: offers 20 grants.
    """
    act = hit.senses.get("act")
    if hit.role not in _ASKING or act is None or act.value not in giving_acts():
        return hit
    ahead = hit.senses[hit.role].feature in words.rules.future
    mentions = words.sentence.mentions
    measured = any(m.type in _AMOUNTS and m.end <= hit.start for m in mentions)
    if hit.role == "propose" and not (ahead and measured):
        return as_asking(hit)
    senses = {role: sense for role, sense in hit.senses.items() if role != hit.role}
    return hit._replace(senses=senses, role="act")


def as_asking(hit: Hit) -> Hit:
    """A verb that puts something forward, without the giving that it may be as well."""
    if hit.role != "propose" or "act" not in hit.senses:
        return hit
    return hit._replace(senses={r: sense for r, sense in hit.senses.items() if r != "act"})
