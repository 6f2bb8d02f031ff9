"""What the words of one sentence tell of its predicates, where predicates come first."""

from __future__ import annotations

from zakuro.read.clauses.clause import Candidate, Context, is_deliverable
from zakuro.read.clauses.first.left_context import MARKS, Before, Walk, may_act, with_article
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.entities import Entity

_LEADING = frozenset({"joiner", "infinitive", "preposition", "adverb", "relative"})
_OBJECTLESS = (",", ";", ".", ":", ")", "")
_ENDS = ("", "|", ".")
ONGOING = frozenset({"support", "consider", "intend"})
"""What one only does while one does it: in the past it is over."""
_REACH = 40  # characters in which a predicate's own time follows it
_OBJECT_REACH = 100  # characters in which its object does


def feature_of(hit: Hit, role: str) -> str:
    """The feature of a hit in a role, or in the first role that it has."""
    sense = hit.senses.get(role) or next(iter(hit.senses.values()))
    return sense.feature


def _act_of(hit: Hit) -> str | None:
    return hit.senses["act"].value if "act" in hit.senses else None


class Wording:
    """The words of one sentence: its text, what was found in it, and what it inherits."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        hits: list[Hit],
        entities: list[Entity],
        mentions: list[Raw],
        context: Context,
        walk: Walk,
    ) -> None:
        self.text, self.start, self.end = text, start, end
        self.hits, self.entities, self.mentions = hits, entities, mentions
        self.context, self.walk = context, walk

    def is_compound(self, hit: Hit) -> bool:
        """Whether a hyphen ties the word to another: open-ended, self-help."""
        return "-" in (self.text[hit.start - 1 : hit.start], self.text[hit.end : hit.end + 1])

    def is_inside(self, index: int, current: Candidate) -> bool:
        """Whether a joined predicate goes on with a relative clause: "a plan which … and will"."""
        relative = any(
            "relative" in hit.senses for hit in self.hits[:index] if hit.start > current.start
        )
        return (relative or current.relative) and not self.is_parted(index)

    def is_parted(self, index: int) -> bool:
        """Whether a comma stands before the joiner that leads to a predicate."""
        joiner = next((h for h in reversed(self.hits[:index]) if "joiner" in h.senses), None)
        return joiner is not None and self.text[: joiner.start].rstrip().endswith(",")

    def is_noun(self, index: int, role: str) -> bool:
        """Whether what could be a coordinated verb has no object, or that of a noun."""
        hit = self.hits[index]
        if "act" not in hit.senses:
            return False
        following = self.hits[index + 1] if index + 1 < len(self.hits) else None
        if role == "support" and following is not None and following.start == hit.end + 1:
            return "preposition" in following.senses or "infinitive" in following.senses
        if role == "act" and following is not None and "joiner" in following.senses:
            beside = self.hits[index + 2] if index + 2 < len(self.hits) else None
            together = beside is not None and beside.start == following.end + 1
            if following.start == hit.end + 1 and not (together and beside and beside.role):
                return True
        behind = self.text[hit.end : self.end].lstrip(MARKS)
        return role == "act" and behind[:1] in _OBJECTLESS

    def is_without_object(self, hit: Hit) -> bool:
        """Whether nothing follows what could be a verb, or what follows a noun: a survey of."""
        behind = self.text[hit.end : self.end]
        bare = behind.lstrip(MARKS)[:1] in _ENDS or self.walk.is_first_name(hit)
        return bare or behind.startswith(tuple(self.walk.of))

    def is_shared(self, index: int, current: Candidate) -> bool:
        """Whether two verbs share what follows: "will support and work to realise …"."""
        if current.kind != "pledge":
            return False
        between = self.text[current.hits[-1][1].end : self.hits[index].start]
        words = between.replace(",", " ").split()
        joiners = {self.text[h.start : h.end] for h in self.hits if "joiner" in h.senses}
        adverbs = {self.text[h.start : h.end] for h in self.hits if "adverb" in h.senses}
        return not set(words) - joiners - adverbs

    def apart(self, before: Before) -> Entity | None:
        """A subject from which a parenthesis parts its predicate: "The G7, as hosts, commits"."""
        for entity in self.entities:
            if may_act(entity) and entity.end < before.start:
                begin = with_article(self.hits, len(self.hits) - 1, entity.start)
                fronted = self.text[self.start : begin].rstrip(MARKS).endswith(",")
                opens = fronted or not any(
                    "article" not in hit.senses and "adverb" not in hit.senses
                    for hit in self.hits
                    if hit.end <= entity.start
                )
                behind = self.text[entity.end : entity.end + 3].lstrip(MARKS)
                return entity if opens and behind.startswith(",") else None
        return None

    def is_past(self, hit: Hit, role: str) -> bool:
        """Whether what was said reports the past: it has a time of its own, or is support."""
        if role in ONGOING:
            return "restate" not in hit.senses
        if role == "announce" and not any(
            hit.end <= mention.start < self.end and mention.type in ("money", "count", "range")
            for mention in self.mentions
        ):
            return True
        if any("so_far" in other.senses for other in self.hits):
            return True
        day = self.context.day
        return day is not None and any(
            (mention.end_date is not None and mention.end_date <= day)
            or (mention.end_date is None and mention.start_date and mention.start_date < day)
            for mention in self.mentions
            if mention.start < hit.end + _REACH
        )

    def is_introduced(self, hit: Hit) -> bool:
        """Whether a comma parts the clause from a preposition that opens the sentence."""
        first = self.hits[0]
        opens = "preposition" in first.senses and not self.text[self.start : first.start].strip(
            MARKS
        )
        return opens and self.text[self.start : hit.start].strip(MARKS).count(",") == 1

    def goes_on(self, index: int) -> bool:
        """Whether the first comma behind an infinitive leads on with it, not to a clause."""
        comma = self.text.find(",", self.hits[index].end, self.end)
        following = next((hit for hit in self.hits if hit.start >= comma), None)
        if comma < 0 or following is None:
            return comma < 0
        near = not self.text[comma + 1 : following.start].strip(MARKS)
        return near and ("act" in following.senses or not _LEADING.isdisjoint(following.senses))

    def has_subject(self) -> bool:
        """Whether a clause with a subject of its own follows behind a comma."""
        for entity in self.entities:
            ahead = self.text[
                self.start : with_article(self.hits, len(self.hits) - 1, entity.start)
            ]
            if entity.kind == "self" and ahead.rstrip(MARKS).endswith(","):
                return True
        return False

    def is_negated_behind(self, index: int) -> bool:
        """Whether the next word negates: "will not", "will never"."""
        hits = self.hits
        if index + 1 >= len(hits) or "negation" not in hits[index + 1].senses:
            return False
        return not self.text[hits[index].end : hits[index + 1].start].strip()

    def _goes_to_another(self, place: int) -> bool:
        """Whether a joiner leads to a predicate that is no deed: reaffirmed …, and committed."""
        hits = self.hits
        if "joiner" not in hits[place].senses or place + 1 >= len(hits):
            return False
        following = hits[place + 1]
        near = following.start == hits[place].end + 1
        return near and following.role not in ("", "act", "light")

    def by_its_object(self, index: int, role: str) -> str:
        """The role that a predicate takes from its object.

        Who reaffirms a commitment commits; who supports an activity will do something for it, while
        who supports a view takes a position.
        """
        if "await" in self.hits[index].senses:
            following = self.hits[index + 1 : index + 2]
            near = following and following[0].start == self.hits[index].end + 1
            own = near and feature_of(following[0], "act") == "gerund"
            return "intend" if own and is_deliverable(_act_of(following[0])) else "position"
        supports = role in ("position", "restate") and "support" in self.hits[index].senses
        if role != "restate" and not supports:
            return role
        start = self.hits[index].end
        for place in range(index + 1, min(index + 10, len(self.hits))):
            hit = self.hits[place]
            between = self.text[start : hit.start]
            if len(between) > _OBJECT_REACH or any(sign in between for sign in ";."):
                break
            if (
                "that" in hit.senses
                or "view" in hit.senses
                or "thank" in hit.senses
                or (not supports and "," in between)
                or self._goes_to_another(place)
            ):
                break
            if role == "restate" and ("commitment" in hit.senses or "commit" in hit.senses):
                return "commit"
            if role == "restate" and "readiness" in hit.senses:
                return "intend"
            if role == "restate" and "support" in hit.senses:
                supports = True
            elif supports and ("activity" in hit.senses or feature_of(hit, "act") == "gerund"):
                return "support"
        return role
