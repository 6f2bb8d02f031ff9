"""Clauses in which what is governed comes first and particles mark who acts."""

from __future__ import annotations

from zakuro.languages.load import Pack
from zakuro.model.statement import Kind, Strength
from zakuro.model.vocabulary import giving_acts, receiving_acts
from zakuro.read.clauses.arguments import Acting
from zakuro.read.clauses.clause import DONE, KINDS, Candidate, Context
from zakuro.read.clauses.coordination import Clause
from zakuro.read.clauses.groups.standing import OWN, Standing
from zakuro.read.clauses.groups.words import Words
from zakuro.read.clauses.predicates import Predicate, predicates
from zakuro.read.lexis.endings import Endings
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import Entity
from zakuro.read.parties.roles import roles

_GIVING = giving_acts() - receiving_acts()
_DOING = frozenset({"act", "light"})
_ENDS = "。.!！?？」』)"
_PARTED = frozenset("、，,;；")
_MEASURED = frozenset({"percent", "money", "count", "range", "number", "dimension"})
_REACH = 16  # characters in which a verb that no pack lists is looked for
_OPENING = " 、，,;；。」』)"


class Marked:
    """Finds the clauses of sentences whose subjects are marked by what stands behind them."""

    def __init__(self, pack: Pack, endings: Endings) -> None:
        self._roles = roles(pack)
        self._endings = endings
        self._themes: tuple[str, ...] = tuple(pack.section("marks").get("theme", ()))
        self._standing = Standing(pack, self._roles)
        self._of = frozenset(pack.section("syntax").get("of", ()))
        self._quotative: tuple[str, ...] = tuple(pack.section("syntax").get("quotative", ()))
        self._open = frozenset(pack.section("syntax").get("predicate", {}).get("open", ()))

    def clauses(self, words: Words, context: Context) -> list[Clause]:
        """The clauses of a sentence, each up to the end of its predicate."""
        every = predicates(words)
        found = [each for each in every if each.how != "nested"]
        beside = [each for each in every if each.how == "nested"]
        subjects = self._standing.subjects(words, found, context) if found else []
        made: list[Clause] = []
        begin = words.start
        for predicate in found:
            opened = _opened(words, begin, predicate.start)
            clause = self._clause(words, predicate, opened, subjects, beside, context)
            last = made[-1] if made else None
            if last is not None and "open" in last.predicate.marks and clause.who == "nobody":
                clause.who = last.who  # what it is about is what the clause before it is about
            made.append(clause)
            begin = predicate.end
        if made:
            self._go_on(words, made[-1])
        return made

    def _go_on(self, words: Words, clause: Clause) -> None:
        """What links to a verb at the end that no pack lists stands as that does."""
        last, stop = clause.predicate, len(words.text[: words.end].rstrip(" 。."))
        if "open" not in last.marks or last.nominal or stop <= last.end:
            return
        if self._endings.deed(words.text, last.end, stop):
            last.marks["future"] = ""
        elif self._endings.ended(words.text, last.end, stop):
            last.marks["act"] = last.tense = "past"
        else:
            return
        clause.candidate.end = stop

    def _clause(
        self,
        words: Words,
        predicate: Predicate,
        opened: int,
        subjects: list[Entity],
        beside: list[Predicate],
        context: Context,
    ) -> Clause:
        own, of_event = self._theme(words, opened, predicate)
        acting, speaker = self._acting(
            words, predicate, opened, subjects, beside, context, (own, of_event)
        )
        clause = Clause(predicate, acting)
        candidate = clause.candidate
        candidate.start, candidate.end = opened, predicate.end
        candidate.speaker, candidate.own_subject = speaker, bool(own)
        if predicate.act is None:
            reach = max(opened, predicate.start - _REACH)
            undertakes = predicate.lead.role != "commit" and predicate.marks.get("commit")
            strives = "striving" in predicate.marks or undertakes == "present"
            if strives or self._endings.deed(words.text, reach, words.ahead(predicate.start)):
                predicate.marks["deed"] = ""
        self._quote(words, clause)
        last = predicate.lead
        if words.text.endswith(self._endings.polite or ("\0",), last.start, last.end):
            predicate.marks["polite"] = ""
        links = predicate.marks.get("act") in self._open
        if links and all(hit.role in _DOING for hit in predicate.hits):
            predicate.marks["open"] = ""
        return clause

    def note(self, words: Words, context: Context) -> None:
        """Notes what a sentence tells of who met and whose an office is."""
        self._standing.note(words, context)

    def _acting(
        self,
        words: Words,
        predicate: Predicate,
        opened: int,
        subjects: list[Entity],
        beside: list[Predicate],
        context: Context,
        theme: tuple[str, bool],
    ) -> tuple[Acting, Entity | None]:
        """Who acts in a clause, and who speaks."""
        own, of_event = theme
        before = [each for each in subjects if each.end <= predicate.start]
        joined = [] if before else self._with_unlisted(words, opened, predicate)
        before = before or joined
        topic = context.topic
        subject, rank, speaker = topic, 0, None
        before = self._of_main_clause(words, before, predicate)
        for entity in before:
            person = entity.kind == "person"
            speaker = entity if person else speaker
            here = 1 if entity.start < opened else 2 if person else 3
            told = not self._roles.ending or bool(entity.names and predicate.has("say"))
            if here > rank or (here == rank and told):  # A said that B will give
                subject, rank = entity, here
        if speaker is None and topic is not None and topic.kind == "person":
            speaker = topic
        if subject in before and any(
            each is not subject and self._is_theme(words.text, each) for each in before
        ):
            predicate.marks["sole"] = ""
        about = own == "theme" and not any(self._is_theme(words.text, e) for e in before)
        mine = joined or [e for e in before if _is_own(e, opened, predicate, beside)]
        of_thing = about and not mine
        if about:
            predicate.marks["about"] = ""
        who, how = "nobody", "inherited"
        if before and subject is not None and not of_thing:
            who, how = _kind(subject, words), "clause"
        elif own and not (own == "also" and subject is not None and _gives(predicate)):
            who, how = ("event" if of_event else "thing"), "clause"
        elif subject is not None:
            who = _kind(subject, words)
        if who == "nobody" or how == "inherited":
            owner = self._owner(words, opened, predicate)
            subject, who, how = (owner, owner.kind, "clause") if owner else (subject, who, how)
        free = who == "nobody" or how == "inherited" or (subject and subject.start < opened)
        if free and (context.frame or context.voice or context.quoted or context.home):
            subject, who, how = _speaking(predicate, subject, who, how)
        return Acting(who, subject, opened, how), speaker

    def _of_main_clause(
        self, words: Words, before: list[Entity], predicate: Predicate
    ) -> list[Entity]:
        """Subjects without those behind a theme that act beside a noun: the port that A built.

        Only where a verb that governs no deed parts them from the predicate.
        """
        themed = [e for e in before if self._is_theme(words.text, e)]
        if not themed or not self._standing.modifies:
            return before
        last = themed[-1]
        return [
            entity
            for entity in before
            if entity.start <= last.start
            or not self._standing.modifies.search(words.text, entity.end, predicate.start)
        ]

    def _owner(self, words: Words, opened: int, predicate: Predicate) -> Entity | None:
        """Who is said to do something, as the owner of the deed: of A's giving he told."""
        if not self._roles.ending or not predicate.has("say", "intend", "restate", "reported"):
            return None
        owners = (e for e in words.sentence.entities if e.role == "genitive" and e.codes)
        return next((e for e in owners if opened <= e.start < predicate.start), None)

    def _with_unlisted(self, words: Words, opened: int, predicate: Predicate) -> list[Entity]:
        """Who acts with somebody that has no code, named behind: A and the Andean Forum."""
        text = words.text
        for entity in words.sentence.entities:
            inside = opened <= entity.start and entity.end <= predicate.start
            joiners = (j for j in self._roles.joiners if text.startswith(j, entity.end))
            joiner = next(joiners, "") if inside and entity.codes else ""
            if not joiner or entity.role not in ("partner", "receiver"):
                continue
            name = entity.end + len(joiner)
            end = name + 1
            while end < predicate.start and self._roles.names(text[name : end + 1]):
                end += 1
            if end > name + 1 and self._roles.behind(text, end) == "subject":
                return [entity]
        return []

    def _quote(self, words: Words, clause: Clause) -> None:
        """Takes what is only said for the words of a clause: what stands before its quotation."""
        predicate, candidate, text = clause.predicate, clause.candidate, words.text
        if predicate.act is not None or not predicate.has("say", "commit"):
            return
        said = text[candidate.start : predicate.start].rstrip()
        said = _before_speaker(said, self._quotative)
        quotative = next((q for q in self._quotative if said.endswith(q)), None)
        if quotative is None:
            return
        said = said[: -len(quotative)].rstrip()
        stop = candidate.start + len(said)
        if said.endswith(("」", "』", '"')):
            said, stop = said[:-1], stop - 1
            opening = max(text.rfind(sign, candidate.start, stop) for sign in "「『")
            if opening >= 0:
                candidate.start, candidate.end, candidate.quoted = opening + 1, stop, True
        told = "deed" if self._endings.deed(said, 0, len(said)) else ""
        predicate.marks["states" if self._endings.state(said, 0, len(said)) else "quotes"] = told

    def tail(self, words: Words, clauses: list[Clause], context: Context) -> Candidate | None:
        """The words behind the last known predicate, if they tell a state that is a result."""
        begin = clauses[-1].candidate.end if clauses else words.start
        begin = _opened(words, begin, words.end)
        stop = words.end
        while stop > begin and words.text[stop - 1] in " 。.":
            stop -= 1
        named = words.sentence.entities
        measured = any(
            begin <= mention.start < stop
            and mention.type in _MEASURED
            and not any(e.start <= mention.start and mention.end <= e.end for e in named)
            for mention in words.sentence.mentions
        )
        if stop - begin < 2 or not self._endings.was(words.text, begin, stop):
            return None
        known = any(entity.codes for entity in words.sentence.entities) or bool(context.frame)
        if context.kind != "result" and not (measured and (known or context.topic is not None)):
            return None
        if any("statistic" in h.senses and begin <= h.start < stop for h in words.hits):
            return None  # of what nobody gives a figure tells nothing done
        candidate = Candidate(begin, "result", "state")
        candidate.row, candidate.end, candidate.own_subject = "state", stop, True
        acting = (e for e in self._standing.subjects(words, [], None) if e.start >= begin)
        candidate.subject = next((entity for entity in acting if entity.codes), None)
        return candidate

    def opening(
        self, words: Words, found: list[Predicate], until: tuple[int, Candidate | None]
    ) -> Candidate | None:
        """What a sentence without a predicate says of the list that it opens, if it opens one.

        It says so beside a noun: what A will provide is as follows, or the caption "what A will
        provide"; or it goes on with what the sentence before it said: in detail, as follows.
        """
        opens = any("list" in hit.senses for hit in words.hits)
        beside = [each for each in found if each.how == "nested"]
        last = beside[-1] if beside else None
        stop, said = until
        if last is not None and any(
            sign in "、，,;；" for sign in words.text[last.end : words.end]
        ):
            return None
        if last is not None and (opens or self._is_caption(words, last.end)):
            return self._announced(words, last)
        if opens and said is not None and not words.text[stop : words.start].strip(" "):
            return _whole(words, said.kind, said.strength, said.subject)
        return None

    def _is_caption(self, words: Words, behind: int) -> bool:
        """Whether nothing but a noun stands behind a predicate, and no sentence ends there."""
        return words.text[words.end - 1] not in _ENDS and not any(
            hit.role or "particle" in hit.senses
            for hit in words.hits
            if hit.start >= behind and words.text[hit.start : hit.end] not in self._of
        )

    def _announced(self, words: Words, beside: Predicate) -> Candidate | None:
        """What a predicate beside a noun says of the items that the noun sums up."""
        subjects = self._standing.subjects(words, [], None)
        subject = next((e for e in reversed(subjects) if e.end <= beside.start), None)
        if subject is None:
            return None
        role, feature = beside.lead.role, beside.tense
        if role in ("propose", "call"):
            return _whole(words, *KINDS[role], subject)
        if role in ("act", "light") and beside.has("future"):
            return _whole(words, *KINDS["commit"], subject)
        if role in ("act", "light") and feature in DONE:
            return _whole(words, "result", None, subject)
        return None

    def _theme(self, words: Words, opened: int, predicate: Predicate) -> tuple[str, bool]:
        """Whether a clause names what it is about, and whether that is a gathering."""
        own, of_event = "", False
        hits = words.hits
        for index, hit in enumerate(hits):
            if hit.start < opened or hit.role or hit.start in words.time_to:
                continue  # next year, too: a time is nothing that a clause is about
            if hit.start >= predicate.lead.start:
                break
            inside = index > 0 and hits[index - 1] in predicate.hits
            if inside and hits[index - 1].role != "act":
                continue  # a plan too was shown: the particle stands inside the predicate
            if "topic" in hit.senses and not _sets_apart(hits, index):
                own = own or ("also" if "also" in hit.senses else "subject")
                if "theme" in hit.senses:
                    own = "theme"
                    of_event = index > 0 and "event" in hits[index - 1].senses
        return own, of_event

    def _is_theme(self, text: str, entity: Entity) -> bool:
        """Whether what stands behind an entity, or the bracket that closes on it, ends as a theme.

        That is so of a particle joined to one before it as well: from our side.
        """
        end = entity.end + text.startswith(")", entity.end)
        if text.startswith("(", end):
            end = text.find(")", end) + 1 or end
        if text.startswith(self._themes, end):
            return True
        word = self._roles.word_behind(text, end)
        return word.endswith(self._themes) or text.startswith(self._themes, end + len(word))


