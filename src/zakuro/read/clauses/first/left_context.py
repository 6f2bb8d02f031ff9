"""What stands before a predicate, where the predicate precedes what it governs."""

from __future__ import annotations

from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.entities import SUBJECTS, Entity

MARKS = " \"'“”‘’[]*_#…"
_SKIPPED = ("adverb", "auxiliary", "negation")
_BOUNDARY = ",;:—–()"
_GOVERNED = ("receiver", "source", "none", "genitive", "partner")
_INTRODUCED = (
    ("joiner", "joined"),
    ("infinitive", "infinitive"),
    ("preposition", "preposition"),
    ("relative", "relative"),
    ("article", "noun-phrase"),
    ("that", "that"),
    ("institution", "institution"),
    ("vehicle", "vehicle"),
    ("anaphor", "anaphor"),
    ("other", "other"),
    ("party", "noun-phrase"),
    ("adjective", "noun-phrase"),
)


_NOUNS = ("vehicle", "measures", "proposals", "commitment", "readiness")
_PASSIVE = ("present", "past", "link")
_LONGEST_CITY = 3  # words
_BRACKET = 24  # characters


_ORGANS = frozenset({"organ", "actor", "company"})


class Before:
    """How a predicate is introduced, and by whom.

    ``auxiliary`` is the feature of the auxiliary before it, "any" where the pack gives it none;
    ``passive`` whether one of its auxiliaries makes a participle passive.
    """

    __slots__ = ("auxiliary", "first", "how", "negated", "passive", "start", "subject")

    def __init__(self, start: int) -> None:
        self.how = "initial"
        self.start = start
        self.subject: Entity | None = None
        self.negated = False
        self.auxiliary = ""
        self.passive = False
        self.first = False


def may_act(entity: Entity) -> bool:
    """Whether the words leave an entity free to be a subject: no preposition governs it."""
    return entity.kind in SUBJECTS and entity.role not in _GOVERNED


