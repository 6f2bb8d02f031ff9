"""Clauses whose kind is decided by what stands at their beginning: subject, then predicate."""

from __future__ import annotations

from zakuro.model.statement import Kind, Strength
from zakuro.model.vocabulary import expand
from zakuro.read.clauses.clause import (
    DONE,
    KINDS,
    Candidate,
    Clauses,
    Context,
    Sentence,
    is_deliverable,
    is_finite,
)
from zakuro.read.clauses.first.anaphora import Meant
from zakuro.read.clauses.first.coordination import ONGOING, feature_of
from zakuro.read.clauses.first.inanimate_subjects import candidate_of
from zakuro.read.clauses.first.left_context import MARKS, Before, Walk
from zakuro.read.clauses.spans import laid_out
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import Entity

_DEEDS = frozenset(
    "provide train establish launch finance host hold send supply deliver deploy build".split()
)
_SAYING = ("subject", "joined", "relative", "that", "noun", "name", "other", "anaphor")
_THINGS = ("noun", "name", "that", "other", "vehicle", "institution")
_BINDING = (
    "commit",
    "intend",
    "propose",
    "call",
    "announce",
    "restate",
    "position",
    "support",
    "act",
    "await",
    "consider",
)
_INSIDE = ("infinitive", "preposition", "relative", "complement", "noun-phrase")


class HeadFirst(Clauses):
    """Clauses of languages in which the finite predicate precedes what it governs."""

    def read(self, sentence: Sentence, context: Context) -> list[Candidate]:
        """The candidates of one sentence, in order, without gaps between their clauses."""
        folded, start, end, hits, entities, mentions = sentence
        walk = Walk(self.pack, folded, start, hits, entities, mentions)
        reading = _Sentence(folded.text, start, end, hits, entities, mentions, context, walk)
        return reading.candidates()


_HAPPENED = ("done", "grown")
_ASKED = ("propose", "call", "ought")
_SAID = ("announce", "restate", "propose", "position", "commit")
_FINITE = ("present", "past", "perfect")
_VIEWS = ("propose", "call", "position", "restate")  # what a text can say as well
_VIEW = 25  # characters: fewer are the subject of the clause that follows


