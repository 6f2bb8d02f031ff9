"""Predicates: groups of words that say together what is done, promised, asked or held.

A group is a run of deciding words with nothing between them but what may stand inside a predicate:
adverbs, negation, particles, times.  Where what a predicate governs follows it, a group begins with
its finite word; where it comes before, the group ends with it.
"""

from __future__ import annotations

from unicodedata import category

from zakuro.read.clauses.groups.twofold import as_asking, as_giving, as_opening
from zakuro.read.clauses.groups.words import LINKS, Words
from zakuro.read.lexis.lexicon import DECIDING, Hit

_NOUNS = frozenset({"commitment", "readiness"})
"""Nouns that carry a promise inside a predicate: reaffirmed its commitment to."""
_DECIDING = frozenset(DECIDING)
_OPENING = frozenset({"level", "hold", "approve", "receive", "foresee"})
_TELLS = frozenset({"announce", "restate", "say"})
"""Words behind which a plan is a noun: announced plans to."""
_BOUNDARY = "、，,;；。．.!！?？:：…"
_CLOSING = ' 」』"«»'
_FARTHEST = 7
_GIVES_WAY = frozenset({"position", "restate", "announce", "commit", "consider", "call", "propose"})
"""What a verb no longer is behind a word that promises: will support, will consider."""


class Predicate:
    """A group of words that decide together.

    ``marks`` are the roles of its words, each with the feature of its form; ``lead`` is the word
    that is finite.  ``act`` is what is done, ``tense`` and ``passive`` how its verb stands.
    ``negated`` tells that the promise is, ``refrains`` that the deed is, ``nominal`` that
    its act is a noun.  ``how`` tells what it is
    tied to: clause, joined, nested or relative.
    """

    __slots__ = (
        "act", "content", "end", "hits", "how", "last", "lead", "marks", "negated", "nominal",
        "passive", "place", "refrains", "start", "tense",
    )  # fmt: skip

    def __init__(self, hits: list[Hit], place: int) -> None:
        self.hits = hits
        self.place = place
        self.last = place
        self.lead = hits[0]
        self.start, self.end = hits[0].start, hits[-1].end
        self.marks: dict[str, str] = {}
        self.act: str | None = None
        self.content: Hit | None = None
        self.tense = ""
        self.passive = self.negated = self.refrains = self.nominal = False
        self.how = "clause"

    def has(self, *roles: str) -> bool:
        """Whether it holds any of some marks."""
        return any(role in self.marks for role in roles)


def predicates(words: Words) -> list[Predicate]:
    """The predicates of a sentence, in order."""
    return _governed(words) if words.rules.before else _governing(words)


def _governing(words: Words) -> list[Predicate]:
    """Predicates that precede what they govern: will also provide; has pledged to build."""
    found: list[Predicate] = []
    place, hits = 0, words.hits
    while place < len(hits):
        hit = hits[place]
        if not _opens(words, hit):
            place += 1
            continue
        made = _grown(words, place)
        _with_auxiliaries(words, made, found[-1].end if found else words.start)
        found.append(made)
        place = made.last + 1
    return found


def _opens(words: Words, hit: Hit) -> bool:
    if not hit.role and _OPENING.isdisjoint(hit.senses):
        return False
    text = words.text
    if "-" in (text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]):
        return False  # a part of a compound
    if is_noun(hit, words.rules.noun) or (_bare(hit) and _is_owned(words, hit)):
        return False  # the construction of; the children's fund
    if _bare(hit) and words.counted(hit):
        return False  # five 97-metre ships
    if _feature(hit) == "gerund" and words.inside_count(hit):
        return False  # two drilling rigs
    return not words.named_in(hit) and not _leads_a_verb(words, hit)


def is_noun(hit: Hit, noun: str) -> bool:
    """Whether a form of an act is its noun: the construction of."""
    return "act" in hit.senses and hit.senses["act"].feature == noun


def _bare(hit: Hit) -> bool:
    return "act" in hit.senses and hit.senses["act"].feature in ("base", "present", "")


def _is_owned(words: Words, hit: Hit) -> bool:
    """Whether somebody owns what a word names: it is a noun, be it written as a verb is."""
    return words.text.endswith(words.rules.owning, words.start, words.ahead(hit.start))


