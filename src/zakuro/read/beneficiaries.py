"""For whom it is done, where a noun stands between: students from A, the economy of B.

The phrase that a party belongs to is walked back word by word to what governs it: a preposition, a
noun that may receive something, or a verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from zakuro.model.vocabulary import groups
from zakuro.read.entities import Entity
from zakuro.read.lexicon import Hit
from zakuro.read.predicates import is_noun
from zakuro.read.roles import Roles

_WORD_BEFORE = re.compile(r"([^\W_][\w%'.-]*)[«»\"]? \Z")
_FARTHEST = 8  # words
_LONGEST = 40  # characters
_TAUGHT = frozenset({"train"})
_LIFTED = frozenset({"waive"})


class Beneficiaries:
    """Gives parties of one sentence the part of a receiver that a noun before them has."""

    def __init__(self, text: str, start: int, hits: list[Hit], rules: Roles) -> None:
        self.text, self.start, self.rules = text, start, rules
        self.hits = hits
        self._ends = {hit.end: hit for hit in hits}
        self._starts = [hit.start for hit in hits]

    def settle(self, entities: list[Entity]) -> None:
        """The parts of all parties that may receive through a noun."""
        for entity in entities:
            if not entity.codes or entity.kind not in ("party", "person", "adjective"):
                continue
            if entity.kind == "adjective":
                if self._described(entity):
                    entity.kind, entity.role = "party", "receiver"
            elif (
                (entity.role == "source" and self._through_people(entity))
                or (entity.role in ("genitive", "either") and self._belongs(entity))
                or (entity.role == "none" and self._inside(entity))
            ):
                entity.role = "receiver"

    def _described(self, adjective: Entity) -> bool:
        """Whether an adjective tells whose the people are that receive: Kyrgyz specialists."""
        place = bisect_left(self._starts, adjective.end)
        noun = self.hits[place] if place < len(self.hits) else None
        if noun is None or "beneficiary" not in noun.senses:
            return False
        if any(sign in self.text[adjective.end : noun.start] for sign in ",;:.()"):
            return False
        cases = self.rules.cases(noun.senses["beneficiary"].feature) & adjective.cases
        if cases == {"receiver"}:
            return not self._governed(adjective.start, "none")
        if self._act_before(adjective.start) in _TAUGHT:
            return not cases.isdisjoint(("object", "genitive"))
        return "genitive" in cases and self._governed(adjective.start, "receiver")

    def _through_people(self, entity: Entity) -> bool:
        """Whether people or goods come from a party: students from A; duties on goods from A."""
        preposition = _WORD_BEFORE.search(self.text, max(self.start, entity.start - 12), entity.start)
        if preposition is None:
            return False
        noun = self._ends.get(preposition.start() - 1)
        if noun is not None and "beneficiary" in noun.senses:
            return True
        return self._act_before(entity.start) in _LIFTED

    def _belongs(self, entity: Entity) -> bool:
        """Whether what belongs to the party receives: to the citizens of A, for students of A."""
        words = 0
        place = entity.start
        group = entity.codes[0] in groups() and self.text[place : entity.end].isupper()
        while words < _FARTHEST:
            found = _WORD_BEFORE.search(self.text, max(self.start, place - _LONGEST), place)
            if found is None:
                return False
            place, words = found.start(), words + 1
            role = self.rules.before(self.text, found.end())
            if role:
                kept = found[1] in self._sure or not group
                return role == "receiver" and kept and words > 1
            hit = self._ends.get(found.end(1))
            if hit is None:
                continue
            senses = hit.senses
            if "setting" in senses or "event" in senses:
                return False
            if "beneficiary" in senses:
                cases = self.rules.cases(senses["beneficiary"].feature)
                if cases == {"receiver"}:
                    return not self._governed(hit.start, "none")
                if self._act_before(hit.start) in _TAUGHT and "genitive" in cases:
                    return True
            act = senses.get("act")
            if act is not None and not is_noun(act.feature):
                return False
        return False
