"""Who stands where no name does: the same state, an office without its state, a bank."""

from __future__ import annotations

import re

from zakuro.languages.load import Pack
from zakuro.model.vocabulary import receiving_acts, territories
from zakuro.read.clauses.clause import Context
from zakuro.read.clauses.groups.words import Words
from zakuro.read.clauses.predicates import Predicate
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties import participants
from zakuro.read.parties.actors import opens_a_name
from zakuro.read.parties.entities import SUBJECTS, Entity
from zakuro.read.parties.roles import Roles

OWN = frozenset({"institution", "office", "actor"})
"""Who acts without a code: a bank, a government without its state."""
_ACTORS_FIRST = ("same", "counterpart", "speaker", "institution", "office", "actor")
_ACTORS = frozenset({*_ACTORS_FIRST, "capital"})
_ACTING = frozenset({"subject"})
_HOME = frozenset({"office", "home"})
_SAYING = frozenset({"say", "propose", "call", "commit", "announce", "position"})
_OWNED = 48
"""Characters in which the words of a body stand behind whose it is."""
_TIED = 16
"""Characters between a state and a body that it owns."""
_PARTING = ",;:()\n"
_STOPS = " 、，,。.;；:：「『」』()\n"


class Standing:
    """Finds the subjects of sentences, with those for whom a word stands that names no state."""

    def __init__(self, pack: Pack, rules: Roles) -> None:
        self._roles = rules
        self._speaks: tuple[str, ...] = tuple(pack.section("syntax").get("speaks_from", ()))
        endings = pack.section("syntax").get("modifying_endings", ())
        self.modifies = (
            re.compile(rf"(?:{'|'.join(endings)})(?=[ァ-ヺ㐀-鿿0-9])") if endings else None
        )
        """What looks like the end of a verb right before a noun."""
        self._of: tuple[str, ...] = tuple(pack.section("syntax").get("of", ())) or ("\0",)
        self._places: tuple[str, ...] = tuple(pack.section("syntax").get("place_particles", ()))
        self._themed = frozenset(pack.section("syntax").get("gives_from", ()))
        people = pack.section("syntax").get("person_speaks_from", ())
        self._person_speaks: tuple[str, ...] = (*self._speaks, *people)
        abroad: dict[str, list[str]] = pack.section("names").get("abroad", {})
        self._abroad = {state: frozenset(words) for state, words in abroad.items()}

    def subjects(
        self, words: Words, found: list[Predicate], context: Context | None
    ) -> list[Entity]:
        """The subjects of a sentence in order, with those who have no code."""
        text, sentence = words.text, words.sentence
        subjects = [
            entity
            for entity in sentence.entities
            if entity.kind in SUBJECTS
            and not self._is_place(text, entity, context)
            and (entity.role == "subject" or self._is_subject(text, entity, found))
        ]
        for hit in sentence.hits:
            if not (hit.role or _ACTORS.isdisjoint(hit.senses)):
                self._stand_in(words, hit, subjects, found, context)
        return subjects

    def _is_place(self, text: str, entity: Entity, context: Context | None) -> bool:
        """Whether a particle makes a state a place, where somebody else may be spoken of: in A.

        Home acts where it is named, and so does an office.
        """
        if context is None or entity.kind != "party" or not entity.names:
            return False
        bare = entity.names[-1].end == entity.end and len(entity.codes) == 1
        if not bare or entity.codes == self._home(context) or entity.codes[0] not in territories():
            return False
        if text.startswith(self._places or ("\0",), entity.end):
            entity.role = "receiver"
            return True
        return False

    def note(self, words: Words, context: Context) -> None:
        """Notes what a sentence tells of who met and whose an office is."""
        known, entities = context.known, words.sentence.entities
        for hit in words.sentence.hits:
            if "office" not in hit.senses:
                continue
            holder = next((e for e in entities if e.end == hit.end and e.start < hit.start), None)
            acts = holder is not None and holder.role == "subject"
            if holder is not None and len(holder.codes) == 1 and (acts or "home" not in hit.senses):
                known.offices[words.text[hit.start : hit.end]] = holder.codes
        acting = self.subjects(words, [], context)
        context.topic = next((e for e in reversed(acting) if _is_named(e)), context.topic)
        beside = [entity for entity in entities if entity.companion]
        for hit in words.sentence.hits:
            if "office" in hit.senses and self._roles.is_companion(words.text, hit.start, hit.end):
                named = any(e.start <= hit.start and hit.end <= e.end for e in entities)
                codes = () if named else self._office(words, hit, context)
                if codes:
                    beside.append(Entity(hit.start, hit.end, codes, "party"))
        met = participants.of_sentence(words.sentence.hits, entities, acting, beside)
        known.met = met or known.met

    def _is_subject(self, text: str, entity: Entity, found: list[Predicate]) -> bool:
        """Whether a particle behind a bracket makes an entity a subject, or words come from it."""
        if entity.role == "source":
            return self._speaks_here(text, entity.end, found, person=entity.kind == "person")
        return (
            text.startswith(")", entity.end)
            and self._roles.behind(text, entity.end + 1) == "subject"
        )

    def _speaks_here(self, text: str, end: int, found: list[Predicate], *, person: bool) -> bool:
        """Whether words come from somebody: from A it was said that.

        A particle that makes a theme of a source makes who gives as well, where nobody receives.
        """
        said = any(not _SAYING.isdisjoint(each.marks) for each in found)
        taken = any(each.act in receiving_acts() for each in found)
        themed = not taken and self._roles.word_behind(text, end) in self._themed
        return (said and text.startswith(self._person_speaks if person else self._speaks, end)) or (
            themed
        )

    def _stand_in(
        self,
        words: Words,
        hit: Hit,
        subjects: list[Entity],
        found: list[Predicate],
        context: Context | None,
    ) -> None:
        """Adds the subject for which a word stands that names none, or no state."""
        text, end = words.text, hit.end
        if "capital" in hit.senses and opens_a_name(words.hits, end):
            return
        if text.startswith(("(", "（"), end):
            closing = text.find(")", end, words.end)
            end = closing + 1 if closing > 0 else end
        part = self._part(hit, end, text)
        person = "office" in hit.senses
        speaks = part == "source" and self._speaks_here(text, end, found, person=person)
        if part != "subject" and not speaks:
            return
        entities = words.sentence.entities
        if any(e.start <= hit.start and hit.end <= e.end and e.codes for e in entities):
            return
        codes = self._codes(words, hit, context)
        if not codes and OWN.isdisjoint(hit.senses):
            return
        owner = self._owner(words, hit) if self._roles.ending else self._tied(words, hit)
        codes = codes or (owner.codes if owner else self._office(words, hit, context))
        entity = Entity(hit.start, hit.end, codes, "party")
        entity.role = "subject"
        if "institution" in hit.senses:
            entity.name = text[hit.start : hit.end]
        subjects[:] = [other for other in subjects if other.start != hit.start]
        subjects.insert(sum(other.start < hit.start for other in subjects), entity)

    def _codes(self, words: Words, hit: Hit, context: Context | None) -> tuple[str, ...]:
        """Whom a word stands for that names no state, by itself or by what was told before."""
        if "capital" in hit.senses:
            return (hit.senses["capital"].feature,)
        if context is None or not OWN.isdisjoint(hit.senses):
            return ()
        if "counterpart" in hit.senses:
            return counterpart(context)
        any_part = "same" in hit.senses
        named = [
            e
            for e in words.sentence.entities
            if e.end <= hit.start and e.codes and (any_part or e.role == "subject")
        ]
        if "speaker" in hit.senses:
            apart = not named or "「" not in words.text[named[-1].end : hit.start]
            own = context.quoted or context.voice or self._home(context)
            if apart and own:
                return own
        before = named[-1] if named else context.topic
        codes = before.codes if before is not None and before.codes else context.voice
        return codes or self._office(words, hit, context)

    def _owner(self, words: Words, hit: Hit) -> Entity | None:
        """Whose a body is, by the genitive before it: A's agency for development."""
        owner = next((e for e in reversed(words.sentence.entities) if e.end <= hit.start), None)
        if owner is None or owner.role != "genitive" or not owner.codes:
            return None
        between = words.text[owner.end : hit.start]
        other = any(h.role for h in words.hits if owner.end <= h.start < hit.start)
        tied = len(between) <= _OWNED and not any(sign in between for sign in _PARTING)
        return owner if tied and not other else None

    def _tied(self, words: Words, hit: Hit) -> Entity | None:
        """Whose a body is, by the particle between the two: A's agency for development."""
        owner = next((e for e in reversed(words.sentence.entities) if e.end <= hit.start), None)
        if owner is None or not owner.codes or "actor" not in hit.senses:
            return None
        between = words.text[owner.end : hit.start]
        tied = between.startswith(self._of) and len(between) <= _TIED
        other = any(h.role for h in words.hits if owner.end <= h.start < hit.start)
        if not tied or other or any(sign in between for sign in _STOPS):
            return None
        owner.role = "none"
        return owner

    def _part(self, hit: Hit, end: int, text: str) -> str:
        """The part of a word by its ending, or the particle behind it."""
        if "capital" in hit.senses:
            cases = _ACTING
        else:
            sense = next(hit.senses[role] for role in _ACTORS_FIRST if role in hit.senses)
            cases = self._roles.cases(sense.feature)
        return self._roles.part(text, hit.start, end, cases)

    def _office(self, words: Words, hit: Hit, context: Context | None) -> tuple[str, ...]:
        """Whose an office or a government is that names no state.

        That of a name is the home's, or the other side's where the letters of the name or the
        office itself are not the home's.  Without a name it is whose it was when it was named last,
        else that of who is spoken of.
        """
        if context is None or _HOME.isdisjoint(hit.senses):
            return ()
        word, place = words.text[hit.start : hit.end], hit.start
        known, home = context.known.offices, self._home(context)
        if any(e.start == place and e.kind == "person" for e in words.sentence.entities):
            return home  # who is posted to another state
        bare = (
            place == words.start or words.text[place - 1] in _STOPS or words.to(place) is not None
        )
        if bare and word in known:
            return known[word]
        if "office" in hit.senses and self._is_abroad(words, hit, context):
            codes = counterpart(context)
            if codes:
                known[word] = codes
            return codes
        if not bare and home and "office" in hit.senses:
            known[word] = home
            return home
        topic = context.topic
        spoken_of = topic is not None and len(topic.codes) == 1
        if "office" in hit.senses and topic is not None and topic.codes:
            own = topic.kind == "person" or (spoken_of and not home)
            if own:
                return topic.codes
        return home

    @staticmethod
    def _home(context: Context) -> tuple[str, ...]:
        return (context.home,) if context.home else ()

    def _is_abroad(self, words: Words, hit: Hit, context: Context) -> bool:
        """Whether an office is none of the home's: by its word, or by the letters of the name."""
        offices = self._abroad.get(context.home or "")
        if offices is None:
            return False
        end = self._roles.before_region(words.text, hit.start)
        named = words.text[max(words.start, end - 2) : end]
        return words.text[hit.start : hit.end] in offices or self._roles.names(named)


def counterpart(context: Context) -> tuple[str, ...]:
    """The other side: of two who met the one that is not home, else the state named last."""
    two = context.frame if len(context.frame) == 2 else context.known.met
    topic = context.topic
    if len(two) == 2 and context.home in two:
        return tuple(code for code in two if code != context.home)
    if topic is not None and len(topic.codes) == 1 and topic.codes[0] != context.home:
        return topic.codes
    return context.beside or context.known.about.codes


def _is_named(entity: Entity) -> bool:
    """Whether who acts is a bank or an organisation called by its name, without a code."""
    return entity.kind == "party" and bool(entity.name) and not entity.codes
