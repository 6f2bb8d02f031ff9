"""Clauses whose kind is decided by what stands at their end: objects, then predicate."""

from __future__ import annotations

from collections.abc import Iterator

from zakuro.languages.load import Pack
from zakuro.model.statement import Kind, Strength
from zakuro.read.clauses.clause import (
    DONE,
    FINITE,
    KINDS,
    Candidate,
    Clauses,
    Context,
    Sentence,
)
from zakuro.read.clauses.last.chains import Chain, chains
from zakuro.read.clauses.last.numbered_proposals import as_proposals, puts_forward
from zakuro.read.clauses.last.settled import settled
from zakuro.read.clauses.last.topics import Told, topics
from zakuro.read.lexis.endings import endings
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.entities import Entity

_SILENT = frozenset({"refuse", "forecast", "doubt", "thank", "ask", "copula"})
_OVER = DONE - {"progress"}  # what was intended, not what is
_OPEN = frozenset({"present", "progress"})  # what is being considered, not what was
_MEASURES = frozenset({"percent", "money", "count", "range", "number", "dimension"})
_STATED = frozenset({"position", "say", "restate"})
_HELD = frozenset({"hold", "host"})  # what is held may be the topic of its clause
_ENDS = "。.!！?？」』)"
_REACH = 16  # characters in which a verb that no pack lists is looked for


