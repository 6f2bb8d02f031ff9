"""Who stands where no name does: the same state, an office without its state, a bank."""

from __future__ import annotations

from zakuro.languages.load import Pack
from zakuro.read.clauses.clause import Context
from zakuro.read.clauses.groups.words import Words
from zakuro.read.clauses.predicates import Predicate
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties import participants
from zakuro.read.parties.entities import SUBJECTS, Entity
from zakuro.read.parties.roles import Roles

OWN = frozenset({"institution", "office", "actor"})
"""Who acts without a code: a bank, a government without its state."""
_ACTORS = frozenset({"same", "speaker", "institution", "office", "actor", "capital"})
_ACTORS_FIRST = ("same", "speaker", "institution", "office", "actor")
_ACTING = frozenset({"subject"})
_HOME = frozenset({"office", "home"})
_SAYING = frozenset({"say", "propose", "call", "commit", "announce", "position"})
_OWNED = 48
"""Characters in which the words of a body stand behind whose it is."""
_PARTING = ",;:()\n"
_STOPS = " 、，,。.;；:：「『」』()\n"


class Standing:
    """Finds the subjects of sentences, with those for whom a word stands that names no state."""

    def __init__(self, pack: Pack, rules: Roles) -> None:
        self._roles = rules
        self._speaks: tuple[str, ...] = tuple(pack.section("syntax").get("speaks_from", ()))

    def subjects(
        self, words: Words, found: list[Predicate], context: Context | None
    ) -> list[Entity]:
        """The subjects of a sentence in order, with those who have no code."""
        text, sentence = words.text, words.sentence
        subjects = [
            entity
            for entity in sentence.entities
            if entity.kind in SUBJECTS
            and (entity.role == "subject" or self._is_subject(text, entity, found))
        ]
        for hit in sentence.hits:
            if not (hit.role or _ACTORS.isdisjoint(hit.senses)):
                self._stand_in(words, hit, subjects, context)
        return subjects

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
            if "office" in hit.senses and self._roles.is_companion(words.text, hit.end):
                named = any(e.start <= hit.start and hit.end <= e.end for e in entities)
                codes = () if named else self._office(words, hit, context)
                if codes:
                    beside.append(Entity(hit.start, hit.end, codes, "party"))
        met = participants.of_sentence(words.sentence.hits, entities, acting, beside)
        known.met = met or known.met

    def _is_subject(self, text: str, entity: Entity, found: list[Predicate]) -> bool:
        """Whether a particle behind a bracket makes an entity a subject, or words come from it."""
        if entity.role == "source":
            return text.startswith(self._speaks, entity.end) and any(
                not _SAYING.isdisjoint(each.marks) for each in found
            )
        return (
            text.startswith(")", entity.end)
            and self._roles.behind(text, entity.end + 1) == "subject"
        )

    def _stand_in(
        self, words: Words, hit: Hit, subjects: list[Entity], context: Context | None
    ) -> None:
        """Adds the subject for which a word stands that names none, or no state."""
        text, end = words.text, hit.end
        if text.startswith(("(", "（"), end):
            closing = text.find(")", end, words.end)
            end = closing + 1 if closing > 0 else end
        if self._part(hit, end, text) != "subject":
            return
        entities = words.sentence.entities
        if any(e.start <= hit.start and hit.end <= e.end and e.codes for e in entities):
            return
        codes: tuple[str, ...] = ()
        if "capital" in hit.senses:
            codes = (hit.senses["capital"].feature,)
        elif OWN.isdisjoint(hit.senses) and context is None:
            return
        elif context is not None and OWN.isdisjoint(hit.senses):
            any_part = "same" in hit.senses
            named = [
                e
                for e in entities
                if e.end <= hit.start and e.codes and (any_part or e.role == "subject")
            ]
            before = named[-1] if named else context.topic
            codes = before.codes if before is not None and before.codes else context.voice
            codes = codes or self._office(words, hit, context)
            if not codes:
                return
        owner = self._owner(words, hit) if self._roles.ending else None
        codes = codes or (owner.codes if owner else self._office(words, hit, context))
        entity = Entity(hit.start, hit.end, codes, "party")
        entity.role = "subject"
        if "institution" in hit.senses:
            entity.name = text[hit.start : hit.end]
        subjects[:] = [other for other in subjects if other.start != hit.start]
        subjects.insert(sum(other.start < hit.start for other in subjects), entity)

    def _owner(self, words: Words, hit: Hit) -> Entity | None:
        """Whose a body is, by the genitive before it: A's agency for development."""
        owner = next((e for e in reversed(words.sentence.entities) if e.end <= hit.start), None)
        if owner is None or owner.role != "genitive" or not owner.codes:
            return None
        between = words.text[owner.end : hit.start]
        other = any(h.role for h in words.hits if owner.end <= h.start < hit.start)
        tied = len(between) <= _OWNED and not any(sign in between for sign in _PARTING)
        return owner if tied and not other else None

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

        That of a name is the home's.  Without a name it is the home's where somebody of the home
        was named with it, else whose it was when it was named last, else that of who is spoken of.
        """
        if context is None or _HOME.isdisjoint(hit.senses):
            return ()
        word = words.text[hit.start : hit.end]
        home = (context.home,) if context.home else ()
        known = context.known.offices
        place = hit.start
        bare = (
            place == words.start or words.text[place - 1] in _STOPS or words.to(place) is not None
        )
        if not bare and home and "office" in hit.senses:
            known[word] = home
        elif bare and word in known:
            return known[word]
        topic = context.topic
        if "office" in hit.senses and topic is not None and topic.kind == "person" and topic.codes:
            return topic.codes
        return home


def _is_named(entity: Entity) -> bool:
    """Whether who acts is a bank or an organisation called by its name, without a code."""
    return entity.kind == "party" and bool(entity.name) and not entity.codes
