"""Coordination: which predicates open a clause of their own, and what they share with others."""

from __future__ import annotations

from zakuro.read.clauses.arguments import Acting, may_act
from zakuro.read.clauses.clause import Candidate, Context, is_deliverable
from zakuro.read.clauses.groups.words import Words
from zakuro.read.clauses.predicates import Predicate
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.parties.entities import Entity

_FINITE = frozenset({"past", "present", "perfect"})
_STANCES = frozenset({"propose", "call", "position", "restate", "commit", "intend", "announce"})
_VIEWS = frozenset({"position", "restate"})
_NOUN_LEADERS = frozenset({"article", "own", "preposition"})
_BESIDE = _STANCES | {"delegate", "consider"}
"""What may stand beside another stance in a form that infinitives share."""
_ENDS = ("", "|", ".")
_NAMED = frozenset({"self", "party", "person"})


class Clause:
    """A clause in the making: its predicate, who acts in it, and what it shares.

    ``after`` is the clause whose promise it goes on with; ``who`` says who acts, as Acting does,
    or the word that stands for nobody; ``nested`` the features of the verbs inside it.
    """

    __slots__ = ("acting", "after", "candidate", "nested", "predicate", "who")

    def __init__(self, predicate: Predicate, acting: Acting) -> None:
        self.predicate = predicate
        self.acting = acting
        self.who = acting.who
        self.after: Clause | None = None
        self.nested: list[Predicate] = []
        candidate = self.candidate = Candidate(min(acting.start, predicate.start), None, "")
        candidate.subject = acting.entity
        candidate.act = predicate.act
        candidate.hits = [(_role(hit.senses, hit.role), hit) for hit in predicate.hits][:4]

    @property
    def leading(self) -> str:
        """The role in which its promise is led: its own, or that of the clause it goes on with."""
        return self.after.leading if self.after is not None else self.predicate.lead.role

    @property
    def marks(self) -> dict[str, str]:
        """What decides its kind: its own marks, or those of the clause that it goes on with."""
        return self.after.marks if self.after is not None else self.predicate.marks

    @property
    def tense(self) -> str:
        """How its verb stands: a form that only links stands as what it goes on with."""
        opens = "open" in self.predicate.marks and self.after is not None
        return self.after.tense if opens and self.after else self.predicate.tense

    @property
    def passive(self) -> bool:
        """Whether something is done to what it is about; a noun stands as what it goes on with."""
        goes_on = self.predicate.nominal and "open" in self.predicate.marks
        return self.predicate.passive or bool(goes_on and self.after and self.after.passive)


def _role(senses: object, role: str) -> str:
    return role


def joined(clause: Clause, found: list[Clause], words: Words, context: Context) -> Clause | None:
    """The clause with what it takes from those before it; None where it is a part of the last."""
    last = found[-1] if found else None
    predicate, how = clause.predicate, clause.acting.how
    predicate.negated |= how == "denied"
    if last is not None and _is_object(clause, last, words):
        how = "nested"
    if last is not None and _wished(clause, last, words):
        inside(last, predicate)
        return None
    if how in ("nested", "relative") or not _stands(clause, last, words, context.place):
        predicate.how = "relative" if how == "relative" else "nested"
        if last is not None:
            inside(last, predicate)
        return None
    predicate.marks.setdefault("deed", "")
    if clause.who == "nobody" and last is None and _is_of_a_body(clause, words, context):
        clause.who = "organisation"
        kind = "self" if context.frame else "body"
        body = Entity(clause.acting.start, clause.acting.start, (), kind)
        clause.candidate.subject = context.subject or context.topic or body
        return clause
    if clause.who == "nobody":
        if last is not None and how in ("joined", "boundary", "participle"):
            return _goes_on(clause, last, words)
        if how in ("joined", "boundary") and _foremost(clause, words):
            return clause
        return clause if _may_open(clause, words, context) else None
    _resolve(clause, found, context)
    return clause


