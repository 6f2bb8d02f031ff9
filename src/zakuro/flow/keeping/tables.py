"""The tables for queries, and the rows that an account or a document gives; no state of their own.

Nothing but lists rests on them: `zakuro rebuild` makes them again from the entries.  Standings are
intervals of days [since, until), so no row goes stale with time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from zakuro.flow.browsing.tables import WAITING, waiting_rows
from zakuro.flow.keeping.terms import LINE_TERMS, PLEDGE_TERMS, numbered_rows
from zakuro.flow.things.tables import OF_THINGS, UPTAKES
from zakuro.journal import Table, Value
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.assessment.standing import Interval, intervals
from zakuro.ledger.balance import Line, line_days, lines
from zakuro.ledger.parties import expand
from zakuro.ledger.postings.sameness import givers_key, sameness
from zakuro.ledger.voices import day_found, found, independent
from zakuro.model.acts import Charter, FiledDocument, Review
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Statement

Row = dict[str, Value]

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"

PLEDGES = Table(
    name="pledges",
    columns={
        "number": "integer",
        "statement": "text",
        "givers": "text",
        "receivers": "text",
        "act": "text",
        "object": "text",
        "topics": "text",
        "occasion": "text",
        "said_on": "text",
        "due": "text",
        "part_of": "text",
        "bases": "text",
        "words": "text",
        "sameness": "text",
        "said_by": "text",
        "point": "text",
        "documents": "text",
        "told_by_receiver": "integer",
        "open": "integer",
        "last_entry": "integer",
    },
    key=("number",),
    indexes=(("sameness", "number"), ("said_by", "said_on")),
)

LINES = Table(
    name="lines",
    columns={
        "number": "integer",
        "unit": "text",
        "since": "text",
        "until": "text",
        "pledged": "text",
        "released": "text",
        "low": "text",
        "high": "text",
        "bound": "text",
        "obligation": "text",
        "in_transit": "text",
        "unreported": "text",
        "disputed": "text",
        "receivable": "text",
        "trial": "text",
        "found": "text",
        "independent": "integer",
    },
    key=("number", "unit", "since"),
    indexes=(("unit", "number"),),
)

STANDINGS = Table(
    name="standings",
    columns={
        "party": "text",
        "number": "integer",
        "since": "text",
        "until": "text",
        "standing": "text",
        "word": "text",
        "confirmed_alone": "text",
        "changes": "text",
        "searched": "text",
    },
    key=("party", "number", "since"),
    indexes=(("party", "standing", "number", "since", "until"), ("number",)),
)

NAMED = Table(
    name="named",
    columns={"role": "text", "code": "text", "number": "integer"},
    key=("role", "code", "number"),
    indexes=(("number",),),
)
"""Whom and what a pledge names, one row each: its receivers, its topics, and its occasion."""

ASSESSMENTS = Table(
    name="assessments",
    columns={
        "number": "integer",
        "entry": "integer",
        "party": "text",
        "since": "text",
        "value": "text",
    },
    key=("number", "entry"),
)

SUMS = Table(
    name="sums",
    columns={
        "of": "text",
        "by": "text",
        "span": "text",
        "period": "text",
        "name": "text",
        "figures": "text",
    },
    key=("of", "by", "span", "period", "name"),
)
"""By how much the sums of all pledges change in each day, month and year: see flow.sums."""

DOCUMENTS = Table(
    name="documents",
    columns={
        "number": "integer",
        "sha256": "text",
        "title": "text",
        "occasion": "text",
        "published": "text",
        "language": "text",
        "source": "text",
        "publisher": "text",
        "ownership": "text",
        "retold": "integer",
        "statements": "integer",
    },
    key=("number",),
    indexes=(("sha256",),),
)

STATEMENTS = Table(
    name="statements",
    columns={
        "document": "integer",
        "place": "integer",
        "entry": "integer",
        "kind": "text",
        "rule": "text",
        "begins": "integer",
        "ends": "integer",
        "strength": "text",
        "state": "text",
        "pledge": "integer",
    },
    key=("document", "place"),
    indexes=(("state", "document", "place"),),
)

TABLES = (
    PLEDGES, LINES, STANDINGS, NAMED, ASSESSMENTS, WAITING, SUMS, DOCUMENTS, STATEMENTS,
    *OF_THINGS, UPTAKES, PLEDGE_TERMS, LINE_TERMS,
)  # fmt: skip

STATES = {
    "accept": "accepted",
    "correct": "corrected",
    "join": "joined",
    "refuse": "refused",
    "reopen": "open",
}
"""What a statement is after the review that decided so; before, it is ``open``."""


_NAME = re.compile(r"(?:[PED]-|s)([0-9]+)")


def numbered(name: str) -> int:
    """Give the number in a name of the books: 3 of ``P-3``, 41 of ``E-41``, 12 of ``s12``."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise ZakuroError(
            f"{name!r} names nothing here: pledges are named P-3, entries E-41, documents D-1, "
            "statements D-1:s3."
        )
    return int(found[1])