def _leads_a_verb(words: Words, hit: Hit) -> bool:
    """Whether what may be a verb is the adverb of the one behind it: to further increase."""
    following = words.at(words.behind(hit.end)) if "adverb" in hit.senses else None
    return following is not None and bool(following.role)


def _grown(words: Words, first: int) -> Predicate:
    """The group that the hit numbered ``first`` begins, as far as it goes."""
    growth = _Growth(words, first)
    while growth.goes_on():
        pass
    return growth.finished()


class _Growth:
    """A group while it grows behind its first word.

    ``linked`` tells that an auxiliary came last that makes a participle passive, ``governs`` that
    an infinitive may follow, ``negated`` that what follows is denied, ``articled`` that an article
    came last.
    """

    def __init__(self, words: Words, first: int) -> None:
        self.words = words
        self.lead = words.hits[first]
        self.made = Predicate([self.lead], first)
        self.position = self.lead.end
        self.negated = self.governs = self.is_being = self.articled = False
        self.linked = "auxiliary" in self.lead.senses and _links(self.lead)
        if not self.linked:
            _mark(self.made, self.lead, leads=True)

    def goes_on(self) -> bool:
        """Takes in what stands next, if it belongs to the group."""
        words, made = self.words, self.made
        place = words.behind(self.position)
        time, hit = words.time_from.get(place), words.at(place)
        if hit is None and time is None:
            stop = words.word_from(place)
            described = self.articled and self._carries(stop)
            if stop == place or not (described or words.is_adverb(place, stop)):
                return False
            self.position = stop
            return True
        own = None if hit is None or self._is_noun(hit) or _leads_a_verb(words, hit) else hit
        if own is not None and _goes_on(made, own, linked=self.linked, governs=self.governs):
            made.hits.append(own)
            _mark(made, own, leads=False)
            made.last, made.end = words.starts[place], own.end
            made.refrains |= self.negated
            made.passive |= self.linked and _feature(own) == "past"
            self.position = own.end
            self.negated = self.linked = self.governs = self.articled = False
            return True
        if time is not None:
            self.position = time
            return True
        return hit is not None and self._passes(hit)

    def _passes(self, hit: Hit) -> bool:
        """Whether a word may stand inside the group."""
        words, made, senses = self.words, self.made, hit.senses
        if words.rules.passes.isdisjoint(senses):
            if made.content is None and "being" in senses:
                made.marks["being"] = ""
            return False
        if "preposition" in senses and words.behind(hit.end) not in words.time_from:
            return False
        if "negation" in senses:
            self.negated = True
            made.negated |= _modal(made)
        if "auxiliary" in senses:
            self.linked = _links(hit)
            self.is_being = "being" in senses
        self.governs |= "infinitive" in senses
        self.articled = "article" in senses or "own" in senses
        self.position = hit.end
        return True

    def _carries(self, stop: int) -> bool:
        """Whether a noun that carries a promise stands behind its adjective: our old pledge to."""
        following = self.words.at(self.words.behind(stop))
        return following is not None and not _NOUNS.isdisjoint(following.senses)

    def _is_noun(self, hit: Hit) -> bool:
        """Whether a bare form is a noun behind its article: welcome the plan, back our work."""
        told = hit.role == "intend" and self.lead.role in _TELLS
        bare = _feature(hit) in ("base", "present", "gerund", "")
        return self.articled and bare and not told and _NOUNS.isdisjoint(hit.senses)

    def finished(self) -> Predicate:
        """The group, its auxiliary told from what carries it."""
        made, lead = self.made, self.lead
        if len(made.hits) == 1 and not made.marks:
            _mark(made, lead, leads=True)
        elif lead is not made.content and "auxiliary" in lead.senses and lead.role != "commit":
            made.marks["auxiliary"] = lead.senses["auxiliary"].feature
            made.lead = made.hits[1]
        elif self.linked and made.content is None:
            self._unlisted()
        elif made.content is None and "future" in made.marks:
            place = self.words.behind(self.position)
            if self.words.at(place) is None and self.words.text[place : place + 1].isalpha():
                made.end = self.words.word_from(place)  # a verb that no pack lists: will let
        return made

    def _unlisted(self) -> None:
        """What an auxiliary carries that no pack lists: will be refurbished, will be coming."""
        words, made = self.words, self.made
        place = words.behind(self.position)
        stop = words.word_from(place)
        if stop > place and words.text.endswith(words.rules.participles or ("\0",), place, stop):
            made.passive, made.end = True, stop
            made.marks["unlisted"] = ""
        elif stop > place and words.text.endswith(words.rules.progress or ("\0",), place, stop):
            made.end = stop
            made.marks["unlisted"] = ""
        elif self.is_being:
            made.marks["being"] = ""


