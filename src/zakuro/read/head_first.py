"""Clauses whose kind is decided by what stands at their beginning: subject, then predicate."""

from __future__ import annotations

from zakuro.model.statement import Kind, Strength
from zakuro.read.before import MARKS, Before, Walk, may_act
from zakuro.read.clauses import (
    DONE,
    GROWTH,
    KINDS,
    Candidate,
    Clauses,
    Context,
    is_deliverable,
    is_finite,
)
from zakuro.read.entities import Entity
from zakuro.read.fold import Folded
from zakuro.read.lexicon import Hit
from zakuro.read.raw import Raw
from zakuro.read.spans import laid_out

_MEASURED = ("percent", "money", "count", "range")
_SAYING = ("subject", "joined", "relative", "noun", "other", "anaphor")
_INSIDE = ("infinitive", "preposition", "relative", "complement", "noun-phrase")
_OBJECTLESS = (",", ";", ".", ":", ")", "")
_REACH = 40  # characters in which a predicate's own time or object follows it


class HeadFirst(Clauses):
    """Clauses of languages in which the finite predicate precedes what it governs."""

    def read(
        self,
        folded: Folded,
        start: int,
        end: int,
        hits: list[Hit],
        entities: list[Entity],
        mentions: list[Raw],
        context: Context,
    ) -> list[Candidate]:
        """The candidates of one sentence, in order, without gaps between their clauses."""
        walk = Walk(self.pack, folded, start, hits, entities)
        sentence = _Sentence(folded.text, start, end, hits, entities, mentions, context, walk)
        return sentence.candidates()