class _Sentence(Meant):
    """One sentence while it is read from its first predicate to its last."""

    def candidates(self) -> list[Candidate]:
        """Every predicate begins a clause of its own or adds to the one before it."""
        self.found: list[Candidate] = []
        for index, hit in enumerate(self.hits):
            role = hit.role or ("level" if "level" in hit.senses else "")
            if role and not self.is_compound(hit):
                self._take(index, self.by_its_object(index, role))
        found = self.found = self._with_views()
        if any(
            "condition" in hit.senses and "unconditional" not in hit.senses for hit in self.hits
        ):
            for candidate in found:
                candidate.kind = None
        if len(found) > 1 and found[0].rule == "fragment" and any(c.subject for c in found):
            del found[0]
        subjects = [subject for c in found if (subject := c.subject or c.speaker) is not None]
        self.context.before = subjects[-1] if subjects else None
        for candidate in found:
            self._finish(candidate)
        return laid_out(self.text, self.start, self.end, found, self.hits)

    def _with_views(self) -> list[Candidate]:
        """The candidates, and what somebody is said to think: a position."""
        whole: list[Candidate] = []
        for place, candidate in enumerate(self.found):
            whole.append(candidate)
            if candidate.rule != "say" or candidate.speaker is None or not candidate.speaker.codes:
                continue
            said = candidate.hits[0][1].end
            begin = next(
                (hit.end for hit in self.hits if "that" in hit.senses and 0 < hit.start - said < 3),
                0,
            )
            last = place + 1 == len(self.found)
            stop = self.end if last else self.found[place + 1].start
            if begin and stop - begin >= _VIEW:
                view = Candidate(begin, "position", "said")
                view.speaker = candidate.speaker
                view.hits = list(candidate.hits)
                whole.append(view)
        return whole

    def _take(self, index: int, role: str) -> None:
        """One predicate: words of saying, a clause of its own, or a part of the last clause."""
        hit = self.hits[index]
        before = self.walk.back(index)
        before.negated |= self.is_negated_behind(index)
        current = self.found[-1] if self.found else None
        finite = _is_will(hit, role) or before.auxiliary in _FINITE
        finite |= role == "say" and feature_of(hit, role) in ("past", "present")
        if before.how == "complement" and finite:
            before.how = "noun"  # what stands before a finite word is its subject: the meeting
        self.set_apart(before, role, current)
        if role in _VIEWS and before.how in ("noun", "complement"):
            self.speak_as_text(index, before)
        named = before.how in ("subject", "name", "other", "anaphor")
        if role in _SAID and named and not self.text[hit.end : self.end].strip(MARKS + ".,"):
            role = "say"
        if role == "doubt" and self.is_reported(index, before, current):
            role = "commit"
        if before.how == "name" and self.context.frame:
            self.stand_for(before)
        if before.how in ("other", "anaphor") and role in _BINDING:
            self.speak_of_itself(index, before, role)
        if role == "say" and before.how in _SAYING:
            self.speaker = before.subject or self.speaker
            said = Candidate(before.start, None, "say")
            said.speaker = before.subject
            said.hits.append(("say", hit))
            self.found.append(said)
            return
        place = before.start
        new = self._begin(index, role, before, current)
        if new is not None:
            new.speaker = self.speaker
            if current is not None:
                self._hand_over(current, new)
                if current.rule == "other" and new.rule in _HAPPENED and new.start == place:
                    new.start = self.found.pop().start  # what looked like a verb was a noun: links
            self.found.append(new)
        elif current is not None:
            _extend(current, hit, role, before)

    def _begin(
        self, index: int, role: str, before: Before, current: Candidate | None
    ) -> Candidate | None:
        """A new candidate where the hit begins a clause of its own, else None."""
        hit = self.hits[index]
        feature = feature_of(hit, role)
        how = before.how
        if how == "anaphor":
            how = before.how = self._anaphor(index, role, feature, before)
        if how in _INSIDE and not (how == "infinitive" and before.first):
            opens = before.subject is not None and self.text.endswith(":", self.start, self.end)
            return self._with_subject(hit, role, feature, before, "caption") if opens else None
        if role == "commit" and how != "joined" and self._is_passive(index, before, current):
            how = before.how
        if how == "subject":
            return self._with_subject(hit, role, feature, before)
        if how in ("joined", "boundary") and current is not None:
            if self.is_noun(index, role) or self.is_shared(index, current):
                return None
            inside = how == "joined" and self.is_inside(index, current)
            if (inside or self._is_called_for(index, role, feature, current)) and role != "act":
                return None
            return self._coordinated(hit, role, feature, before, current)
        if current is None and how in ("initial", "boundary", "infinitive"):
            return self._opening(index, role, feature, before)
        if how == "name" and self.context.frame and role in ("propose", "call"):
            return candidate_of(hit, role, before, *KINDS[role], role)
        if how in _THINGS:
            new = self.of_a_noun(index, role, feature, before, current)
            finite = role == "commit" or feature in ("past", "present")
            if new is None and current is None and finite:
                new = candidate_of(hit, role, before, None, None, "other")
            return new
        return None

    def _opening(self, index: int, role: str, feature: str, before: Before) -> Candidate | None:
        """The first predicate of a sentence, behind a sign or nothing."""
        if before.how == "boundary" and (subject := self.apart(before)):
            before.how, before.subject, before.start = "subject", subject, subject.start
            return self._with_subject(self.hits[index], role, feature, before)
        if before.how == "boundary" and before.auxiliary:
            return self.of_a_noun(index, role, feature, before, None)
        if before.how == "boundary" and feature == "past":
            return candidate_of(self.hits[index], role, before, None, None, "other")
        if self.context.place != "running":
            return self._fragment(index, role, feature, before)
        return None

    def _is_passive(self, index: int, before: Before, current: Candidate | None) -> bool:
        """Whether a promise is in the passive; who is named as its agent becomes its subject."""
        passive, agent = self.agent(index)
        if agent is not None and before.how in (*_THINGS, "subject"):
            if before.how != "subject":
                before.start = self.clause_start(before, current)
            before.how, before.subject = "subject", agent
        elif passive and before.subject is not None and before.subject.kind != "self":
            before.how, before.subject = "noun", None
        return passive

    def _anaphor(self, index: int, role: str, feature: str, before: Before) -> str:
        """Those who meet, where they bind themselves: "they committed to …"; else anybody."""
        if not self.context.frame or role not in ("commit", "intend") or not feature:
            return "other"
        word = next(hit for hit in reversed(self.hits[:index]) if "anaphor" in hit.senses)
        before.subject = Entity(word.start, word.end, (), "self")
        before.start = word.start
        return "subject"

    def _with_subject(
        self, hit: Hit, role: str, feature: str, before: Before, rule: str = ""
    ) -> Candidate | None:
        if feature == "gerund" and not before.auxiliary:
            return None
        if "state" in hit.senses and not before.auxiliary:
            return None
        if feature == "base" and not before.auxiliary and _is_one(before.subject):
            return None  # a noun: one party "supports", but "its support"
        kind: Kind | None
        strength: Strength | None
        if role == "support" and before.subject is not None and before.subject.kind != "self":
            role = "position"  # one party supports what another does: a view, no promise
        if role == "act":
            if feature not in DONE and not before.auxiliary:
                return None
            kind, strength, rule = "result", None, "done"
        elif role == "level":
            if not self.is_figured(hit):
                return None
            kind, strength, rule = "result", None, "grown"
        else:
            kind, strength = KINDS.get(role, (None, None))
            rule = rule or role
            past = feature == "past" and not (
                "state" in hit.senses or before.auxiliary == "present"
            )
            if kind == "pledge" and past and self.is_past(hit, role):
                kind, strength = "result", None
        if before.negated and kind in ("pledge", "proposal", "result"):
            kind, strength, rule = None, None, "negated"
        return candidate_of(hit, role, before, kind, strength, rule)

    def _fragment(self, index: int, role: str, feature: str, before: Before) -> Candidate | None:
        """A clause without a subject: an item of a list, a quoted measure."""
        hit = self.hits[index]
        if before.auxiliary or before.negated or is_finite(self.hits[index:]):
            return None
        if self.has_subject() or self.is_without_object(hit):
            return None
        if before.how == "boundary" and not self.is_introduced(hit):
            return None
        if before.how == "infinitive" and not self.goes_on(index):
            return None
        act = hit.senses.get("act")
        wanted: tuple[str, ...] = ("", "base", "gerund")
        if before.how == "boundary":
            wanted = ("", "base")
        if act and act.feature == "gerund" and self.context.place == "opening":
            wanted = ("gerund", "base") if is_deliverable(act.value) else ("", "base")
        if act and act.feature in wanted:
            return candidate_of(hit, "act", before, "pledge", "intends", "fragment")
        if role in ("commit", "intend") and feature in wanted:
            return candidate_of(hit, role, before, *KINDS[role], "fragment")
        return None

    def _coordinated(
        self, hit: Hit, role: str, feature: str, before: Before, current: Candidate
    ) -> Candidate | None:
        if role == "act" or (
            role in ("position", "announce") and current.kind in ("pledge", "proposal")
        ):
            act = hit.senses["act"].value if "act" in hit.senses else None
            if (
                current.kind in ("pledge", "proposal", "result")
                and current.rule != "vehicle"
                and current.act is not None
                and feature == _complement_feature(current)
                and is_deliverable(act)
                and feature != current.within
                and not (current.nested and before.how == "joined")
            ):
                new = candidate_of(hit, "act", before, current.kind, current.strength, current.rule)
                new.act = act
                new.subject = current.subject
                return new
            return None
        subject = current.subject or current.speaker or self.speaker
        trailing = before.how == "boundary" and role in ("propose", "call", "commit")
        if self._disagrees(current, subject, role, feature):
            return None
        known = subject is not None or (current.rule == "say" and role in _ASKED)
        if not known or before.negated or (feature == "gerund" and not trailing):
            return None
        kind, strength = KINDS.get(role, (None, None))
        if feature == "past" and role in ONGOING and "restate" not in hit.senses:
            kind, strength = "result", None
        new = candidate_of(hit, role, before, kind, strength, role)
        new.subject = subject
        return new

    def _is_called_for(self, index: int, role: str, feature: str, current: Candidate) -> bool:
        """Whether others are called on to bind themselves: to withdraw and commit to peace."""
        binds = role in ("commit", "intend") and feature == "base"
        return binds and current.kind == "call" and not self.is_parted(index)

    @staticmethod
    def _disagrees(current: Candidate, subject: Entity | None, role: str, feature: str) -> bool:
        """Whether a verb does not go on with the one before it.

        One in the singular belongs to a relative clause (we …, which supports), a participle to a
        noun (universally recognised law).
        """
        first = next(iter(current.hits[0][1].senses.values())).feature if current.hits else ""
        if role == "position" and feature == "past" and first in ("base", "present"):
            return True
        return subject is not None and subject.kind == "self" and feature == "present"

    def _hand_over(self, current: Candidate, new: Candidate) -> None:
        """A clause that only opens another one ("we announce that") leaves the word to it."""
        behind = current.hits[-1][1].end if current.hits else current.start
        if new.subject is None or current.act is not None or behind > new.start:
            return
        between = [hit for hit in self.hits if behind <= hit.start and hit.end <= new.start]
        words = self.text[behind : new.start].strip(MARKS + ",")
        for hit in between:
            if any(role in hit.senses for role in ("that", "adverb", "article")):
                words = words.replace(self.text[hit.start : hit.end], "", 1)
        times = [m for m in self.mentions if behind <= m.start and m.end <= new.start]
        for mention in times:
            words = words.replace(self.text[mention.start : mention.end], "", 1)
        if not words.strip(MARKS + ",") and (new.kind is not None or current.rule == "announce"):
            current.kind = None

    def _finish(self, candidate: Candidate) -> None:
        """What the whole clause decides: means bind only to deeds, and being is no act."""
        if candidate.kind != "pledge":
            return
        if candidate.rule == "vehicle" and candidate.act not in _DEEDS:
            candidate.kind = None
        if candidate.subject is not None and self.turn_round(candidate):
            return
        if candidate.rule == "caption":
            candidate.act = None  # what it is of stands below it
        behind = candidate.hits[0][1].end
        follower = next((hit for hit in self.hits if hit.start >= behind), None)
        if follower is not None and follower.start == behind + 1 and "being" in follower.senses:
            act = next((hit for role, hit in candidate.hits[1:] if role == "act"), None)
            if act is None or act.start > follower.end + 20 or feature_of(act, "act") == "base":
                candidate.kind = None


