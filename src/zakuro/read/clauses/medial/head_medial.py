"""The reader of clauses whose adjuncts stand between subject and predicate."""

from __future__ import annotations

from zakuro.languages.load import Pack
from zakuro.read.clauses.clause import Candidate, Clauses, Context, Sentence
from zakuro.read.clauses.medial.predicate_medial import Walk
from zakuro.read.clauses.medial.preverbal import Shapes
from zakuro.read.clauses.spans import trimmed
from zakuro.read.lexis.segments import segments
from zakuro.read.parties import participants
from zakuro.read.parties.entities import Entity


class HeadMedial(Clauses):
    """Clauses of languages whose adjuncts stand between subject and predicate."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack)
        self._shapes = Shapes.of(pack)
        self._ends = "".join(pack.section("sentence")["ends"]) + " ;；"

    def read(self, sentence: Sentence, context: Context) -> list[Candidate]:
        """The candidates of one sentence, in order."""
        text, hits = sentence.folded.text, sentence.hits
        walk = Walk(sentence, context, self._shapes)
        end = sentence.end
        while end > sentence.start and text[end - 1] in self._ends:
            end -= 1
        for segment in segments(text, sentence.start, end):
            walk.segment(segment)
        candidates = walk.finished()
        if any("condition" in hit.senses and "unconditional" not in hit.senses for hit in hits):
            for candidate in candidates:
                candidate.kind = None
        return [trimmed(text, candidate) for candidate in candidates]

    def note(self, sentence: Sentence, context: Context) -> None:
        """Notes who met by a sentence that tells of a gathering: who acts in it with whom."""
        acting = [e for e in sentence.entities if e.codes and e.role in ("subject", "")]
        beside = [e for e in sentence.entities if e.codes and e.companion]
        if beside and not acting and context.home:
            acting = [Entity(sentence.start, sentence.start, (context.home,), "party")]
        met = participants.of_sentence(sentence.hits, sentence.entities, acting, beside)
        if not context.frame:
            context.known.met = met or context.known.met
