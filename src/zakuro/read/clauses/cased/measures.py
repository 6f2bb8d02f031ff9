"""Measures: what is to be done, told by an infinitive or a noun that opens its line."""

from __future__ import annotations

import re

from zakuro.read.clauses.arguments import Acting
from zakuro.read.clauses.cased.finite import Finite
from zakuro.read.clauses.cased.standing import Standing
from zakuro.read.clauses.clause import is_deliverable
from zakuro.read.clauses.coordination import Clause
from zakuro.read.lexis.lexicon import Hit

_OPENING = " \"'“”‘’«»[]()*_#…—–-"
_MEASURED = frozenset({"money", "count"})
_DASH = re.compile(" [—–] ")
_REACH = 60


class Measures(Standing):
    """One sentence, as far as it is a measure without a subject."""

    finite: re.Pattern[str] | None = None
    """What only a finite verb ends in, where the pack names such endings."""

    def fragment(self, hit: Hit) -> None:
        """A clause without a subject: an item of a list, a measure."""
        if self.text[self.start : hit.start].strip(_OPENING):
            return
        if _DASH.search(self.text, hit.end, min(self.end, hit.end + _REACH)):
            return  # what it is, is told behind the dash: to return it is our duty
        predicate = Finite(hit, "act", "base").predicate(self.words)
        predicate.marks["deed"] = ""
        self.found.append(Clause(predicate, Acting("nobody", None, hit.start, "opening")))
        self.last = hit.end

    def noun(self) -> None:
        """A measure told by a noun alone that opens its line: Construction of a bridge by 2027."""
        hit = self.hits[0] if self.hits else None
        if hit is None or hit.role != "act" or self.text[self.start : hit.start].strip(_OPENING):
            return
        if hit.senses["act"].feature.split("|")[0] != "nominative":
            return
        if self.finite and self.finite.search(self.text, hit.end, self.end):
            return
        item = self.context.frame or self.context.place == "item"
        told = item or any(mention.type in _MEASURED for mention in self.mentions)
        if not (told and is_deliverable(hit.senses["act"].value)):
            return
        predicate = Finite(hit, "act", "noun").predicate(self.words)
        predicate.marks["deed"] = ""
        self.found.append(Clause(predicate, Acting("nobody", None, hit.start, "opening")))
