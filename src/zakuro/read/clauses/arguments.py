"""Arguments: who acts in a clause, by position or by what marks a subject, and who receives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zakuro.model.vocabulary import giving_acts, receiving_acts
from zakuro.read.clauses.groups.words import Words
from zakuro.read.clauses.predicates import Predicate
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import SUBJECTS, Entity

if TYPE_CHECKING:
    from zakuro.read.clauses.coordination import Clause

_SIGNS = ",;:—–()"
_GOVERNED = frozenset({"receiver", "source", "place", "none", "genitive", "partner"})
_KNOWN = (
    ("pronoun", "pronoun"),
    ("other", "others"),
    ("event", "meeting"),
    ("institution", "organisation"),
    ("self", "self"),
    ("office", "office"),
    ("head", "office"),
    ("actor", "organisation"),
    ("organ", "organisation"),
    ("company", "company"),
    ("faction", "faction"),
    ("document", "document"),
    ("people", "company"),
)
"""What a noun tells of who acts, the surest first."""
_ENTITIES = {"self": "self", "office": "person", "pronoun": "person"}
_LEADING = frozenset({"preposition", "article"})
_WITHIN = frozenset({"preposition", "article", "joiner", "infinitive"})
"""Behind what an article belongs to the phrase it stands in."""
_LONGEST_ASIDE = 160
_BESIDE = 14
"""Characters between an owner and what is given: an adjective."""


class Acting(NamedTuple):
    """Who acts in a clause.

    ``who`` is self, party, person, organisation, office, meeting, document, name, pronoun, others,
    faction, thing or nobody; ``entity`` stands for them where they have a code or a place;
    ``start`` is where their words begin.  ``how`` the clause is tied: clause, joined, boundary,
    opening, that, relative, nested, participle (what stands before is none of its own).
    """

    who: str
    entity: Entity | None
    start: int
    how: str


def may_act(entity: Entity) -> bool:
    """Whether the words leave an entity free to be a subject: no preposition governs it."""
    return entity.kind in SUBJECTS and entity.role not in _GOVERNED


class Positions:
    """Finds who acts where the subject stands before its predicate and nothing marks it."""

    def __init__(self, words: Words, names: dict[str, Any]) -> None:
        self.words = words
        self.text = words.text
        self.exact = words.sentence.folded.exact
        self.namesakes = frozenset(names.get("before", ()))
        self.capitals: dict[str, str] = names.get("capitals", {})
        self.genitives = {e.end: e for e in words.sentence.entities if e.role == "genitive"}

    def acting(self, predicate: Predicate, floor: int) -> Acting:
        """Who acts in the clause of a predicate whose words begin behind ``floor``."""
        words = self.words
        position, start = predicate.start, predicate.start
        parted = False
        while True:
            place = words.ahead(position, floor)
            if place <= floor:
                how = "opening" if floor == words.start else "participle"
                return Acting("nobody", None, start, "boundary" if parted else how)
            entity = words.entities.get(place)
            if entity is not None and may_act(entity) and entity.start >= floor:
                return self._named(entity, floor)
            sign = self.text[place - 1]
            if (passed := self._passed(place, sign, floor)) is not None:
                parted |= sign in ",-–—"
                position = passed
                continue
            if sign == "," and (apposed := self._apposed(place - 1, floor)) is not None:
                return apposed
            if sign in _SIGNS:
                return Acting("nobody", None, start, "boundary")
            hit = words.to(place)
            if hit is not None and ("adverb" in hit.senses or "negation" in hit.senses):
                if self._is_one(hit, floor):
                    return Acting("thing", None, words.ahead(hit.start, floor), "clause")
                position = start = hit.start
                continue
            if hit is not None and (how := self._tie(hit, floor)):
                return Acting("nobody", None, hit.end if how == "that" else start, how)
            if hit is not None and "pronoun" in hit.senses:
                return self._pronoun(hit, floor)
            return self.noun(place, floor)

    def _pronoun(self, hit: Hit, floor: int) -> Acting:
        """A pronoun right before its predicate, whatever time stands before it: In May it will."""
        before = self.words.to(self.words.ahead(hit.start, floor))
        tied = before is not None and "relative" in before.senses
        acting = self.noun(hit.end, hit.start)
        return acting._replace(how="relative") if tied else acting

    def _is_one(self, hit: Hit, floor: int) -> bool:
        """Whether what may be an adverb is a noun behind its article: the first was delivered."""
        before = self.words.to(self.words.ahead(hit.start, floor))
        return before is not None and "article" in before.senses

    def _passed(self, place: int, sign: str, floor: int) -> int | None:
        """Where a time, a bracket, an aside or an adverb begins that ends at a place."""
        words = self.words
        time = words.time_to.get(place)
        if time is not None:
            return self._before_preposition(time, floor)
        if sign == ")" and (opening := self.text.rfind("(", floor, place)) >= 0:
            return opening
        if sign == "," and self._apposed(place - 1, floor) is None:
            return self._aside(place - 1, floor)
        if sign in "-–—":
            return self._dashed(place, floor) or None
        begin = words.word_to(place)
        known = words.to(place) is not None
        return begin if begin < place and not known and words.is_adverb(begin, place) else None

    def _before_preposition(self, place: int, floor: int) -> int:
        """The place before the preposition of a time: on Monday."""
        hit = self.words.to(self.words.ahead(place, floor))
        while hit is not None and ("preposition" in hit.senses or "article" in hit.senses):
            place = hit.start
            hit = self.words.to(self.words.ahead(place, floor))
        return place

    def _tie(self, hit: Hit, floor: int) -> str:
        """How a word that ends right before a predicate ties it."""
        senses = hit.senses
        if "infinitive" in senses:
            before = self.words.to(self.words.ahead(hit.start, floor))
            joined = before is not None and "joiner" in before.senses
            return "joined" if joined else "nested"
        for role, how in (
            ("joiner", "joined"),
            ("relative", "relative"),
            ("that", "that"),
            ("preposition", "nested"),
            ("article", "nested"),
        ):
            if role in senses:
                return how
        return ""

    def _dashed(self, place: int, floor: int) -> int:
        """Where an aside between two dashes begins behind who acts; 0 where there is none."""
        text, words = self.text, self.words
        begin = place
        while begin > floor and text[begin - 1] in "-–—":
            begin -= 1
        opening = text.rfind(text[begin:place], floor, begin)
        if opening < 0 or (place - begin == 1 and text[begin] == "-"):
            return 0
        before = words.ahead(opening, floor)
        entity, hit = words.entities.get(before), words.to(before)
        known = (entity is not None and may_act(entity)) or (hit is not None and self._kind(hit))
        return opening if known else 0

    def _aside(self, comma: int, floor: int) -> int | None:
        """Where an aside begins that a comma closes: what stands before it is the subject."""
        text, words = self.text, self.words
        begin = text.rfind(",", max(floor, comma - _LONGEST_ASIDE), comma)
        last = None
        while begin > floor:
            place = words.ahead(begin, floor)
            entity, hit = words.entities.get(place), words.to(place)
            if (entity is not None and may_act(entity)) or (hit is not None and self._kind(hit)):
                return begin
            last = begin
            begin = text.rfind(",", floor, begin)
        first = words.at(words.behind(floor))
        leads = first is not None and ("preposition" in first.senses or "adverb" in first.senses)
        return None if leads or words.behind(floor) in words.time_from else last

    def _apposed(self, comma: int, floor: int) -> Acting | None:
        """An office between commas that says whose the person before it is."""
        place = self.words.ahead(comma, floor)
        entity = self.words.entities.get(place)
        if entity is None or not may_act(entity) or not entity.codes:
            return None
        start = entity.start
        before = self.words.to(self.words.ahead(start, floor))
        if before is not None and "article" in before.senses:
            start = before.start
        opening = self.words.ahead(start, floor)
        if self.text[opening - 1 : opening] != ",":
            return None
        begin, how = self._begins(opening - 1, floor)
        return Acting("person", entity, begin, how) if self._is_name(begin, opening - 1) else None

    def _named(self, entity: Entity, floor: int) -> Acting:
        """A party, a person or "we" right before the predicate."""
        words = self.words
        start = entity.start
        before = words.to(words.ahead(start, floor))
        if before is not None and "article" in before.senses:
            start = before.start
            before = words.to(words.ahead(start, floor))
        owner = words.ahead(entity.start, floor)
        if entity.kind == "self" and owner in self.genitives:
            return Acting("thing", None, self.genitives[owner].start, "clause")
        how = "relative" if before is not None and "relative" in before.senses else "clause"
        first = words.word_to(words.ahead(entity.start, floor))
        if entity.kind == "party" and self.text[first : entity.start].strip() in self.namesakes:
            return Acting("namesake", None, first, "clause")
        if before is not None and "preposition" in before.senses and entity.role == "":
            return self.noun(entity.end, floor)
        return Acting(entity.kind, entity, self._with_bank(start, before, floor), how)

    def _with_bank(self, start: int, before: Hit | None, floor: int) -> int:
        """Where who acts begins, with a bank or a fund joined before them: the fund and Kenya."""
        if before is None or "joiner" not in before.senses:
            return start
        begin, how = self._begins(before.start, floor)
        inside = [hit for hit in self.words.hits if begin <= hit.start and hit.end <= before.start]
        banks = any("institution" in hit.senses for hit in inside)
        return begin if banks and how == "clause" and not any(h.role for h in inside) else start

    def noun(self, place: int, floor: int) -> Acting:
        """The noun phrase that ends at a place: by its head, an actor or a thing."""
        begin, how = self._begins(place, floor)
        end = self._head(begin, place)
        if end <= begin:
            bare = how == "clause" and begin == self.words.behind(floor)
            return Acting("nobody", None, begin, "participle" if bare else "nested")
        entity = self.words.entities.get(end)
        people = entity is not None and entity.kind == "adjective"
        if people and entity is not None and end == place and self._is_noun(entity):
            entity = Entity(entity.start, end, entity.codes, "party")  # the Dutch will pay
            return Acting("party", entity, begin, how)
        if end in self.genitives or people:
            return Acting("nobody", None, begin, "nested")
        denied = self.words.at(begin)
        if denied is not None and "negation" in denied.senses:
            how = "denied"
        if entity is not None and may_act(entity):
            if entity.kind == "self" and self.words.ahead(entity.start, begin) in self.genitives:
                return Acting("thing", None, begin, how)
            return Acting(entity.kind, entity, begin, how)
        hit = self.words.to(end)
        kind = self._kind(hit) if hit is not None else ""
        inside = [e for e in self.words.sentence.entities if begin <= e.start and e.end <= end]
        if not kind and (joiner := self._joiner(begin, end)) is not None:
            return self.noun(joiner, begin)._replace(how=how)
        if kind and (kind != "company" or any(e.codes for e in inside)):
            kind = "organisation" if kind == "company" else kind
            return Acting(kind, self._of(hit, inside, kind), begin, how)
        code = self.capitals.get(self.text[begin:end])
        if code and not (hit is not None and "place" in hit.senses):
            entity = Entity(begin, end, (code,), "party")
            entity.role = "subject"
            return Acting("party", entity, begin, how)
        if begin == self.words.start and " " not in self.text[begin:end]:
            return Acting("word" if end == place else "thing", None, begin, how)
        if self._is_name(begin, end):
            return Acting("name", self._of(None, inside, "name", begin, end), begin, how)
        return Acting("thing", None, begin, how)

    def _begins(self, place: int, floor: int) -> tuple[int, str]:
        """Where a noun phrase begins, and how its clause is tied to what stands before."""
        text, words = self.text, self.words
        begin, how = floor, "clause"
        for sign in ";:—–,":
            found = text.rfind(sign, begin, place)
            while (
                found >= begin and text[found - 1 : found].isdigit() and text[found + 1].isdigit()
            ):
                found = text.rfind(sign, begin, found)  # it groups figures: 20,000
            if found >= begin:
                begin = found + 1
        opening = text.rfind("(", begin, place)
        if opening > text.rfind(")", begin, place):
            begin = opening + 1
        follows = floor > words.start
        for hit in words.hits:
            if hit.start < begin or hit.end > place or words.named_in(hit):
                continue
            joins = "conjunction" in hit.senses and hit.start <= words.behind(begin)
            if "that" in hit.senses or joins:
                begin, how, follows = hit.end, "clause", False
            elif "relative" in hit.senses:
                begin, how = hit.end, "relative"
            elif "joiner" in hit.senses and (follows or hit.start <= begin + 1):
                begin, how = hit.end, "clause"
            elif how == "clause" and _is_verb(hit):
                begin = hit.end  # we are sure the firm will
        return self._past_time(words.behind(begin), place), how

    def _past_time(self, begin: int, place: int) -> int:
        """Where a noun phrase begins behind a time that no comma parts from it: In May the bank."""
        words, start = self.words, begin
        while (hit := words.at(start)) is not None and not _LEADING.isdisjoint(hit.senses):
            start = words.behind(hit.end)
        end = words.time_from.get(start, place)
        return words.behind(end) if end < place else self._past_opening(begin, place)

    def _past_opening(self, begin: int, place: int) -> int:
        """Where a noun phrase begins behind an opening one without a comma: Under it the bank."""
        words, first = self.words, self.words.at(begin)
        if first is None or "preposition" not in first.senses:
            return begin
        for hit in reversed(words.hits):
            if "article" in hit.senses and first.end < hit.start < place:
                before = words.to(words.ahead(hit.start, begin))
                if before is None or _WITHIN.isdisjoint(before.senses):
                    return hit.start
        return begin

    def _head(self, begin: int, place: int) -> int:
        """Where the head of a noun phrase ends: before its preposition or participle."""
        counted = next((m.end for m in self.words.sentence.mentions if m.start == begin), begin)
        for hit in self.words.hits:
            if hit.start < counted or hit.end > place or self.words.named_in(hit):
                continue
            senses = hit.senses
            if "preposition" in senses or "infinitive" in senses:
                end = self.words.ahead(hit.start, begin)
                return self._without_participle(begin, end) if "agent" in senses else end
            verb = hit.role and hit.start > begin and _feature(hit) in ("past", "gerund")
            if verb and hit.end < place:
                return self.words.ahead(hit.start, begin)
        return place

    def _without_participle(self, begin: int, end: int) -> int:
        """Where the head ends before a word that no pack lists and an agent follows: led by."""
        if self.words.to(end) is not None:
            return end
        before = self.words.ahead(self.words.word_to(end), begin)
        hit = self.words.to(before)
        return before if hit is not None and self._kind(hit) else end

    def _is_noun(self, adjective: Entity) -> bool:
        """Whether a state's adjective stands for the state: it has an article and no noun."""
        before = self.words.to(self.words.ahead(adjective.start))
        return before is not None and "article" in before.senses

    def _kind(self, hit: Hit) -> str:
        return next((kind for role, kind in _KNOWN if role in hit.senses), "")

    def _of(
        self, hit: Hit | None, inside: list[Entity], kind: str, begin: int = 0, end: int = 0
    ) -> Entity:
        """Somebody without a code of their own, with that of the state they are called after."""
        owners = [e for e in inside if e.codes and e.kind in ("adjective", "party")]
        codes = owners[0].codes if owners and kind != "pronoun" else ()
        start, stop = (hit.start, hit.end) if hit is not None else (begin, end)
        organ = hit is not None and "organ" in hit.senses and kind == "organisation"
        entity = Entity(start, stop, codes, "person" if organ else _ENTITIES.get(kind, "body"))
        entity.role = "subject"
        return entity

    def _is_name(self, begin: int, end: int) -> bool:
        """Whether words are a name: all in capitals but for articles."""
        words = [w for w in self.exact(begin, end).split() if w.lower() not in ("the", "a", "and")]
        return bool(words) and all(word[:1].isupper() for word in words)

    def _joiner(self, begin: int, end: int) -> int | None:
        """Where the first of two nouns ends, if somebody who acts stands first: A and its firms."""
        for hit in self.words.hits:
            if begin < hit.start and hit.end < end and "joiner" in hit.senses:
                place = self.words.ahead(hit.start, begin)
                entity, noun = self.words.entities.get(place), self.words.to(place)
                known = entity is not None and may_act(entity)
                return place if known or (noun is not None and self._kind(noun)) else None
        return None


