"""Gatherings and anniversaries: what a text says to have taken place, and who met."""

from __future__ import annotations

from zakuro.model.vocabulary import (
    arriving_acts,
    founding_acts,
    giving_acts,
    helping_acts,
    object_unit,
    receiving_acts,
)
from zakuro.read.clauses.cased.beneficiaries import Beneficiaries
from zakuro.read.clauses.clause import DONE, GROWTH, Candidate, Sentence
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.lexis.span_index import Placed
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.actors import opens_a_name
from zakuro.read.parties.entities import Entity, Roles
from zakuro.read.parties.roles import NO_CASES
from zakuro.read.statements.sides import parties_of

_SIGNS = "、，,;；:："
_REACH = 75
_NEAR = 16
"""How far a place or a day may stand from the gathering whose it is."""
_JOINT = 5
"""Characters between two predicates that one word or sign joins."""
_JOINS = 4
"""Characters between a gathering and the city where it is held: a conference in Nairobi."""
_MAKES_A_NAME = frozenset({"vehicle", "document", "event", "actor", "organ", "treaty"})
"""Nouns that make a name of the city before them: an agreement, a conference, a fund."""
_FIGURES = ("money", "count", "dimension", "range")
_UNTOLD = frozenset(
    {
        "condition",
        "refuse",
        "forecast",
        "doubt",
        "ask",
        "thank",
        "commit",
        "intend",
        "propose",
        "call",
        "ought",
        "consider",
        "await",
        "future",
        "negation",
        "deny",
        "purpose",
    }
)
"""What keeps a thing from having happened."""
_HELD = DONE | {"", "passive_link"}


def participants(
    hits: list[Hit], inside: list[Entity], *, together: bool = False
) -> tuple[str, ...]:
    """Who meets by the words of a block: parties named in one breath with a gathering.

    Those that are named ``together`` alone, where a name before a gathering may tell its matter,
    and no aid stands between: the conference on support for A.
    """
    for hit in hits:
        if "event" not in hit.senses:
            continue
        beside = [e for e in inside if e.codes and 0 <= hit.start - e.end <= 12]
        if together:
            aid = giving_acts() | helping_acts()
            acts = [deed for deed in hits if "act" in deed.senses]
            deeds = [deed.start for deed in acts if deed.senses["act"].value in aid]
            beside = [
                e
                for e in beside
                if (len(e.codes) > 1 or any(e.start == o.end or e.end == o.start for o in beside))
                and not any(e.end <= at < hit.start for at in deeds)
            ]
        if beside:
            return parties_of(beside)
    return ()


def find(
    sentence: Sentence,
    noted: list[Hit],
) -> list[Candidate]:
    """The gatherings held and the anniversaries that a sentence tells of.

    ``noted`` are those of its hits that may tell of them.
    """
    found: list[Candidate] = []
    holds = [hit for hit in noted if "hold" in hit.senses and hit.senses["hold"].feature in _HELD]
    for hit in noted:
        if "event" in hit.senses and not found:
            near = [hold for hold in holds if abs(hold.start - hit.start) <= _REACH]
            if near:
                found.append(_gathering(sentence, hit, near[0]))
        elif "anniversary" in hit.senses or "proposals" in hit.senses:
            counted = [
                m
                for m in sentence.mentions
                if m.type in ("count", "ordinal")
                and m.end >= hit.start - 2
                and m.start <= hit.start
            ]
            if counted and counted[0].type == "count":
                found.append(_counted(sentence, hit, counted[0]))
    return found


def _gathering(sentence: Sentence, event: Hit, hold: Hit) -> Candidate:
    text, start = sentence.folded.text, sentence.start
    entities, mentions = sentence.entities, sentence.mentions
    first, last = min(event.start, hold.start), max(event.end, hold.end)
    while first > start and text[first - 1] not in _SIGNS:
        first -= 1
    first = _with_time(text, first, mentions)
    things: list[Placed] = [*(e for e in entities if e.kind != "person"), *mentions]
    for thing in sorted(things, key=lambda thing: thing.start):
        if (
            last <= thing.start
            and thing.start - last <= _NEAR
            and not any(sign in text[last : thing.start] for sign in "。.")
        ):
            last = thing.end
    candidate = Candidate(first + (text[first] == " "), "event", "gathering")
    candidate.end = last
    candidate.act = "hold"
    candidate.hits = [("event", event), ("hold", hold)]
    candidate.hits.sort(key=lambda pair: pair[1].start)
    return candidate


def _with_time(text: str, first: int, mentions: list[Raw]) -> int:
    """Where a clause begins with the time that a comma parts from it."""
    for mention in mentions:
        between = text[mention.end : first]
        if (
            mention.type in ("date", "period")
            and mention.end < first
            and between.strip(" 、，,") == ""
        ):
            return mention.start
    return first


