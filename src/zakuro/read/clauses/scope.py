"""Scope: what conditions, words of saying, times and parties do to all clauses of a sentence."""

from __future__ import annotations

from zakuro.read.clauses.clause import Context
from zakuro.read.clauses.coordination import Clause
from zakuro.read.clauses.groups.words import Words
from zakuro.read.lexis.endings import Endings
from zakuro.read.lexis.lexicon import Hit

_TIMES = frozenset({"date", "period"})
_LONG = 3650
"""So many days ago, what was built or sent is history."""
_SAYING = ("say", "announce", "restate", "commit", "propose", "intend")


def conditional(words: Words, endings: Endings) -> bool:
    """Whether a sentence holds only under a condition, wherever that stands in it."""
    if any(
        "inverted" in hit.senses and _leads_a_noun(words, hit) and not _is_any(words, hit)
        for hit in words.hits
    ):
        return True  # should the talks succeed
    return any(
        ("condition" in hit.senses and "unconditional" not in hit.senses)
        or ("act" in hit.senses and hit.senses["act"].feature == "condition")
        for hit in words.hits
    ) or any(
        not _is_duty(words, place)
        for place in endings.conditions(words.text, words.start, words.end)
    )


def _is_duty(words: Words, place: int) -> bool:
    """Whether a place stands inside words of a duty: "it is not well if it is not done" is one."""
    return any("ought" in hit.senses and hit.start < place <= hit.end for hit in words.hits)


def _leads_a_noun(words: Words, hit: Hit) -> bool:
    """Whether a word stands before a noun and not behind one."""
    following = words.at(words.behind(hit.end))
    return following is not None and ("article" in following.senses or "party" in following.senses)


def _is_any(words: Words, hit: Hit) -> bool:
    """Whether the condition is only that there is a need: should its deeds so require."""
    return any("unconditional" in each.senses for each in words.hits if each.start > hit.end)


def so_far(words: Words) -> bool:
    """Whether words say that something went on until now."""
    return any("so_far" in hit.senses for hit in words.hits)


def reported(clause: Clause, clauses: list[Clause]) -> bool:
    """Whether what would be done was said in the past: he said he would; he would, he said."""
    marks = clause.predicate.marks
    if "backshift" not in marks and marks.get("intend") != "past":
        return False
    return any(
        each is not clause and each.predicate.has(*_SAYING) and not each.predicate.has("doubt")
        for each in clauses
    )


def among_parties(words: Words, context: Context) -> bool:
    """Whether parties are spoken of: in the sentence, before it, or as those who meet.

    A bank or an organisation called by its name is one of them, and so is the state of a city in
    which something is done.
    """
    known = any(entity.codes for entity in words.sentence.entities)
    known = known or any("institution" in h.senses or _is_seat(h) for h in words.sentence.hits)
    return known or bool(context.frame) or context.topic is not None


def _is_seat(hit: Hit) -> bool:
    """Whether a city is where something is done: its ending is not that of who acts."""
    city = hit.senses.get("city")
    return (
        city is not None and city.feature not in ("", "plain") and "nominative" not in city.feature
    )


def ahead(words: Words, context: Context) -> bool:
    """Whether a sentence names a time that is still to come."""
    day = context.day
    ends = (m.end_date or m.start_date for m in words.sentence.mentions if m.type in _TIMES)
    return day is not None and any(last is not None and last > day for last in ends)


def by_now(words: Words, context: Context) -> bool:
    """Whether a sentence names times and all of them have passed."""
    day = context.day
    ends = [m.end_date for m in words.sentence.mentions if m.type in _TIMES and m.start_date]
    return day is not None and bool(ends) and all(end is not None and end <= day for end in ends)


def long_ago(words: Words, context: Context) -> bool:
    """Whether all times that a sentence names ended long before the text was written."""
    day = context.day
    ends = [m.end_date for m in words.sentence.mentions if m.type in _TIMES and m.start_date]
    return (
        day is not None
        and bool(ends)
        and all(end is not None and (day - end).days > _LONG for end in ends)
    )
