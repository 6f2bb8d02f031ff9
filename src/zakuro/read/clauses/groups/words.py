"""The words of one sentence by where they begin and end, and what a pack says of predicates."""

from __future__ import annotations

from functools import cache

from zakuro.languages.load import Pack
from zakuro.read.clauses.clause import Sentence
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.lexis.span_index import Layer

_SPACE = " \"'“”‘’«»[]*_#…"
LINKS = frozenset({"link", "present", "past"})
"""The features of an auxiliary behind which a participle is passive."""
_TIMES = frozenset({"date", "period", "duration"})
_FIGURES = frozenset({"number", "count", "dimension"})


class Grammar:
    """What a pack says of its predicates."""

    def __init__(self, pack: Pack) -> None:
        syntax = pack.section("syntax")
        rules = syntax.get("predicate", {})
        self.before: bool = rules.get("dependants", "after") == "before"
        self.cases: bool = rules.get("arguments") == "cases"
        self.passes = frozenset(rules.get("passes", ("adverb", "negation", "infinitive")))
        self.adverb_endings: tuple[str, ...] = tuple(syntax.get("adverb_endings", ()))
        self.noun: str = syntax.get("verb_noun", "noun")
        self.spaced = pack.spaced
        self.participles: tuple[str, ...] = tuple(syntax.get("participle_endings", ()))
        self.progress: tuple[str, ...] = tuple(syntax.get("progress_endings", ()))
        self.owning: tuple[str, ...] = tuple(syntax.get("owning_endings", ())) or ("\0",)
        self.plurals: tuple[str, ...] = tuple(syntax.get("plural_endings", ()))
        self.bound = frozenset(rules.get("bound", ()))
        self.places: tuple[str, ...] = tuple(syntax.get("place_particles", ()))
        self.gatherings: tuple[str, ...] = tuple(syntax.get("gathering_endings", ()))
        self.objects: tuple[str, ...] = tuple(syntax.get("object_particles", ())) or ("\0",)
        self.future = frozenset(rules.get("future", ()))


@cache
def grammar(pack: Pack) -> Grammar:
    """The grammar of predicates of a pack, compiled once."""
    return Grammar(pack)


def _conjugated(sentence: Sentence, rules: Grammar) -> list[Hit]:
    """The hits, verbs whose base is their participle too standing in the form they have.

    Behind "be" they are participles: will be set up.  Right behind the name that acts, as the first
    verb, they are told as over: Japan set up two clinics.
    """
    if not any("participle" in hit.senses for hit in sentence.hits):
        return sentence.hits
    behind_name = {entity.end for entity in sentence.entities}
    made: list[Hit] = []
    linked, first, text = False, True, sentence.folded.text
    for hit in sentence.hits:
        acted = _ahead_of_space(text, hit.start) in behind_name
        told = "participle" in hit.senses and (linked or (first and acted))
        passes = not rules.passes.isdisjoint(hit.senses)
        if "auxiliary" in hit.senses:
            linked = hit.senses["auxiliary"].feature in LINKS
        elif not passes:
            linked = False
        if acted and passes:
            behind_name.add(hit.end)
        first = first and not hit.role
        made.append(_as_participle(hit) if told else hit)
    return made


def _as_participle(hit: Hit) -> Hit:
    return hit._replace(senses={**hit.senses, "act": hit.senses["participle"]})


def _ahead_of_space(text: str, place: int) -> int:
    while place and text[place - 1] == " ":
        place -= 1
    return place


class Words:
    """The words of one sentence, to be asked for by where they begin and end."""

    def __init__(self, sentence: Sentence, rules: Grammar) -> None:
        self.sentence = sentence
        self.rules = rules
        self.text, self.start, self.end = sentence.folded.text, sentence.start, sentence.end
        self.hits = _conjugated(sentence, rules)
        self.starts = {hit.start: place for place, hit in enumerate(self.hits)}
        self.ends = {hit.end: place for place, hit in enumerate(self.hits)}
        times = [m for m in sentence.mentions if m.type in _TIMES]
        self.time_from = {mention.start: mention.end for mention in times}
        self.time_to = {mention.end: mention.start for mention in times}
        self._named, self._timed = Layer(sentence.entities), Layer(times)
        self.entities = {entity.end: entity for entity in sentence.entities}

    def named_in(self, hit: Hit) -> bool:
        """Whether a word is a part of somebody's name, or of a time: in May."""
        return self._named.around(hit.start) or self._timed.around(hit.start)

    def inside_count(self, hit: Hit) -> bool:
        """Whether a word stands between a figure and the noun that it counts."""
        return any(
            mention.start < hit.start and hit.end < mention.end
            for mention in self.sentence.mentions
            if mention.type == "count"
        )

    def counted(self, hit: Hit) -> bool:
        """Whether a word is what a figure right before it counts or measures."""
        place = self.ahead(hit.start)
        return any(
            mention.end == place or (mention.start < hit.start and hit.end <= mention.end)
            for mention in self.sentence.mentions
            if mention.type in _FIGURES
        )

    def behind(self, place: int) -> int:
        """The place behind spaces and quotation marks."""
        text, end = self.text, self.end
        while place < end and text[place] in _SPACE:
            place += 1
        return place

    def ahead(self, place: int, floor: int | None = None) -> int:
        """The place before spaces and quotation marks."""
        text = self.text
        floor = self.start if floor is None else floor
        while place > floor and text[place - 1] in _SPACE:
            place -= 1
        return place

    def at(self, place: int) -> Hit | None:
        """The hit that begins at a place."""
        index = self.starts.get(place)
        return None if index is None else self.hits[index]

    def to(self, place: int) -> Hit | None:
        """The hit that ends at a place."""
        index = self.ends.get(place)
        return None if index is None else self.hits[index]

    def is_adverb(self, start: int, end: int) -> bool:
        """Whether a word that no pack lists ends as adverbs do."""
        endings = self.rules.adverb_endings
        return bool(endings) and self.text.endswith(endings, start, end)

    def word_from(self, place: int) -> int:
        """Where the word that begins at a place ends."""
        text, end = self.text, self.end
        while place < end and (text[place].isalnum() or text[place] in "-'’"):
            place += 1
        return place

    def word_to(self, place: int) -> int:
        """Where the word that ends at a place begins."""
        text = self.text
        while place > self.start and (text[place - 1].isalnum() or text[place - 1] in "-'’"):
            place -= 1
        return place
