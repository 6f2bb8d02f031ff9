"""The engine of clauses: predicates, scope, arguments, coordination, verdict, in every language."""

from __future__ import annotations

from zakuro.languages.load import Pack
from zakuro.read.clauses.arguments import Positions, turned
from zakuro.read.clauses.cased.cased import Cased
from zakuro.read.clauses.clause import Candidate, Clauses, Context, Sentence
from zakuro.read.clauses.coordination import (
    Clause,
    hangs_on,
    inside,
    is_aside,
    joined,
    lead_feature,
    noun_like,
)
from zakuro.read.clauses.facts import Facts
from zakuro.read.clauses.groups.chains import merged, settled
from zakuro.read.clauses.groups.dealt_out import dealt_out
from zakuro.read.clauses.groups.fragments import fragment, headline, nominal
from zakuro.read.clauses.groups.numbered_proposals import as_proposals, puts_forward
from zakuro.read.clauses.groups.shares import with_shares
from zakuro.read.clauses.groups.trailing import participial, relative
from zakuro.read.clauses.groups.words import Words, grammar
from zakuro.read.clauses.marked import Marked
from zakuro.read.clauses.predicates import Predicate, predicates
from zakuro.read.clauses.spans import laid_out, with_stops
from zakuro.read.clauses.verdict import verdict
from zakuro.read.lexis.endings import endings
from zakuro.read.parties.roles import roles


class Engine(Clauses):
    """Reads the clauses of sentences by the rows of one table."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack)
        self._grammar = grammar(pack)
        self._endings = endings(pack)
        self._purposes = roles(pack).purposes
        self._names = pack.section("names")
        self._marked = Marked(pack, self._endings)
        self._cased = Cased(pack) if self._grammar.cases else None
        self._until: tuple[int, Candidate | None] = (0, None)

    def read(self, sentence: Sentence, context: Context) -> list[Candidate]:
        """The candidates of one sentence, in order."""
        words = Words(sentence, self._grammar)
        if self._grammar.before:
            clauses = settled(self._marked.clauses(words, context))
        else:
            cased = self._cased
            clauses = cased.clauses(words, context) if cased else self._clauses(words, context)
            candidates = [clause.candidate for clause in clauses]
            laid_out(words.text, words.start, words.end, candidates, words.hits)
            with_stops(candidates, sentence.mentions)
        facts = Facts(words, context, self._endings)
        for clause in clauses:
            self._judge(clause, facts.of(clause, clauses))
            turned(clause, words)
            clause.candidate.aims = self._aims(clause.candidate, words)
        candidates = [clause.candidate for clause in clauses]
        if self._grammar.before:
            candidates = self._governed(clauses, words, context)
        kept = dealt_out(with_shares(candidates, words), words)
        acting = [c.subject or c.speaker for c in kept if "acts" in c.facts or not c.facts]
        context.before = next((each for each in reversed(acting) if each is not None), None)
        return kept

    def _aims(self, candidate: Candidate, words: Words) -> frozenset[str]:
        """The acts for which something is given, where their ending tells: 3 million to build."""
        inside = (hit for hit in words.hits if candidate.start <= hit.start < candidate.end)
        return frozenset(
            hit.senses["act"].value
            for hit in inside
            if "act" in hit.senses and words.text[hit.start : hit.end].endswith(self._purposes)
        )

    def note(self, sentence: Sentence, context: Context) -> None:
        """Notes in ``context.known`` what a sentence tells of who met and whose an office is."""
        if self._grammar.before:
            self._marked.note(Words(sentence, self._grammar), context)

    def _governed(self, clauses: list[Clause], words: Words, context: Context) -> list[Candidate]:
        """The candidates where predicates come last: merged, with what has no predicate."""
        state = self._marked.tail(words, clauses, context)
        hits, mentions = words.hits, words.sentence.mentions
        beside = [state] if state is not None else []
        if not clauses and state is None:
            opening = self._marked.opening(words, predicates(words), self._until)
            beside = [opening] if opening is not None else []
        if puts_forward(words.start, hits, mentions, context):
            all_of_them = [*(clause.candidate for clause in clauses), *beside]
            kept = as_proposals(all_of_them, words.start, words.end, hits, words.text)
            clauses = [clause for clause in clauses if clause.candidate in kept]
            own = [clause.candidate for clause in clauses]
            beside = [candidate for candidate in kept if candidate not in own]
        candidates = [*merged(clauses), *beside]
        self._until = words.end, candidates[-1] if candidates else None
        return candidates

    def _clauses(self, words: Words, context: Context) -> list[Clause]:
        """The clauses of a sentence, each with who acts in it."""
        found: list[Clause] = []
        positions = Positions(words, self._names)
        seen: Predicate | None = None
        every = predicates(words)
        for predicate in every:
            floor = found[-1].predicate.end if found else words.start
            own = participial(predicate, found, words, positions) or relative(predicate, words)
            if own is not None:
                seen = predicate
                found.append(own)
                continue
            if predicate.how == "nested" or hangs_on(predicate, seen, words):
                seen = predicate
                predicate.how = "nested"
                if found:
                    inside(found[-1], predicate)
                continue
            acting = positions.acting(predicate, floor)
            if acting.how == "participle" and noun_like(predicate):
                acting = acting._replace(how="nested")
            while acting.how == "participle" and found and _may_be_participle(found[-1]):
                found.pop()
                floor = found[-1].predicate.end if found else words.start
                acting = positions.acting(predicate, floor)
            if found and found[-1].who == "nobody" and not noun_like(predicate):
                bare = acting.start == words.behind(found[-1].predicate.end)
                if bare and _may_be_participle(found[-1]):
                    found.pop()  # Aid worth 3 million will arrive
                    acting = positions.acting(predicate, words.start)
            clause = joined(Clause(predicate, acting), found, words, context)
            seen = predicate
            if clause is not None and not is_aside(clause, words):
                found.append(clause)
        whole = headline(every, words)
        if whole is not None:
            return [whole]
        if all(each.who == "nobody" and each.acting.how != "opening" for each in found):
            alone = fragment(every, words) or nominal(every, words)
            found = [alone] if alone is not None else found
        return found

    def _judge(self, clause: Clause, facts: frozenset[str]) -> None:
        """Gives a candidate the kind of the row that fits what was found."""
        candidate = clause.candidate
        candidate.facts = facts
        row = verdict(candidate.facts)
        candidate.row, candidate.prior = row.name, row.prior
        candidate.rule = row.name
        candidate.kind = row.kind if row.prior != "doubtful" else None
        candidate.strength = row.strength


def _may_be_participle(clause: Clause) -> bool:
    """Whether a clause may be a participle or a noun: the sum pledged last year, exports to A."""
    predicate = clause.predicate
    if "auxiliary" in predicate.marks or "future" in predicate.marks:
        return False
    feature = lead_feature(predicate)
    noun = predicate.lead.role == "act" and feature in ("present", "")
    return feature in ("past", "gerund") or noun or clause.who == "nobody"
