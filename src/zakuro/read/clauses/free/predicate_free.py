"""Clauses whose words stand in free order: the form of the verb and the case of a name tell."""

from __future__ import annotations

import re
from functools import cache

from zakuro.languages.load import Pack
from zakuro.read.clauses.clause import Candidate, Clauses, Context, Sentence, is_deliverable
from zakuro.read.clauses.free.finite import (
    FIRST,
    Predicate,
    extend,
    feature_of,
    is_noun,
    is_told_of,
    noun_that_decides,
)
from zakuro.read.clauses.free.kinds import SILENCING, Kinds
from zakuro.read.clauses.spans import laid_out
from zakuro.read.lexis.lexicon import Hit

_NOT_FINITE = frozenset({"base", "gerund", "noun"})
_OPENING = " \"'“”‘’«»[]()*_#…—–-"
_BINDING = frozenset({"commit", "intend"})
_COUNTS = frozenset({"count", "number", "range"})
_DASH = re.compile(" [—–] ")
_REACH = 60
_BEHIND = 40
_LEAST_SAID = 15


class FreeOrder(Clauses):
    """Clauses of languages in which endings, not places, tell the parts of a clause."""

    def read(self, sentence: Sentence, context: Context) -> list[Candidate]:
        """The candidates of one sentence, in order, without gaps between their clauses."""
        text, start, end, hits = sentence.folded.text, sentence.start, sentence.end, sentence.hits
        reading = _Sentence(sentence, context, self.pack, _infinitives(self.pack))
        candidates = laid_out(text, start, end, reading.candidates(), hits)
        for candidate in candidates:
            for mention in sentence.mentions:
                if mention.start < candidate.end < mention.end:
                    candidate.end = mention.end  # the stop of an abbreviation is its own
        return candidates


@cache
def _infinitives(pack: Pack) -> re.Pattern[str] | None:
    """The first word in a clause that has an ending of infinitives, if the pack names any."""
    endings, others = (
        pack.section("syntax").get(key, ()) for key in ("infinitives", "no_infinitives")
    )
    if not endings:
        return None
    return re.compile(
        rf"[^,;:()—–]*?\b(?!(?:{'|'.join(others)})\b)[^\W\d_]{{2,}}(?:{'|'.join(endings)})\b"
    )