def places(name: str) -> tuple[int, int]:
    """Give document and place of a statement's name: (1, 3) of ``D-1:s3``."""
    document, _, statement = name.partition(":")
    return numbered(document), numbered(statement)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def pledge_row(account: PledgeAccount) -> Row:
    """Give the row of a pledge."""
    pledge, term = account.pledge, account.term()
    words = {entry.author.basis for entry in account.entries.values() if entry.kind in _WORDS}
    return {
        "number": numbered(account.subject),
        "statement": pledge.statement,
        "givers": " ".join(dict.fromkeys(debt.giver for debt in account.debts)),
        "receivers": " ".join(dict.fromkeys(debt.receiver for debt in account.debts)),
        "act": _text(pledge.act),
        "object": _text(pledge.object),
        "topics": ";".join(pledge.topics),
        "occasion": _text(pledge.occasion),
        "said_on": _text(pledge.said_on),
        "due": _text(term.end_date if term else None),
        "part_of": _text(account.part_of),
        "bases": " ".join(sorted(basis for basis in words if basis)),
        "words": pledge.exact,
        "sameness": sameness(pledge),
        "said_by": givers_key(pledge),
        "point": _text(pledge.number),
        "documents": " ".join(dict.fromkeys(_documents(account))),
        "told_by_receiver": int(account.told_by_receiver()),
        "open": 0 if account.closed else 1,
        "last_entry": account.last.number,
    }


def _documents(account: PledgeAccount) -> Iterator[str]:
    """Give the documents in which a pledge is said, and said again."""
    yield account.pledge.statement.partition(":")[0]
    for number, joined in account.joins.items():
        if number not in account.reversals:
            yield joined.statement.partition(":")[0]


_WORDS = {"report", "confirmation", "dispute"}


def line_rows(account: PledgeAccount) -> list[Row]:
    """Give the rows of a pledge's amounts, for each unit as intervals of days.

    A pledge that was closed as a mistake has none.
    """
    if account.closed:
        return []
    rows: dict[str, list[Row]] = {unit: [] for unit in account.measures}
    days = {*line_days(account), *(day_found(account, n) for n in independent(account))}
    for day in (date.min, *sorted(days)):
        for line in lines(account, day):
            mine, row = rows[line.unit], _line_row(account, line, day)
            if mine and _figures(mine[-1]) == _figures(row):
                continue
            if mine:
                mine[-1]["until"] = row["since"]
            mine.append(row)
    return [row for mine in rows.values() for row in mine]


def _figures(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in {"since", "until"}}


def _line_row(account: PledgeAccount, line: Line, day: date) -> Row:
    measure = account.measures[line.unit]
    return {
        "number": numbered(account.subject),
        "unit": line.unit,
        "since": FIRST_DAY if day == date.min else day.isoformat(),
        "until": LAST_DAY,
        "pledged": str(line.pledged),
        "released": str(line.released),
        "low": _text(measure.low),
        "high": _text(measure.high),
        "bound": measure.bound,
        "obligation": str(line.obligation),
        "in_transit": str(line.in_transit),
        "unreported": str(line.unreported),
        "disputed": str(line.disputed),
        "receivable": str(line.receivable),
        "trial": str(line.trial),
        "found": " ".join(str(value) for value in found(account, line.unit, day)),
        "independent": len(independent(account, day)),
    }


def standing_rows(account: PledgeAccount, charter: Charter) -> list[Row]:
    """Give the rows of where a pledge stands: as a whole (party empty), and for each giver."""
    if account.closed:
        return []
    number, rules = numbered(account.subject), charter.tolerances
    whole = intervals(account, rules)
    found = [_standing_row("", number, interval) for interval in whole]
    givers = dict.fromkeys(giver for debt in account.debts for giver in debt.givers)
    for giver in givers:
        own = whole if len(account.debts) == 1 else intervals(account, rules, giver)
        found += [_standing_row(giver, number, interval) for interval in own]
    return found