class HeadLast(Clauses):
    """Clauses of languages in which the predicate follows all that it governs."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack)
        self._noun: str = self.syntax.get("verb_noun", "noun")
        self._quotative = tuple(self.syntax.get("quotative", ()))
        self._of = frozenset(self.syntax.get("of", ()))
        self._topics = topics(pack)
        self._endings = endings(pack)
        self._before: tuple[int, Candidate | None] = (0, None)

    def read(self, sentence: Sentence, context: Context) -> list[Candidate]:
        """The candidates of one sentence, in order."""
        folded, start, end, hits, _, mentions = sentence
        text = folded.text
        found, beside = chains(text, start, end, hits, self._noun)
        subjects = self._topics.of(sentence, found, context) if found else []
        candidates: list[Candidate] = []
        begin, first = start, 0
        for chain in found:
            opened, first = _opened(text, begin, chain.start, hits, first)
            candidate = Candidate(opened, None, "")
            candidate.end = chain.end
            candidate.hits = [(hit.role, hit) for hit in chain.hits]
            acts = [hit.senses["act"] for hit in chain.hits if "act" in hit.senses]
            candidate.act = acts[-1].value if acts else None
            told = self._topics.told(text, candidate, chain, hits, first, subjects, context)
            if told.depends or self._endings.depends(text, begin, chain.start):
                candidate.rule = "silent"
            else:
                self._judge(text, candidate, chain, told, mentions, context)
            begin = chain.end
            candidates.append(candidate)
        if end - begin > 1:
            opened, _ = _opened(text, begin, end, hits, first)
            if (state := self._tail(text, opened, end, mentions, context)) is not None:
                candidates.append(state)
            elif not found:
                candidates.extend(self._opening(sentence, beside, context))
        candidates = settled(candidates)
        if puts_forward(start, hits, mentions, context):
            candidates = settled(as_proposals(candidates, start, end, hits, text))
        self._before = end, candidates[-1] if candidates else None
        return candidates

    def _opening(
        self, sentence: Sentence, beside: list[Hit], context: Context
    ) -> Iterator[Candidate]:
        """What a sentence without a predicate says of the list that it opens, if it opens one.

        It says so beside a noun: what A will provide is as follows, or the caption "what A will
        provide"; or it goes on with what the sentence before it said: in detail, as follows.
        """
        text, start, end, hits = sentence.folded.text, *sentence[1:4]
        opens = any("list" in hit.senses for hit in hits)
        until, said = self._before
        last = beside[-1] if beside else None
        if last is not None and _parted(text, last.end, end):
            return
        if last is not None and (opens or self._is_caption(text, end, hits, last.end)):
            subjects = self._topics.of(sentence, [], context)
            yield from _announced(sentence, last, subjects)
        elif opens and said is not None and not text[until:start].strip(" "):
            yield _whole(sentence, said.kind, said.strength, said.subject)

    def _is_caption(self, text: str, end: int, hits: list[Hit], behind: int) -> bool:
        """Whether nothing but a noun stands behind a predicate, and no sentence ends there."""
        return text[end - 1] not in _ENDS and not any(
            hit.role or "particle" in hit.senses
            for hit in hits
            if hit.start >= behind and text[hit.start : hit.end] not in self._of
        )

    def _tail(
        self, text: str, begin: int, end: int, mentions: list[Raw], context: Context
    ) -> Candidate | None:
        """The words behind the last known predicate, if they tell a state that is a result.

        It is one in a list of results, and where it has a figure.
        """
        stop = end
        while stop > begin and text[stop - 1] in " 。.":
            stop -= 1
        if not self._endings.was(text, begin, stop):
            return None
        candidate = Candidate(begin, "result", "state")
        candidate.end = stop
        if context.kind != "result" and not _measured(candidate, mentions):
            return None
        candidate.own_subject = True
        return candidate

    def _judge(
        self,
        text: str,
        candidate: Candidate,
        chain: Chain,
        told: Told,
        mentions: list[Raw],
        context: Context,
    ) -> None:
        """Sets kind, strength and rule by what the chain holds."""
        roles = chain.features
        if "light" in roles and "act" in roles:
            roles["act"] = roles["light"]
        if not _SILENT.isdisjoint(roles):
            candidate.rule = "silent"
        elif not (_asks(candidate, chain, told) or _stands(candidate, chain)):
            self._binds_or_tells(text, candidate, chain, mentions, context)
        if candidate.kind in ("pledge", "proposal") and not self._bound(
            text, candidate, chain, told, context
        ):
            candidate.kind = None

    def _binds_or_tells(
        self, text: str, candidate: Candidate, chain: Chain, mentions: list[Raw], context: Context
    ) -> None:
        """Judges a clause that neither asks nor takes a stand."""
        roles = chain.features
        if roles.get("consider") in _OPEN:
            _decide(candidate, "consider")
        elif "intend" in roles and ("announce" in roles or _is_deed(roles)):
            _decide(candidate, "intend")
        elif "act" in roles and self._acted(candidate, chain, mentions, context):
            return
        elif (role := self._carries(text, candidate, chain)) is not None:
            _decide(candidate, role)
        elif roles.get("announce") in DONE and candidate.own_subject:
            candidate.kind, candidate.rule = "result", "announce"
        elif candidate.speaker and not candidate.act and ("say" in roles or "commit" in roles):
            self._said(text, candidate, chain)

    def _acted(
        self, candidate: Candidate, chain: Chain, mentions: list[Raw], context: Context
    ) -> bool:
        """Judges a clause by its act: refused, bound, done, or left to what follows."""
        roles = chain.features
        feature = roles["act"]
        says = "say" in roles or "commit" in roles or "reported" in roles
        if "negative" in (feature, roles.get("commit"), roles.get("intend")):
            candidate.kind = "position" if says and candidate.speaker else None
            candidate.rule = "negated"
            return True
        for role in ("intend", "commit", "announce"):
            known = roles.get(role)
            if known is None or (role == "intend" and known in _OVER):
                continue
            if feature not in DONE or (role == "intend" and feature == known == "progress"):
                _decide(candidate, role)
                return True
        if feature == "volition":
            candidate.kind, candidate.strength = KINDS["intend"]
            candidate.rule = "volition"
            return True
        if feature in FINITE:
            if chain.has("level"):
                if _measured(candidate, mentions) and not _ahead(candidate, mentions, context):
                    candidate.kind, candidate.rule = "result", "level"
                return True
            candidate.kind, candidate.rule = "pledge", "finite"
            candidate.strength = "intends" if "reported" in roles else "commits"
            return True
        if feature in DONE or "reported" in roles:
            if (
                says
                or candidate.own_subject
                or context.kind == "result"
                or _measured(candidate, mentions)
            ):
                candidate.kind, candidate.rule = "result", "done"
            return True
        if feature in (self._noun, "link"):
            candidate.rule = "open"
            return True
        return False

    def _carries(self, text: str, candidate: Candidate, chain: Chain) -> str | None:
        """The role in which a chain binds somebody to a verb that the pack does not list.

        What is or is so binds nobody: the pack names those verbs.
        """
        roles = chain.features
        role = next((role for role in ("intend", "commit") if role in roles), None)
        if role is None or "act" in roles or "negative" in (roles[role], roles.get("say")):
            return None
        if role == "intend" and roles[role] in _OVER:
            return None
        if chain.has("striving"):
            return role
        begin = max(candidate.start, chain.start - _REACH)
        return role if self._endings.deed(text, begin, chain.start) else None

    def _said(self, text: str, candidate: Candidate, chain: Chain) -> None:
        """What is only said, without a mark of its own: a state of things, or a position."""
        words = text[candidate.start : chain.start].rstrip()
        quotative = next((q for q in self._quotative if words.endswith(q)), None)
        if quotative is None:
            return
        words = words[: -len(quotative)].rstrip()
        stop = candidate.start + len(words)
        if words.endswith(("」", "』", '"')):
            words = words[:-1]
            stop -= 1
            opening = max(
                text.rfind("「", candidate.start, stop), text.rfind("『", candidate.start, stop)
            )
            if opening >= 0:
                candidate.start, candidate.end, candidate.quoted = opening + 1, stop, True
        state = self._endings.state(words, 0, len(words))
        if state and not chain.has("stress"):
            candidate.kind, candidate.rule = "result", "state"
        else:
            candidate.kind, candidate.rule = "position", "said"

    def _bound(
        self, text: str, candidate: Candidate, chain: Chain, told: Told, context: Context
    ) -> bool:
        """Whether somebody known binds himself: a bare verb does so only beside its subject.

        Where no subject is named, those who speak as one go on speaking, and who speaks politely.
        """
        if context.kind is not None:
            return True
        topic = context.topic
        if candidate.kind == "proposal":
            return candidate.subject is not None or not candidate.own_subject
        if candidate.rule not in ("finite", "consider"):
            return candidate.subject is not None
        if told.subjects:
            return not told.of_thing or (told.of_event and candidate.act in _HELD)
        if candidate.strength == "intends" and candidate.subject is not None:
            return True
        held = told.of_event and candidate.act in _HELD
        if topic is None or (candidate.own_subject and not held):
            return False
        last = chain.hits[-1]
        return topic.kind == "self" or text.endswith(self._endings.polite, last.start, last.end)


def _asks(candidate: Candidate, chain: Chain, told: Told) -> bool:
    """Judges a clause that asks others to act: what ought to be, what is called for, proposed."""
    roles = chain.features
    if "ought" in roles and chain.has("view") and chain.hits[-1].role in _STATED:
        candidate.kind, candidate.rule = "position", "view"
        return True
    for role in ("ought", "call", "propose"):
        if role in roles:
            if role == "call" and told.prompts and any(_prompting(hit) for hit in chain.hits):
                continue
            _decide(candidate, role)
            return True
    if roles.get("act") in ("imperative", "exhort"):
        candidate.kind, candidate.rule = "call", roles["act"]
        return True
    return False


def _prompting(hit: Hit) -> bool:
    """Whether a word both calls on others and is a deed of one's own: to prompt companies."""
    return "call" in hit.senses and "act" in hit.senses and hit.senses["act"].feature in FINITE


