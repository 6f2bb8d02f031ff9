"""Who or what a clause is about, where particles behind words tell subjects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from zakuro.languages.load import Pack
from zakuro.read.chains import Chain
from zakuro.read.clauses import Candidate, Context, Sentence
from zakuro.read.entities import SUBJECTS, Entity
from zakuro.read.lexicon import Hit
from zakuro.read.roles import roles


class Told(NamedTuple):
    """What stands before a predicate.

    ``subjects`` are the parties and persons that act; ``of_thing`` is set where the clause is about
    something else; ``prompts`` where it names those who are no state and may be prompted to act.
    """

    subjects: list[Entity]
    of_thing: bool
    prompts: bool


class Topics:
    """Finds the subjects of sentences and clauses by the particles of a pack."""

    def __init__(self, pack: Pack) -> None:
        self._roles = roles(pack)
        self._particles = frozenset(pack.section("roles").get("subject", ()))
        self._themes = frozenset(pack.section("syntax").get("themes", ()))

    def of(self, sentence: Sentence, context: Context) -> list[Entity]:
        """The subjects of a sentence in order.

        Among them are those whose particle stands behind a bracket, bodies that have no code, and
        words that stand for the state named before (the same country) or for who speaks (I).
        """
        text = sentence.folded.text
        subjects = [
            entity
            for entity in sentence.entities
            if entity.kind in SUBJECTS
            and (
                entity.role == "subject"
                or (
                    text.startswith(")", entity.end)
                    and self._roles.behind(text, entity.end + 1) == "subject"
                )
            )
        ]
        others = list(self._stand_ins(sentence, context))
        if others:
            taken = {entity.start for entity in others}
            subjects = [entity for entity in subjects if entity.start not in taken]
            subjects.extend(others)
            subjects.sort(key=lambda entity: entity.start)
        return subjects

    def _stand_ins(self, sentence: Sentence, context: Context) -> Iterator[Entity]:
        text, topic = sentence.folded.text, context.topic
        for hit in sentence.hits:
            senses = hit.senses
            if not ("same" in senses or "speaker" in senses or "institution" in senses):
                continue
            if self._roles.behind(text, hit.end) != "subject":
                continue
            codes: tuple[str, ...] = ()
            if "institution" not in senses:
                before = topic
                if "same" in senses:
                    named = [e for e in sentence.entities if e.end <= hit.start and e.codes]
                    before = named[-1] if named else topic
                if before is None or not before.codes:
                    continue
                codes = before.codes
            entity = Entity(hit.start, hit.end, codes, "party")
            entity.role = "subject"
            yield entity

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
        before = [entity for entity in subjects if entity.end <= chain.start]
        own = [entity for entity in before if entity.start >= candidate.start]
        inner = [entity for entity in own if entity.kind != "person"]
        topic = context.topic
        named = inner or own or before
        candidate.subject = named[-1] if named else topic
        candidate.speaker = topic if topic is not None and topic.kind == "person" else None
        for entity in before:
            if entity.kind == "person":
                candidate.speaker = entity
        theme = -1
        prompts = False
        predicate = chain.hits[-1].start
        for index in range(first, len(hits)):
            hit = hits[index]
            if hit.start >= predicate:
                break
            prompts = prompts or "prompted" in hit.senses
            word = text[hit.start : hit.end]
            if word in self._particles and not _sets_apart(hits, index):
                candidate.own_subject = True
                theme = hit.start if word in self._themes else theme
        of_thing = theme >= 0 and not any(
            _marks(text, entity, theme) or text.startswith(tuple(self._themes), entity.end)
            for entity in before
        )
        return Told(before, of_thing, prompts)


def _marks(text: str, entity: Entity, particle: int) -> bool:
    """Whether a particle stands behind an entity, or behind the bracket that closes on it."""
    return entity.end == particle or (
        entity.end + 1 == particle and text.startswith(")", entity.end)
    )


def _sets_apart(hits: list[Hit], index: int) -> bool:
    """Whether a particle only sets an adjunct apart, behind another particle: in Africa, for us."""
    before = hits[index - 1] if index else None
    return (
        before is not None
        and before.end == hits[index].start
        and ("particle" in before.senses or "guard" in before.senses)
    )