def _standing_row(party: str, number: int, interval: Interval) -> Row:
    return {
        "party": party,
        "number": number,
        "since": interval.start.isoformat() if interval.start else FIRST_DAY,
        "until": interval.end.isoformat() if interval.end else LAST_DAY,
        "standing": interval.standing,
        "word": interval.word,
        "confirmed_alone": interval.confirmed_alone or "",
        "changes": "; ".join(interval.changes),
        "searched": interval.searched,
    }


def named_rows(account: PledgeAccount) -> list[Row]:
    """Give the rows of what a pledge names: receivers, by group too, topics, and its occasion."""
    receivers = dict.fromkeys(
        code
        for debt in account.debts
        for code in (debt.receiver, *debt.receiver.split("+"), *debt.receivers)
    )
    codes = [("receiver", code) for code in receivers]
    codes += [("topic", topic) for topic in dict.fromkeys(account.pledge.topics)]
    codes += [("occasion", account.pledge.occasion)] if account.pledge.occasion else []
    number = numbered(account.subject)
    return [{"role": role, "code": code, "number": number} for role, code in codes]


def assessment_rows(account: PledgeAccount) -> list[Row]:
    """Give the rows of the assessors' scores that stand."""
    return [
        {
            "number": numbered(account.subject),
            "entry": entry,
            "party": assessment.party,
            "since": assessment.on.isoformat(),
            "value": _text(assessment.value),
        }
        for entry, assessment in account.assessments.items()
        if entry not in account.reversals and not account.closed
    ]


def term_rows(account: PledgeAccount) -> list[Row]:
    """Give the rows of the words of a pledge."""
    return numbered_rows(numbered(account.subject), [account.pledge.exact])


def rows_of(
    accounts: Iterable[PledgeAccount], charter: Charter
) -> tuple[tuple[Table, list[Row]], ...]:
    """Give the rows of some accounts in each table that rests on accounts.

    Each such table has a column ``number`` for the pledge.
    """
    accounts = list(accounts)
    return (
        (PLEDGES, [pledge_row(account) for account in accounts]),
        (LINES, [row for account in accounts for row in line_rows(account)]),
        (NAMED, [row for account in accounts for row in named_rows(account)]),
        (STANDINGS, [row for account in accounts for row in standing_rows(account, charter)]),
        (ASSESSMENTS, [row for account in accounts for row in assessment_rows(account)]),
        (WAITING, [row for account in accounts for row in waiting_rows(account)]),
        (PLEDGE_TERMS, [row for account in accounts for row in term_rows(account)]),
    )


def document_row(number: int, document: FiledDocument) -> Row:
    """Give the row of a document."""
    return {
        "number": number,
        "sha256": document.sha256,
        "title": _text(document.title),
        "occasion": _text(document.occasion),
        "published": _text(document.published),
        "language": document.language,
        "source": _text(document.source),
        "publisher": document.publisher.name if document.publisher else "",
        "ownership": document.publisher.owner if document.publisher else "",
        "retold": int(document.retold),
        "statements": document.statements,
    }


def statement_row(document: int, entry: int, statement: Statement) -> Row:
    """Give the row of a statement not yet reviewed."""
    return {
        "document": document,
        "place": numbered(statement.id),
        "entry": entry,
        "kind": statement.kind,
        "rule": statement.rule,
        "begins": statement.start,
        "ends": statement.end,
        "strength": _text(statement.strength),
        "state": "open",
        "pledge": 0,
    }


def reviewed(row: Row, review: Review) -> Row:
    """Give the row of a statement after a review."""
    pledge = 0 if review.pledge is None else numbered(review.pledge)
    return {**row, "state": STATES[review.decision], "pledge": pledge}


def reopened(row: Row) -> Row:
    """Give the row of a statement whose pledge was closed, or from which it was unjoined."""
    return {**row, "state": "open", "pledge": 0}


def day(value: Value) -> date | None:
    """Give the day that a column holds; None for an empty one."""
    return date.fromisoformat(str(value)) if value else None


def parties_of(text: Value, charter: Charter) -> Iterable[str]:
    """Give the parties named in a column of givers or receivers."""
    names = [name for label in str(text).split() for name in label.split("+")]
    return expand(names, charter.groups)