def _is_will(hit: Hit, role: str) -> bool:
    """Whether a promise or a duty is an auxiliary, which has no forms."""
    return role in ("commit", "ought") and not feature_of(hit, role)


def _is_one(subject: Entity | None) -> bool:
    """Whether a subject is one party, whose verbs agree with it."""
    return (
        subject is not None
        and subject.kind in ("party", "person")
        and len(expand(subject.codes)) == 1
    )


def _complement_feature(candidate: Candidate) -> str:
    for role, hit in candidate.hits:
        if role == "act":
            return hit.senses["act"].feature
    return ""


def _extend(current: Candidate, hit: Hit, role: str, before: Before) -> None:
    """Adds to a candidate what stands inside it."""
    current.relative |= before.how in ("relative", "that") and role != "act"
    if role == "act":
        if before.how in ("relative", "that"):
            current.within = hit.senses["act"].feature
        elif before.how in ("infinitive", "preposition"):
            current.within = ""
        current.nested = before.how in ("infinitive", "preposition", "relative")
        if current.act is None:
            current.act = hit.senses["act"].value
        if len(current.hits) < 4:
            current.hits.append((role, hit))
        return
    if before.how == "complement" and role in ("forecast", "doubt", "refuse"):
        current.kind = None
    if current.act is None and "act" in hit.senses:
        current.act = hit.senses["act"].value
        current.hits.append(("act", hit))
