"""Attributes of statements: givers, receivers, act, object, topics, quantities, period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

import msgspec

from zakuro.languages.load import Pack
from zakuro.model.statement import FOCUS, Mark, Name, Period, Quantity, Statement
from zakuro.model.vocabulary import general_topics, object_unit
from zakuro.read.clauses.clause import Candidate
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.mentions.draft import Raw, plain
from zakuro.read.mentions.quantities.nouns import Nouns
from zakuro.read.parties.entities import Entity
from zakuro.read.statements.part import Part

_MEASURED = ("money", "percent", "count", "dimension", "range", "number")
_TIMES = ("date", "period", "duration")
_SIGNS = " .,;:)"
_STOPS = tuple('.!?…:;»"”)')
_LONG_RUN = 366
"""A time without an end that began so many days ago is none of a promise: since 2018."""
_NAMED = 60
_BRACKETS = (("(", ")"), ("（", "）"), ("《", "》"), ("「", "」"), ("『", "』"), ("«", "»"))
_ITEM = "{item}"
_COUNTED = 24  # characters between a number and the object that it counts


def within(start: int, end: int, things: list[Entity]) -> list[Entity]:
    """The entities between two offsets."""
    return [thing for thing in things if start <= thing.start and thing.end <= end]


def own_mentions(
    mentions: list[Raw], start: int, end: int, parties: list[Entity], spaced: bool
) -> list[Raw]:
    """The mentions between two offsets, but for figures in names: the five Baltic states.

    Where a script writes no spaces the figure stays, since a name there runs on into what follows.
    """
    named = [each for each in parties if each.codes and spaced]
    return [
        mention
        for mention in mentions
        if start <= mention.start
        and mention.end <= end
        and not (mention.type in _MEASURED and any(p.start <= mention.start < p.end for p in named))
    ]


def quantities_of(
    mentions: list[Raw],
    subject: Entity | None,
    folded: Folded,
    thing: str | None,
    place: tuple[int, int] | None,
    last: bool,
    prepositions: frozenset[str],
    hits: list[Hit],
    whole: Quantity | None = None,
    counted: Nouns | None = None,
) -> tuple[Quantity, ...]:
    """The measured mentions inside a statement; a bare number takes the unit of its object.

    What stands behind a word for a part, among ``hits``, is a part of the amount before it, which
    may be the ``whole`` of the statement before.  With ``counted``, the nouns of the language, a
    figure before a noun that nobody knows counts items: no figure of a pledge is dropped for it.

    A number inside the name by which the subject calls itself ("the two sides") measures nothing.
    """
    quantities: list[Quantity] = []
    for mention in mentions:
        if mention.type not in _MEASURED or (
            subject is not None
            and subject.kind == "self"
            and subject.start <= mention.start < subject.end
        ):
            continue
        unit = mention.unit
        if unit is None:
            if thing and place and _beside(folded.text, mention, place, last, prepositions):
                unit = object_unit(thing) or _ITEM
            elif counted and counted.may_follow(folded.text, mention.start, mention.end):
                unit = _ITEM
            else:
                continue
        start, end, exact = folded.span(mention.start, mention.end)
        quantities.append(
            Quantity(
                start=start,
                end=end,
                exact=exact,
                unit=unit,
                bound=mention.bound or "exact",
                value=plain(mention.value),
                low=plain(mention.low),
                high=plain(mention.high),
                change=mention.change,
                equivalent_of=_equivalent(folded.text, quantities, mention, mentions),
            )
        )
    marked = [folded.start(hit.start) for hit in hits if "part_of" in hit.senses]
    return _with_parts(quantities, marked, whole) if marked else tuple(quantities)


def whole_of(quantities: Iterable[Quantity]) -> Quantity | None:
    """The last amount of a statement that may have parts."""
    own = [q for q in quantities if q.part_of is None and q.equivalent_of is None]
    return next((q for q in reversed(own) if q.value is not None), None)


def _with_parts(
    quantities: list[Quantity], marked: list[int], whole: Quantity | None
) -> tuple[Quantity, ...]:
    """The amounts of a statement, those told to be parts tied to their whole.

    Parts go on behind their word as long as they are of one unit and together no more than the
    whole.
    """
    told: list[Quantity] = []
    rest = (whole.value if whole else None) or Decimal(0)
    for quantity in quantities:
        same = whole is not None and whole.unit == quantity.unit and quantity.value is not None
        begun = whole is not None and any(whole.end <= at < quantity.start for at in marked)
        if whole and same and begun and quantity.value is not None and quantity.value <= rest:
            rest -= quantity.value
            told.append(msgspec.structs.replace(quantity, part_of=whole.start))
            continue
        told.append(quantity)
        if quantity.value is not None and not begun and quantity.equivalent_of is None:
            whole, rest = quantity, quantity.value
    return tuple(told)


def _beside(
    text: str, mention: Raw, place: tuple[int, int], last: bool, prepositions: frozenset[str]
) -> bool:
    """Whether a bare number counts the object: no sign and few words stand between them.

    The number comes first, but may follow where ``last`` says that predicates do, or where nothing
    else follows that it could count: the number of places to at least 1,000.  What a number has
    come to may stand farther from it.
    """
    behind = text[mention.end : mention.end + 2].partition("\n")[0]
    if not last and place[0] < mention.end and behind.strip(_SIGNS):
        return False
    between = text[mention.end : place[0]] or text[place[1] : mention.start]
    if place[0] >= mention.end and not prepositions.isdisjoint(between.split()):
        return False
    farthest = 2 * _COUNTED if mention.change == "to" else _COUNTED
    return len(between) <= farthest and not any(sign in between for sign in ",;:()、。，；：（）")


def _equivalent(text: str, before: list[Quantity], mention: Raw, mentions: list[Raw]) -> str | None:
    """The amount that an amount in brackets right behind it gives in another currency."""
    if mention.type != "money" or not before:
        return None
    amounts = [other for other in mentions if other.type == "money" and other.end <= mention.start]
    if not amounts or amounts[-1].unit == mention.unit:
        return None
    between = text[amounts[-1].end : mention.start]
    if len(between) <= 24 and between.lstrip()[:1] in ("(", "（", "[") and ")" not in between:
        return before[-1].exact
    return None


def _names_something(
    folded: Folded, mention: Raw, naming: tuple[frozenset[str], frozenset[str]] | None
) -> bool:
    """Whether a time is a part of a name: the 2030 Agenda, the Good Friday Agreement.

    A time with a word in small letters is none: in this year Kazakhstan will …
    """
    text, end = folded.text, mention.end
    if naming is not None and text.startswith("'", end):
        return True
    if naming is None or not text[end + 1 : end + 2].isalpha() or text[end] != " ":
        return False
    if any(word[0].islower() for word in folded.exact(mention.start, end).split()):
        return False
    articles, prepositions = naming
    before = text[max(0, mention.start - 16) : mention.start].split()
    word = before[-1] if before and text[mention.start - 1].isspace() else ""
    if word in articles:
        return mention.type in ("date", "period") and text[mention.start : end].isdigit()
    if text[mention.start].isalpha() and word[-1:] in _STOPS:
        return False  # it opens a sentence: Last year Kenya gave
    return word not in prepositions and word != "" and folded.exact(end + 1, end + 2).isupper()


def _times_of(
    mentions: list[Raw],
    folded: Folded,
    naming: tuple[frozenset[str], frozenset[str]] | None,
    day: date | None,
) -> list[Raw]:
    """The times among mentions that have days and are no names; with ``day`` none that is over.

    Nor then one that has run for years: what has not been so since 2018 is promised for no time.
    """
    return [
        mention
        for mention in mentions
        if mention.type in _TIMES
        and mention.edtf
        and not (day and mention.end_date and mention.end_date <= day + timedelta(days=1))
        and not (day and mention.end_date is None and _has_run(mention, day))
        and not _names_something(folded, mention, naming)
    ]


def _has_run(mention: Raw, day: date) -> bool:
    return mention.start_date is not None and (day - mention.start_date).days > _LONG_RUN


def time_of(
    mentions: list[Raw],
    folded: Folded,
    naming: tuple[frozenset[str], frozenset[str]] | None,
    day: date | None,
) -> Raw | None:
    """The first time among mentions, as ``period_of`` takes it."""
    times = _times_of(mentions, folded, naming, day)
    return next((mention for mention in times if mention.type != "duration"), None)


def period_of(
    mentions: list[Raw],
    folded: Folded,
    joiners: tuple[str, ...],
    naming: tuple[frozenset[str], frozenset[str]] | None,
    day: date | None,
    inherited: Raw | None = None,
    *,
    finest: bool = False,
    done: bool = False,
) -> Period | None:
    """The time a statement gives, the first that has days.

    Times joined as one run from the first to the last: 2025 and 2026 are 2025/2026.  With ``day``,
    times that are over on it are passed over: nobody promises for the past.  ``naming`` has the
    articles and prepositions of a language that writes names with capitals.  ``inherited`` is the
    time of the sentence that opens the list.  With ``finest`` days stand for the year before them.
    What is ``done`` lies before the day it was told: in November is last year's.
    """
    times = _times_of(mentions, folded, naming, day) or ([inherited] if inherited else [])
    if not times:
        return None
    if done:
        times = [mention.past or mention for mention in times]
    first = _foremost(times, folded.text)
    if finest:
        first = next((mention for mention in times if _lies_within(mention, first)), first)
    last = first
    for mention in times[times.index(first) + 1 :]:
        if mention.type != first.type or folded.text[last.end : mention.start] not in joiners:
            break
        last = mention
    edtf = first.edtf or ""
    if last is not first and "/" not in f"{edtf}{last.edtf}":
        edtf = f"{edtf}/{last.edtf}"
    else:
        last = first
    return Period(
        edtf=edtf,
        start_date=first.start_date,
        end_date=last.end_date,
        start=folded.start(first.start),
        end=folded.end(last.end),
        exact=folded.exact(first.start, last.end),
    )


def _foremost(times: list[Raw], text: str) -> Raw:
    """The first time that is no mere length, one outside of brackets before one inside."""
    dated = [time for time in times if time.type != "duration"]
    return next((t for t in dated if not _in_brackets(text, t.start)), (dated or times)[0])


def _in_brackets(text: str, place: int) -> bool:
    """Whether a bracket or a title opened shortly before is still open: the plan (2025-2027)."""
    before = text[max(0, place - _NAMED) : place]
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in _BRACKETS)


def _lies_within(mention: Raw, other: Raw) -> bool:
    """Whether a time is a part of another that has two ends."""
    if not (mention.start_date and mention.end_date and other.start_date and other.end_date):
        return False
    return (
        (other.start_date, other.end_date) != (mention.start_date, mention.end_date)
        and other.start_date <= mention.start_date
        and mention.end_date <= other.end_date
    )


def is_of_people(part: Part, words: Nouns, entity: Entity) -> bool:
    """Whether people stand right behind an adjective: Tajik students."""
    start = entity.end + part.pack.spaced
    near = part.hits.between(start, start + _NAMED)
    told = any(hit.start == start and "people" in hit.senses for hit in near)
    return told or words.are_people(part.text, start)


def naming_words(pack: Pack) -> tuple[frozenset[str], frozenset[str]] | None:
    """The articles and prepositions by which names of times are told from times, if any."""
    if not pack.section("syntax").get("capitals"):
        return None
    words = pack.section("marks")
    return frozenset(words.get("article", ())), frozenset(words.get("preposition", ()))


class Matter(NamedTuple):
    """What a statement is about: its object and where that stands, the list it heads, topics."""

    object: str | None
    place: tuple[int, int] | None
    objects: tuple[str, ...]
    topics: tuple[str, ...]


def matter_of(
    hits: list[Hit],
    last: bool,
    text: str,
    joiners: tuple[str, ...],
    verbs: frozenset[tuple[int, int]],
) -> Matter:
    """The object, the last or the first named, with those that ``joiners`` join to it.

    What only one of the ``verbs``, by its place, tells of (who lends makes a loan) comes last.
    """
    things = [hit for hit in hits if "object" in hit.senses]
    named = [hit for hit in things if (hit.start, hit.end) not in verbs]
    things = named or things
    head = (things[-1] if last else things[0]) if things else None
    told = tuple(dict.fromkeys(hit.senses["topic"].value for hit in hits if "topic" in hit.senses))
    topics = tuple(topic for topic in told if topic not in general_topics()) or told
    if head is None:
        return Matter(None, None, (), topics)
    listed = [head]
    for hit in reversed(things) if last else things:
        if hit.end <= listed[0].start and text[hit.end : listed[0].start] in joiners:
            listed.insert(0, hit)
        elif listed[-1].end <= hit.start and text[listed[-1].end : hit.start] in joiners:
            listed.append(hit)
    objects = tuple(dict.fromkeys(hit.senses["object"].value for hit in listed))
    return Matter(
        object=head.senses["object"].value,
        place=(head.start, head.end),
        objects=objects if len(objects) > 1 else (),
        topics=topics,
    )


def derivation_of(
    candidate: Candidate, folded: Folded, focus: Entity | None = None
) -> tuple[Mark, ...]:
    """The marks that made a statement, in order, then whom the text had in focus, if it gets."""
    placed = [(role, hit.start, hit.end) for role, hit in candidate.hits if role]
    placed += [(FOCUS, focus.start, focus.end)] if focus is not None else []
    marks = []
    for role, begin, stop in placed:
        start, end, exact = folded.span(begin, stop)
        marks.append(Mark(role=role, start=start, end=end, exact=exact))
    return tuple(marks)


_QUOTED = re.compile("([「『“«《])([^「」『』“”«»《》]{1,60})([」』”»》])")
_CLOSES = {"「": "」", "『": "』", "“": "”", "«": "»", "《": "》"}


_STRAIGHT = re.compile(r'"([^\W_][^"\n]{1,58}[^\W_])"')
_SMALL = 3
"""Letters of the longest word that a title writes small: of, and, the."""


def about_of(folded: Folded, start: int, end: int) -> tuple[Name, ...]:
    """The names that a statement puts in quotation marks.

    Between straight marks, which speech has as well, only a title: "Great Makers of the Andes".
    """
    first, last, _ = folded.span(start, end)
    quoted = [
        Name(name=found[2], start=found.start(2), end=found.end(2))
        for found in _QUOTED.finditer(folded.original, first, last)
        if _CLOSES[found[1]] == found[3]
    ]
    titles = [
        Name(name=found[1], start=found.start(1), end=found.end(1))
        for found in _STRAIGHT.finditer(folded.original, first, last)
        if _is_title(found[1])
    ]
    return tuple(sorted((*quoted, *titles), key=lambda name: name.start))


def _is_title(words: str) -> bool:
    """Whether all words are written with capitals but for small ones."""
    told = [word for word in words.split() if word[0].isalpha()]
    capitals = [word for word in told if word[0].isupper()]
    small = all(len(word) <= _SMALL for word in told if word not in capitals)
    return bool(capitals) and small and words[0] == words[0].upper()


def mark_repeats(statements: list[Statement]) -> dict[int, str]:
    """For statements that say an earlier one again: its place and the id of the first."""
    seen: dict[tuple[object, ...], str] = {}
    repeats: dict[int, str] = {}
    for index, statement in enumerate(statements):
        if statement.kind not in ("result", "pledge") or not statement.quantities:
            continue
        key = (
            statement.kind,
            statement.givers,
            tuple((q.value, q.low, q.high, q.unit) for q in statement.quantities),
        )
        if key in seen:
            repeats[index] = seen[key]
        else:
            seen[key] = statement.id
    return repeats


def name_of(folded: Folded, entity: Entity | None) -> str | None:
    """How somebody who speaks is named: by their words, with the code of whose they are."""
    if entity is None:
        return None
    words, codes = folded.exact(entity.start, entity.end), ", ".join(entity.codes)
    return f"{words} ({codes})" if codes and entity.kind == "person" else (codes or words)
