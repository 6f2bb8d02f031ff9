"""Clauses whose subject is no party: what is told of things, and who acts behind a passive."""

from __future__ import annotations

from zakuro.model.statement import Kind, Strength
from zakuro.read.clauses.clause import DONE, GROWTH, KINDS, Candidate, is_deliverable
from zakuro.read.clauses.first.coordination import Wording, feature_of
from zakuro.read.clauses.first.left_context import MARKS, Before, with_article
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import Entity

_MEASURED = ("percent", "money", "count", "range", "number", "dimension")
_TOLD = frozenset(
    "strengthen deepen modernise reform end remove achieve implement improve accelerate realise "
    "harmonise advance protect".split()
)
"""Acts that are a thing's own result beside those of which one can say whether they were done."""
_TIMES = ("date", "period", "duration")
_OVER = ("past", "perfect")
_AGENT_REACH = 48  # characters in which the agent of a passive follows it


def candidate_of(
    hit: Hit, role: str, before: Before, kind: Kind | None, strength: Strength | None, rule: str
) -> Candidate:
    """A candidate that a predicate begins."""
    candidate = Candidate(before.start, kind, rule)
    candidate.strength = strength
    candidate.subject = before.subject
    candidate.hits.append((role, hit))
    if "act" in hit.senses and role in ("act", "position"):
        candidate.act = hit.senses["act"].value
    return candidate


class Told(Wording):
    """The words of one sentence, as far as they tell of things, means and duties."""

    def of_a_noun(
        self, index: int, role: str, feature: str, before: Before, current: Candidate | None
    ) -> Candidate | None:
        """Figures that grew, things that were done, means that will act, duties."""
        hit = self.hits[index]
        if before.negated:
            return None
        if role == "act" or "level" in hit.senses:
            rule = self._happened(hit, feature, before, current)
            if not rule:
                return None
            before.start = self.clause_start(before, current)
            return candidate_of(hit, role, before, "result", None, rule)
        if role == "commit" and (institution := self._institution(index, before)):
            before.subject, before.start = institution, institution.start
            return candidate_of(hit, role, before, *KINDS[role], "institution")
        if not self.context.frame:
            return None
        if current is not None and self._is_ensured(hit, before, current):
            return None
        if role == "ought":
            return candidate_of(hit, role, before, "call", None, "ought")
        if role == "commit" and before.how == "vehicle" and feature in ("", "present"):
            return candidate_of(hit, role, before, *KINDS[role], "vehicle")
        return None

    def _is_ensured(self, hit: Hit, before: Before, current: Candidate) -> bool:
        """Whether a promise is of what a thing will do: to ensure that the funds will reach."""
        if current.kind != "pledge" or self.clause_start(before, current) < before.start:
            return False
        first = current.hits[0][1].end
        return any("that" in h.senses and first <= h.start < hit.start for h in self.hits)

    def _happened(self, hit: Hit, feature: str, before: Before, current: Candidate | None) -> str:
        """By which rule words tell what happened to a thing: it grew, or it was done."""
        figured = self.is_figured(hit)
        if "level" in hit.senses:
            return "grown" if figured and before.auxiliary != "link" else ""
        if feature not in DONE and not before.auxiliary:
            return ""
        act = hit.senses["act"].value
        if act in GROWTH and figured:
            return "grown"
        apart = (
            current is None
            or current.rule in ("say", "other")
            or self.clause_start(before, current) < before.start
        )
        over = feature in DONE and (
            (before.auxiliary in _OVER and (before.passive or (figured and act != "hold")))
            or before.how == "institution"
            or (before.how == "name" and not before.auxiliary and self._has_object(hit))
        )
        told = over and apart and (is_deliverable(act) or act in _TOLD)
        return "done" if self.context.frame and told else ""

    def is_figured(self, hit: Hit) -> bool:
        """Whether a figure follows a predicate."""
        return any(
            hit.end < mention.end <= self.end and mention.type in _MEASURED
            for mention in self.mentions
        )

    def _has_object(self, hit: Hit) -> bool:
        """Whether a past form has an object: no participle, as in the MOU signed in May."""
        after = hit.end + 1
        free = self.text[hit.end : after] == " " and self.text[after : after + 1] not in MARKS
        words = (h for h in self.hits if h.start == after)
        return (
            free
            and not any("preposition" in h.senses or "joiner" in h.senses for h in words)
            and not any(m.start == after and m.type in _TIMES for m in self.mentions)
        )

    def clause_start(self, before: Before, current: Candidate | None) -> int:
        """Where the clause of a noun begins, behind the predicate before: ", and", ";"."""
        if current is None:
            return before.start
        floor = current.hits[-1][1].end if current.hits else current.start
        begin = max(self.text.rfind(sign, floor, before.start) + len(sign) for sign in (";", " – "))
        for hit in self.hits:
            if not floor <= hit.start < before.start:
                continue
            parted = self.text[: hit.start].rstrip(MARKS).endswith(",")
            if ("joiner" in hit.senses and parted) or (
                "that" in hit.senses and current.rule == "say" and hit.start - floor < _NEAR
            ):
                begin = max(begin, hit.end)
        return begin if begin > floor else before.start

    def _institution(self, index: int, before: Before) -> Entity | None:
        """A bank or an agency that has no code and promises: only where somebody meets."""
        if not self.context.frame or before.how != "institution":
            return None
        word = next((h for h in reversed(self.hits[:index]) if "institution" in h.senses), None)
        return None if word is None else Entity(word.start, word.end, (), "institution")

    def _institution_behind(self, word: Hit) -> Entity | None:
        """The bank that a word leads to, where somebody meets."""
        for hit in self.hits:
            if "institution" in hit.senses and self._leads(word, hit.start):
                return Entity(hit.start, hit.end, (), "institution") if self.context.frame else None
        return None

    def agent(self, index: int) -> tuple[bool, Entity | None]:
        """Whether a promise is in the passive, and by whom: "will be hosted by Congo"."""
        place = index + 1
        hits = self.hits
        passive = False
        while place < len(hits) and hits[place].start == hits[place - 1].end + 1:
            senses = hits[place].senses
            if "auxiliary" in senses and senses["auxiliary"].feature == "link":
                passive = True
            elif "adverb" not in senses:
                break
            place += 1
        if not passive or place >= len(hits) or "act" not in hits[place].senses:
            return False, None
        verb = hits[place]
        if feature_of(verb, "act") not in DONE or verb.start > hits[place - 1].end + 1:
            return False, None
        for hit in hits[place + 1 :]:
            if hit.start > verb.end + _AGENT_REACH:
                break
            if "agent" in hit.senses:
                named = next((e for e in self.entities if self._follows(hit, e)), None)
                return True, named or self._institution_behind(hit)
        return True, None

    def _follows(self, hit: Hit, entity: Entity) -> bool:
        """Whether a party stands right behind a word."""
        return entity.kind in ("party", "person", "self") and self._leads(hit, entity.start)

    def _leads(self, hit: Hit, start: int) -> bool:
        """Whether nothing but an article stands between a word and what begins at ``start``."""
        return with_article(self.hits, len(self.hits) - 1, start) == hit.end + 1


_NEAR = 3