class Walk:
    """Walks back from the predicates of one sentence over adverbs and auxiliaries."""

    def __init__(
        self,
        pack: Pack,
        folded: Folded,
        floor: int,
        hits: list[Hit],
        entities: list[Entity],
        mentions: list[Raw],
    ) -> None:
        syntax = pack.section("syntax")
        self._adverb_endings = tuple(syntax.get("adverb_endings", ()))
        self._capitals = bool(syntax.get("capitals"))
        self._folded = folded
        self._floor = floor
        self._hits = hits
        self._entities = entities
        self._ends = {entity.end: entity for entity in entities if may_act(entity)}
        self._governed = {entity.end: entity for entity in entities if entity.role in _GOVERNED}
        self.of: tuple[str, ...] = tuple(syntax.get("of", ()))
        self._timed = {mention.end for mention in mentions}
        self._capital_cities: dict[str, str] = pack.section("names").get("capitals", {})
        self._namesakes = frozenset(pack.section("names").get("before", ()))

    def back(self, index: int) -> Before:
        """What stands before the hit at ``index``."""
        text, floor, hits = self._folded.text, self._floor, self._hits
        position = hits[index].start
        before = Before(position)
        j = index - 1
        for _ in range(12):
            left = max(hits[j].end if j >= 0 else floor, floor)
            gap = text[left:position].rstrip(MARKS)
            end = left + len(gap)
            if self._is_named(before, end, j):
                return before
            bare = gap.lstrip(MARKS)
            if aside := self._partner(end, j) or self._bracket(bare, end):
                position = aside
                while j >= 0 and hits[j].start >= aside:
                    j -= 1
                continue
            if bare:
                begin = text.rfind(" ", left, end) + 1
                begin = begin if begin > left else end - len(bare)
                if not text[begin:end].endswith(self._adverb_endings):
                    return self._behind_words(before, end, j)
                before.start = position = begin
                continue
            if left == floor:
                return before
            if not any(role in hits[j].senses for role in _SKIPPED):
                return self._introduced(before, j)
            _walk_over(before, hits[j])
            position = before.start
            j -= 1
        before.how = "noun"
        return before

    def _is_named(self, before: Before, end: int, last: int) -> bool:
        """Whether a party ends at ``end``: the subject, or one that a preposition governs."""
        subject = self._ends.get(end) or self._behind_comma(end)
        if subject and subject.start >= self._floor and not self._is_surname(subject):
            before.how = "relative" if self._is_relative(last, subject) else "subject"
            before.subject = subject
            before.start = with_article(self._hits, last, subject.start)
            return True
        governed = self._governed.get(end)
        if subject or (governed is not None and governed.role != "partner"):
            before.how = "noun"
            return True
        return False

    def _partner(self, end: int, last: int) -> int:
        """Where a phrase that ends with a partner begins: China together with Kenya will."""
        entity = self._governed.get(end)
        if entity is None or entity.role != "partner" or last < 0:
            return 0
        start = self._phrase(entity.start)
        word = next((hit for hit in reversed(self._hits[: last + 1]) if hit.end < start), None)
        return word.start if word is not None and word.end + 1 == start else 0

    def _introduced(self, before: Before, last: int) -> Before:
        """How the word that stands before the predicate introduces it."""
        hits = self._hits
        hit = hits[last]
        if not _ORGANS.isdisjoint(hit.senses):
            return self._behind_words(before, hit.end, last)
        before.how = next((how for role, how in _INTRODUCED if role in hit.senses), "complement")
        if before.how == "infinitive" and last and "joiner" in hits[last - 1].senses:
            before.how = "joined" if hits[last - 1].end + 1 == hit.start else before.how
        if before.how in ("other", "anaphor"):
            before.start = hit.start
        before.first = not self._folded.text[self._floor : hit.start].strip(MARKS)
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
            before.how = "subject" if before.subject else "name"
            if before.subject:
                before.start = before.subject.start
        return before

    def _bracket(self, words: str, end: int) -> int:
        """Where a short bracket that ends at ``end`` begins: the Asian Development Bank (ADB)."""
        if not words.endswith(")"):
            return 0
        text = self._folded.text
        begin = text.rfind(" (", max(self._floor, end - _BRACKET), end)
        return begin if begin > 0 and text.find(")", begin, end) == end - 1 else 0

    def _behind_comma(self, end: int) -> Entity | None:
        """The subject behind the comma of a fronted phrase: in Kenya, China will build.

        Its names were read as one list: it is parted where its last comma stands.
        """
        text = self._folded.text
        entity = self._governed.get(end)
        if entity is None or entity.start < self._floor or len(entity.names) < 2:
            return None
        places = [
            place
            for place in range(1, len(entity.names))
            if text[entity.names[place - 1].end : self._phrase(entity.names[place].start)].endswith(
                ", "
            )
        ]
        if not places:
            return None
        names = entity.names[places[-1] :]
        subject = Entity(names[0].start, end, tuple(name.code for name in names), "party")
        subject.names = names
        entity.names = entity.names[: places[-1]]
        entity.end = text.rfind(",", entity.start, names[0].start)
        entity.codes = tuple(name.code for name in entity.names)
        self._entities.insert(self._entities.index(entity) + 1, subject)
        self._governed[entity.end] = self._governed.pop(end)
        self._ends[end] = subject
        return subject

    def is_first_name(self, hit: Hit) -> bool:
        """Whether a word that could be a verb is the name of somebody: Grant Anderson."""
        start = hit.end + 1
        if self._folded.text[hit.start : hit.end] not in self._namesakes:
            return False
        named = self._folded.exact(start, start + 1).isupper()
        return named and not any(other.start == start for other in self._hits)

    def _phrase(self, start: int) -> int:
        """Where a noun phrase begins with the article before ``start``."""
        return with_article(self._hits, len(self._hits) - 1, start)

    def _is_relative(self, last: int, entity: Entity) -> bool:
        """Whether a noun stands right before a bare name: the funds China will provide."""
        hits = self._hits
        while last >= 0 and hits[last].start >= entity.start:
            last -= 1
        return (
            entity.kind == "party"
            and last >= 0
            and hits[last].end + 1 == entity.start
            and any(role in hits[last].senses for role in _NOUNS)
        )

    def _is_surname(self, entity: Entity) -> bool:
        """Whether a name alone is the last part of another: Patrick Holland, Air France."""
        if not self._capitals or entity.kind != "party" or len(entity.names) != 1:
            return False
        text, start = self._folded.text, entity.start
        begin = text.rfind(" ", 0, max(start - 1, 0)) + 1
        word = text[max(begin, text.rfind("\n", 0, start) + 1) : start].rstrip(" ")
        if start != entity.names[0].start or not word.isalpha():
            return False
        if word in self._namesakes:
            return True
        if begin <= self._floor or not self._folded.exact(begin, begin + 1).isupper():
            return False
        return begin + len(word) not in self._timed and not any(
            hit.start <= begin < hit.end for hit in self._hits
        )

    def capital(self, end: int) -> Entity | None:
        """The party whose capital is named right before ``end``, at the beginning of a clause."""
        text = self._folded.text
        stop = len(text[self._floor : end].rstrip(MARKS)) + self._floor
        begin = stop
        for _ in range(_LONGEST_CITY):
            begin = text.rfind(" ", self._floor, max(begin - 1, self._floor)) + 1
            begin = max(begin, self._floor)
            code = self._capital_cities.get(text[begin:stop].lstrip(MARKS))
            ahead = text[self._floor : begin].rstrip(MARKS)
            if code and (not ahead or ahead[-1] in _BOUNDARY or self._joins(len(ahead))):
                return Entity(begin, stop, (code,), "party")
            if begin <= self._floor:
                break
        return None

    def _joins(self, end: int) -> bool:
        """Whether a word that opens a clause ends before an offset."""
        end += self._floor
        return any(
            hit.end == end and not hit.senses.keys().isdisjoint(("joiner", "that", "say", "adverb"))
            for hit in self._hits
        )

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


def _walk_over(before: Before, hit: Hit) -> None:
    """Takes in what an adverb, an auxiliary or a negation tells of the predicate behind it."""
    senses = hit.senses
    if "auxiliary" in senses:
        before.auxiliary = senses["auxiliary"].feature or "any"
        before.passive |= before.auxiliary in _PASSIVE
    before.negated |= "negation" in senses
    before.start = hit.start


def with_article(hits: list[Hit], index: int, start: int) -> int:
    """Where a noun phrase begins with the article before it."""
    while index >= 0 and hits[index].start >= start:
        index -= 1
    article = index >= 0 and "article" in hits[index].senses and hits[index].end + 1 == start
    return hits[index].start if article else start
