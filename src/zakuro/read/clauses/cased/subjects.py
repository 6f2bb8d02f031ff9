"""Who acts: the subject of a predicate where endings, not places, tell the parts of a clause."""

from __future__ import annotations

from bisect import bisect_left

from zakuro.languages.load import Pack
from zakuro.read.clauses.cased.beneficiaries import Beneficiaries
from zakuro.read.clauses.cased.finite import Finite, is_noun
from zakuro.read.clauses.clause import Context
from zakuro.read.clauses.coordination import Clause
from zakuro.read.clauses.groups.words import Words
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.actors import actors
from zakuro.read.parties.entities import SUBJECTS, Entity, Roles, roles

_BARRIERS = ";:\n"
_FINITE = frozenset({"past", "present", ""})
_BEHIND = 40
_BETWEEN = 12
_FARTHEST = 400
_HOLDING = frozenset({"office", "head", "actor", "event", "people", "beneficiary"})
"""Nouns behind which what calls itself a party is whose they are: the president of the country."""
_SURE = frozenset({"subject"})


class Subjects:
    """One sentence, as far as who acts in it is concerned: who is named, and where we are."""

    def __init__(self, words: Words, context: Context, pack: Pack) -> None:
        self.words = words
        folded, start, end, hits, entities, mentions = words.sentence
        text = folded.text
        self.text, self.start, self.end = text, start, end
        self.hits, self.mentions, self.context = hits, mentions, context
        held = {hit.end + 1 for hit in hits if not _HOLDING.isdisjoint(hit.senses)}
        named = [
            entity
            for entity in entities
            if entity.kind in SUBJECTS and not (entity.kind == "self" and entity.start in held)
        ]
        others = actors(folded, hits, entities, roles(pack))
        self.entities = entities
        self._realms: dict[str, list[str]] = pack.section("names").get("realms", {})
        others += self._meant_states(roles(pack))
        self.somebody = sorted([*named, *others], key=_place) if others else named
        self.seats = [actor for actor in others if actor.kind == "party"]
        self._starts = [hit.start for hit in hits]
        self._governed()
        self.receivers = Beneficiaries(text, start, hits, roles(pack))
        self.receivers.settle(entities)
        self.found: list[Clause] = []
        self.floor = start
        """Where the clause began in which we are: no subject is sought before."""
        self.last = start
        """Where the last finite predicate ended."""
        self.relative = False
        self.opened = start
        """Where the relative clause began whose predicate is awaited."""
        self.closed: list[tuple[int, int]] = []
        """The relative clauses read so far: who acts in them acts in them alone."""
        self.silenced = False
        self.speaker: Entity | None = None

    def _meant_states(self, rules: Roles) -> list[Entity]:
        """The states that words without a name stand for, where they may act: the republic.

        That is the one spoken of; where none is, that of home.
        """
        found: list[Entity] = []
        for hit in self.hits:
            cases = rules.cases(hit.senses["same"].feature) if "same" in hit.senses else frozenset()
            if not cases & {"subject", "agent"} or rules.before(self.text, hit.start):
                continue
            if any(e.start <= hit.start < e.end or e.end == hit.start - 1 for e in self.entities):
                continue  # our country, Tajik side
            codes = self._spoken_of(self.text[hit.start : hit.end])
            entity = Entity(hit.start, hit.end, codes, "party")
            entity.role, entity.cases = "subject" if "subject" in cases else "agent", cases
            if entity.codes:
                found.append(entity)
        return found

    def _spoken_of(self, word: str) -> tuple[str, ...]:
        """The state spoken of that a word fits: a kingdom is none that is a republic."""
        context = self.context
        realm = next((codes for stem, codes in self._realms.items() if word.startswith(stem)), None)
        topic = context.topic.codes if context.topic is not None else ()
        home = (context.home,) if context.home else ()
        told = (context.got, context.beside, context.gave)
        for codes in (topic, *told, home) if realm is None else (topic, home, *told):
            if len(codes) == 1 and (realm is None or codes[0] in realm):
                return codes
        return ()

    def hits_between(self, start: int, end: int) -> list[Hit]:
        """The hits that begin at or behind ``start`` and before ``end``."""
        return self.hits[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _governed(self) -> None:
        """Whose ending may be that of a receiver is one right behind a verb that gives."""
        verbs = {
            hit.end + 1
            for hit in self.hits
            if "act" in hit.senses and not is_noun(hit.senses["act"].feature)
        }
        for entity in self.entities:
            if entity.role == "either" and entity.start in verbs:
                entity.role = "receiver"

    def subject(self, predicate: Finite) -> Entity | None:
        """Who does it: whom the ending names as subject, before the verb or right behind it."""
        hit, text = predicate.hit, self.text
        floor = self.floor
        for sign in _BARRIERS:
            floor = max(floor, text.rfind(sign, self.start, hit.start) + 1)
        predicate.floor = floor
        for entity in reversed(self.somebody):
            if entity.start < floor:
                break
            if entity.end > hit.start or self._is_apart(entity, predicate):
                continue
            if self._may_act(entity, predicate):
                acting = self._with_office(entity, predicate)
                acting.role = acting.role or "subject"
                if acting.start > self.last > floor and not self._opens_clause(acting):
                    continue
                if acting.start >= self.last:
                    predicate.start = acting.start
                return acting
        behind = self.behind(predicate)
        if behind is not None:
            return behind
        owner = self._owner(predicate) if predicate.impersonal else None
        nobody = predicate.impersonal and predicate.role == "propose" and not self.context.frame
        if owner is not None or (predicate.first and not nobody):
            return owner or self._we(predicate)
        current = self.found[-1] if self.found else None
        if current is not None and current.candidate.subject is not None:
            return current.candidate.subject
        return self._meant(predicate)

    def is_plural(self, hit: Hit) -> bool:
        """Whether the ending of a verb is that of several who act."""
        plurals = self.words.rules.plurals
        return bool(plurals) and self.text.endswith(plurals, hit.start, hit.end)

    def _with_office(self, office: Entity, predicate: Finite) -> Entity:
        """An office without its state with whom it acts together: the envoy of A and the mayor.

        The office is that of the state in which one is.
        """
        home = self.context.home
        if office.codes or office.kind != "person" or not home or not self.is_plural(predicate.hit):
            return office
        place = office.start - 1
        joiner = next((h for h in self.hits if h.end == place and "joiner" in h.senses), None)
        before = [e for e in self.somebody if e.end < place and self._may_act(e, predicate)]
        if joiner is None or not before or not before[-1].codes:
            return office
        other = before[-1]
        if joiner.start - other.end > _BEHIND or "," in self.text[other.end : joiner.start]:
            return office
        both = Entity(other.start, office.end, other.codes, "party")
        both.codes = (*other.codes, *(() if home in other.codes else (home,)))
        both.role, both.cases = other.role, other.cases
        return both

    def _is_apart(self, entity: Entity, predicate: Finite) -> bool:
        """Whether an entity stands in a relative clause that has been read, or a seat with others.

        A capital before "and" and the verb is the place of the verb before: came to A and opens.
        """
        if any(first <= entity.start < last for first, last in self.closed):
            return True
        if entity not in self.seats or (self.found and self.found[-1].candidate.subject is entity):
            return False
        place = predicate.hit.start - 1
        near = self.hits_between(place - _BETWEEN, place)
        return any(hit.end == place and "joiner" in hit.senses for hit in near)

    def _may_act(self, entity: Entity, predicate: Finite) -> bool:
        if predicate.passive:
            return entity.role == "agent"
        return entity.role in ("subject", "")

    def _opens_clause(self, entity: Entity) -> bool:
        """Whether a name behind another predicate begins a clause of its own."""
        first = max(self.start, entity.start - _BEHIND)
        before = self.text[first : entity.start].rstrip(' «"')
        start = first + before.rfind(" ") + 1
        return before[-1:] in ",;:—–" or any(
            "joiner" in hit.senses or "that" in hit.senses
            for hit in self.hits_between(start, start + 1)
        )

    def behind(self, predicate: Finite) -> Entity | None:
        """A subject right behind its verb, where none stands before: agreed the sides."""
        hit = predicate.hit
        for entity in self.somebody:
            if entity.start < hit.end or entity in self.seats:
                continue
            between = self.text[predicate.end : entity.start]
            if len(between) > _BEHIND or any(sign in between for sign in ",;:.—("):
                return None
            if any(other.role for other in self.hits_between(predicate.end, entity.start)):
                return None
            if predicate.passive:
                return entity if entity.role == "agent" else None
            sure = entity.cases == _SURE or predicate.role == "say"
            if entity.role in ("subject", "") and (sure or not self._has_subject()):
                return entity
        return None

    def _has_subject(self) -> bool:
        """Whether a subject is at hand from the predicate before."""
        return bool(self.found) and self.found[-1].candidate.subject is not None

    def _we(self, predicate: Finite) -> Entity:
        """Who says "we" by the form of the verb alone: the speaker's side, else all who meet."""
        if self.speaker is not None and self.speaker.codes:
            return self.speaker
        hit = predicate.hit
        entity = Entity(hit.start, hit.start, (), "self")
        entity.first = predicate.feature == "present"
        return entity

    @staticmethod
    def owns(entity: Entity) -> bool:
        """Whether somebody may own the noun before them."""
        genitive = entity.role in ("genitive", "either") or "genitive" in entity.cases
        return bool(entity.codes) and entity.kind != "adjective" and genitive

    def _owner(self, predicate: Finite) -> Entity | None:
        """Whose the noun is that stands for a deed of nobody: the readiness of A and B."""
        for entity in self.somebody:
            if entity.start <= predicate.end:
                continue
            joint = entity.role == "none" and len(entity.codes) > 1
            if entity.start - predicate.end > (_BETWEEN if joint else 1):
                return None
            return entity if joint or "genitive" in entity.cases else None
        return None

    def pronoun(self, predicate: Finite) -> Hit | None:
        """The pronoun that is the subject of a verb, if one stands before it."""
        last = max(predicate.floor, predicate.hit.start - _FARTHEST)
        near = self.hits_between(last, predicate.hit.start)
        return next((hit for hit in near if "pronoun" in hit.senses), None)

    def named(self, predicate: Finite, *, for_a_deed: bool) -> Entity | None:
        """Somebody that nothing is known of, right before the verb: Ramaphosa called.

        Who asks for a deed needs no name: ecologists demand to close the mine.
        """
        end = predicate.hit.start - 1
        start = self.words.word_to(end)
        known = self.words.to(end)
        word = self.words.sentence.folded.exact(start, end)
        if known is None and start > self.start and word[:1].isupper():
            return Entity(start, end, (), "name")
        free = known is None or not _HOLDING.isdisjoint(known.senses)
        if word.isalpha() and free and for_a_deed:
            return Entity(start, end, (), "word")
        return None

    def within(self, predicate: Finite) -> Entity | None:
        """The party inside which several act whom nobody names: in Kenya they promised."""
        hit, rules = predicate.hit, self.receivers.rules
        if predicate.feature not in _FINITE or not self.is_plural(hit):
            return None
        for entity in self.entities:
            opening = self.text[predicate.floor : entity.start].strip()
            near = 0 < hit.start - entity.end <= _BEHIND and bool(entity.codes)
            inside = not entity.cases or "none" in entity.cases  # and not to where
            if near and inside and rules.places(opening):
                entity.role, predicate.start = "subject", predicate.floor
                return entity
        return None

    def _meant(self, predicate: Finite) -> Entity | None:
        """Whom a pronoun before the verb means: the one of whom the section speaks."""
        hit = self.pronoun(predicate)
        if hit is None:
            return None
        if self.context.topic is not None and hit.start >= self.last:
            predicate.start = hit.start
        return self.context.topic


def _place(entity: Entity) -> int:
    return entity.start