def _before_speaker(said: str, quotative: tuple[str, ...]) -> str:
    """Words without the speaker that stands between a quotation and its verb: "…" that A said."""
    closing = max(said.rfind(sign) for sign in "」』")
    behind = said[closing + 1 :]
    mark = next((each for each in quotative if behind.startswith(each)), "")
    return said[: closing + 1 + len(mark)] if closing > 0 and mark else said


def _gives(predicate: Predicate) -> bool:
    """Whether a predicate tells of a giving by somebody: what is given, too, is its object."""
    return predicate.act in _GIVING and not predicate.passive


def _speaking(
    predicate: Predicate, subject: Entity | None, who: str, how: str
) -> tuple[Entity | None, str, str]:
    """Who acts by a form that says "we" without a word for it."""
    if not any(feature.endswith("_first") for feature in predicate.marks.values()):
        return subject, who, how
    entity = Entity(predicate.end, predicate.end, (), "self")
    entity.role, entity.first = "subject", True
    return entity, "self", "clause"


def _is_own(entity: Entity, opened: int, predicate: Predicate, beside: list[Predicate]) -> bool:
    """Whether a subject is that of a clause and not of a relative clause: the port A builds."""
    return entity.start >= opened and not any(
        entity.end <= each.start < predicate.start for each in beside
    )


