"""Who or what a clause is about, where particles behind words tell subjects."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from zakuro.languages.load import Pack
from zakuro.read.clauses.clause import Candidate, Context, Sentence
from zakuro.read.clauses.last.chains import Chain
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import SUBJECTS, Entity
from zakuro.read.parties.roles import roles

_STAND_INS = frozenset({"same", "speaker", "institution"})
_SAYING = frozenset({"say", "propose", "call", "commit", "announce", "position"})


class Told(NamedTuple):
    """What stands before a predicate.

    ``subjects`` are the parties and persons that act; ``of_thing`` is set where the clause is about
    something else, ``of_event`` where that is a gathering; ``prompts`` where it names those who are
    no state and may be prompted to act; ``depends`` where it holds only under a condition.
    """

    subjects: list[Entity]
    of_thing: bool
    of_event: bool
    prompts: bool
    depends: bool


class Topics:
    """Finds the subjects of sentences and clauses by the particles of a pack."""

    def __init__(self, pack: Pack) -> None:
        self._roles = roles(pack)
        self._themes: tuple[str, ...] = tuple(pack.section("marks").get("theme", ()))
        self._speaks: tuple[str, ...] = tuple(pack.section("syntax").get("speaks_from", ()))

    def of(self, sentence: Sentence, found: list[Chain], context: Context) -> list[Entity]:
        """The subjects of a sentence in order.

        Among them are those whose particle stands behind a bracket, bodies that have no code, and
        words that stand for the state named before (the same country) or for who speaks (I).
        """
        text = sentence.folded.text
        subjects: list[Entity] = []
        for entity in sentence.entities:
            if entity.kind not in SUBJECTS:
                continue
            if entity.role == "subject" or self._is_subject(text, entity, found):
                subjects.append(entity)
        for hit in sentence.hits:
            if not (hit.role or _STAND_INS.isdisjoint(hit.senses)):
                self._stand_in(sentence, hit, subjects, context)
        return subjects

    def _is_subject(self, text: str, entity: Entity, found: list[Chain]) -> bool:
        """Whether a particle behind a bracket makes an entity a subject, or words come from it."""
        if entity.role == "source":
            return text.startswith(self._speaks, entity.end) and any(
                not _SAYING.isdisjoint(chain.features) for chain in found
            )
        return (
            text.startswith(")", entity.end)
            and self._roles.behind(text, entity.end + 1) == "subject"
        )

    def _stand_in(
        self, sentence: Sentence, hit: Hit, subjects: list[Entity], context: Context
    ) -> None:
        """Adds the subject for which a word stands that names none."""
        if self._roles.behind(sentence.folded.text, hit.end) != "subject":
            return
        codes: tuple[str, ...] = ()
        if "institution" not in hit.senses:
            any_part = "same" in hit.senses
            named = [
                entity
                for entity in sentence.entities
                if entity.end <= hit.start
                and entity.codes
                and (any_part or entity.role == "subject")
            ]
            before = named[-1] if named else context.topic
            codes = before.codes if before is not None and before.codes else context.voice
            if not codes:
                return
        entity = Entity(hit.start, hit.end, codes, "party")
        entity.role = "subject"
        subjects[:] = [other for other in subjects if other.start != hit.start]
        place = sum(other.start < hit.start for other in subjects)
        subjects.insert(place, entity)

    def told(
        self,
        text: str,
        candidate: Candidate,
        chain: Chain,
        hits: list[Hit],
        first: int,
        subjects: list[Entity],
        context: Context,
    ) -> Told:
        """Sets subject and speaker of a clause; gives what stands before its predicate.

        ``first`` is the number of the first hit of the clause.
        """
        before = _acting(candidate, chain, subjects, context)
        themed = of_event = prompts = depends = False
        predicate, end = chain.hits[-1].start, chain.end
        for index in range(first, len(hits)):
            hit = hits[index]
            if hit.start >= end:
                break
            senses = hit.senses
            if hit.role:
                act = senses.get("act")
                depends = depends or (act is not None and act.feature == "condition")
                continue
            if "condition" in senses and "unconditional" not in senses:
                depends = True
            if hit.start >= predicate:
                continue
            prompts = prompts or "prompted" in senses
            if "topic" in senses and not _sets_apart(hits, index):
                candidate.own_subject = True
                if "theme" in senses:
                    themed = True
                    of_event = index > 0 and "event" in hits[index - 1].senses
        of_thing = themed and not any(self._is_theme(text, entity) for entity in before)
        return Told(before, of_thing, of_event, prompts, depends)

    def _is_theme(self, text: str, entity: Entity) -> bool:
        """Whether what stands behind an entity, or the bracket that closes on it, ends as a theme.

        That is so of a particle joined to one before it as well: from our side.
        """
        end = entity.end + text.startswith(")", entity.end)
        if text.startswith(self._themes, end):
            return True
        word = self._roles.word_behind(text, end)
        return word.endswith(self._themes) or text.startswith(self._themes, end + len(word))


def _acting(
    candidate: Candidate, chain: Chain, subjects: list[Entity], context: Context
) -> list[Entity]:
    """Sets subject and speaker of a clause; gives the subjects before its predicate."""
    topic = context.topic
    candidate.speaker = topic if topic is not None and topic.kind == "person" else None
    before: list[Entity] = []
    subject, rank = topic, 0
    for entity in subjects:
        if entity.end > chain.start:
            break
        before.append(entity)
        person = entity.kind == "person"
        if person:
            candidate.speaker = entity
        # one of the clause's own before one of the sentence, and a party before a person
        here = 1 if entity.start < candidate.start else 2 if person else 3
        if here >= rank:
            subject, rank = entity, here
    candidate.subject = subject
    return before


def _sets_apart(hits: list[Hit], index: int) -> bool:
    """Whether a particle only sets an adjunct apart, behind another particle: in Africa, for us."""
    before = hits[index - 1] if index else None
    return (
        before is not None
        and before.end == hits[index].start
        and ("particle" in before.senses or "guard" in before.senses)
    )


@cache
def topics(pack: Pack) -> Topics:
    """The subjects of a pack, compiled once."""
    return Topics(pack)
