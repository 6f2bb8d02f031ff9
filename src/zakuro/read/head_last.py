"""Clauses whose kind is decided by what stands at their end: objects, then predicate."""

from __future__ import annotations

import re

from zakuro.languages.load import Pack
from zakuro.read.clauses import (
    DONE,
    FINITE,
    KINDS,
    Candidate,
    Clauses,
    Context,
    Sentence,
    is_deliverable,
)
from zakuro.read.entities import SUBJECTS, Entity
from zakuro.read.lexicon import Hit
from zakuro.read.raw import Raw

_BOUNDARY = "、，,;；。．.!！?？:：…"
_SILENT = frozenset({"refuse", "forecast", "doubt", "thank", "ask", "copula"})
_OPEN = frozenset({"present", "progress"})  # what is being considered, not what was
_MEASURES = frozenset({"percent", "money", "count", "range", "number"})


class Chain:
    """A predicate with all that governs it: promote + plan + said, up to a boundary.

    ``features`` has the roles of all its hits, each with the feature of the first that has it.  Of
    the acts the first counts that is more than a ``noun``: "goes on with the provision of".
    """

    __slots__ = ("end", "features", "hits", "start")

    def __init__(self, hits: list[Hit], end: int, noun: str) -> None:
        self.hits = hits
        self.start = hits[0].start
        self.end = end
        self.features: dict[str, str] = {}
        for hit in hits:
            for role, sense in hit.senses.items():
                known = self.features.setdefault(role, sense.feature)
                if role == hit.role == "act" and known == noun:
                    self.features[role] = sense.feature