def _is_verb(hit: Hit) -> bool:
    """Whether a word is a finite auxiliary, which a noun phrase cannot hold."""
    return "auxiliary" in hit.senses and hit.senses["auxiliary"].feature in ("present", "past")


def _feature(hit: Hit) -> str:
    sense = hit.senses.get("act") or hit.senses.get(hit.role) or next(iter(hit.senses.values()))
    return sense.feature


def _named_with(clause: Clause, words: Words) -> Entity | None:
    """Who gives a thing by the words that name it: a team sent by A, a grant from A."""
    return next(
        (
            entity
            for entity in words.sentence.entities
            if clause.acting.start <= entity.start < clause.predicate.start
            and entity.kind in SUBJECTS
            and entity.codes
            and entity.role in ("source", "agent")
        ),
        None,
    )


def _owner(clause: Clause, words: Words) -> Entity | None:
    """Whose the aid is that is given: Kuwait's assistance, Turkish support."""
    if clause.candidate.act not in giving_acts() - receiving_acts():
        return None
    gifts = [
        hit.start
        for hit in words.hits
        if "vehicle" in hit.senses and clause.acting.start <= hit.start < clause.predicate.start
    ]
    return next(
        (
            entity
            for entity in words.sentence.entities
            if clause.acting.start <= entity.start
            and (entity.kind == "adjective" or entity.role == "genitive")
            and any(0 <= gift - entity.end <= _BESIDE for gift in gifts)
        ),
        None,
    )


def turned(clause: Clause, words: Words) -> None:
    """Who gives where the subject is given to, or nobody acts: the agent, or who it comes from."""
    candidate, predicate = clause.candidate, clause.predicate
    if not (predicate.passive or predicate.has("receive")):
        if clause.who == "thing" and candidate.subject is None:
            candidate.subject = _named_with(clause, words)
        return
    sources = [
        entity
        for entity in words.sentence.entities
        if min(clause.acting.start, candidate.start) <= entity.start < candidate.end
        and entity.kind in SUBJECTS
        and entity.role in ("source", "agent")
    ]
    behind = (entity for entity in sources if entity.start >= predicate.end)
    giver = next(behind, sources[-1] if sources else None)  # boats donated by A were handed over
    giver = giver or _owner(clause, words)
    candidate.subject = giver
    candidate.open = giver is None
