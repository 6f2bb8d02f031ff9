"""Which finite verbs open a clause where no place tells their subject, and who acts in it."""

from __future__ import annotations

import re

from zakuro.model.vocabulary import giving_acts, receiving_acts
from zakuro.read.clauses.cased.finite import Finite
from zakuro.read.clauses.cased.subjects import Subjects
from zakuro.read.clauses.clause import DONE, GROWTH, is_deliverable
from zakuro.read.clauses.coordination import Clause
from zakuro.read.lexis.lexicon import Hit

PROMISING = ("commit", "intend", "delegate", "consider", "announce", "future", "propose")
"""Marks of what promises or proposes a deed."""
ASKING = frozenset({"call", "propose"})
NAMING = ASKING | {"commit", "intend"}
"""Roles that somebody has of whom only the name is known."""
_STANDING = frozenset({"refuse", "forecast", "doubt", "ask", "thank", "principle"})
"""Roles that need nobody who has them."""
_DUE = frozenset({"commit", "intend", "ought"})
"""Roles that all have who meet, where nobody else is named."""
_COUNTED = frozenset({"count", "dimension"})
_FIGURES = frozenset({"money", "percent", "count", "range", "dimension", "number"})
_BEHIND = 40
_NOUNS = 8


class Standing(Subjects):
    """One sentence, as far as it matters whether a finite verb stands by itself."""

    infinitive: re.Pattern[str] | None = None
    """What looks like an infinitive, where the pack names its endings."""

    def who(self, finite: Finite) -> tuple[str, str]:
        """Who acts, and how their clause is tied to the one before."""
        subject = finite.subject
        if subject is not None and subject.kind in ("name", "word"):
            return subject.kind, "clause"
        if subject is not None:
            own = not self.found or self.found[-1].candidate.subject is not subject
            kind = "organisation" if subject.kind == "body" else subject.kind
            return kind, "clause" if own else "joined"
        if finite.role == "intend" and not self.context.frame:
            return ("document" if self.provides(finite) else "nobody"), "clause"
        if finite.impersonal and finite.role == "propose" and not self.context.frame:
            return "nobody", "clause"
        if finite.impersonal or (self.context.frame and finite.role in _DUE):
            return "self", "clause"
        if finite.role == "ought" and self.addressed(finite):
            return "others", "clause"
        if self.pronoun(finite) is not None:
            return "pronoun", "clause"
        return ("thing" if finite.role == "act" else "nobody"), "clause"

    def of_nobody(self, finite: Finite) -> bool:
        """Whether a predicate without a subject opens a clause: something is done, or is due."""
        role, feature = finite.role, finite.feature
        if role == "act":
            done = feature in DONE and feature != "progress"
            figures = self.figures(finite)
            if feature in ("passive_future", "passive_past"):
                told = figures or self.context.frame or is_deliverable(finite.act)
                return bool(told) or self.names_a_party(finite)
            if feature == "future":
                told = self.of_unnamed(finite) and is_deliverable(finite.act)
                told = told and self.names_a_party(finite)
                return figures or told or finite.act in receiving_acts()
            return done and figures and (finite.act in GROWTH or bool(self.context.frame))
        if role in _STANDING:
            return True
        if role == "ought" and (self.addressed(finite) or self.attributed(finite)):
            return True
        if role == "propose" and not finite.impersonal and self.attributed(finite):
            return True  # the minister thinks that officials could take part
        if role in ASKING and self.pronoun(finite) is not None:
            return True
        if role == "intend":
            return True
        return finite.impersonal or (bool(self.context.frame) and role in _DUE)

    def of_unnamed(self, finite: Finite) -> bool:
        """Whether a plural verb without a subject tells what will be done: they will build a road.

        A noun that nobody knows may be its subject: that stands right before it, in the plural.
        """
        plain = finite.role == "act" and finite.feature == "future" and not finite.first
        return plain and self.is_plural(finite.hit)

    def asks_for_a_deed(self, finite: Finite) -> bool:
        """Whether what is to be done stands behind the verb, and no thing: demand to close."""
        end = min(self.end, finite.end + _BEHIND)
        return any(
            "that" in hit.senses or ("act" in hit.senses and hit.senses["act"].feature == "base")
            for hit in self.hits_between(finite.end, end)
        ) or bool(self.infinitive and self.infinitive.match(self.text, finite.end, end))

    def provides(self, finite: Finite) -> bool:
        """Whether a document says it: the agreement provides for."""
        return any(
            "document" in hit.senses
            and "subject" in self.receivers.rules.cases(hit.senses["document"].feature)
            for hit in self.hits_between(finite.floor, finite.hit.start)
        )

    def attributed(self, finite: Finite) -> bool:
        """Whether a sentence says whose words it gives, where it tells of a deed."""
        behind = self.hits_between(finite.end, finite.end + _BEHIND)
        if not any("act" in hit.senses for hit in behind):
            return False
        told = self.speaker or self.context.voice or self.context.quoted
        label = self.entities[0] if self.entities else None
        labelled = label is not None and self.text.startswith(":", label.end)
        return bool(told or labelled) or any(
            "attribution" in hit.senses or hit.role in ("say", "position") for hit in self.hits
        )

    def addressed(self, finite: Finite) -> bool:
        """Whether the clause says whose duty it is: it is for the donors to ..."""
        return any(
            self.receivers.receiving(hit) == {"receiver"} or self._is_office(hit, "receiver")
            for hit in self.hits_between(finite.floor, finite.hit.start)[-_NOUNS:]
        )

    def _is_office(self, hit: Hit, case: str) -> bool:
        """Whether a hit is an office or an organ in a case, and in no other."""
        return "office" in hit.senses and (
            self.receivers.rules.cases(hit.senses["office"].feature) == {case}
        )

    def names_a_party(self, finite: Finite) -> bool:
        """Whether the clause names a party: what was done concerns it."""
        return any(
            entity.codes and entity.kind != "adjective" and entity.start >= finite.floor
            for entity in self.entities
        )

    def figures(self, finite: Finite) -> bool:
        """Whether a clause and what follows it in its sentence have a figure."""
        return any(
            finite.floor <= mention.start < self.end and mention.type in _FIGURES
            for mention in self.mentions
        )

    def scheduled(self, finite: Finite) -> bool:
        """Whether a present tells of what is to come: from next year on, A opens ...

        Who gives a sum of money in the present is to give it, and who gives so many things to
        somebody: A provides 5 million, A sends B 8 planes.
        """
        day = self.context.day
        if not is_deliverable(finite.act):
            return False
        inside = [m for m in self.mentions if finite.floor <= m.start < self.end]
        given = {mention.type for mention in inside} if finite.act in giving_acts() else set()
        if "money" in given or (given & _COUNTED and self._gives_to_somebody(finite)):
            return True
        if day is None:
            return False
        stop = min(
            (at for sign in ",;:" if (at := self.text.find(sign, finite.end, self.end)) >= 0),
            default=self.end,
        )
        return any(
            mention.start_date is not None and mention.start_date > day
            for mention in self.mentions
            if finite.floor <= mention.start < stop
        )

    def _gives_to_somebody(self, finite: Finite) -> bool:
        """Whether a clause names who gets something."""
        return any(
            e.codes and e.role == "receiver" and e.start >= finite.floor for e in self.entities
        )

    def closes(self, hit: Hit) -> bool:
        """Whether a verb behind a clause and a comma only says who said it."""
        before = self.text[max(self.start, hit.start - _BEHIND) : hit.start]
        return bool(self.found) and before.rstrip(' »"—–-')[-1:] == ","

    def only_promises(self, finite: Finite) -> bool:
        """Whether a word of promising behind a pledge only says who made it: ..., promised A."""
        made = bool(self.found) and self.found[-1].predicate.has(*PROMISING)
        if not made or not self.closes(finite.hit):
            return False
        if self.behind(finite) is not None:
            return True
        return not any(
            hit.role or "that" in hit.senses for hit in self.hits_between(finite.end, self.end)
        ) and not any(
            finite.end <= mention.start < self.end and mention.type in _FIGURES
            for mention in self.mentions
        )

    def begin(self, finite: Finite) -> int:
        """Where a clause begins: behind the sign or the word that parts it from the one before."""
        begin = finite.start
        if not self.found:
            return begin
        floor = max(self.last, self.found[-1].candidate.start)
        cut = max((at + 1 for at in range(floor, begin) if self.parts(at)), default=0)
        for hit in self.hits_between(floor, begin):
            if "joiner" in hit.senses or "that" in hit.senses:
                cut = max(cut, hit.end)
        return cut if cut > floor else begin

    def parts(self, place: int) -> bool:
        """Whether a sign stands at a place that parts clauses, and no figures."""
        return self.text[place] in ",;:—–" and not any(
            mention.start < place < mention.end for mention in self.mentions
        )

    def is_aside(self, said: Clause) -> bool:
        """Whether a word of saying stands between commas with who says it: A, said B, gives."""
        subject, end = said.candidate.subject, said.predicate.end
        if subject is not None and subject.start >= end:
            end = subject.end
        before = self.text[self.start : said.candidate.start].rstrip()
        stop = self.text.find(",", end, min(self.end, end + _BEHIND))
        known = stop >= 0 and not any(hit.role for hit in self.hits_between(end, stop))
        return known and before.endswith(",")
