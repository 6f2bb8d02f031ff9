"""Clauses whose words stand in free order: the form of the verb and the case of a name tell."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from zakuro.languages.load import Pack
from zakuro.model.vocabulary import receiving_acts
from zakuro.read.clauses.arguments import Acting
from zakuro.read.clauses.cased.finite import (
    FIRST,
    Finite,
    feature_of,
    is_noun,
    is_told_of,
    is_wanted,
    noun_that_decides,
)
from zakuro.read.clauses.cased.measures import Measures
from zakuro.read.clauses.cased.standing import ASKING, NAMING, PROMISING
from zakuro.read.clauses.clause import Context, is_deliverable
from zakuro.read.clauses.coordination import Clause
from zakuro.read.clauses.groups.words import Words
from zakuro.read.lexis.lexicon import Hit, Sense
from zakuro.read.parties.entities import Entity

_NOT_FINITE = frozenset({"base", "gerund", "noun"})
_BINDING = frozenset({"commit", "intend"})
_SILENCING = frozenset({"forecast", "doubt", "ask"})
"""Roles behind which nobody promises."""
_SPEAKING = frozenset({"call", "ought", "position", "restate", "principle", "say"})
"""Roles that are not silenced by what stands before them."""
_COUNTS = frozenset({"count", "number", "range"})
_REACH = 60
_BEHIND = 40
_LEAST_SAID = 15


class Cased:
    """Finds the clauses of sentences in which endings, not places, tell the parts of a clause."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._infinitive = infinitives(pack)
        endings = pack.section("syntax").get("finite_endings", ())
        self._finite = re.compile(rf"\w(?:{'|'.join(endings)})\b") if endings else None

    def clauses(self, words: Words, context: Context) -> list[Clause]:
        """The clauses of a sentence in order, each with who acts in it."""
        walk = _Walk(words, context, self._pack, self._infinitive)
        walk.finite = self._finite
        return walk.clauses()


@cache
def infinitives(pack: Pack) -> re.Pattern[str] | None:
    """The first word in a clause that has an ending of infinitives, if the pack names any."""
    endings, others = (
        pack.section("syntax").get(key, ()) for key in ("infinitives", "no_infinitives")
    )
    if not endings:
        return None
    return re.compile(
        rf"[^,;:()—–]*?\b(?!(?:{'|'.join(others)})\b)[^\W\d_]{{2,}}(?:{'|'.join(endings)})\b"
    )


