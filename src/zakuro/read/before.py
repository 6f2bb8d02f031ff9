"""What stands before a predicate, where the predicate precedes what it governs."""

from __future__ import annotations

from zakuro.languages.load import Pack
from zakuro.read.entities import SUBJECTS, Entity
from zakuro.read.fold import Folded
from zakuro.read.lexicon import Hit

MARKS = " \"'“”‘’[]*_#…"
_SKIPPED = ("adverb", "auxiliary", "negation")
_BOUNDARY = ",;:—–()"
_GOVERNED = ("receiver", "source", "none", "genitive")
_INTRODUCED = (
    ("joiner", "joined"),
    ("infinitive", "infinitive"),
    ("preposition", "preposition"),
    ("relative", "relative"),
    ("article", "noun-phrase"),
    ("that", "that"),
    ("vehicle", "vehicle"),
    ("anaphor", "anaphor"),
    ("other", "other"),
    ("party", "noun-phrase"),
    ("adjective", "noun-phrase"),
)


class Before:
    """How a predicate is introduced, and by whom.

    ``auxiliary`` is the feature of the auxiliary before it, "any" where the pack gives it none.
    """

    __slots__ = ("auxiliary", "first", "how", "negated", "start", "subject")

    def __init__(self, start: int) -> None:
        self.how = "initial"
        self.start = start
        self.subject: Entity | None = None
        self.negated = False
        self.auxiliary = ""
        self.first = False


def may_act(entity: Entity) -> bool:
    """Whether the words leave an entity free to be a subject: no preposition governs it."""
    return entity.kind in SUBJECTS and entity.role not in _GOVERNED


class Walk:
    """Walks back from the predicates of one sentence over adverbs and auxiliaries."""

    def __init__(
        self, pack: Pack, folded: Folded, floor: int, hits: list[Hit], entities: list[Entity]
    ) -> None:
        syntax = pack.section("syntax")
        self._adverb_endings = tuple(syntax.get("adverb_endings", ()))
        self._capitals = bool(syntax.get("capitals"))
        self._folded = folded
        self._floor = floor
        self._hits = hits
        self._entities = entities
        self._ends = {entity.end: entity for entity in entities if may_act(entity)}
        self._governed = {entity.end for entity in entities if entity.role in _GOVERNED}

    def back(self, index: int) -> Before:
        """What stands before the hit at ``index``."""
        text, floor, hits = self._folded.text, self._floor, self._hits
        position = hits[index].start
        before = Before(position)
        j = index - 1
        for _ in range(12):
            left = max(hits[j].end if j >= 0 else floor, floor)
            gap = text[left:position].rstrip(MARKS)
            subject = self._ends.get(left + len(gap))
            if subject and subject.start >= floor:
                before.how, before.subject = "subject", subject
                before.start = with_article(hits, j, subject.start)
                return before
            if left + len(gap) in self._governed:
                before.how = "noun"
                return before
            bare = gap.lstrip(MARKS)
            if bare:
                begin = text.rfind(" ", left, left + len(gap)) + 1
                begin = begin if begin > left else left + len(gap) - len(bare)
                word = text[begin : left + len(gap)]
                if word.endswith(self._adverb_endings):
                    before.start = position = begin
                    continue
                return self._behind_words(before, left + len(gap), j)
            if left == floor:
                return before
            senses = hits[j].senses
            if not any(role in senses for role in _SKIPPED):
                before.how = next(
                    (how for role, how in _INTRODUCED if role in senses), "complement"
                )
                if before.how == "infinitive" and j and "joiner" in hits[j - 1].senses:
                    before.how = "joined" if hits[j - 1].end + 1 == hits[j].start else before.how
                if before.how in ("other", "anaphor"):
                    before.start = hits[j].start
                before.first = not text[floor : hits[j].start].strip(MARKS)
                return before
            if "auxiliary" in senses:
                before.auxiliary = senses["auxiliary"].feature or "any"
            before.negated |= "negation" in senses
            before.start = position = hits[j].start
            j -= 1
        before.how = "noun"
        return before

    def _behind_words(self, before: Before, end: int, last: int) -> Before:
        """Behind a sign, or words that the pack does not know, which may be a name."""
        folded, floor = self._folded, self._floor
        text = folded.text
        if text[end - 1] in _BOUNDARY:
            before.how = "boundary"
            return before
        before.how = "noun"
        begin = max(text.rfind(" ", floor, end) + 1, floor)
        if self._capitals and folded.exact(begin, begin + 1).isupper():
            before.subject = self._organ(end, last)
            if before.subject:
                before.how = "subject"
                before.start = before.subject.start
        return before

    def _organ(self, word_end: int, last: int) -> Entity | None:
        """The party whose organ the run of capitalised words that ends here names."""
        text = self._folded.text
        position = word_end
        small = 0
        while position > self._floor and small < 3:
            begin = max(text.rfind(" ", self._floor, position - 1) + 1, self._floor)
            if text[position - 1] in _BOUNDARY:
                return None
            for entity in self._entities:
                if entity.start <= begin < entity.end or begin <= entity.start < position:
                    organ = any(
                        "organ" in hit.senses and entity.end <= hit.start < word_end
                        for hit in self._hits[max(0, last - 8) : last + 1]
                    )
                    return entity if organ and entity.role not in _GOVERNED else None
            small = 0 if self._folded.exact(begin, begin + 1).isupper() else small + 1
            if begin <= self._floor:
                break
            position = begin - 1
        return None


def with_article(hits: list[Hit], index: int, start: int) -> int:
    """Where a noun phrase begins with the article before it."""
    while index >= 0 and hits[index].start >= start:
        index -= 1
    article = index >= 0 and "article" in hits[index].senses and hits[index].end + 1 == start
    return hits[index].start if article else start