def _is_object(clause: Clause, last: Clause, words: Words) -> bool:
    """Whether what seems to be the subject is the object of the predicate before: will fund grants.

    Behind words of saying it is a subject, with or without "that".
    """
    return (
        clause.who in ("thing", "name")
        and clause.acting.start == words.behind(last.predicate.end)
        and "auxiliary" not in clause.predicate.marks
        and "future" not in clause.predicate.marks
        and not last.predicate.has("say")
    )


def hangs_on(predicate: Predicate, seen: Predicate | None, words: Words) -> bool:
    """Whether a form that nothing carries stands right behind a predicate that is no noun."""
    if seen is None or words.behind(seen.end) < predicate.start:
        return False
    if "auxiliary" in predicate.marks or "future" in predicate.marks:
        return False
    past = lead_feature(predicate) == "past"
    if seen.how in ("nested", "relative"):
        deed = past and predicate.lead.role == "act"
        return deed and lead_feature(seen) in ("gerund", "base")  # to provide needed aid
    return past or noun_like(predicate)


def noun_like(predicate: Predicate) -> bool:
    """Whether a form that nothing carries may be a noun as well: exports, funds, ties."""
    if "auxiliary" in predicate.marks or "future" in predicate.marks:
        return False
    feature = lead_feature(predicate)
    return feature in ("gerund", "base") or (
        predicate.lead.role == "act" and feature in ("present", "")
    )


def lead_feature(predicate: Predicate) -> str:
    """The feature of the form that leads a predicate."""
    lead = predicate.lead
    return next((lead.senses[r].feature for r in ("act", lead.role) if r in lead.senses), "")


def is_aside(clause: Clause, words: Words) -> bool:
    """Whether a clause only says between commas whose words these are."""
    predicate, text = clause.predicate, words.text
    if not predicate.has("say") or clause.who == "nobody":
        return False
    before = words.ahead(clause.acting.start)
    behind = words.behind(predicate.end)
    return text[before - 1 : before] == "," and text[behind : behind + 1] == ","


def _wished(clause: Clause, last: Clause, words: Words) -> bool:
    """Whether a bare verb tells what is proposed or asked: that the six countries stay united."""
    predicate = clause.predicate
    if "auxiliary" in predicate.marks or not last.predicate.has("propose", "call", "ought"):
        return False
    between = (h for h in words.hits if last.predicate.end <= h.start < predicate.start)
    lead = predicate.lead
    bare = "act" in lead.senses and lead.senses["act"].feature in ("base", "")
    tied = clause.acting.start == words.behind(last.predicate.end)
    tied = tied or any("that" in hit.senses for hit in between)
    return bare and "future" not in predicate.marks and tied


def inside(last: Clause, predicate: Predicate) -> None:
    """Adds to a clause a verb that stands inside it."""
    last.nested.append(predicate)
    candidate = last.candidate
    if candidate.act is None and predicate.act and "future" not in last.predicate.marks:
        candidate.act = predicate.act


def _stands(clause: Clause, last: Clause | None, words: Words, place: str) -> bool:
    """Whether a predicate is finite: no noun, no participle that nothing carries."""
    predicate = clause.predicate
    lead = predicate.lead
    behind = words.at(_past_times(words, predicate.end))
    whole = predicate.content is not None and clause.who != "nobody"
    if whole and behind is not None and is_finite_auxiliary(behind):
        return False  # Funds that somebody will provide are not enough
    if "auxiliary" in predicate.marks or "level" in lead.senses:
        return True
    if "state" in lead.senses:
        return False
    feature = lead_feature(predicate)
    within = last.nested if last is not None else ()
    noun = predicate.lead.role == "act" or clause.who in ("thing", "name", "nobody")
    if (
        noun
        and feature in ("base", "present", "")
        and any(clause.acting.start < each.start for each in within)
    ):
        return False  # a noun behind a verb inside: to honour their pledges of finance
    opens = "opening" if place in ("item", "opening") else ""  # Opening a port
    if feature == "gerund":
        return clause.who == "nobody" and clause.acting.how in ("joined", "boundary", opens)
    if feature == "base" and clause.who in _NAMED:
        entity = clause.acting.entity
        return entity is None or entity.kind == "self" or len(entity.names) != 1
    if feature == "base":
        return clause.who in ("nobody", "others", "pronoun", "meeting", "organisation", "office")
    if feature == "" and lead.role == "act":
        return clause.who == "nobody"
    if feature == "present" and lead.role == "act":
        return clause.who not in ("thing", "name")
    return True