def _stands(candidate: Candidate, chain: Chain) -> bool:
    """Judges a clause that takes a stand, or says again what holds."""
    roles = chain.features
    last = chain.hits[-1].role
    if "position" in roles and last in ("position", "say", "commit", "act"):
        candidate.kind, candidate.rule = "position", "position"
        return True
    if "restate" in roles and candidate.subject is not None:
        candidate.kind, candidate.rule = "position", "restate"
        if roles.get("act") in FINITE and "position" not in roles:
            candidate.kind, candidate.strength = KINDS["commit"]
        return True
    return False


def _parted(text: str, start: int, end: int) -> bool:
    """Whether a sign parts words within a sentence."""
    return any(sign in "、，,;；" for sign in text[start:end])


def _is_deed(roles: dict[str, str]) -> bool:
    """Whether it is supporting, or undertaking something, that one intends."""
    return roles.get("position") in FINITE or roles.get("commit") in FINITE


def _decide(candidate: Candidate, role: str) -> None:
    candidate.kind, candidate.strength = KINDS[role]
    candidate.rule = role


def _announced(sentence: Sentence, hit: Hit, subjects: list[Entity]) -> Iterator[Candidate]:
    """What a predicate beside a noun says of the items that the noun sums up."""
    feature = hit.senses[hit.role].feature
    subject = next((each for each in reversed(subjects) if each.end <= hit.start), None)
    if subject is None:
        return
    kind: Kind | None = None
    strength: Strength | None = None
    if hit.role in ("propose", "call"):
        kind, strength = KINDS[hit.role]
    elif hit.role in ("act", "light") and feature in FINITE:
        kind, strength = KINDS["commit"]
    elif hit.role in ("act", "light") and feature in DONE:
        kind = "result"
    if kind is not None:
        yield _whole(sentence, kind, strength, subject)


def _whole(
    sentence: Sentence, kind: Kind | None, strength: Strength | None, subject: Entity | None
) -> Candidate:
    """A sentence as one candidate, which gives way where its list follows."""
    candidate = Candidate(sentence.start, kind, "announced")
    candidate.end = len(sentence.folded.text[: sentence.end].rstrip(" 。.:"))
    candidate.strength, candidate.subject = strength, subject
    return candidate


def _measured(candidate: Candidate, mentions: list[Raw]) -> bool:
    return any(
        candidate.start <= mention.start < candidate.end and mention.type in _MEASURES
        for mention in mentions
    )


def _ahead(candidate: Candidate, mentions: list[Raw], context: Context) -> bool:
    """Whether a clause names a time that is still to come."""
    day = context.day
    return day is not None and any(
        candidate.start <= mention.start < candidate.end
        and mention.type in ("date", "period")
        and (last := mention.end_date or mention.start_date) is not None
        and last > day
        for mention in mentions
    )


def _opened(text: str, start: int, end: int, hits: list[Hit], first: int) -> tuple[int, int]:
    """Where a clause begins: behind the signs and joiners that part it from the one before.

    The number of the first hit there comes with it; ``first`` is that of one not behind it.
    """
    joined = True
    while joined:
        while start < end and text[start] in " 、，,;；。」』)":
            start += 1
        while first < len(hits) and hits[first].start < start:
            first += 1
        hit = hits[first] if first < len(hits) else None
        joined = hit is not None and hit.start == start < end and "joiner" in hit.senses
        if hit is not None and joined:
            start = hit.end
    return start, first