class _Sentence(Kinds):
    """One sentence while its clauses are read."""

    def __init__(
        self,
        sentence: Sentence,
        context: Context,
        pack: Pack,
        infinitive: re.Pattern[str] | None,
    ) -> None:
        super().__init__(sentence, context, pack)
        self.infinitive = infinitive

    def candidates(self) -> list[Candidate]:
        """All candidates, in order."""
        conditional = False
        skip = -1
        for index, hit in enumerate(self.hits):
            senses = hit.senses
            if "condition" in senses and "unconditional" not in senses:
                conditional = True
            if "that" in senses:
                self.floor = hit.end
            if "relative" in senses and self._parted(hit):
                self.relative, self.opened = True, hit.start
            if index <= skip:
                continue
            if "future" in senses:
                skip = self._future(index)
                continue
            role = hit.role
            if role:
                self._predicate(index, role)
        self.leave_promising()
        if conditional:
            for candidate in self.found:
                candidate.kind = None
        elif self.context.frame:
            self._views()
        return self.found

    def _views(self) -> None:
        """What somebody at the gathering says, and no verb makes anything else of, is a view."""
        stops = [candidate.start for candidate in self.found[1:]]
        for candidate, stop in zip(self.found, [*stops, self.end], strict=False):
            if candidate.rule != "say":
                continue
            said = candidate.hits[0][1].end
            opened = next(
                (h.end for h in self.hits if h.start >= said and "that" in h.senses), stop
            )
            if stop - opened > _LEAST_SAID:
                candidate.kind, candidate.rule = "position", "said"

    def _predicate(self, index: int, role: str) -> None:
        """Takes one deciding hit: a predicate of its own, or a part of the one before."""
        hit = self.hits[index]
        feature = feature_of(hit, role)
        current = self.found[-1] if self.found else None
        if role in SILENCING and role != "refuse":
            self.silenced = True
        if feature in _NOT_FINITE or (role == "act" and self._leads_no_clause(index, feature)):
            if current is not None:
                if not self._coordinated(current, hit, feature):
                    extend(current, hit, role)
            elif current is None and role == "act" and feature == "base":
                self._fragment(hit)
            return
        if self.relative:
            self._relative(hit.end)
            self.last = hit.end
            return
        role, end = self._by_its_object(index, role)
        if role == "light" or (role == "intend" and self._was(index)):
            return
        predicate = Predicate(hit, role, feature)
        predicate.end = end
        self._open(predicate, index)

    def _was(self, index: int) -> bool:
        """Whether an auxiliary right before it puts a state into the past: was ready to."""
        before = self.hits[index - 1] if index else None
        return (
            before is not None
            and "auxiliary" in before.senses
            and before.end == self.hits[index].start - 1
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
                first = FIRST if hit.senses["future"].feature.endswith(FIRST) else ""
                form = "passive_future" if act.feature == "passive_past" else "future"
                predicate = Predicate(hit, "act", form + first)
                predicate.act, predicate.end = act.value, other.end
                self._open(predicate, index)
                if self.found and self.found[-1].start <= hit.start:
                    self.found[-1].hits.append(("act", other))
                return place
        if unknown:
            self._unknown_future(index, unknown)
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

    def _unknown_future(self, index: int, end: int) -> None:
        hit = self.hits[index]
        if self.relative:
            self._relative(end)
            return
        first = FIRST if hit.senses["future"].feature.endswith(FIRST) else ""
        predicate = Predicate(hit, "act", f"future{first}")
        predicate.end = end
        subject = self.subject(predicate)
        if self.context.frame or (subject is not None and subject.codes):
            self._open(predicate, index)

    def _open(self, predicate: Predicate, index: int) -> None:
        """A clause of its own for a finite predicate, if it has a subject or needs none."""
        hit = predicate.hit
        predicate.negated = self._negated(index)
        if predicate.role == "commit" and self.only_promises(predicate):
            predicate.role = "say"
        told = predicate.role == "say" and self.closes(hit)
        predicate.subject = (told and self.behind(predicate)) or self.subject(predicate)
        if predicate.role == "say":
            self._say(predicate)
            return
        kind, strength, rule = self.kind_of(predicate)
        current = self.found[-1] if self.found else None
        if current is not None and (
            self._shares_its_object(predicate, current) or self._goes_on(predicate, index, current)
        ):
            extend(current, hit, predicate.role)
            return
        if rule == "":
            if predicate.subject is not None and hit.start < self.end:
                kind, rule = None, "other"
            else:
                if current is not None:
                    extend(current, hit, predicate.role)
                return
        if predicate.negated and kind in ("pledge", "proposal", "result"):
            kind, strength, rule = None, None, "negated"
        if self.silenced and kind in ("pledge", "proposal"):
            kind, strength, rule = None, None, "silenced"
        if predicate.role in SILENCING:
            self.silenced = True
        candidate = Candidate(self._begin(predicate, current), kind, rule)
        candidate.strength = strength
        candidate.subject = predicate.subject
        candidate.speaker = self.speaker
        candidate.hits.append((predicate.role, hit))
        if predicate.role in ("act", "position"):
            act = hit.senses.get("act")
            candidate.act = predicate.act or (act.value if act else None)
        if kind == "call":
            self._called(candidate)
        self.found.append(candidate)
        self.last = hit.end

    def _shares_its_object(self, predicate: Predicate, current: Candidate) -> bool:
        """Whether only a joiner parts two verbs: built and rebuilt the same roads."""
        if predicate.role != "act" or not current.hits or current.hits[-1][0] != "act":
            return False
        last = current.hits[-1][1]
        between = self.text[last.end : predicate.hit.start].strip()
        return " " not in between and any(
            "joiner" in hit.senses and hit.end == predicate.hit.start - 1
            for hit in self.hits_between(last.end + 1, last.end + 2)
        )

    def _goes_on(self, predicate: Predicate, index: int, current: Candidate) -> bool:
        """Whether a verb only goes on with the pledge before it: deepens, advances and realises."""
        if predicate.feature != "future" or current.kind != "pledge" or predicate.negated:
            return False
        if current.rule != "future" or predicate.subject is not current.subject:
            return False
        if is_deliverable(predicate.act):
            return False
        for other in self.hits[index + 1 : index + 3]:
            sense = other.senses.get("act")
            if sense is not None:
                return not (sense.feature == "base" and is_deliverable(sense.value))
        return True

    def _coordinated(self, current: Candidate, hit: Hit, feature: str) -> bool:
        """Whether an infinitive begins another statement of the same kind: ... and to build."""
        act = hit.senses.get("act")
        if feature != "base" or act is None or not is_deliverable(act.value):
            return False
        if current.kind not in ("pledge", "proposal") or current.act is None:
            return False
        if not any(
            "act" in h.senses and h.senses["act"].feature == "base" for _, h in current.hits
        ):
            return False
        end = hit.start - 1
        if not (
            self.text.startswith(", ", end - 1)
            or any(h.end == end and "joiner" in h.senses for h in self.hits_between(end - 9, end))
        ):
            return False
        new = Candidate(hit.start, current.kind, current.rule)
        new.strength, new.subject, new.speaker = current.strength, current.subject, current.speaker
        new.act = act.value
        new.hits.append(("act", hit))
        self.found.append(new)
        return True

    def _negated(self, index: int) -> bool:
        """Whether the word right before the predicate negates it."""
        if not index or "negation" not in self.hits[index - 1].senses:
            return False
        return not self.text[self.hits[index - 1].end : self.hits[index].start].strip()

    def _say(self, predicate: Predicate) -> None:
        """Words of saying: who speaks, and in what follows them or came before them."""
        hit, subject = predicate.hit, predicate.subject
        if subject is None:
            return
        current = self.found[-1] if self.found else None
        said = Candidate(self._begin(predicate, current), None, "say")
        said.speaker = said.subject = subject
        said.hits.append(("say", hit))
        for candidate in self.found:
            if candidate.speaker is None and candidate.subject is not subject:
                candidate.speaker = subject
                said_we = candidate.subject
                if said_we is not None and (said_we.first or said_we.start == said_we.end):
                    candidate.subject = subject if subject.codes else said_we
        self.speaker = subject
        self.found.append(said)
        self.last = self.floor = hit.end

    def _begin(self, predicate: Predicate, current: Candidate | None) -> int:
        """Where a clause begins: behind the sign or the word that parts it from the one before."""
        begin = predicate.start
        if current is None:
            return begin
        floor = max(self.last, current.start)
        cut = max(self.text.rfind(sign, floor, begin) for sign in ",;:—–") + 1
        for hit in self.hits_between(floor, begin):
            if "joiner" in hit.senses or "that" in hit.senses:
                cut = max(cut, hit.end)
        return cut if cut > floor else begin

    def _by_its_object(self, index: int, role: str) -> tuple[str, int]:
        """What the noun behind a verb makes of it, and where the two end.

        Who confirms a commitment commits; who expresses support has a position; who tells of an
        intention has it.
        """
        hit = self.hits[index]
        if role == "restate" and self.closes(hit):
            return "say", hit.end
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
        if light or (meant in _BINDING and (role == "restate" or is_told_of(noun))):
            return meant, noun.end
        return role, hit.end

    def _called(self, candidate: Candidate) -> None:
        """Of whom it is asked: whom the verb governs stands behind it."""
        hit = candidate.hits[0][1]
        for entity in self.entities:
            if entity.start >= hit.end and entity is not candidate.subject and entity.codes:
                between = self.text[hit.end : entity.start]
                if len(between) <= _BEHIND and "object" in entity.cases and entity.role != "none":
                    entity.role = "receiver"
                break

    def _fragment(self, hit: Hit) -> None:
        """A clause without a subject: an item of a list, a measure."""
        if self.text[self.start : hit.start].strip(_OPENING):
            return
        if _DASH.search(self.text, hit.end, min(self.end, hit.end + _REACH)):
            return  # what it is, is told behind the dash: to return it is our duty
        candidate = Candidate(hit.start, "pledge", "fragment")
        candidate.strength = "intends"
        candidate.hits.append(("act", hit))
        candidate.act = hit.senses["act"].value
        self.found.append(candidate)
        self.last = hit.end