def _counted(sentence: Sentence, hit: Hit, counted: Raw) -> Candidate:
    text, start, end = sentence.folded.text, sentence.start, sentence.end
    begin = counted.start
    stop = max(hit.end, counted.end)
    while stop < end and text[stop] not in _SIGNS + "。.":
        stop += 1
    if "anniversary" in hit.senses:
        begin = start
    else:
        while begin > start and text[begin - 1] in '「『"“':
            begin -= 1
    candidate = Candidate(begin, "context", "counted")
    candidate.end = stop
    candidate.hits = [("anniversary" if "anniversary" in hit.senses else "proposals", hit)]
    return candidate


def happened(
    sentence: Sentence, found: list[Candidate], things: list[Hit], placed: bool, *, free: bool
) -> Candidate | None:
    """What was opened or built or has arrived, told of the thing itself: a school has opened.

    ``found`` are the clauses of the sentence, ``things`` the objects and topics that it names;
    ``placed`` tells that it names a capital, ``free`` whether the thing may stand behind its
    predicate, as one that is counted may.  None where the sentence asks, promises, doubts or
    denies.
    """
    hits, text = sentence.hits, sentence.folded.text
    if any(hit.role in _UNTOLD or not _UNTOLD.isdisjoint(hit.senses) for hit in hits):
        return None
    figures = [m for m in sentence.mentions if m.type in _FIGURES]
    for hit in hits:
        act = hit.senses.get("act")
        if act is None or not _is_over(act.feature, hit, sentence):
            continue
        either = free or bool(figures)
        counted = [t for t in things if _is_countable(t) and (either or t.end <= hit.start)]
        if act.value in arriving_acts():
            told = bool(figures)
        else:
            told = act.value in founding_acts() and bool(counted)
        done = any(c.subject and any(own is hit for _, own in c.hits) for c in found)
        if not told or done:
            continue
        named = [e for e in sentence.entities if e.codes]
        if not (placed or named or any("topic" in thing.senses for thing in things)):
            return None
        candidate = Candidate(sentence.start, "result", "happened")
        candidate.end = sentence.end
        while candidate.end > hit.end and not text[candidate.end - 1].isalnum():
            candidate.end -= 1
        candidate.act = act.value
        candidate.hits = [("act", hit)]
        return candidate
    return None


def _is_over(feature: str, hit: Hit, sentence: Sentence) -> bool:
    """Whether an act has been done: by its form, or, where acts have none, as all that is said."""
    if feature in DONE:
        return True
    if feature not in ("", "plain"):
        return False
    rest = sentence.folded.text[hit.end : sentence.end]
    said = any("past_time" in h.senses and h.end <= hit.start for h in sentence.hits)
    return said or not any(letter.isalnum() for letter in rest)


def _is_countable(thing: Hit) -> bool:
    return "object" in thing.senses and object_unit(thing.senses["object"].value) is not None


def places(sentence: Sentence, capitals: dict[str, str], rules: Roles) -> list[Entity]:
    """The states in whose cities something is done, by the words of a sentence.

    Where endings or prepositions tell the part of a city it is the city's; what happens in one of
    the ``capitals`` happens to its state.
    """
    text, end = sentence.folded.text, sentence.end
    named = [
        (place, hit)
        for place, hit in enumerate(sentence.hits)
        if "city" in hit.senses
        and not rules.is_name_letter(text[hit.start - 1 : hit.start])
        and not rules.is_name_letter(text[hit.end : hit.end + 1])
    ]
    others = {
        hit.start
        for place, hit in named
        if _names_another(sentence, hit.start, hit.end, rules, hit.senses["city"].feature)
        or _is_met_in(sentence, place, rules)
    }
    cities = [_city(hit, text, end, rules) for _, hit in named if hit.start not in others]
    if rules.prepositional and cities:
        Beneficiaries(text, sentence.start, sentence.hits, rules).settle(cities)
    taken = set() if rules.prepositional else {city.start for city in cities}
    found = {
        h.start: (h.end, h.senses["capital"].feature)
        for h in sentence.hits
        if "capital" in h.senses
    }
    for word, code in capitals.items():
        start = text.find(word, sentence.start, end)
        if start >= 0:
            found.setdefault(start, (start + len(word), code))
    placed = []
    for start, (stop, code) in sorted(found.items()):
        another = opens_a_name(sentence.hits, stop)
        another |= not rules.ending and _names_another(sentence, start, stop, rules)
        if start not in taken | others and not another:
            role = rules.part(text, start, stop, NO_CASES)
            at = role in ("receiver", "place", "goal")
            place = Entity(start, stop, (code,), "place" if at else "party")
            place.role = role if at else "receiver"
            placed.append(place)
    return [*cities, *placed]


