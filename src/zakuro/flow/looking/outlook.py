"""The outlook of the pledges in books: what they are like, and what became of those."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.assessment.course import Course
from zakuro.ledger.assessment.standing import courses
from zakuro.model import vocabulary
from zakuro.outlook.outlook import (
    Cases,
    Measured,
    Outlook,
    Promise,
    Total,
    measured,
    total,
)
from zakuro.outlook.outlook import outlook as outlook_of
from zakuro.outlook.pace import Run
from zakuro.outlook.posterior import Group, alike
from zakuro.outlook.survival import Case, Marks

OVER: dict[str, Literal["kept", "ended"]] = {
    "kept": "kept",
    "kept late": "kept",
    "withdrawn": "ended",
    "ended by agreement": "ended",
}
_UNSEEN = ("names no day", "not due", "not looked at")
_CURRENCY = 3


class Known(NamedTuple):
    """A pledge as the tables hold it: what is asked of it, and the case that it is for others.

    ``case`` is None where nobody has said anything of it: then nothing is known of it.
    """

    number: int
    occasion: str
    promise: Promise
    case: Case | None


class Ahead(NamedTuple):
    """The outlook of a pledge by name."""

    name: str
    outlook: Outlook


def known(books: Books, on: date) -> list[Known]:
    """Give every pledge of the books as it was known on a day."""
    states: dict[int, list[tables.Row]] = defaultdict(list)
    for row in books.journal.rows(
        tables.STANDINGS, [("party", "=", ""), ("since", "<=", on.isoformat())]
    ):
        states[int(row["number"])].append(row)
    sizes: dict[int, str] = {}
    for row in books.journal.rows(tables.LINES, [("since", "<=", on.isoformat())]):
        sizes.setdefault(int(row["number"]), size(str(row["unit"]), Decimal(str(row["pledged"]))))
    return [
        _known(row, sorted(states[int(row["number"])], key=_since), sizes, on)
        for row in books.journal.rows(tables.PLEDGES, [("open", "=", 1), ("part_of", "=", "")])
        if int(row["number"]) in states
    ]


def _since(row: tables.Row) -> str:
    return str(row["since"])


def _known(row: tables.Row, states: list[tables.Row], sizes: dict[int, str], on: date) -> Known:
    number, said = int(row["number"]), tables.day(row["said_on"])
    last = states[-1]
    standing = str(last["standing"])
    silent = last["word"] == "not reported" and standing in (*_UNSEEN, "no report found")
    marks = _marks(row, sizes.get(number, ""))
    promise = Promise(
        said_on=said,
        end=tables.day(row["due"]),
        marks=marks,
        over=OVER.get(standing, ""),
        silent=silent,
        sectors=_sectors(str(row["topics"]).split(";"), sizes.get(number, "")),
    )
    return Known(number, str(row["occasion"]), promise, _case(said, states, marks, on))


def _case(said: date | None, states: list[tables.Row], marks: Marks, on: date) -> Case | None:
    """Give the case that a pledge is: from what was said to when it was kept, or last known of."""
    if said is None:
        return None
    for row in states:
        if row["standing"] in {"kept", "kept late"}:
            since = tables.day(row["since"]) or said
            return Case(max(0, (since - said).days), ended=True, marks=marks)
    last = states[-1]
    until = on
    if last["standing"] in {"ended by agreement", "no report found"}:
        until = tables.day(last["since"]) or on
    elif last["word"] == "not reported" and last["standing"] in _UNSEEN:
        return None
    return Case((until - said).days, ended=False, marks=marks)


def _marks(row: tables.Row, sized: str) -> Marks:
    givers = (name for each in str(row["givers"]).split() for name in each.split("+"))
    topics = [topic for topic in str(row["topics"]).split(";") if topic]
    return {
        "giver": frozenset(givers),
        "topic": frozenset(vocabulary.fields_of(topics) or topics),
        "size": frozenset({sized}) - {""},
    }


def size(unit: str, value: Decimal) -> str:
    """Give the size of a promise: its unit, and the power of ten that its amount reaches."""
    return f"{unit} 1e{value.adjusted()}" if value > 0 else unit


def _sectors(topics: Iterable[str], sized: str) -> frozenset[str]:
    """Give the sectors in which records elsewhere are like it: those of promises of money."""
    unit = sized.partition(" ")[0]
    if len(unit) != _CURRENCY or not unit.isupper():
        return frozenset()
    codes = vocabulary.topics()
    return frozenset(codes[topic] for topic in topics if topic in codes)


def outlook(books: Books, name: str, on: date, given: list[Known] | None = None) -> Ahead:
    """Give the outlook of a pledge as of a day; RefusedError if there is none.

    ``given`` are the pledges of the books on that day, where they were read before.
    """
    account = books.account(name)
    listed = known(books, on) if given is None else given
    number = int(account.subject.removeprefix("P-"))
    own = next((one for one in listed if one.number == number), None)
    before = account.pledge.said_on is not None and on < account.pledge.said_on
    others = _cases(one for one in listed if one.number != number)
    promise = own.promise if own else _unlisted(account, on)
    found = [] if before else list(measures(books, account, on))
    return Ahead(account.subject, outlook_of(promise, found, others, on))


def _cases(listed: Iterable[Known]) -> Cases:
    """Give the cases that pledges are, and how many are none because nobody spoke of them."""
    every = [one.case for one in listed]
    found = [case for case in every if case is not None]
    return Cases(found, silent=len(every) - len(found))


def _unlisted(account: PledgeAccount, on: date) -> Promise:
    """Give what is asked of a pledge that is none to be counted: part of another, or closed."""
    said, term = account.pledge.said_on, account.term(on)
    not_yet = said is not None and on < said
    return Promise(
        said_on=said,
        end=term.end_date if term else None,
        marks={"giver": frozenset(), "topic": frozenset(), "size": frozenset()},
        over="not said" if not_yet else "ended",
        silent=True,
        sectors=frozenset(),
    )


def measures(books: Books, account: PledgeAccount, on: date) -> Iterator[Measured]:
    """Give how far each measure of a pledge is, the debts of several givers together."""
    of: dict[str, list[Course]] = defaultdict(list)
    for course in courses(account, books.charter.tolerances, on):
        if not course.over and not _is_act(course.unit) and not course.at_most:
            of[course.unit].append(course)
    for unit, found in of.items():
        steps = sorted({day for course in found for day in _came(course, on)})
        ends = [course.end for course in found if course.end]
        starts = [course.start for course in found if course.start]
        run = Run(
            start=min([*starts, *steps[:1]], default=on),
            due=sum((course.due for course in found), Decimal(0)),
            done=sum((course.step(on).progress for course in found), Decimal(0)),
            deliveries=len(steps),
            end=max(ends, default=None),
        )
        lines = [course.expected(on) for course in found]
        expected = sum((line for line in lines if line is not None), Decimal(0))
        yield measured(unit, run, expected if any(line is not None for line in lines) else None, on)


def _came(course: Course, on: date) -> Iterator[date]:
    """Give the days up to one on which more came."""
    most = Decimal(0)
    for step in course.steps:
        if step.on <= on and step.progress > most:
            most = step.progress
            yield step.on


def _is_act(unit: str) -> bool:
    return unit.startswith("{") and unit.strip("{}") in vocabulary.acts()


def years(books: Books, on: date) -> list[Total]:
    """Give, for every year in which a pledge is due that is not over, what is expected of them."""
    listed = known(books, on)
    cases = _cases(listed)
    together = alike(_summits(listed, on))
    due: dict[int, list[Promise]] = defaultdict(list)
    for one in listed:
        if one.promise.end is not None and one.promise.end > date(on.year, 1, 1):
            due[(one.promise.end - timedelta(days=1)).year].append(one.promise)
    return [total(year, due[year], cases, on, together) for year in sorted(due)]


def _summits(listed: list[Known], on: date) -> Iterator[Group]:
    """Give for each summit how many of its pledges whose term is over were kept by then."""
    kept: dict[str, list[bool]] = defaultdict(list)
    for one in listed:
        end, said = one.promise.end, one.promise.said_on
        if one.case is not None and end is not None and said is not None and end <= on:
            kept[one.occasion].append(one.case.ended and one.case.followed < (end - said).days)
    number = sum(map(len, kept.values()))
    mean = Decimal(sum(map(sum, kept.values()))) / number if number else Decimal(0)
    for found in kept.values():
        yield Group(sum(found), len(found), mean * len(found))
