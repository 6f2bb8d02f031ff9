"""For whom it is done, where a noun stands between: students from A, the economy of B.

The phrase that a party belongs to is walked back, word by word, to what governs it: a preposition,
a noun that may receive something, or a verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from zakuro.model.vocabulary import groups
from zakuro.read.clauses.cased.finite import is_noun
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import Entity
from zakuro.read.parties.roles import Roles

_WORD_BEFORE = re.compile(r"([^\W_][\w%'.-]*)[»\"]? [«\"]?\Z")
_DASHES = ("-", "–", "—")
_WORDS = 8
_REACH = 48
_TEACHING = frozenset({"train", "treat"})
"""Acts whose object receives."""
_LIFTING = frozenset({"waive", "remove", "cancel"})
"""Acts from which gains whence the goods come."""
_NOUNS = ("people", "company", "beneficiary")


class Beneficiaries:
    """Gives the parties of one sentence the part of a receiver that a noun before them has."""

    def __init__(self, text: str, start: int, hits: list[Hit], rules: Roles) -> None:
        self.text, self.start, self.hits = text, start, hits
        self.rules = rules
        self._benefit = tuple(f" {word}" for word in rules.benefit)
        self._ends = {hit.end: hit for hit in hits}
        self._starts = [hit.start for hit in hits]

    def settle(self, entities: list[Entity]) -> None:
        """The parts of all parties that may receive through a noun."""
        for entity in entities:
            if not entity.codes:
                continue
            bare = not entity.cases and not entity.role
            if (bare or self._is_compound(entity)) and self._held_by(entity):
                entity.role = "genitive"  # the summit of A: its name has no endings
            if entity.kind == "adjective":
                if self._described(entity):
                    entity.kind, entity.role = "party", "receiver"
            elif (entity.role == "source" and self._comes_from(entity)) or (
                entity.role in ("genitive", "either", "none") and self._belongs(entity)
            ):
                entity.role = "receiver"
            elif entity.role == "either" and self._owns(entity):
                entity.role = "genitive"

    def _owns(self, entity: Entity) -> bool:
        """Whether a party that may receive owns the noun before it: by the programmes of A."""
        word = _WORD_BEFORE.search(self.text, max(self.start, entity.start - _REACH), entity.start)
        if word is None or self.rules.before(self.text, word.start(1)) != "none":
            return False
        noun = self._ends.get(word.end(1))
        # in support of A, by the provision to A: these nouns have a receiver of their own
        return noun is None or noun.senses.keys().isdisjoint(("stance", "act"))

    def _is_compound(self, entity: Entity) -> bool:
        """Whether a dash ties the names of an entity, or none of them can be a subject."""
        if len(entity.names) < 2:
            return False
        tie = self.text[entity.names[0].end : entity.names[1].start].strip()
        return tie in _DASHES or "subject" not in entity.cases

    def _held_by(self, entity: Entity) -> bool:
        """Whether a name without endings stands right behind what its party holds."""
        before = self._ends.get(entity.start - 1)
        if before is None:
            return False
        setting = before.senses.get("setting")
        return "event" in before.senses or (setting is not None and setting.feature != "time")

    def _described(self, adjective: Entity) -> bool:
        """Whether an adjective tells whose those are that receive: twenty Kyrgyz specialists."""
        if self._act_before(adjective.start) in _LIFTING:
            on = self.rules.before(self.text, adjective.start) == "receiver"  # duties on its cotton
            return on or not adjective.cases.isdisjoint(("genitive", "object"))
        place = bisect_left(self._starts, adjective.end)
        noun = self.hits[place] if place < len(self.hits) else None
        if noun is None or noun.start - adjective.end > _REACH:
            return False
        if any(sign in self.text[adjective.end : noun.start] for sign in ",;:.()"):
            return False
        cases = self.receiving(noun) & adjective.cases
        if self._is_given(cases, adjective.start):
            return True
        if self._act_before(adjective.start) in _TEACHING:
            return not cases.isdisjoint(("object", "genitive"))
        return "genitive" in cases and self._for(adjective.start)

    def _comes_from(self, entity: Entity) -> bool:
        """Whether people or goods come from a party: students from A, duties on goods from A."""
        start = max(self.start, entity.start - 12)
        preposition = _WORD_BEFORE.search(self.text, start, entity.start)
        if preposition is None:
            return False
        noun = self._ends.get(preposition.start() - 1)
        if noun is not None and "people" in noun.senses:
            return True
        return self._act_before(entity.start) in _LIFTING

    def _belongs(self, entity: Entity) -> bool:
        """Whether what belongs to a party receives: the citizens of A, roads in the north of B."""
        place, text = entity.start, self.text
        group = entity.codes[0] in groups()
        for passed in range(_WORDS):
            role = self.rules.before(text, place)
            if role:
                sure = not group or "none" in entity.cases or self._for(place)
                return role == "receiver" and passed > 0 and sure
            word = _WORD_BEFORE.search(text, max(self.start, place - _REACH), place)
            if word is None:
                return False
            place = word.start(1)
            hit = self._ends.get(word.end(1))
            if hit is None:
                continue
            if not hit.senses.keys().isdisjoint(("setting", "event", "institution")):
                return False
            cases = self.receiving(hit)
            if self._is_given(cases, place):
                return True
            if "genitive" in cases and self._act_before(place) in _TEACHING:
                return True
            act = hit.senses.get("act")
            if act is not None and not is_noun(act.feature):
                return False
        return False

    def _is_given(self, cases: frozenset[str], place: int) -> bool:
        """Whether a noun at ``place`` is in the dative: no preposition makes it a locative."""
        if "receiver" not in cases or not cases <= {"receiver", "none"}:
            return False
        before = self.rules.before(self.text, place)
        return before != "none" and (cases == {"receiver"} or not before)

    def receiving(self, hit: Hit) -> frozenset[str]:
        """The cases of a noun that may receive; none of any other word."""
        for role in _NOUNS:
            if role in hit.senses:
                return self.rules.cases(hit.senses[role].feature)
        return frozenset()

    def _for(self, place: int) -> bool:
        """Whether a preposition before ``place`` says for whose benefit: for students."""
        return f" {self.text[max(0, place - _REACH) : place]}".rstrip().endswith(self._benefit)

    def _act_before(self, place: int) -> str:
        """The last act before ``place``."""
        index = bisect_left(self._starts, place)
        for hit in reversed(self.hits[max(0, index - 6) : index]):
            if "act" in hit.senses:
                return hit.senses["act"].value
        return ""
