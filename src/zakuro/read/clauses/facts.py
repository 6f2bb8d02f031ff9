"""Facts: what was found in a clause, in the words of the table of verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from zakuro.model.vocabulary import arriving_acts, founding_acts, giving_acts, receiving_acts
from zakuro.read.clauses import scope
from zakuro.read.clauses.clause import GROWTH, Candidate, Context, is_deliverable
from zakuro.read.clauses.coordination import Clause
from zakuro.read.clauses.groups.words import Words
from zakuro.read.clauses.predicates import Predicate
from zakuro.read.clauses.verdict import MARKS
from zakuro.read.lexis.endings import Endings
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.mentions.draft import Raw

_MEASURED = frozenset({"percent", "money", "count", "range", "number", "dimension"})
_AMOUNTS = frozenset({"money", "count", "dimension"})
_CLASSES = (
    ("receive", receiving_acts()),
    ("gives", giving_acts()),
    ("meets", frozenset({"hold", "host", "consult"})),
    ("joins", frozenset({"join"})),
)
"""What an act is, beside itself, in the words of the table."""
_FOUNDING = founding_acts()
_CLOSES = " 。.!！」』)"
_CLOSING = ("」", "』", '"', "”", "»")
_TIMES = frozenset({"date", "period"})
_TAKEN = MARKS | {
    "future",
    "supports",
    "backshift",
    "deed",
    "polite",
    "open",
    "view",
    "striving",
    "sole",
    "stress",
    "being",
    "approve",
    "foresee",
    "unlisted",
    "about",
    "hold",
    "quotes",
    "states",
    "scheduled",
    "tells",
    "introduces",
    "favour",
    "impersonal",
    "trailing",
    "agreed_by_all",
    "opened",
}
_OBJECT = 24
"""Characters from a verb to the amount that it is done with: spent nearly half of its 4 million."""
_ASKED = 32
"""Characters from a verb of asking to what is asked for: those who are asked."""
_CARRIED = frozenset({"thing", "word", "company", "organisation", "nobody"})
"""What may be on its way with an amount: things, and people who are sent."""
_ACTING = frozenset({"self", "party", "person", "organisation", "office", "meeting"})


def _of_what(hit: Hit) -> str:
    """Whether a word behind a verb says that it is about a view, or about something done."""
    if "view" in hit.senses or "that" in hit.senses:
        return "view"
    doing = "act" in hit.senses and hit.senses["act"].feature == "gerund"
    return "activity" if doing or "activity" in hit.senses else ""


def _of_a_promise(behind: list[Hit]) -> bool:
    """Whether the first noun that tells is a promise: we reaffirm our aid commitments."""
    for hit in behind:
        if "commitment" in hit.senses:
            return True
        if hit.role not in ("", "act") or "view" in hit.senses or "that" in hit.senses:
            return False
    return False


class Facts:
    """What holds of a whole sentence, and what of each of its clauses."""

    def __init__(self, words: Words, context: Context, endings: Endings) -> None:
        self.words, self.context = words, context
        self.shared = frozenset(
            name
            for name, holds in (
                ("condition", scope.conditional(words, endings)),
                ("so-far", scope.so_far(words)),
                ("ahead", scope.ahead(words, context)),
                ("by-now", scope.by_now(words, context)),
                ("long-ago", scope.long_ago(words, context)),
                ("frame", bool(context.frame)),
                ("speaker", bool(context.voice or context.quoted or context.home)),
                ("listed", context.kind is not None),
                (f"listed.{context.kind}", context.kind is not None),
                ("spoken", bool(context.voice or context.quoted or context.home)),
                ("parties", scope.among_parties(words, context)),
                (f"place.{context.place}", True),
            )
            if holds
        )

    def of(self, clause: Clause, clauses: list[Clause]) -> frozenset[str]:
        """The facts of a clause."""
        self.told = self._is_told(clause, clauses)
        facts = {*self.shared, *self._of_predicate(clause), *self._of_subject(clause)}
        if scope.reported(clause, clauses):
            facts.add("reported")
        if any(each.predicate.has("say") for each in clauses):
            facts.add("said")
        if self._is_title(clause):
            facts.add("title")
        if self._is_vowed(clause, clauses):
            facts.add("vowed")
        candidate = clause.candidate
        promised = clause.predicate.has("future", "commit", "intend", "backshift")
        if "weak" in clause.predicate.marks and not promised and not self._measures(clause):
            candidate.act = None
            return self.shared
        facts.update(self._of_act(clause))
        for mention in self.words.sentence.mentions:
            inside = candidate.start <= mention.start < candidate.end
            if inside and mention.type in _MEASURED and not self._names(mention):
                facts.update(("figure", "deed", mention.type))
        facts.update(self._of_words_before(clause))
        facts.update(self._of_words(clause))
        return frozenset(facts)

    def _of_act(self, clause: Clause) -> Iterator[str]:
        """What is done, and of what sort that is."""
        candidate = clause.candidate
        if self._is_schooled(candidate):
            yield "schooled" if self._is_many(clause) else "travels"
        elif "weak" in clause.predicate.marks and candidate.act in arriving_acts():
            candidate.act = candidate.act if self._is_coming(clause) else None
        act = candidate.act
        if act is None:
            return
        yield from ("act", "deed", "deliverable" if is_deliverable(act) else "generic")
        if act in GROWTH and not (act == "complete" and clause.who in _ACTING):
            yield "grows"
        yield from (name for name, acts in _CLASSES if act in acts)

    def _is_coming(self, clause: Clause) -> bool:
        """Whether things are on their way, so many or by a time: who travels brings nothing."""
        candidate = clause.candidate
        inside = [
            mention
            for mention in self.words.sentence.mentions
            if candidate.start <= mention.start < candidate.end and not self._names(mention)
        ]
        amounts = any(mention.type in _AMOUNTS for mention in inside)
        timed = clause.who in ("thing", "word") and any(
            mention.type in _TIMES for mention in inside
        )
        return timed or (amounts and clause.who in _CARRIED)

    def _is_schooled(self, candidate: Candidate) -> bool:
        """Whether people go to where they are taught or healed: will come to A for training."""
        inside = (h for h in self.words.hits if candidate.start <= h.start < candidate.end)
        return candidate.act in arriving_acts() and any("schooled" in hit.senses for hit in inside)

    def _is_many(self, clause: Clause) -> bool:
        """Whether those who act are so many of somebody: forty nurses of B, but not B's team."""
        begin, end = clause.candidate.start, clause.predicate.start
        words = self.words.sentence
        counted = (m for m in words.mentions if m.type in ("count", "range"))
        named = (entity for entity in words.entities if entity.codes)
        return all(any(begin <= e.start < end for e in each) for each in (counted, named))

    def _is_apart(self, clause: Clause) -> bool:
        """Whether a clause tells of a thing and names no party, but for the place where it is.

        How many fell ill in A is nobody's deed.
        """
        places = self.words.rules.places
        if clause.who != "thing" or not places or {"frame", "listed.result"} & self.shared:
            return False
        candidate = clause.candidate
        return not any(
            entity.start >= candidate.start
            and entity.end <= candidate.end
            and not self.words.text.startswith(places, entity.end)
            for entity in self.words.sentence.entities
        )

    def _of_words_before(self, clause: Clause) -> Iterator[str]:
        """What stands before the predicate: a count, a proposal, or nothing."""
        candidate, predicate = clause.candidate, clause.predicate
        if self._is_apart(clause):
            yield "apart"
        if any(
            candidate.start <= mention.start and mention.end <= predicate.start
            for mention in self.words.sentence.mentions
            if mention.type in ("count", "money")
        ):
            yield "counted"
        if any(
            "habit" in hit.senses and candidate.start <= hit.start < candidate.end
            for hit in self.words.hits
        ):
            yield "habit"
        if any(
            "statistic" in hit.senses
            and (self.words.rules.before or "nominative" in hit.senses["statistic"].feature)
            for hit in self.words.hits
            if candidate.start <= hit.start < candidate.end
        ):
            yield "statistic"
        subject = [h for h in self.words.hits if candidate.start <= h.start < predicate.start]
        if any(self._is_deed(hit) for hit in subject if "theme" in hit.senses):
            yield "deed-theme"
        if any("offered" in hit.senses for hit in subject):
            yield "offered"
        if predicate.start == self.words.behind(self.words.start):
            yield "foremost"

    def _is_deed(self, theme: Hit) -> bool:
        """Whether a particle makes the founding of a thing what a clause is about: its opening."""
        before = self.words.to(theme.start)
        act = before.senses.get("act") if before is not None else None
        return act is not None and act.feature == self.words.rules.noun and act.value in _FOUNDING

    def _of_words(self, clause: Clause) -> Iterator[str]:
        """What stands behind the predicate: a sum by its name, or what is promised in "that"."""
        candidate, predicate = clause.candidate, clause.predicate
        if any(
            "promised" in hit.senses
            for hit in self.words.hits
            if predicate.end <= hit.start < candidate.end
        ):
            yield "sum"
        if self.words.rules.before:
            yield from ("final", "last") if self._is_last(candidate) else ("final",)
        elif predicate.end >= candidate.end:
            yield "bare"
        text = self.words.text
        aside = text[predicate.end : predicate.end + 1] == ","
        begin = text.find(",", predicate.end + 1) if aside else predicate.end
        stop = text.find(",", max(begin, predicate.end) + aside, candidate.end)
        stop = candidate.end if stop < 0 else stop
        behind = [hit for hit in self.words.hits if predicate.lead.end <= hit.start < stop]
        of_what = (_of_what(hit) for hit in behind)
        if next((each for each in of_what if each), "") == "activity":
            yield "activity"
        if "restate" in predicate.marks and _of_a_promise(behind):
            yield "commitment"
        first = next((h for h in behind if self.words.rules.passes.isdisjoint(h.senses)), None)
        if first is not None and "harm" in first.senses:
            yield "harm"
        leads = [predicate.lead, *(each.lead for each in clause.nested if each.how == "beside")]
        if any("support" in hit.senses for hit in (*leads, first) if hit is not None):
            yield "support"
        following = self.words.at(self.words.behind(candidate.end))
        beside = (self.words.to(candidate.end), following)
        if any(hit is not None and "that" in hit.senses for hit in beside):
            yield "introduces"

    def _is_last(self, candidate: Candidate) -> bool:
        """Whether nothing goes on behind a clause but the sign that ends its sentence."""
        return not self.words.text[candidate.end : self.words.end].strip(_CLOSES)

    def _of_predicate(self, clause: Clause) -> Iterator[str]:
        """What the words of the predicate say: its marks, tense and voice."""
        predicate, marks = clause.predicate, clause.marks
        for role, feature in marks.items():
            if role in _TAKEN:
                yield role
                if feature:
                    yield f"{role}.{feature}"
        if "act" in marks:
            yield "does"
        yield f"lead.{clause.leading}"
        if "act" in predicate.lead.senses and predicate.lead.role != "act":
            yield "lead-acts"
        if clause.tense:
            yield f"tense.{clause.tense}"
        if clause.passive:
            yield "passive"
        if predicate.negated:
            yield "negated"
        if predicate.refrains:
            yield "refrains"
        if clause.after is not None:
            yield "goes-on"

    def _of_subject(self, clause: Clause) -> Iterator[str]:
        """Who acts, and whether it is somebody who can."""
        subject = clause.candidate.subject
        yield f"how.{clause.acting.how}"
        yield f"who.{clause.who}"
        acts = clause.who == "name" or clause.who in _ACTING
        coded = subject is not None and bool(subject.codes)
        if acts and not self._only_goes_on(clause) and (coded or self._speaks_of_states(clause)):
            yield "acts"
        if self._speaks_of_states(clause):
            yield "among"
        if clause.who == "self" and subject is not None and not subject.first:
            yield "members"
        if any(self._is_infinitive(each) for each in clause.nested) or self._asks_for(clause):
            yield "asks"
        if subject is not None:
            yield "subject"
            if subject.role == "agent":
                yield "agent"
            if subject.codes or (subject.name and subject.kind == "party"):
                yield "known"
            elif not self._among_states():
                yield "stranger"

    def _is_infinitive(self, predicate: Predicate) -> bool:
        """Whether a verb inside a clause tells what somebody is to do: asked them to share."""
        before = self.words.to(self.words.ahead(predicate.start))
        return before is not None and "infinitive" in before.senses

    def _measures(self, clause: Clause) -> bool:
        """Whether an amount stands right behind a verb, or before it where it is passive."""
        candidate, predicate = clause.candidate, clause.predicate
        begin = candidate.start if predicate.passive else predicate.end
        return any(
            begin <= mention.start <= predicate.end + _OBJECT and mention.type in _AMOUNTS
            for mention in self.words.sentence.mentions
        )

    def _asks_for(self, clause: Clause) -> bool:
        """Whether who is asked stands between a verb and what is asked for: ask A for help."""
        end, text = clause.predicate.end, self.words.text
        wanted = next((h for h in self.words.hits if h.start > end + 1 and "for" in h.senses), None)
        if wanted is None or wanted.start > end + _ASKED:
            return False
        return not any(sign in text[end : wanted.start] for sign in ",;:.")

    def _is_told(self, clause: Clause, clauses: list[Clause]) -> bool:
        """Whether "we" are the words of somebody who has no name here: "We will", she said."""
        return '"' in self.words.text[self.words.start : clause.predicate.start] and any(
            each.acting.who == "pronoun"
            or (each.acting.who == "name" and each.predicate.has("say"))
            for each in clauses
        )

    def _is_title(self, clause: Clause) -> bool:
        """Whether a clause ends as a name in quotation marks does: the "plan for the port"."""
        lead, text = clause.predicate.lead, self.words.text
        nouns = ("", self.words.rules.noun)
        bare = all(
            sense.feature in nouns for hit in clause.predicate.hits for sense in hit.senses.values()
        )
        return self.words.rules.before and bare and text.startswith(_CLOSING, lead.end)

    def _is_vowed(self, clause: Clause, clauses: list[Clause]) -> bool:
        """Whether somebody promises what the clause says: we agree that the office will open."""
        place = clauses.index(clause)
        before = clauses[place - 1] if place else None
        if before is None or before.predicate.lead.role != "commit" or before.predicate.negated:
            return False
        place = self.words.ahead(clause.acting.start)
        hit = self.words.to(place)
        tied = before.predicate.end == place or (hit is not None and "that" in hit.senses)
        return tied and (before.who in _ACTING or before.who == "name")

    def _names(self, mention: Raw) -> bool:
        """Whether a number stands inside the name of somebody: the two sides."""
        return any(
            e.start <= mention.start and mention.end <= e.end for e in self.words.sentence.entities
        )

    def _speaks_of_states(self, clause: Clause) -> bool:
        """Whether who has no code acts among states: one is spoken of, or a sum of money."""
        own = clause.who == "party" or (clause.who == "self" and not self.told)
        return own or self._among_states() or self._is_official(clause)

    def _is_official(self, clause: Clause) -> bool:
        """Whether who acts holds an office and promises a deed, or is a body that gives.

        Whoever governs acts for a state, named or not: the minister promised to open a clinic.
        Of what such a one only will do, not all is a promise: the king will open parliament.
        """
        act = clause.candidate.act
        if clause.who == "organisation" or (clause.who == "office" and self._only_will(clause)):
            return act in giving_acts()
        promised = act is not None or "backshift" not in clause.marks
        return clause.who == "office" and clause.leading != "intend" and promised

    @staticmethod
    def _only_will(clause: Clause) -> bool:
        """Whether nothing but a future form tells of a promise."""
        return "future" in clause.marks

    def _among_states(self) -> bool:
        """Whether states are spoken of, or a sum of money."""
        if self.context.home or "parties" in self.shared:
            return True
        return any(mention.type == "money" for mention in self.words.sentence.mentions)

    def _gives_so_much(self, clause: Clause) -> bool:
        """Whether a clause tells of giving an amount."""
        candidate = clause.candidate
        return candidate.act in giving_acts() and any(
            candidate.start <= mention.start < candidate.end and mention.type in _AMOUNTS
            for mention in self.words.sentence.mentions
        )

    def _only_goes_on(self, clause: Clause) -> bool:
        """Whether who acts is only who was spoken of before: no "we", no polite form, not quoted.

        Of who gives so and so much, a text goes on to tell without naming them.
        """
        return (
            clause.acting.how == "inherited"
            and not self.context.quoting
            and not self._gives_so_much(clause)
            and clause.who != "self"
            and "polite" not in clause.predicate.marks
        )
