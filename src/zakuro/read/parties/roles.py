"""How the words of a language give parties their part."""

from __future__ import annotations

import re
from functools import cache

from zakuro.languages.load import Pack

NO_CASES: frozenset[str] = frozenset()
"""The cases of a name whose ending tells none."""
_COMPOUND = re.compile(r"[a-zァ-ヺー・々\u3400-\u9fff]{1,16}")
"""What a word goes on with that a name opens: the letters in which names and nouns are written."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT = re.compile(r' ["«]?(\w+(?:-\w+)*)["»]?')
_QUANTIFIED = 24
"""Characters that the words before a name take which tell how many of them are meant."""
_OWNED = 4
"""Words from a state to what it owns: the Kazakh ministry of health."""


class Roles:
    """How a pack's words give parties their part: prepositions before, particles after, endings.

    Where ``ending`` holds, the ending of a name tells its part and a postposition goes before it;
    a row of names is told by the last of them.
    """

    def __init__(self, pack: Pack) -> None:
        section = pack.section("roles")
        syntax = pack.section("syntax")
        self.after: bool = syntax["subject"] == "after"
        self.ending: bool = syntax["subject"] == "ending"
        self._possessed = tuple(syntax.get("possessed_endings", ()))
        self._dative = tuple(syntax.get("dative_endings", ()))
        self._attributive = tuple(syntax.get("attributive_endings", ()))
        self._own_dative = tuple(syntax.get("possessed_dative_endings", ()))
        self.purposes = tuple(syntax.get("purpose_endings", ()))
        self._parting = tuple(syntax.get("parting_endings", ()))
        self._behind_dative = frozenset(syntax.get("dative_postpositions", ()))
        self._unpossessed = frozenset(syntax.get("unpossessed", ()))
        self.capitals = bool(syntax.get("capitals"))
        self.sides: tuple[str, ...] = tuple(pack.section("marks").get("side", ()))
        self.rows = syntax.get("short_names") == "row"
        self.waters: tuple[str, ...] = tuple(pack.section("names").get("waters", ())) or ("\0",)
        self.joiners = tuple(sorted(syntax.get("party_joiners", ()), key=len, reverse=True))
        self.name_order = syntax.get("name", "after-office")
        words = [
            (word, role)
            for role in ("partner", "subject", "receiver", "source", "goal", "none")
            for word in section.get(role, ())
        ]
        words.sort(key=lambda pair: -len(pair[0]))
        self._longest = max((len(word) for word, _ in words), default=0)
        self._table: dict[str, str] = dict(reversed(words))
        self._companion = frozenset(section.get("companion", ()))
        self.benefit = frozenset(section.get("benefit", ()))
        self._partner_after = tuple(section.get("partner_after", ()))
        self.features: dict[str, str] = section.get("feature", {})
        cased = "dative" in self.features
        self.prepositional: bool = cased and not (self.after or self.ending)
        """Whether cases and prepositions together tell the part of a city."""
        self.bare = section.get("bare", "")
        self.of = (*syntax.get("of", ()), *syntax.get("ties", ()))
        self.name_particles = frozenset(syntax.get("name_particles", ()))
        self._name_letters = re.compile(f"[{syntax.get('name_letters', '')}_]{{2,30}}")
        self._writes_names = bool(syntax.get("name_letters"))
        self._regions = tuple(syntax.get("region_suffixes", ()))
        self._titles = tuple(syntax.get("titles", ()))
        self._posted = tuple(syntax.get("posted", ()))
        forms = sorted(syntax.get("state_suffixes", ()), key=len, reverse=True)
        self._state_forms = tuple(forms)
        self._spaced = pack.spaced
        self.office_first: bool = syntax.get("office") == "first"
        self._cases: dict[str, frozenset[str]] = {"": NO_CASES}
        article = pack.section("parties").get("article", "")
        self._article = f" {article}".rstrip() if article else ""
        quantifiers = syntax.get("quantifiers", ())
        many = "|".join(re.escape(word) for word in sorted(quantifiers, key=len, reverse=True))
        self._quantified = re.compile(rf"(?<!\w)(?:(?:{many})(?: the)? )+$") if many else None
        self.participant = tuple(section.get("participant", ()))
        self.suffixes: tuple[str, ...] = tuple(syntax.get("name_suffixes", ()))

    def names(self, word: str) -> bool:
        """Whether a word is written in letters in which the language writes names of others."""
        return self._name_letters.fullmatch(word) is not None

    def is_name_letter(self, letter: str) -> bool:
        """Whether a letter is one in which the language writes names of others."""
        return self._writes_names and self._name_letters.fullmatch(letter * 2) is not None

    def with_form(self, text: str, end: int) -> int:
        """Where the name of a state ends with its form: republic, kingdom."""
        forms = (form for form in self._state_forms if text.startswith(form, end))
        return end + len(next(forms, ""))

    def before_region(self, text: str, end: int) -> int:
        """Where the name of a region ends, before the word for a region that ends at ``end``."""
        regions = (each for each in self._regions if text.endswith(each, 0, end))
        return end - len(next(regions, ""))

    @property
    def has_titles(self) -> bool:
        """Whether titles stand behind names."""
        return bool(self._titles)

    def titled(self, text: str, end: int) -> int:
        """Where the title ends that stands behind a person's name, or ``end``: Mr."""
        titles = (title for title in self._titles if text.startswith(title, end))
        return end + len(next(titles, ""))

    def is_posted(self, text: str, start: int) -> bool:
        """Whether the word before a state makes whoever holds an office behind it posted there."""
        return bool(self._posted) and text.endswith(self._posted, 0, start)

    def cases(self, feature: str) -> frozenset[str]:
        """The roles that the cases of a form allow (nominative|accusative)."""
        found = self._cases.get(feature)
        if found is None:
            each = (self.features.get(case) for case in feature.split("|"))
            found = self._cases[feature] = frozenset(role for role in each if role)
        return found

    @staticmethod
    def by_case(cases: frozenset[str]) -> str:
        """The role that an ending gives: of several that it allows, the one that needs no help.

        ``either`` is what may be the receiver or belong to the word before it.
        """
        if "subject" in cases:
            return "subject"
        given = cases - {"none"} if len(cases) > 1 else cases
        if "receiver" in given and "genitive" in given:
            return "either"
        return min(given, default="")

    def joins(self, between: str, several: bool, closed: bool = False) -> bool:
        """Whether words between two names coordinate them.

        A sign with a word (", and") ends a list of ``several``; behind one name it opens a clause.
        Behind a list that "and" has ``closed`` a comma opens a clause.
        """
        if between not in self.joiners:
            return False
        word = between.strip(", ")
        if between[:1] == ",":
            return not closed if not word else several or not word.isalpha()
        return True

    def parts(self, text: str, first: int, last: int, start: int, end: int) -> bool:
        """Whether a comma parts a name that a preposition governs from who acts: To A, B sends.

        ``first`` and ``last`` are the ends of that name, ``start`` and ``end`` those of the next;
        what goes on behind it makes them a list: in A, B and C.
        """
        if self.after or self.ending or text[last:start] != ", ":
            return False
        listed = text.startswith((",", " and ", " or ", " & "), end)
        return not listed and bool(self.word_before(text, first))

    def word_behind(self, text: str, end: int) -> str:
        """The longest particle that stands behind ``end``."""
        for length in range(self._longest, 0, -1):
            if text[end : end + length] in self._table:
                return text[end : end + length]
        return ""

    def behind(self, text: str, end: int) -> str:
        """The role that the particle behind ``end`` gives."""
        return self._table.get(self.word_behind(text, end), "")

    def gives_to(self, text: str, end: int) -> bool:
        """Whether the word behind an adjective stands in the dative: Tajik students get."""
        found = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        return found is not None and bool(self._dative) and found.group().endswith(self._dative)

    def is_attributive(self, text: str, end: int) -> bool:
        """Whether the ending of a name tells of what is there: the roads in Tajikistan."""
        return bool(self._attributive) and text.endswith(self._attributive, 0, end)

    def own_gets(self, text: str, end: int, stop: int) -> bool:
        """Whether what a state owns, named behind it and before ``stop``, stands in the dative."""
        given = (*self._dative, *self._own_dative, *self.purposes)
        for _ in range(_OWNED if self._own_dative else 0):
            found = _NEXT.match(text, end, stop)
            if found is None:
                return False
            if self.behind(text, end) == "receiver":
                return True
            end = found.end()
            word = found.group(1)
            if word.endswith(given) and word not in self._unpossessed:
                behind = _NEXT.match(text, end)
                return behind is None or behind.group(1) not in self._behind_dative
            if word.endswith(self._parting) and not text.startswith(self.joiners, end):
                return self.behind(text, end) == "receiver"
        return False

    def owns(self, text: str, end: int) -> bool:
        """Whether a bare name owns what stands behind it, by the ending of that word."""
        if not self._possessed or text[end : end + 1] != " ":
            return False
        found = _WORD.match(text, end + 1)
        word = found.group() if found else ""
        return word.endswith(self._possessed) and word not in self._unpossessed

    def of_compound(self, text: str, end: int) -> tuple[str, int]:
        """The role of a name that opens a word, by the particle behind that word, and its end.

        Who gives to the Zambian people gives to Zambia; a word without a particle leaves it out.
        """
        word = _COMPOUND.match(text, end)
        stop = word.end() if word else end
        if text.startswith("(", stop):
            stop = text.find(")", stop) + 1 or stop
        return self.behind(text, stop) or "none", stop

    def part(self, text: str, start: int, end: int, cases: frozenset[str]) -> str:
        """The role of a name by the word that governs it, else by its ending."""
        if not (self.after or self.ending):
            return self.before(text, start) or self.by_case(cases)
        return self.behind(text, end) or self.by_case(cases)

    def seat(self, text: str, start: int, cases: frozenset[str]) -> str:
        """The part that a preposition of place gives a city: to where, by its case, or where."""
        if self.before(text, start) != "receiver" or self.word_before(text, start) in self.benefit:
            return ""
        return "place" if cases and "object" not in cases else "goal"

    def is_partner(self, text: str, end: int) -> bool:
        """Whether the word behind a party makes it one that acts as well."""
        return bool(self._partner_after) and text.startswith(self._partner_after, end)

    def is_companion(self, text: str, start: int, end: int) -> bool:
        """Whether the particle of a party makes it one with whom something is done."""
        governs = self.after or self.ending
        word = self.word_behind(text, end) if governs else self.word_before(text, start)
        return word in self._companion

    def takes_part(self, text: str, start: int) -> bool:
        """Whether the words before ``start`` leave the party among those who meet."""
        head = text[max(0, start - 40) : start].rstrip(" 0123456789")
        if self._article:
            head = head.removesuffix(self._article)
        return head.endswith(self.participant) if self.before(text, start) else True

    def quantified(self, text: str, start: int, kind: str = "party") -> int:
        """Where the words begin that tell how many of those named at ``start`` are meant, if any.

        They leave the name in its part: to each of the five countries.
        """
        if self._quantified is None or kind != "party":
            return start
        floor = max(0, start - _QUANTIFIED)
        found = self._quantified.search(text[floor:start])
        return floor + found.start() if found else start

    def before(self, text: str, start: int) -> str:
        """The role that the preposition before ``start`` gives."""
        return self._table.get(self.word_before(text, start), "")

    def places(self, word: str) -> bool:
        """Whether a preposition may tell in which place somebody is: in, at."""
        return self._table.get(word) == "receiver" and word not in self.benefit

    def word_before(self, text: str, start: int) -> str:
        """The longest preposition that stands before ``start``."""
        start = self.quantified(text, start)
        head = text[max(0, start - self._longest - len(self._article) - 2) : start].rstrip()
        if self._article:
            head = head.removesuffix(self._article)
        for length in range(min(self._longest, len(head)), 0, -1):
            if head[-length:] in self._table and (
                length == len(head) or not self._spaced or not head[-length - 1].isalnum()
            ):
                return head[-length:]
        return ""


@cache
def roles(pack: Pack) -> Roles:
    """The compiled roles of a pack."""
    return Roles(pack)