def has_object(predicate: Predicate, words: Words) -> bool:
    """Whether something stands behind a predicate that it may govern."""
    behind = words.text[predicate.end : words.end].lstrip(" \"'”’*_")
    return behind[:1] not in _ENDS


def _foremost(clause: Clause, words: Words) -> bool:
    """Gives a clause behind a verb that no pack lists the subject that opens the sentence."""
    predicate = clause.predicate
    if not (
        "future" in predicate.marks or "auxiliary" in predicate.marks or predicate.has("commit")
    ):
        return False
    for entity in words.sentence.entities:
        if may_act(entity) and entity.end < predicate.start:
            before = words.text[words.start : entity.start].rstrip()
            if len(before.split()) < 2 or before.endswith(","):
                clause.candidate.subject, clause.who = entity, entity.kind
                return True
            return False
    return False


def _past_times(words: Words, place: int) -> int:
    """The place behind spaces and times: held in May."""
    place = words.behind(place)
    hit = words.at(place)
    if hit is not None and "preposition" in hit.senses and words.behind(hit.end) in words.time_from:
        place = words.behind(hit.end)
    while place in words.time_from:
        place = words.behind(words.time_from[place])
    return place


def is_finite_auxiliary(hit: Hit) -> bool:
    """Whether a word is a finite auxiliary and nothing else."""
    sense = hit.senses.get("auxiliary")
    return sense is not None and not hit.role and sense.feature in ("present", "past")


def _goes_on(clause: Clause, last: Clause, words: Words) -> Clause | None:
    """A further predicate of the same subject: a clause of its own, or a part of the last."""
    predicate, own = clause.predicate, last.predicate
    feature = predicate.tense or predicate.marks.get(predicate.lead.role, "")
    candidate = clause.candidate
    if _in_relative(clause, last, words) or _describes(predicate, words):
        inside(last, predicate)
        return None
    leads = lead_feature(predicate)
    decides = predicate.lead.role not in ("act", "light", "")
    modal = decides and leads == ""
    if (decides and (modal or leads not in ("gerund", "base"))) or "future" in predicate.marks:
        return _of(last, clause)
    if "auxiliary" in predicate.marks and predicate.tense in _FINITE:
        return _of(last, clause)
    if decides and _stands_beside(clause, last, words):
        if not _shares_its_object(last, clause, words):
            return _of(last, clause)
        inside(last, predicate)
        predicate.how = "beside"
        return None
    trailing = clause.acting.how == "boundary" and leads == "gerund"
    if decides and trailing and predicate.has("propose", "call", "commit", "announce"):
        return _of(last, clause)
    content = own.content
    goal = own.tense if own.content is not None else ""
    if content is None or predicate.act is None or goal != feature:
        inside(last, predicate)
        return None
    within = last.nested[-1].tense if last.nested else ""
    if (
        not is_deliverable(predicate.act)
        or candidate.act is None
        or feature == within
        or _shares_its_object(last, clause, words)
    ):
        inside(last, predicate)
        return None
    clause.after = last
    return _of(last, clause)


def _stands_beside(clause: Clause, last: Clause, words: Words) -> bool:
    """Whether a bare form is finite as the one before it is: we welcome the plan and agree to.

    Behind an infinitive a bare form goes on with that, unless a comma parts it: we call on all to
    sign and commit to peace; we call on all to sign, and commit to help.
    """
    predicate, own = clause.predicate, last.predicate
    if predicate.lead.role not in _BESIDE or lead_feature(predicate) != "base":
        return False
    finite = "auxiliary" not in own.marks and "future" not in own.marks
    role = own.lead.role
    if not finite or not role or own.lead.senses[role].feature != "base" or last.who == "nobody":
        return False
    goals = sum(_is_goal(each, words) for each in last.nested)
    goals += own.content is not None and own.content is not own.lead and own.tense == "base"
    if not goals:
        return True
    joiner = words.to(words.ahead(predicate.start))
    parted = joiner is not None and words.text[words.ahead(joiner.start) - 1] == ","
    return parted and goals == 1 and predicate.lead.role not in _VIEWS