class _Sentence:
    """One sentence while it is read from its first predicate to its last."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        hits: list[Hit],
        entities: list[Entity],
        mentions: list[Raw],
        context: Context,
        walk: Walk,
    ) -> None:
        self.text, self.start, self.end = text, start, end
        self.hits, self.entities, self.mentions = hits, entities, mentions
        self.context, self.walk = context, walk

    def candidates(self) -> list[Candidate]:
        """Every predicate begins a clause of its own or adds to the one before it."""
        found: list[Candidate] = []
        speaker: Entity | None = None
        conditional = False
        for index, hit in enumerate(self.hits):
            if "condition" in hit.senses and "unconditional" not in hit.senses:
                conditional = True
            role = hit.role
            if not role:
                continue
            role = self._by_its_object(index, role)
            before = self.walk.back(index)
            before.negated |= self._negated_behind(index)
            current = found[-1] if found else None
            if role == "say" and before.how in _SAYING:
                speaker = before.subject or speaker
                said = Candidate(before.start, None, "say")
                said.speaker = before.subject
                said.hits.append(("say", hit))
                found.append(said)
                continue
            new = self._begin(index, role, before, current)
            if new is None:
                if current is not None:
                    _extend(current, hit, role, before)
                continue
            new.speaker = speaker
            if current is not None:
                self._hand_over(current, new)
            found.append(new)
        if conditional:
            for candidate in found:
                candidate.kind = None
        if len(found) > 1 and found[0].rule == "fragment" and any(c.subject for c in found):
            del found[0]
        for candidate in found:
            self._finish(candidate)
        return laid_out(self.text, self.start, self.end, found, self.hits)

    def _begin(
        self, index: int, role: str, before: Before, current: Candidate | None
    ) -> Candidate | None:
        """A new candidate where the hit begins a clause of its own, else None."""
        hit = self.hits[index]
        feature = _feature(hit, role)
        how = before.how
        if how == "anaphor":
            how = before.how = self._anaphor(index, role, feature, before)
        if how in _INSIDE and not (how == "infinitive" and before.first):
            return None
        if how == "subject":
            return self._with_subject(hit, role, feature, before)
        if how in ("joined", "boundary") and current is not None:
            if self._is_noun(index, role):
                return None
            return _coordinated(hit, role, feature, before, current)
        if how == "boundary" and current is None and (subject := self._apart(before)):
            before.how, before.subject, before.start = "subject", subject, subject.start
            return self._with_subject(hit, role, feature, before)
        opens = how in ("initial", "boundary") or (how == "infinitive" and before.first)
        if opens and current is None and self.context.place != "running":
            return self._fragment(index, role, feature, before)
        if how in ("noun", "other", "vehicle"):
            new = self._of_a_noun(hit, role, feature, before)
            if (
                new is None
                and current is None
                and (role == "commit" or feature in ("past", "present"))
            ):
                new = _candidate(hit, role, before, None, None, "other")
            return new
        return None

    def _is_noun(self, index: int, role: str) -> bool:
        """Whether what could be a coordinated verb has no object, or that of a noun."""
        hit = self.hits[index]
        if "act" not in hit.senses:
            return False
        following = self.hits[index + 1] if index + 1 < len(self.hits) else None
        if role == "support" and following is not None and following.start == hit.end + 1:
            return "preposition" in following.senses or "infinitive" in following.senses
        behind = self.text[hit.end : self.end].lstrip(MARKS)
        return role == "act" and behind[:1] in _OBJECTLESS

    def _anaphor(self, index: int, role: str, feature: str, before: Before) -> str:
        """Those who meet, where they bind themselves: "they committed to …"; else anybody."""
        if not self.context.frame or role not in ("commit", "intend") or not feature:
            return "other"
        word = next(hit for hit in reversed(self.hits[:index]) if "anaphor" in hit.senses)
        before.subject = Entity(word.start, word.end, (), "self")
        before.start = word.start
        return "subject"

    def _apart(self, before: Before) -> Entity | None:
        """A subject from which a parenthesis parts its predicate: "The G7, as hosts, commits"."""
        for entity in self.entities:
            if may_act(entity) and entity.end < before.start:
                opens = not any(
                    "article" not in hit.senses and "adverb" not in hit.senses
                    for hit in self.hits
                    if hit.end <= entity.start
                )
                behind = self.text[entity.end : entity.end + 3].lstrip(MARKS)
                return entity if opens and behind.startswith(",") else None
        return None

    def _with_subject(self, hit: Hit, role: str, feature: str, before: Before) -> Candidate | None:
        if feature == "gerund" and not before.auxiliary:
            return None
        if "state" in hit.senses and not before.auxiliary:
            return None
        kind: Kind | None
        strength: Strength | None
        if role == "act":
            if feature not in DONE and not before.auxiliary:
                return None
            kind, strength, rule = "result", None, "done"
        else:
            kind, strength = KINDS.get(role, (None, None))
            rule = role
            past = feature == "past" and not ("state" in hit.senses or before.auxiliary in _PRESENT)
            if kind == "pledge" and past and self._is_past(hit, role):
                kind, strength = "result", None
        if before.negated and kind in ("pledge", "proposal", "result"):
            kind, strength, rule = None, None, "negated"
        return _candidate(hit, role, before, kind, strength, rule)

    def _is_past(self, hit: Hit, role: str) -> bool:
        """Whether what was said reports the past: it has a time of its own, or is support."""
        if role == "support":
            return "restate" not in hit.senses
        if role == "announce" and not any(
            hit.end <= mention.start < self.end and mention.type in ("money", "count", "range")
            for mention in self.mentions
        ):
            return True
        day = self.context.day
        return day is not None and any(
            mention.end_date is not None
            and mention.end_date <= day
            and mention.start < hit.end + _REACH
            for mention in self.mentions
        )

    def _fragment(self, index: int, role: str, feature: str, before: Before) -> Candidate | None:
        """A clause without a subject: an item of a list, a quoted measure."""
        hit = self.hits[index]
        if before.start != hit.start or is_finite(self.hits[index:]) or self._has_subject():
            return None
        if before.how == "boundary" and "preposition" not in self.hits[0].senses:
            return None
        act = hit.senses.get("act")
        wanted: tuple[str, ...] = ("", "base", "gerund")
        if before.how == "boundary":
            wanted = ("", "base")
        if act and act.feature == "gerund" and self.context.place == "opening":
            wanted = ("gerund", "base") if is_deliverable(act.value) else ("", "base")
        if act and act.feature in wanted:
            return _candidate(hit, "act", before, "pledge", "intends", "fragment")
        if role in ("commit", "intend") and feature in wanted:
            return _candidate(hit, role, before, *KINDS[role], "fragment")
        return None

    def _has_subject(self) -> bool:
        """Whether a clause with a subject of its own follows behind a comma."""
        for entity in self.entities:
            ahead = self.text[max(self.start, entity.start - 6) : entity.start].rstrip(MARKS)
            if entity.kind == "self" and ahead.removesuffix(" the").rstrip(MARKS).endswith(","):
                return True
        return False

    def _of_a_noun(self, hit: Hit, role: str, feature: str, before: Before) -> Candidate | None:
        """A clause whose subject is no party: figures that grew, means that will act, duties."""
        if role == "act" and (feature in DONE or before.auxiliary) and not before.negated:
            if hit.senses["act"].value in GROWTH and any(
                hit.end <= mention.start < self.end and mention.type in _MEASURED
                for mention in self.mentions
            ):
                return _candidate(hit, role, before, "result", None, "grown")
            return None
        if not self.context.frame or before.negated:
            return None
        if role == "ought":
            return _candidate(hit, role, before, "call", None, "ought")
        if role in ("commit", "intend") and before.how == "vehicle" and feature in ("", "present"):
            return _candidate(hit, role, before, *KINDS[role], "vehicle")
        return None

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
        if candidate.rule == "vehicle" and not is_deliverable(candidate.act):
            candidate.kind = None
        behind = candidate.hits[0][1].end
        follower = next((hit for hit in self.hits if hit.start >= behind), None)
        if follower is not None and follower.start == behind + 1 and "being" in follower.senses:
            act = next((hit for role, hit in candidate.hits[1:] if role == "act"), None)
            if act is None or act.start > follower.end + 20 or _feature(act, "act") == "base":
                candidate.kind = None

    def _negated_behind(self, index: int) -> bool:
        """Whether the next word negates: "will not", "will never"."""
        hits = self.hits
        if index + 1 >= len(hits) or "negation" not in hits[index + 1].senses:
            return False
        return not self.text[hits[index].end : hits[index + 1].start].strip()

    def _by_its_object(self, index: int, role: str) -> str:
        """The role that a predicate takes from its object.

        Who reaffirms a commitment commits; who supports an activity will do something for it, while
        who supports a view takes a position.
        """
        if "await" in self.hits[index].senses:
            following = self.hits[index + 1 : index + 2]
            near = following and following[0].start == self.hits[index].end + 1
            own = near and _feature(following[0], "act") == "gerund"
            return "intend" if own and is_deliverable(_act(following[0])) else "position"
        supports = role in ("position", "restate") and "support" in self.hits[index].senses
        if role != "restate" and not supports:
            return role
        start = self.hits[index].end
        for hit in self.hits[index + 1 : index + 10]:
            between = self.text[start : hit.start]
            if len(between) > 100 or any(sign in between for sign in ";."):
                break
            if not supports and "," in between:
                break
            if role == "restate" and ("commitment" in hit.senses or "commit" in hit.senses):
                return "commit"
            if role == "restate" and "support" in hit.senses:
                supports = True
            elif supports and ("activity" in hit.senses or _feature(hit, "act") == "gerund"):
                return "support"
        return role


_PRESENT = ("is", "are", "am", "remain", "remains", "stand", "stands")


def _feature(hit: Hit, role: str) -> str:
    sense = hit.senses.get(role) or next(iter(hit.senses.values()))
    return sense.feature


def _act(hit: Hit) -> str | None:
    return hit.senses["act"].value if "act" in hit.senses else None


def _candidate(
    hit: Hit, role: str, before: Before, kind: Kind | None, strength: Strength | None, rule: str
) -> Candidate:
    candidate = Candidate(before.start, kind, rule)
    candidate.strength = strength
    candidate.subject = before.subject
    candidate.hits.append((role, hit))
    if "act" in hit.senses and role in ("act", "position"):
        candidate.act = hit.senses["act"].value
    return candidate


def _coordinated(
    hit: Hit, role: str, feature: str, before: Before, current: Candidate
) -> Candidate | None:
    if role == "act" or (role in ("position", "announce") and current.kind == "pledge"):
        act = hit.senses["act"].value if "act" in hit.senses else None
        if (
            current.kind in ("pledge", "proposal", "result")
            and current.act is not None
            and feature == _complement_feature(current)
            and is_deliverable(act)
            and not (current.nested and before.how == "joined")
        ):
            new = _candidate(hit, "act", before, current.kind, current.strength, current.rule)
            new.act = act
            new.subject = current.subject
            return new
        return None
    if feature == "gerund" or current.subject is None or before.negated:
        return None
    kind, strength = KINDS.get(role, (None, None))
    new = _candidate(hit, role, before, kind, strength, role)
    new.subject = current.subject
    return new


def _complement_feature(candidate: Candidate) -> str:
    for role, hit in candidate.hits:
        if role == "act":
            return hit.senses["act"].feature
    return ""


def _extend(current: Candidate, hit: Hit, role: str, before: Before) -> None:
    """Adds to a candidate what stands inside it."""
    if role == "act":
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
