"""What kind a predicate gives its clause: the form of the verb tells what is done and when."""

from __future__ import annotations

from itertools import pairwise

from zakuro.model.statement import Kind, Strength
from zakuro.read.clauses.clause import DONE, GROWTH, KINDS, is_deliverable
from zakuro.read.clauses.free.finite import PASSIVE, Predicate
from zakuro.read.clauses.free.subjects import Subjects
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import Entity

SILENCING = frozenset({"forecast", "doubt", "ask", "refuse"})
"""Roles behind which nobody promises."""
_NOUNS = 8
_BEHIND = 40
_NAMED = (' "', " «")
_FIGURES = frozenset({"money", "percent", "count", "range", "dimension", "number"})


class Kinds(Subjects):
    """One sentence, as far as the kinds of its clauses are concerned."""

    def kind_of(self, predicate: Predicate) -> tuple[Kind | None, Strength | None, str]:
        """The kind that a predicate gives its clause, and the rule; "" where it gives none."""
        feature, role = predicate.feature, predicate.role
        subject = predicate.subject
        if role == "act":
            if feature == "future" and subject and self._is_business(subject):
                return None, None, "business"
            if feature == "future":
                return ("pledge", "commits", "future") if subject else (None, None, "")
            if feature == "passive_future":
                known = subject is not None and subject.role == "agent"
                told = self._figures(predicate) and self._named(predicate)
                return (
                    ("pledge", "commits", "passive")
                    if known or self.context.frame or told
                    else (None, None, "")
                )
            if feature in DONE and feature != "progress":
                return self._done(predicate)
            if feature == "present" and subject and self._scheduled(predicate):
                return "pledge", "commits", "scheduled"
            return None, None, ""
        kind, strength = KINDS.get(role, (None, None))
        if kind is None:
            return None, None, role
        if role == "announce" and feature == "past" and not self._figures(predicate):
            kind, strength = "result", None
        if subject is None and not (
            role == "principle"
            or (predicate.impersonal and role in ("position", "commit", "propose", "call"))
            or (self.context.frame and role in ("ought", "commit", "intend"))
            or (role == "ought" and self._addressed(predicate))
        ):
            return None, None, role if role in SILENCING else ""
        return kind, strength, role

    def _done(self, predicate: Predicate) -> tuple[Kind | None, Strength | None, str]:
        """What has been done by somebody, or what has grown by a figure, is a result."""
        if predicate.subject is not None:
            return "result", None, "done"
        if predicate.act in GROWTH and self._figures(predicate):
            return "result", None, "grown"
        figures = self._figures(predicate)
        told = figures or self.context.frame or is_deliverable(predicate.act)
        if predicate.feature == PASSIVE and (told or self._named(predicate)):
            return "result", None, "done"
        if figures and self.context.frame:
            return "result", None, "done"
        return None, None, ""

    def _is_business(self, subject: Entity) -> bool:
        """Whether a single company by its name acts, which pledges nothing for its state."""
        return self.text[subject.end : subject.end + 2] in _NAMED and any(
            hit.end == subject.end and "company" in hit.senses
            for hit in self.hits_between(subject.start, subject.end)
        )

    def _addressed(self, predicate: Predicate) -> bool:
        """Whether the clause says whose duty it is: it is for the donors to ..."""
        return any(
            self.receivers.receiving(hit) == {"receiver"}
            for hit in self.hits_between(predicate.floor, predicate.hit.start)[-_NOUNS:]
        )

    def _named(self, predicate: Predicate) -> bool:
        """Whether the clause names a party: what was done concerns it."""
        return any(
            entity.codes and entity.kind != "adjective" and entity.start >= predicate.floor
            for entity in self.entities
        )

    def _scheduled(self, predicate: Predicate) -> bool:
        """Whether a present tells of what is to come: from next year on, A opens ..."""
        day = self.context.day
        if day is None or not is_deliverable(predicate.act):
            return False
        stop = min(
            (at for sign in ",;:" if (at := self.text.find(sign, predicate.end, self.end)) >= 0),
            default=self.end,
        )
        return any(
            mention.start_date is not None and mention.start_date > day
            for mention in self.mentions
            if predicate.floor <= mention.start < stop
        )

    def _figures(self, predicate: Predicate) -> bool:
        return any(
            predicate.floor <= mention.start < self.end and mention.type in _FIGURES
            for mention in self.mentions
        )

    def closes(self, hit: Hit) -> bool:
        """Whether a verb behind a clause and a comma only says who said it."""
        before = self.text[max(self.start, hit.start - _BEHIND) : hit.start]
        return bool(self.found) and before.rstrip(' »"—–-')[-1:] == ","

    def only_promises(self, predicate: Predicate) -> bool:
        """Whether a word of promising behind a pledge only says who made it: ..., promised A."""
        made = bool(self.found) and self.found[-1].kind == "pledge"
        if not made or not self.closes(predicate.hit):
            return False
        if self.behind(predicate) is not None:
            return True
        return not any(
            hit.role or "that" in hit.senses for hit in self.hits_between(predicate.end, self.end)
        ) and not any(
            predicate.end <= mention.start < self.end and mention.type in _FIGURES
            for mention in self.mentions
        )

    def leave_promising(self) -> None:
        """Who promises that something will be done makes one pledge: the one behind "that"."""
        for one, other in pairwise(self.found):
            if one.rule != "commit" or other.kind != "pledge" or len(one.hits) > 1:
                continue
            end = one.hits[0][1].end
            if any(
                "that" in hit.senses
                for hit in self.hits_between(end, min(end + 4, other.start + 1))
            ):
                one.kind = None