def _is_goal(predicate: Predicate, words: Words) -> bool:
    """Whether a bare form is no noun behind an article or a preposition: to sign, and join."""
    before = words.to(words.ahead(predicate.start))
    governed = before is not None and not _NOUN_LEADERS.isdisjoint(before.senses)
    return predicate.tense == "base" and not governed


def _in_relative(clause: Clause, last: Clause, words: Words) -> bool:
    """Whether a joined predicate goes on with a relative clause: a plan which rests and will."""
    if clause.acting.how != "joined" or not last.nested or last.nested[-1].how != "relative":
        return False
    joiner = words.to(words.ahead(clause.predicate.start))
    return joiner is None or words.text[words.ahead(joiner.start) - 1] != ","


def _describes(predicate: Predicate, words: Words) -> bool:
    """Whether what looks like a verb is an adjective joined to another: open and fair ports."""
    joiner = words.at(words.behind(predicate.end))
    if predicate.lead.role != "act" or joiner is None or "joiner" not in joiner.senses:
        return False
    following = words.at(words.behind(joiner.end))
    return following is None or not following.role


def _of(last: Clause, clause: Clause) -> Clause:
    """The clause with the subject and the speaker of the one before it."""
    candidate = clause.candidate
    candidate.subject, clause.who = last.candidate.subject, last.who
    candidate.speaker = last.candidate.speaker
    return clause


def _shares_its_object(last: Clause, clause: Clause, words: Words) -> bool:
    """Whether nothing but a joiner stands between two verbs: build and equip schools."""
    between = words.text[last.predicate.end : clause.predicate.start]
    return len(between.split()) < 2


def _may_open(clause: Clause, words: Words, context: Context) -> bool:
    """Whether a predicate without a subject may open a sentence: an item, a quoted measure."""
    predicate = clause.predicate
    feature = lead_feature(predicate)
    if "auxiliary" in predicate.marks or predicate.negated or feature in ("past", "present"):
        return False
    return clause.acting.how in ("opening", "joined") and has_object(predicate, words)


def _is_of_a_body(clause: Clause, words: Words, context: Context) -> bool:
    """Whether a line begins with what a body that its opening names does: Calls upon all states."""
    predicate = clause.predicate
    foremost = predicate.start == words.behind(words.start) and context.place != "running"
    told = lead_feature(predicate) == "past" and context.place != "alone"  # Agreed to open a port
    stance = predicate.lead.role in _BESIDE or predicate.has("say")
    finite = stance and (told or lead_feature(predicate) == "present")
    return foremost and finite and has_object(predicate, words)


def _resolve(clause: Clause, found: list[Clause], context: Context) -> None:
    """Whom a pronoun or an office without a state stands for."""
    candidate = clause.candidate
    speaker = next((c.candidate.subject for c in reversed(found) if c.predicate.has("say")), None)
    candidate.speaker = speaker
    if clause.who == "pronoun":
        known = _spoken_of(found, context)
        if known is not None:
            candidate.subject = known
            clause.who = "person" if known.kind == "body" else known.kind
        elif context.frame:
            candidate.subject = Entity(clause.acting.start, clause.acting.start, (), "self")
            clause.who = "self"
    elif clause.who in ("meeting", "document") and context.frame and not _known(candidate):
        candidate.subject = Entity(clause.acting.start, clause.acting.start, (), "self")


def _known(candidate: Candidate) -> bool:
    return candidate.subject is not None and bool(candidate.subject.codes)


def _spoken_of(found: list[Clause], context: Context) -> Entity | None:
    for each in reversed(found):
        subject = each.candidate.subject
        if subject is not None and each.who != "thing":
            return subject
    return context.before or context.topic