def _names_another(
    sentence: Sentence, start: int, stop: int, rules: Roles, feature: str = ""
) -> bool:
    """Whether a city only opens another name: the Paris Agreement, a London-based charity.

    Behind an article a body that is called by its city lies there: to the Budapest Zoo.
    """
    hits, folded = sentence.hits, sentence.folded
    if folded.text.startswith("-", stop) and folded.text[stop + 1 : stop + 2].isalpha():
        return True
    behind = [h.senses for h in hits if 0 <= h.start - stop <= 1]
    noun = any("beneficiary" not in s and not _MAKES_A_NAME.isdisjoint(s) for s in behind)
    following = folded.exact(stop, stop + 2) if stop + 1 < sentence.end else ""
    titled = following[:1] == " " and following[1:].isupper()
    if any("article" in h.senses and 0 <= start - h.end <= 1 for h in hits):
        return noun or not titled
    if rules.prepositional or rules.cases(feature) - {"subject"}:
        return False
    return not any("party" in senses for senses in behind) and (noun or titled)


def _is_met_in(sentence: Sentence, place: int, rules: Roles) -> bool:
    """Whether a city is only where a gathering is held: at the conference in Nairobi."""
    hits, hit = sentence.hits, sentence.hits[place]
    if rules.after:
        behind = [h for h in hits[place + 1 : place + 3] if "particle" not in h.senses]
        return bool(behind) and "hold" in behind[0].senses and behind[0].start - hit.end <= _JOINS
    begin = hit.start
    for before in reversed(hits[max(0, place - 4) : place]):
        if begin - before.end > _JOINS:
            return False
        if "event" in before.senses:
            return True
        if not ("hold" in before.senses or not before.role):
            return False
        begin = before.start
    return False


def _city(hit: Hit, text: str, end: int, rules: Roles) -> Entity:
    """The state of a city, with the part that its ending gives it, or that of what it owns."""
    sense = hit.senses["city"]
    city = Entity(hit.start, hit.end, (sense.value,), "place")
    city.cases = rules.cases(sense.feature)
    city.role = rules.part(text, hit.start, hit.end, city.cases)
    if rules.prepositional:
        city.role = rules.seat(text, hit.start, city.cases) or city.role or "genitive"
        return city
    owns = city.role in ("subject", "genitive", "object") or rules.is_attributive(text, hit.end)
    if owns and rules.own_gets(text, hit.end, end):
        city.role = "either"
    elif city.role == "subject" and rules.owns(text, hit.end):
        city.role = "place"
    return city


def abroad(sentence: Sentence, capitals: dict[str, str], rules: Roles, home: str | None) -> bool:
    """Whether a sentence names a capital, or a city of another state than ``home``."""
    found = places(sentence, capitals, rules)
    return any(place.kind != "place" or place.codes != (home,) for place in found)


def placed(
    candidate: Candidate, sentence: Sentence, capitals: dict[str, str], rules: Roles
) -> list[Entity]:
    """The states where something is done, whose own it then is, but for an embassy."""
    inside = [hit for hit in sentence.hits if candidate.start <= hit.start < candidate.end]
    if any("post" in hit.senses for hit in inside):
        return []
    found = places(sentence, capitals, rules)
    founded = candidate.act in founding_acts() | receiving_acts()
    if "schooled" not in candidate.facts and (candidate.kind != "result" or not founded):
        found = [place for place in found if place.kind == "place"]
    if rules.prepositional and candidate.act in giving_acts() and candidate.hits:
        act = candidate.hits[-1][1]  # where it is said before it, it is only said there
        found = [p for p in found if p.role != "place" or p.start > act.end]
    return [p for p in found if candidate.start <= p.start and p.end <= candidate.end]


def joined(gatherings: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """Both in order, each thing once.

    A clause that tells that a gathering was held, or that some met, becomes the gathering; one
    that only announces what is counted gives way to it.  What somebody promises or proposes to hold
    has not been held.
    """
    ahead = [c for c in candidates if c.kind in ("pledge", "proposal", "call")]
    gatherings = [
        gathering
        for gathering in gatherings
        if gathering.kind != "event"
        or not any(c.start <= hit.start < c.end for c in ahead for _, hit in gathering.hits)
    ]
    kept = list(candidates)
    apart: list[Candidate] = []
    for gathering in gatherings:
        for candidate in kept:
            if candidate.end <= gathering.start or gathering.end <= candidate.start:
                continue
            told = candidate.kind == "event" or (
                candidate.kind == "result" and candidate.act == "hold"
            )
            if gathering.kind == "event" and told:
                candidate.kind, candidate.rule = gathering.kind, gathering.rule
                break
        else:
            apart.append(gathering)
    kept = [
        candidate
        for candidate in kept
        if candidate.kind in ("pledge", "call")
        or not any(
            other.kind == "context"
            and candidate.start <= other.start
            and other.end >= candidate.end - 1
            for other in apart
        )
    ]
    return sorted([*apart, *kept], key=lambda candidate: candidate.start)


def grown(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates; what grew "by 5 % and reached 3 bn" is one result."""
    kept: list[Candidate] = []
    for candidate in candidates:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.kind == candidate.kind == "result"
            and last.act in GROWTH
            and candidate.act in GROWTH
            and candidate.start - last.end <= _JOINT
            and candidate.subject in (None, last.subject)
            and not candidate.own_subject
        ):
            last.end = candidate.end
            continue
        kept.append(candidate)
    return kept