class HeadLast(Clauses):
    """Clauses of languages in which the predicate follows all that it governs."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack)
        self._noun = self.syntax.get("verb_noun", "noun")
        self._quotative = tuple(self.syntax.get("quotative", ()))
        self._topics = frozenset(self.pack.section("roles").get("subject", ()))
        endings = "|".join(map(re.escape, self.syntax.get("conditional_endings", ())))
        self._conditional = re.compile(endings or r"(?!)")
        self._state = tuple(self.syntax.get("state_endings", ()))

    def read(self, sentence: Sentence, context: Context) -> list[Candidate]:
        """The candidates of one sentence, in order."""
        folded, start, end, hits, entities, mentions = sentence
        text = folded.text
        chains = self._chains(text, start, end, hits)
        joiners = {hit.start: hit.end for hit in hits if "joiner" in hit.senses}
        candidates: list[Candidate] = []
        begin = start
        for chain in chains:
            opened = _opened(text, begin, chain.start, joiners)
            depends = self._conditional.search(text, begin, chain.start) is not None
            candidate = self._candidate(
                text, opened, chain, entities, mentions, context, hits, depends
            )
            begin = chain.end
            candidates.append(candidate)
        tail = self._tail(text, _opened(text, begin, end, joiners), end, mentions, context)
        if tail is not None:
            candidates.append(tail)
        settled = _settled(candidates)
        if _puts_forward(text, start, hits, mentions, context):
            _propose(settled, start, end, hits, text)
        return settled

    def _tail(
        self, text: str, begin: int, end: int, mentions: list[Raw], context: Context
    ) -> Candidate | None:
        """The words behind the last known predicate, if they tell a state that is a result.

        It is one in a list of results, and where it has a figure.
        """
        start, stop = begin, end
        while stop > start and text[stop - 1] in " 。.":
            stop -= 1
        candidate = Candidate(start, "result", "state")
        candidate.end = stop
        if not text.endswith(self._state, start, stop):
            return None
        if context.kind != "result" and not _measured(candidate, mentions):
            return None
        candidate.own_subject = True
        return candidate

    def _chains(self, text: str, start: int, end: int, hits: list[Hit]) -> list[Chain]:
        chains: list[Chain] = []
        open_hits: list[Hit] = []
        bracketed = text.find("(", start, end) >= 0
        for index, hit in enumerate(hits):
            if not hit.role or (bracketed and _depth(text, start, hit.start)):
                continue
            how, stop = self._behind(text, end, hits, index)
            if how == "nested":
                if not self._is_noun(hit):
                    continue
                open_hits = []
                continue
            open_hits.append(hit)
            if how == "governed":
                continue
            chains.append(Chain(open_hits, stop, self._noun))
            open_hits = []
        return chains

    def _is_noun(self, hit: Hit) -> bool:
        return "act" in hit.senses and hit.senses["act"].feature == self._noun

    def _behind(self, text: str, end: int, hits: list[Hit], index: int) -> tuple[str, int]:
        """What follows a predicate: "end", "linked", "governed" or "nested", and where."""
        position = hits[index].end
        after_particle = False
        for j in range(index + 1, index + 8):
            next_start = hits[j].start if j < len(hits) else end
            gap = text[position:next_start]
            bare = gap.strip(' 」』"')
            if bare:
                return ("linked" if bare[0] in _BOUNDARY else "nested"), position
            if next_start >= end:
                return "end", end
            senses = hits[j].senses
            if hits[j].role:
                if self._is_noun(hits[j]) and not after_particle and len(senses) == 1:
                    return "nested", position
                return "governed", position
            if "purpose" in senses:
                return "nested", position
            if "joiner" in senses and "particle" not in senses:
                return "linked", position
            if not ("particle" in senses or "adverb" in senses or "negation" in senses):
                return "nested", position
            after_particle = True
            position = hits[j].end
        return "nested", position

    def _candidate(
        self,
        text: str,
        start: int,
        chain: Chain,
        entities: list[Entity],
        mentions: list[Raw],
        context: Context,
        hits: list[Hit],
        depends: bool,
    ) -> Candidate:
        candidate = Candidate(start, None, "")
        candidate.end = chain.end
        candidate.hits = [(hit.role, hit) for hit in chain.hits]
        acts = [hit.senses["act"] for hit in chain.hits if "act" in hit.senses]
        if acts:
            candidate.act = acts[-1].value
        subjects = _subjects(candidate, chain, entities, context)
        conditional = depends or any(act.feature == "condition" for act in acts)
        predicate = chain.hits[-1].start
        for hit in hits:
            if hit.start >= chain.end:
                break
            if hit.start < start:
                continue
            senses = hit.senses
            if "condition" in senses and "unconditional" not in senses:
                conditional = True
            if hit.start < predicate and text[hit.start : hit.end] in self._topics:
                candidate.own_subject = True
        self._judge(text, candidate, chain, mentions, context, conditional)
        if candidate.kind in ("pledge", "proposal") and not _bound(candidate, subjects, context):
            candidate.kind = None
        return candidate

    def _judge(
        self,
        text: str,
        candidate: Candidate,
        chain: Chain,
        mentions: list[Raw],
        context: Context,
        conditional: bool,
    ) -> None:
        """Sets kind, strength and rule by what the chain holds."""
        roles = chain.features
        if "light" in roles and "act" in roles:
            roles["act"] = roles["light"]
        if conditional or not _SILENT.isdisjoint(roles):
            candidate.rule = "silent"
            return
        for role in ("ought", "call", "propose"):
            if role in roles:
                candidate.kind, candidate.strength = KINDS[role]
                candidate.rule = role
                return
        if "position" in roles and chain.hits[-1].role in ("position", "say", "commit", "act"):
            candidate.kind, candidate.rule = "position", "position"
            return
        if "restate" in roles and candidate.subject is not None:
            candidate.kind, candidate.rule = "position", "restate"
            return
        if roles.get("consider") in _OPEN:
            candidate.kind, candidate.strength = KINDS["consider"]
            candidate.rule = "consider"
            return
        if "announce" in roles and "intend" in roles:
            candidate.kind, candidate.strength = KINDS["intend"]
            candidate.rule = "intend"
            return
        if "act" in roles and self._acted(candidate, chain, mentions, context):
            return
        if "announce" in roles and roles["announce"] in DONE and candidate.own_subject:
            candidate.kind, candidate.rule = "result", "announce"
            return
        if candidate.speaker and not candidate.act and ("say" in roles or "commit" in roles):
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
            if role in roles and feature not in DONE:
                if role == "intend" and roles[role] in DONE:
                    continue
                candidate.kind, candidate.strength = KINDS[role]
                candidate.rule = role
                return True
        if feature in FINITE:
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
        state = words.endswith(self._state)
        candidate.kind, candidate.rule = ("result", "state") if state else ("position", "said")


def _subjects(
    candidate: Candidate, chain: Chain, entities: list[Entity], context: Context
) -> list[Entity]:
    """Sets subject and speaker of a clause; gives the subjects before its predicate."""
    subjects = [
        entity
        for entity in entities
        if entity.role == "subject" and entity.end <= chain.start and entity.kind in SUBJECTS
    ]
    own = [entity for entity in subjects if entity.start >= candidate.start]
    inner = [entity for entity in own if entity.kind != "person"]
    topic = context.topic
    named = inner or own or subjects
    candidate.subject = named[-1] if named else topic
    candidate.speaker = topic if topic is not None and topic.kind == "person" else None
    for entity in subjects:
        if entity.kind == "person":
            candidate.speaker = entity
    return subjects


def _measured(candidate: Candidate, mentions: list[Raw]) -> bool:
    return any(
        candidate.start <= mention.start < candidate.end and mention.type in _MEASURES
        for mention in mentions
    )


def _bound(candidate: Candidate, subjects: list[Entity], context: Context) -> bool:
    """Whether somebody known binds himself: a bare verb does so only beside its subject."""
    if candidate.rule in ("finite", "consider"):
        reported = candidate.strength == "intends" and candidate.subject is not None
        return bool(subjects) or reported or context.kind is not None
    return candidate.subject is not None or context.kind is not None


def _opened(text: str, start: int, end: int, joiners: dict[int, int]) -> int:
    """Where a clause begins: behind the signs and joiners that part it from the one before."""
    for _ in range(3):
        while start < end and text[start] in " 、，,;；。」』)":
            start += 1
        if start not in joiners:
            break
        start = joiners[start]
    return start


def _depth(text: str, start: int, position: int) -> int:
    """Whether a place lies inside round brackets."""
    return text.count("(", start, position) - text.count(")", start, position)


def _settled(candidates: list[Candidate]) -> list[Candidate]:
    """Open clauses take the kind of what follows; those that say one thing with it become one."""
    settled: list[Candidate] = []
    for candidate in reversed(candidates):
        after = settled[-1] if settled else None
        if candidate.rule == "open" and after is not None and not candidate_ends(candidate):
            candidate.kind, candidate.strength = after.kind, after.strength
            candidate.rule = after.rule
            if candidate.subject is None:
                candidate.subject = after.subject
            candidate.speaker = candidate.speaker or after.speaker
        if after is not None and _as_one(candidate, after):
            after.start = candidate.start
            after.act = candidate.act or after.act
            after.hits = candidate.hits + after.hits
            after.own_subject = after.own_subject or candidate.own_subject
            continue
        settled.append(candidate)
    settled.reverse()
    return settled


def candidate_ends(candidate: Candidate) -> bool:
    """Whether the clause ends with words of saying, so that nothing behind it governs it."""
    return candidate.hits[-1][0] in ("say", "reported")


def _as_one(candidate: Candidate, after: Candidate) -> bool:
    if candidate.kind != after.kind or candidate_ends(candidate) or candidate.kind is None:
        return False
    if candidate.kind == "result":
        return not (candidate.own_subject and after.own_subject)
    if candidate.kind in ("pledge", "proposal"):
        return not (is_deliverable(candidate.act) and is_deliverable(after.act))
    return candidate.kind in ("call", "principle")


def _puts_forward(
    text: str, start: int, hits: list[Hit], mentions: list[Raw], context: Context
) -> bool:
    """Whether a sentence gives one of a row of proposals: "the first is …", "secondly …"."""
    if any("proposals" in hit.senses and "call" not in hit.senses for hit in hits[:3]):
        return any(mention.type == "ordinal" and mention.start <= start + 1 for mention in mentions)
    return context.number is not None and any(
        mention.type == "ordinal" and mention.start <= start + 1 for mention in mentions
    )


def _propose(candidates: list[Candidate], start: int, end: int, hits: list[Hit], text: str) -> None:
    """Makes proposals of the clauses of such a sentence that are not promises or positions."""
    candidates[:] = [c for c in candidates if c.act or "proposals" not in c.hits[-1][1].senses]
    for candidate in candidates:
        if candidate.kind in ("pledge", "position") and candidate.rule not in ("finite", "said"):
            continue
        candidate.kind, candidate.strength = "proposal", "proposes"
        candidate.rule = "ordinal"
    candidates[:] = _settled(candidates)
    if not candidates:
        begin = start
        for hit in hits[:6]:
            if "particle" in hit.senses and text[hit.end : hit.end + 1] in ("、", ","):
                begin = hit.end + 1
                break
        candidate = Candidate(begin, "proposal", "ordinal")
        candidate.end = end
        while candidate.end > begin and text[candidate.end - 1] in "。. 」":
            candidate.end -= 1
        candidate.strength = "proposes"
        candidates.append(candidate)
