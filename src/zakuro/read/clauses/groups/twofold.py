"""Twofold verbs: what stands beside them tells which of two deeds they mean."""

from __future__ import annotations

from zakuro.model.vocabulary import giving_acts
from zakuro.read.clauses.groups.words import Words
from zakuro.read.lexis.lexicon import Hit

_ASKING = frozenset({"call", "propose"})
_AMOUNTS = frozenset({"money", "count", "dimension"})
_OPENING, _CLOSING = "「『(", "」』)"


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


def as_opening(hit: Hit, words: Words) -> Hit:
    """A verb that holds or opens, as the one that it does: a meeting is held, a school opened.

    What is no gathering by its name, or by how its name ends, is opened.
    """
    act = hit.senses.get("act")
    if act is None or "opens" not in hit.senses or act.feature.startswith("passive"):
        return hit
    text, objects = words.text, words.rules.objects
    behind = max(text.rfind(particle, words.start, hit.start) for particle in objects)
    if behind < 0 or _is_gathering(words, behind):
        return hit
    return hit._replace(senses={**hit.senses, "act": act._replace(value="open")})


def _is_gathering(words: Words, end: int) -> bool:
    """Whether a name that ends at a place is that of a gathering: the forum "Ports" too."""
    text = words.text
    end = len(text[:end].rstrip(_CLOSING))
    opening = max(text.rfind(sign, words.start, end) for sign in _OPENING)
    before = words.to(end)
    named = before is not None and ("event" in before.senses or "meet" in before.senses)
    return named or any(
        text.endswith(words.rules.gatherings or ("\0",), words.start, place)
        for place in (end, opening)
        if place > words.start
    )


def as_asking(hit: Hit) -> Hit:
    """A verb that puts something forward, without the giving that it may be as well."""
    if hit.role != "propose" or "act" not in hit.senses:
        return hit
    return hit._replace(senses={r: sense for r, sense in hit.senses.items() if r != "act"})