class _Walk(Measures):
    """One sentence while its clauses are found, word by word."""

    def __init__(
        self, words: Words, context: Context, pack: Pack, infinitive: re.Pattern[str] | None
    ) -> None:
        super().__init__(words, context, pack)
        self.infinitive = infinitive
        self.finite: re.Pattern[str] | None = None

    def clauses(self) -> list[Clause]:
        """All clauses, in order."""
        skip = -1
        for index, hit in enumerate(self.hits):
            senses = hit.senses
            if "that" in senses:
                self.floor = hit.end
            if "relative" in senses and self._parted(hit):
                self.relative, self.opened = True, hit.start
            if index <= skip:
                continue
            if "future" in senses:
                skip = self._future(index)
            elif "level" in senses and not hit.role:
                self._comes_to(hit)
            elif hit.role:
                self._predicate(index, hit.role)
        if not self.found:
            self.noun()
        self._introduced()
        if self.context.frame:
            self._views()
        return self.found

    def _introduced(self) -> None:
        """Who promises that something will be done makes one pledge: the one behind "that"."""
        for one, other in pairwise(self.found):
            end = one.predicate.lead.end
            near = self.hits_between(end, min(end + 4, other.candidate.start + 1))
            if any("that" in hit.senses for hit in near):
                one.predicate.marks["introduces"] = ""

    def _views(self) -> None:
        """What somebody at the gathering says, and no verb makes anything else of, is a view."""
        stops = [clause.candidate.start for clause in self.found[1:]]
        for clause, stop in zip(self.found, [*stops, self.end], strict=False):
            if not clause.predicate.has("say"):
                continue
            said = clause.predicate.lead.end
            opened = next(
                (h.end for h in self.hits if h.start >= said and "that" in h.senses), stop
            )
            if stop - opened > _LEAST_SAID:
                clause.predicate.marks["tells"] = ""

    def _predicate(self, index: int, role: str) -> None:
        """Takes one deciding hit: a predicate of its own, or a part of the one before."""
        hit = self.hits[index]
        feature = feature_of(hit, role)
        if role in _SILENCING:
            self.silenced = True
        if feature in _NOT_FINITE or (role == "act" and self._leads_no_clause(index, feature)):
            if self.found:
                if not self._coordinated(self.found[-1], hit, feature):
                    self._extend(hit, role)
            elif role == "act" and feature == "base":
                self.fragment(hit)
            return
        if self.relative:
            self._relative(hit.end)
            self.last = hit.end
            return
        role, end = self._by_its_object(index, role)
        if role == "light" or self._was(index, role):
            return
        finite = Finite(hit, role, feature)
        finite.end = end
        self._open(finite, index)

    def _was(self, index: int, role: str) -> bool:
        """Whether an auxiliary beside it puts a state into the past: was ready to, had to."""
        if role not in ("intend", "ought"):
            return False
        hit = self.hits[index]
        near = self.hits[max(0, index - 1) : index + 2]
        return any(
            "auxiliary" in other.senses
            and (other.end == hit.start - 1 or (role == "ought" and other.start == hit.end + 1))
            for other in near
        )

    def _relative(self, end: int) -> None:
        """Passes over the predicate of a relative clause: who acts in it acts in it alone."""
        self.relative = False
        stop = self.text.find(",", end, self.end)
        if stop >= 0:
            self.closed.append((self.opened, stop))

    def _parted(self, hit: Hit) -> bool:
        """Whether a word opens its sentence, or a comma stands before it."""
        before = self.text[max(self.start, hit.start - _BEHIND) : hit.start].rstrip()
        return before[-1:] in (",", "")

    def _leads_no_clause(self, index: int, feature: str) -> bool:
        """Whether an act stands as a noun, or as a participle behind the infinitive of to be."""
        return is_noun(feature) or (
            feature == "passive_past" and index > 0 and "be" in self.hits[index - 1].senses
        )

    def _future(self, index: int) -> int:
        """An auxiliary that makes the verb behind it future; the last hit that is used."""
        hit = self.hits[index]
        unknown = self._unknown(hit)
        first = FIRST if hit.senses["future"].feature.endswith(FIRST) else ""
        for place in range(index + 1, len(self.hits)):
            other = self.hits[place]
            if other.start - hit.end > _REACH or "that" in other.senses:
                break
            if unknown and other.start > unknown:
                break
            act = other.senses.get("act")
            if act is None or "negation" in other.senses:
                continue
            if act.feature in ("base", "passive_past"):
                if self.relative:
                    self._relative(other.end)
                    return place
                form = "passive_future" if act.feature == "passive_past" else "future"
                finite = Finite(hit, "act", form + first)
                finite.act, finite.end = act.value, other.end
                self._open(finite, index)
                candidate = self.found[-1].candidate if self.found else None
                if candidate is not None and candidate.start <= hit.start:
                    candidate.hits.append(("act", other))
                return place
        if unknown and self.relative:
            self._relative(unknown)
        elif unknown:
            finite = Finite(hit, "act", f"future{first}")
            finite.end = unknown
            subject = self.subject(finite)
            if self.context.frame or (subject is not None and subject.codes):
                self._open(finite, index)
        return index

    def _unknown(self, hit: Hit) -> int:
        """Where the infinitive ends that no pack lists, behind an auxiliary of the future."""
        if self.infinitive is None:
            return 0
        found = self.infinitive.match(self.text, hit.end, min(self.end, hit.end + _REACH))
        if found is None or any(
            h.end == found.end() and "being" in h.senses
            for h in self.hits_between(hit.end, found.end())
        ):
            return 0
        return found.end()

    def _open(self, finite: Finite, index: int) -> None:
        """A clause of its own for a finite predicate, if it has a subject or needs none."""
        hit = finite.hit
        finite.negated = self._negated(index)
        if finite.role == "commit" and self.only_promises(finite):
            finite.role = "say"
        told = finite.role == "say" and self.closes(hit)
        finite.subject = (told and self.behind(finite)) or self.subject(finite)
        if finite.subject is None and finite.role in NAMING:
            asks = finite.role in ASKING and self.asks_for_a_deed(finite)
            finite.subject = self.within(finite) or self.named(finite, for_a_deed=asks)
        current = self.found[-1] if self.found else None
        if current is not None and (
            self._shares_its_object(finite, current) or self._goes_on(finite, index, current)
        ):
            self._extend(hit, finite.role)
            return
        if finite.subject is None and finite.role != "say" and not self.of_nobody(finite):
            if current is not None:
                self._extend(hit, finite.role)
            return
        if finite.subject is None and finite.role == "say":
            return
        if finite.subject is None and self.of_unnamed(finite):
            finite.feature = "passive_future"
        self._add(finite)

    def _add(self, finite: Finite) -> None:
        """The clause of a finite predicate."""
        hit, subject = finite.hit, finite.subject
        predicate = finite.predicate(self.words)
        who, how = self.who(finite)
        if who == "self" and subject is None:
            subject = Entity(hit.start, hit.start, (), "self")
        clause = Clause(predicate, Acting(who, subject, self.begin(finite), how))
        predicate.marks.setdefault("deed", "")
        candidate = clause.candidate
        candidate.start = clause.acting.start
        candidate.speaker = self.speaker
        if finite.role == "position" and "act" in hit.senses:
            candidate.act = hit.senses["act"].value
        if self.silenced and finite.role not in _SPEAKING:
            predicate.marks.setdefault("doubt", "")
        if finite.role in _SILENCING or finite.role == "refuse":
            self.silenced = True
        if finite.feature == "present" and finite.role == "act" and self.scheduled(finite):
            predicate.marks["scheduled"] = ""
        if subject is None and who == "nobody":
            predicate.marks["impersonal"] = ""
        if finite.role == "say":
            self._say(clause)
            if self.is_aside(clause):
                return
        elif finite.role in ASKING:
            self._asks(clause, finite)
        self.found.append(clause)
        self.last = hit.end

    def _asks(self, clause: Clause, finite: Finite) -> None:
        """What is asked for or proposed is a deed, known or not; of whom it is asked."""
        if self.asks_for_a_deed(finite):
            clause.predicate.marks.setdefault("act", "base")
        if finite.role == "call":
            self._called(clause)

    def _comes_to(self, hit: Hit) -> None:
        """What somebody gives by the sum to which it comes: the share of A will be 3 million."""
        near = self.hits_between(max(self.floor, self.last, hit.start - _REACH), hit.start)
        noun = next((each for each in reversed(near) if "contribution" in each.senses), None)
        if noun is None or "subject" not in self.receivers.rules.cases(
            feature_of(noun, "contribution")
        ):
            return
        owner = next(
            (e for e in self.somebody if noun.end < e.start < hit.start and self.owns(e)), None
        )
        if owner is None:
            return
        given = Sense("contribute", feature_of(hit, "level"), "")
        hit = hit._replace(senses={**hit.senses, "act": given}, role="act")
        finite = Finite(hit, "act", given.feature)
        finite.floor, finite.start, finite.subject = self.floor, noun.start, owner
        owner.role = "subject"
        if self.figures(finite):
            self._add(finite)

    def _shares_its_object(self, finite: Finite, current: Clause) -> bool:
        """Whether only a joiner parts two verbs: built and rebuilt the same roads."""
        hits = current.candidate.hits
        if finite.role != "act" or not hits or hits[-1][0] != "act":
            return False
        last = hits[-1][1]
        between = self.text[last.end : finite.hit.start].strip()
        return " " not in between and any(
            "joiner" in hit.senses and hit.end == finite.hit.start - 1
            for hit in self.hits_between(last.end + 1, last.end + 2)
        )

    def _goes_on(self, finite: Finite, index: int, current: Clause) -> bool:
        """Whether a verb only goes on with the pledge before it: deepens, advances and realises."""
        if finite.feature != "future" or finite.negated or is_deliverable(finite.act):
            return False
        before = current.predicate
        if "future" not in before.marks or before.passive or before.negated:
            return False
        if finite.subject is None or finite.subject is not current.candidate.subject:
            return False
        for other in self.hits[index + 1 : index + 3]:
            sense = other.senses.get("act")
            if sense is not None:
                return not (sense.feature == "base" and is_deliverable(sense.value))
        return True

    def _extend(self, hit: Hit, role: str) -> None:
        """Adds to the last clause what stands inside it."""
        clause = self.found[-1]
        candidate, predicate = clause.candidate, clause.predicate
        if role != "act" or "act" not in hit.senses:
            return
        act = hit.senses["act"]
        weak = not is_deliverable(candidate.act) and candidate.act not in receiving_acts()
        weak = weak and predicate.has(*PROMISING)
        if candidate.act is None or weak:
            candidate.act = act.value
        if not predicate.has("ought"):  # what is held to be needed binds nobody by itself
            predicate.marks.setdefault("act", "noun" if is_noun(act.feature) else act.feature)
        if len(candidate.hits) < 4:
            candidate.hits.append((role, hit))

    def _coordinated(self, current: Clause, hit: Hit, feature: str) -> bool:
        """Whether an infinitive begins another statement of the same kind: ... and to build."""
        act, candidate = hit.senses.get("act"), current.candidate
        if feature != "base" or act is None or not is_deliverable(act.value):
            return False
        if not current.marks.keys() & PROMISING or candidate.act is None:
            return False
        if not any(
            "act" in h.senses and h.senses["act"].feature == "base" for _, h in candidate.hits
        ):
            return False
        end = hit.start - 1
        if not (
            self.text.startswith((", ", "; "), end - 1)
            or any(h.end == end and "joiner" in h.senses for h in self.hits_between(end - 9, end))
        ):
            return False
        finite = Finite(hit, "act", feature)
        own = current.acting
        clause = Clause(
            finite.predicate(self.words), Acting(own.who, own.entity, hit.start, "joined")
        )
        clause.after = current
        clause.candidate.speaker = candidate.speaker
        self.found.append(clause)
        return True

    def _negated(self, index: int) -> bool:
        """Whether the word right before the predicate negates it."""
        if not index or "negation" not in self.hits[index - 1].senses:
            return False
        return not self.text[self.hits[index - 1].end : self.hits[index].start].strip()

    def _say(self, said: Clause) -> None:
        """Words of saying: who speaks, in what follows them or came before them."""
        subject = said.candidate.subject
        if subject is None:
            return
        said.candidate.speaker, said.candidate.rule = subject, "say"
        for clause in self.found:
            candidate = clause.candidate
            if candidate.speaker is None and candidate.subject is not subject:
                candidate.speaker = subject
                we = candidate.subject
                if subject.codes and we is not None and (we.first or we.start == we.end):
                    candidate.subject = subject
        self.speaker = subject
        self.floor = said.predicate.lead.end

    def _by_its_object(self, index: int, role: str) -> tuple[str, int]:
        """What the noun behind a verb makes of it, and where the two end.

        Who confirms a commitment commits; who expresses support has a position; who tells of an
        intention has it.
        """
        hit = self.hits[index]
        if role == "restate" and self.closes(hit):
            return "say", hit.end
        if role == "position" and self.closes(hit) and self.behind(Finite(hit, "say", "")):
            return "say", hit.end  # ..., thinks A
        light = "light" in hit.senses
        if not light and role not in ("restate", "say", "announce"):
            return role, hit.end
        decided = noun_that_decides(self.text, self.hits, index)
        if decided is None:
            return role, hit.end
        meant, noun = decided
        if meant == "commit" and any(
            hit.end < mention.start < noun.start and mention.type in _COUNTS
            for mention in self.mentions
        ):
            return role, hit.end  # counted agreements are told, not made
        bound = meant in _BINDING and (role == "restate" or is_told_of(noun))
        if light or bound or is_wanted(noun):
            return meant, noun.end
        return role, hit.end

    def _called(self, clause: Clause) -> None:
        """Of whom it is asked: whom the verb governs stands behind it."""
        hit = clause.predicate.lead
        for entity in self.entities:
            if entity.start >= hit.end and entity is not clause.candidate.subject and entity.codes:
                between = self.text[hit.end : entity.start]
                if len(between) <= _BEHIND and "object" in entity.cases and entity.role != "none":
                    entity.role = "receiver"
                break