def _kind(subject: Entity, words: Words) -> str:
    """What sort of actor a subject is: a bank without a name or a state is an organisation."""
    hit = words.at(subject.start)
    if subject.codes or subject.kind != "party" or hit is None:
        return subject.kind
    named = words.text[max(words.start, hit.start - 1) : hit.start].isalnum()
    return subject.kind if named or hit.senses.keys() & OWN != {"actor"} else "organisation"


def _whole(
    words: Words, kind: Kind | None, strength: Strength | None, subject: Entity | None
) -> Candidate:
    """A sentence as one candidate, which gives way where its list follows."""
    candidate = Candidate(words.start, kind, "announced")
    candidate.row = "announced"
    candidate.end = len(words.text[: words.end].rstrip(" 。.:"))
    candidate.strength, candidate.subject = strength, subject
    return candidate


def _sets_apart(hits: list[Hit], index: int) -> bool:
    """Whether a particle only sets an adjunct apart, behind another particle: in Africa, for us."""
    before = hits[index - 1] if index else None
    return (
        before is not None
        and before.end == hits[index].start
        and ("particle" in before.senses or "guard" in before.senses)
    )


def _opened(words: Words, start: int, end: int) -> int:
    """Where a clause begins: behind the signs and joiners that part it from the one before."""
    text = words.text
    while True:
        while start < end and text[start] in _OPENING:
            start += 1
        hit = words.at(start)
        if hit is None or start >= end or "joiner" not in hit.senses:
            return start
        start = hit.end