def _links(hit: Hit) -> bool:
    return hit.senses["auxiliary"].feature in LINKS


def _modal(made: Predicate) -> bool:
    """Whether a group is as yet only an auxiliary: will, should; what negates it negates all."""
    return len(made.hits) == 1 and _feature(made.lead) == "" and not made.content


def _feature(hit: Hit) -> str:
    sense = hit.senses.get("act") or hit.senses.get(hit.role) or next(iter(hit.senses.values()))
    return sense.feature


def _goes_on(made: Predicate, hit: Hit, *, linked: bool, governs: bool) -> bool:
    """Whether a word goes on with a group: the verb that it governs, the noun that it takes."""
    senses = hit.senses
    if not _NOUNS.isdisjoint(senses):
        return True
    if not (hit.role or not _OPENING.isdisjoint(senses)) or made.content is not None:
        return bool(made.content is not None and made.has("restate") and governs and hit.role)
    feature = _feature(hit)
    if hit.role == "intend" and made.lead.role in _TELLS and feature == "present":
        return True
    if feature == "past":
        return linked or made.lead.role == "intend"
    if feature in ("gerund", "base"):
        return feature == "gerund" or not linked
    return not linked and feature == "" and (_feature(made.lead) != "past" or governs)


def _mark(made: Predicate, hit: Hit, *, leads: bool) -> None:
    """Adds what a word says to its group."""
    senses = hit.senses
    role = hit.role
    feature = _feature(hit)
    if "act" in senses and (role == "act" or (made.marks and not leads and role in _GIVES_WAY)):
        made.act, made.content = senses["act"].value, hit
        made.tense = feature
        made.marks.setdefault("act", feature)
        for each in senses.keys() - _DECIDING:
            made.marks.setdefault(each, feature)
        return
    for each, sense in senses.items():
        if each == "act" and role != "act":
            if leads:
                made.act = sense.value
            continue
        made.marks.setdefault(each, sense.feature)
    if not leads and role:
        made.content = hit
        made.tense = made.tense or feature


def _with_auxiliaries(words: Words, made: Predicate, floor: int) -> None:
    """Takes in the auxiliaries before a group: has also been given."""
    position = made.start
    feature = _feature(made.lead)
    auxiliaries: list[str] = []
    while True:
        place = words.ahead(position, floor)
        hit = words.to(place)
        if hit is None:
            begin = words.word_to(place)
            if begin < floor or not words.is_adverb(begin, place):
                break
            position = begin
            continue
        senses = hit.senses
        if "auxiliary" in senses:
            auxiliaries.append(senses["auxiliary"].feature)
            made.start = position = hit.start
        elif "negation" in senses:
            made.negated = True
            position = hit.start
        elif "adverb" in senses and auxiliaries == []:
            position = hit.start
        else:
            break
    made.place = words.starts.get(made.start, made.place)
    if auxiliaries:
        _conjugate(made, feature, auxiliaries)
    elif made.lead is made.content:
        made.tense = feature


def _conjugate(made: Predicate, feature: str, auxiliaries: list[str]) -> None:
    """Sets tense and voice of the leading word by its auxiliaries, the nearest first."""
    nearest, farthest = auxiliaries[0], auxiliaries[-1]
    if feature == "past":
        made.passive = made.passive or nearest in LINKS
    tense = farthest if farthest in ("past", "present", "perfect") else "do"
    if nearest == "perfect" or farthest == "perfect":
        tense = "perfect"
    elif feature == "gerund":
        tense = f"{tense}-progress"
    noun = nearest in LINKS and feature in ("base", "present")  # was host of
    if noun or all(each == "link" for each in auxiliaries):
        made.how = "nested"
    made.marks["auxiliary"] = tense
    if made.lead is made.content or made.content is None:
        made.tense = tense


