"""Clauses whose kind is decided by what stands at their beginning: subject, then predicate."""

from __future__ import annotations

from zakuro.languages.load import Pack
from zakuro.model.statement import Kind, Strength
from zakuro.read.clauses import (
    DONE,
    GROWTH,
    KINDS,
    Candidate,
    Clauses,
    Context,
    is_deliverable,
    role_of,
)
from zakuro.read.entities import SUBJECTS, Entity
from zakuro.read.fold import Folded
from zakuro.read.lexicon import Hit, Senses
from zakuro.read.raw import Raw

_SKIPPED = ("adverb", "auxiliary", "negation")
_BOUNDARY = ",;:—–()"
_MARKS = " \"'“”‘’[]*_#…"


class Before:
    """What stands before a predicate: how it is introduced, and by whom."""

    __slots__ = ("auxiliary", "first", "how", "negated", "start", "subject")

    def __init__(self, start: int) -> None:
        self.how = "initial"
        self.start = start
        self.subject: Entity | None = None
        self.negated = False
        self.auxiliary = ""
        self.first = False


class HeadFirst(Clauses):
    """Clauses of languages in which the finite predicate precedes what it governs."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack)
        self._adverb_endings = tuple(self.syntax.get("adverb_endings", ()))
        self._capitals = bool(self.syntax.get("capitals"))

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
        ends = {entity.end: entity for entity in entities if entity.kind in SUBJECTS}
        candidates: list[Candidate] = []
        speaker: Entity | None = None
        conditional = False
        for index, hit in enumerate(hits):
            if "condition" in hit.senses and "unconditional" not in hit.senses:
                conditional = True
            role = role_of(hit)
            if not role:
                continue
            role = _by_its_object(folded.text, hits, index, role)
            current = candidates[-1] if candidates else None
            before = self._before(folded, start, hits, index, ends, entities)
            before.negated |= _negated_behind(folded.text, hits, index)
            if role == "say" and before.how in ("subject", "joined", "relative", "noun", "other"):
                speaker = before.subject or speaker
                said = Candidate(before.start, None, "say")
                said.speaker = before.subject
                said.hits.append(("say", hit))
                candidates.append(said)
                continue
            new = self._begin(
                hit, role, before, current, mentions, end, context, entities, folded.text
            )
            if new is not None:
                new.speaker = speaker
                candidates.append(new)
            elif current is not None:
                _extend(current, hit, role, before)
        if conditional:
            for candidate in candidates:
                candidate.kind = None
        if (
            len(candidates) > 1
            and candidates[0].rule == "fragment"
            and any(candidate.subject is not None for candidate in candidates)
        ):
            del candidates[0]
        return _laid_out(folded.text, start, end, candidates)

    def _before(
        self,
        folded: Folded,
        floor: int,
        hits: list[Hit],
        index: int,
        ends: dict[int, Entity],
        entities: list[Entity],
    ) -> Before:
        """Walks back from a predicate over adverbs and auxiliaries to what introduces it."""
        text = folded.text
        position = hits[index].start
        before = Before(position)
        j = index - 1
        for _ in range(12):
            left = max(hits[j].end if j >= 0 else floor, floor)
            gap = text[left:position].rstrip(_MARKS)
            subject = ends.get(left + len(gap))
            if subject and subject.start >= floor:
                before.how, before.subject = "subject", subject
                before.start = _with_article(hits, j, subject.start)
                return before
            bare = gap.lstrip(_MARKS)
            if bare:
                begin = text.rfind(" ", left, left + len(gap)) + 1
                begin = begin if begin > left else left + len(gap) - len(bare)
                word = text[begin : left + len(gap)]
                if word.endswith(self._adverb_endings):
                    before.start = position = begin
                    continue
                return self._behind_words(folded, floor, before, left + len(gap), entities)
            if left == floor:
                return before
            senses = hits[j].senses
            if not any(role in senses for role in _SKIPPED):
                before.how = _introduced(senses)
                before.first = not text[floor : hits[j].start].strip(_MARKS)
                return before
            if "auxiliary" in senses:
                before.auxiliary = text[hits[j].start : hits[j].end]
            before.negated |= "negation" in senses
            before.start = position = hits[j].start
            j -= 1
        before.how = "noun"
        return before

    def _behind_words(
        self, folded: Folded, floor: int, before: Before, end: int, entities: list[Entity]
    ) -> Before:
        """Behind a sign, or words that the pack does not know, which may be a name."""
        text = folded.text
        if text[end - 1] in _BOUNDARY:
            before.how = "boundary"
            return before
        before.how = "noun"
        begin = max(text.rfind(" ", floor, end) + 1, floor)
        if self._capitals and folded.exact(begin, begin + 1).isupper():
            before.subject = _in_capitals(folded, floor, end, entities)
            if before.subject:
                before.how = "subject"
                before.start = before.subject.start
        return before

    def _begin(
        self,
        hit: Hit,
        role: str,
        before: Before,
        current: Candidate | None,
        mentions: list[Raw],
        end: int,
        context: Context,
        entities: list[Entity],
        text: str,
    ) -> Candidate | None:
        """A new candidate where the hit begins a clause of its own, else None."""
        feature = _feature(hit, role)
        how = before.how
        if how == "infinitive" and current is None and before.first:
            return _fragment(hit, role, feature, before)
        if how in ("infinitive", "preposition", "relative", "complement", "noun-phrase"):
            return None
        if how == "subject":
            figures = any(
                hit.end <= mention.start < end and mention.type in ("money", "count", "range")
                for mention in mentions
            )
            return self._with_subject(hit, role, feature, before, figures)
        if how in ("joined", "boundary") and current is not None:
            return _coordinated(hit, role, feature, before, current)
        if (
            how == "boundary"
            and current is None
            and (subject := self._apart(before, entities, text))
        ):
            before.how, before.subject, before.start = "subject", subject, subject.start
            return self._with_subject(hit, role, feature, before, False)
        if how == "initial" and current is None:
            return _fragment(hit, role, feature, before)
        if how in ("noun", "other", "vehicle"):
            return _of_a_noun(hit, role, feature, before, mentions, end, context)
        return None

    def _apart(self, before: Before, entities: list[Entity], text: str) -> Entity | None:
        """A subject from which a parenthesis parts its predicate: "The G7, as hosts, commits"."""
        for entity in entities:
            if entity.kind in SUBJECTS and entity.end < before.start:
                behind = text[entity.end : entity.end + 3].lstrip(_MARKS)
                return entity if behind.startswith(",") else None
        return None

    def _with_subject(
        self, hit: Hit, role: str, feature: str, before: Before, figures: bool
    ) -> Candidate | None:
        if feature == "gerund" and not before.auxiliary:
            return None
        kind: Kind | None
        strength: Strength | None
        if role == "act":
            if feature in DONE or before.auxiliary:
                kind, strength, rule = "result", None, "done"
            else:
                return None
        else:
            kind, strength = KINDS.get(role, (None, None))
            rule = role
            if role == "announce" and feature == "past" and not figures:
                kind, strength = "result", None
        if before.negated and kind in ("pledge", "proposal", "result"):
            kind, strength, rule = None, None, "negated"
        return _candidate(hit, role, before, kind, strength, rule)


def _negated_behind(text: str, hits: list[Hit], index: int) -> bool:
    """Whether the next word negates: "will not", "will never"."""
    if index + 1 >= len(hits) or "negation" not in hits[index + 1].senses:
        return False
    return not text[hits[index].end : hits[index + 1].start].strip()


def _with_article(hits: list[Hit], index: int, start: int) -> int:
    """Where a noun phrase begins with the article before it."""
    while index >= 0 and hits[index].start >= start:
        index -= 1
    article = index >= 0 and "article" in hits[index].senses and hits[index].end + 1 == start
    return hits[index].start if article else start


def _feature(hit: Hit, role: str) -> str:
    sense = hit.senses.get(role) or next(iter(hit.senses.values()))
    return sense.feature


def _by_its_object(text: str, hits: list[Hit], index: int, role: str) -> str:
    """The role that a predicate takes from its object.

    Who reaffirms a commitment commits; who supports an activity will do something for it, while who
    supports a view takes a position.
    """
    supports = role in ("position", "restate") and "support" in hits[index].senses
    if role != "restate" and not supports:
        return role
    start = hits[index].end
    for hit in hits[index + 1 : index + 10]:
        if hit.start - start > 100 or any(sign in text[start : hit.start] for sign in ";."):
            break
        if not supports and "," in text[start : hit.start]:
            break
        if role == "restate" and ("commitment" in hit.senses or "commit" in hit.senses):
            return "commit"
        if role == "restate" and "support" in hit.senses:
            supports = True
        elif supports and ("activity" in hit.senses or _feature(hit, "act") == "gerund"):
            return "support"
    return role


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


def _fragment(hit: Hit, role: str, feature: str, before: Before) -> Candidate | None:
    """A clause without a subject: an item of a list, a quoted measure."""
    if before.start != hit.start:
        return None
    if "act" in hit.senses and hit.senses["act"].feature in ("", "base", "gerund"):
        return _candidate(hit, "act", before, "pledge", "intends", "fragment")
    if role in ("commit", "intend") and feature in ("", "base"):
        return _candidate(hit, role, before, *KINDS[role], "fragment")
    return None


def _of_a_noun(
    hit: Hit,
    role: str,
    feature: str,
    before: Before,
    mentions: list[Raw],
    end: int,
    context: Context,
) -> Candidate | None:
    """A clause whose subject is no party: figures that grew, means that will act, duties."""
    if role == "act" and (feature in DONE or before.auxiliary) and not before.negated:
        if hit.senses["act"].value in GROWTH and any(
            hit.end <= mention.start < end
            and mention.type in ("percent", "money", "count", "range")
            for mention in mentions
        ):
            return _candidate(hit, role, before, "result", None, "grown")
        return None
    if not context.frame or before.negated:
        return None
    if role == "ought":
        return _candidate(hit, role, before, "call", None, "ought")
    if role in ("commit", "intend") and before.how == "vehicle" and feature in ("", "present"):
        return _candidate(hit, role, before, *KINDS[role], "vehicle")
    return None


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


def _introduced(senses: Senses) -> str:
    for role, how in (
        ("joiner", "joined"),
        ("infinitive", "infinitive"),
        ("preposition", "preposition"),
        ("relative", "relative"),
        ("article", "noun-phrase"),
        ("that", "noun"),
        ("vehicle", "vehicle"),
        ("other", "other"),
        ("party", "noun-phrase"),
        ("adjective", "noun-phrase"),
    ):
        if role in senses:
            return how
    return "complement"


def _in_capitals(
    folded: Folded, floor: int, word_end: int, entities: list[Entity]
) -> Entity | None:
    """The party inside the run of capitalised words that ends here: U.S. Department of State."""
    text = folded.text
    position = word_end
    small = 0
    while position > floor and small < 3:
        begin = max(text.rfind(" ", floor, position - 1) + 1, floor)
        for entity in entities:
            if entity.start <= begin < entity.end or begin <= entity.start < position:
                return entity
        small = 0 if folded.exact(begin, begin + 1).isupper() else small + 1
        if begin <= floor:
            break
        position = begin - 1
    return None


def _laid_out(text: str, start: int, end: int, candidates: list[Candidate]) -> list[Candidate]:
    """Gives each candidate its words: up to the next one, without joiners and signs."""
    for index, candidate in enumerate(candidates):
        last = index + 1 == len(candidates)
        stop = end if last else candidates[index + 1].start
        if index == 0 and candidate.rule != "say":
            candidate.start = start
        while stop > candidate.start and text[stop - 1] in " ,;:.!?\"'”’)([—–":
            stop -= 1
            if text[stop] == ")" and "(" in text[candidate.start : stop]:
                stop += 1
                break
        for joiner in (" and", " or", " but", " while", " the"):
            if stop - len(joiner) > candidate.start and text.endswith(
                joiner, candidate.start, stop
            ):
                stop -= len(joiner)
        while stop > candidate.start and text[stop - 1] in " ,;":
            stop -= 1
        candidate.end = stop
        while candidate.start < stop and text[candidate.start] in " \"'“”‘[(…*_#.":
            candidate.start += 1
    return candidates