def _governed(words: Words) -> list[Predicate]:
    """Predicates that follow what they govern: provide + plan + said."""
    found: list[Predicate] = []
    run: list[Hit] = []
    text, hits = words.text, words.hits
    bracketed = text.find("(", words.start, words.end) >= 0
    for index, hit in enumerate(hits):
        if not hit.role or (bracketed and _depth(text, words.start, hit.start)):
            continue
        how, stop = _follows(words, index)
        if how == "nested":
            for each in (*run, hit):
                if not is_noun(each, words.rules.noun):
                    beside = _made([each], each.end, words)
                    beside.how = "nested"
                    found.append(beside)
            run = []
            continue
        run.append(hit)
        if how == "governed":
            continue
        found.append(_made(run, stop, words))
        run = []
    return found


def _made(run: list[Hit], stop: int, words: Words) -> Predicate:
    """A predicate of a run of words; of its acts the first counts that is more than a noun."""
    run = [as_giving(hit, words) if len(run) == 1 else as_asking(hit) for hit in run]
    run = [as_opening(hit, words) for hit in run]
    made = Predicate(run, words.starts[run[0].start])
    made.last = words.starts[run[-1].start]
    made.lead, made.end = run[-1], stop
    for hit in run:
        for role, sense in hit.senses.items():
            known = made.marks.setdefault(role, sense.feature)
            if known in (words.rules.noun, "link") and role == hit.role == "act":
                made.marks[role] = sense.feature
    acts = [hit for hit in run if "act" in hit.senses]
    acts = [hit for hit in acts if hit.role != "announce"] or acts  # what is announced is done
    if acts:
        made.content = acts[-1]
        made.act = acts[-1].senses["act"].value
    if "light" in made.marks and "act" in made.marks:
        made.marks["act"] = made.marks["light"]
    if made.marks.get("act") in words.rules.future:
        made.marks["future"] = ""
    made.tense = made.marks.get("act") or made.marks.get(made.lead.role, "")
    made.passive = made.tense.startswith("passive")
    made.nominal = made.tense == words.rules.noun
    made.refrains = made.marks.get("act") == "negative"
    made.negated = "negative" in (made.marks.get("commit"), made.marks.get("intend"))
    return made


def _follows(words: Words, index: int) -> tuple[str, int]:
    """What follows a predicate: "end", "linked", "governed" or "nested", and where."""
    text, end, hits, noun = words.text, words.end, words.hits, words.rules.noun
    position = hits[index].end
    nominal = hits[index].senses[hits[index].role].feature == noun
    passed = themed = False  # a noun that is the theme, or bound to what follows, is no predicate
    for place in range(index + 1, index + 1 + _FARTHEST):
        behind = hits[place] if place < len(hits) else None
        if nominal:
            position = _behind_bracket(text, position, end)
        if behind is not None and behind.start < position:
            continue
        following = end if behind is None else behind.start
        if following > position:
            bare = text[position:following].strip(_CLOSING)
            if bare:
                sign = bare[0] in _BOUNDARY or category(bare[0]) == "So"  # thank you ✨
                links = sign and not (themed and bare[0] in "、，,")
                return ("linked" if links else "nested"), position
        if behind is None or following >= end:
            return "end", end
        senses = behind.senses
        if behind.role:
            if is_noun(behind, noun) and not passed and len(senses) == 1:
                return "nested", position
            return "governed", position
        if "purpose" in senses:
            return "nested", position
        if "joiner" in senses and "particle" not in senses:
            return "linked", position
        if words.rules.passes.isdisjoint(senses):
            return "nested", position
        passed = True
        bound = "topic" in senses or text[behind.start : behind.end] in words.rules.bound
        themed = bound and nominal
        position = behind.end
    return "nested", position


def _behind_bracket(text: str, position: int, end: int) -> int:
    """The place behind a bracket that ends a sentence, else the place: agreed (see annex 2)."""
    closing = text.find(")", position, end) if text.startswith("(", position) else -1
    ends = closing >= 0 and not text[closing + 1 : end].strip(" 。.")
    return closing + 1 if ends else position


def _depth(text: str, start: int, position: int) -> int:
    """Whether a place lies inside round brackets."""
    return text.count("(", start, position) - text.count(")", start, position)
