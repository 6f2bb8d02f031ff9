"""Review: a person, or a written policy, decides what of the machine's reading enters the books."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zakuro.flow.acting.take_in import document, statement, words_basis
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books, Who, Writer
from zakuro.journal import Condition
from zakuro.ledger.postings.opening import open_pledge, sameness, says_again
from zakuro.model.acts import (
    Decision,
    Join,
    Pledge,
    Policy,
    Review,
    Unjoin,
    body_of,
)
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import RefusedError, ZakuroError
from zakuro.model.statement import Kind, Statement

REVIEWED: tuple[Kind, ...] = ("pledge",)


class Open(NamedTuple):
    """A statement waiting for review, and the pledge that it certainly says again, if any."""

    name: str
    statement: Statement
    again: str | None


class Decided(NamedTuple):
    """What came of a review: the statement, the decision, and the pledge opened or joined."""

    name: str
    decision: Decision
    pledge: str | None


def waiting(
    books: Books, *, kinds: Sequence[Kind] = REVIEWED, document_name: str | None = None
) -> Iterator[Open]:
    """Give the statements of some kinds that nobody has reviewed, in order of the documents."""
    where: list[Condition] = [("state", "=", "open"), ("kind", "in", list(kinds))]
    if document_name is not None:
        where.append(("document", "=", tables.numbered(document_name)))
    for row in books.journal.rows(tables.STATEMENTS, where, order=("document", "place")):
        name = f"D-{row['document']}:s{row['place']}"
        found = statement(books, name)
        yield Open(name, found, said_before(books, name, found))


def said_before(books: Books, name: str, found: Statement) -> str | None:
    """Give the pledge that a statement says again: in its document as read, elsewhere if certain.

    In another document or language it is the same when parties, thing and amounts are, it was said
    within a month, and the periods meet.
    """
    where = name.partition(":")[0]
    if found.repeats is not None:
        row = _row(books, f"{where}:{found.repeats}")
        if int(row["pledge"]):
            return f"P-{row['pledge']}"
    if found.kind != "pledge":
        return None
    would = _pledge(books, name, found)
    alike = sameness(would)
    if not alike:
        return None
    same: list[Condition] = [("sameness", "=", alike), ("open", "=", 1)]
    for row in books.journal.rows(tables.PLEDGES, same, order=("number",)):
        subject = f"P-{row['number']}"
        if str(row["statement"]).partition(":")[0] == where:
            continue
        if says_again(would, books.account(subject).pledge):
            return subject
    return None


def _row(books: Books, name: str) -> tables.Row:
    number, place = tables.places(name)
    at: list[Condition] = [("document", "=", number), ("place", "=", place)]
    for row in books.journal.rows(tables.STATEMENTS, at, limit=1):
        return row
    raise ZakuroError(f"There is no statement {name}: they are named D-1:s1, D-1:s2 …")


def _pledge(
    books: Books, name: str, found: Statement, part_of: str | None = None, *, each: bool = False
) -> Pledge:
    filed = document(books, name.partition(":")[0])
    return open_pledge(
        found,
        name,
        groups=books.groups,
        said_on=filed.published,
        occasion=filed.occasion or filed.title,
        part_of=part_of,
        each=each,
    )


def accept(
    writer: Writer,
    name: str,
    filed_by: str,
    *,
    part_of: str | None = None,
    anew: bool = False,
    each: bool = False,
    policy: int | None = None,
) -> Decided:
    """Accept a statement as read: a pledge is opened, or joined to the one that it says again.

    ``anew`` opens it even so; ``part_of`` names the pledge that counts the amount already; with
    ``each`` every receiver is owed the full amount.
    """
    found = statement(writer.books, name)
    return _take(
        writer,
        name,
        found,
        decision="accept",
        filed_by=filed_by,
        part_of=part_of,
        anew=anew,
        each=each,
        policy=policy,
    )


def correct(
    writer: Writer,
    name: str,
    corrected: Statement,
    filed_by: str,
    *,
    part_of: str | None = None,
    each: bool = False,
) -> Decided:
    """Accept a statement as corrected; the machine's original stays beside it."""
    original = statement(writer.books, name)
    kept = ("id", "document", "start", "end", "exact")
    moved = [field for field in kept if getattr(original, field) != getattr(corrected, field)]
    if moved:
        raise RefusedError(
            f"A correction of {name} cannot change {', '.join(moved)}: its words stand as they are."
        )
    return _take(
        writer,
        name,
        corrected,
        decision="correct",
        filed_by=filed_by,
        part_of=part_of,
        each=each,
    )


def _take(
    writer: Writer,
    name: str,
    found: Statement,
    *,
    decision: Decision,
    filed_by: str,
    part_of: str | None = None,
    anew: bool = False,
    each: bool = False,
    policy: int | None = None,
) -> Decided:
    books = writer.books
    _must_be_open(books, name)
    again = None if anew else said_before(books, name, found)
    if again is not None:
        return join(writer, name, again, filed_by, policy=policy)
    pledge = None
    if found.kind == "pledge":
        opened = _pledge(books, name, found, part_of, each=each)
        if not opened.givers:
            raise RefusedError(
                f"{name} does not say who promises: correct it with its givers (--givers)."
            )
        if part_of is not None:
            writer.account(part_of)
        pledge = f"P-{writer.next_number(tables.PLEDGES)}"
    review = Review(
        decision=decision,
        pledge=pledge,
        statement=found if decision == "correct" else None,
        policy=policy,
    )
    _decide(writer, name, review, filed_by)
    if pledge is not None:
        party = opened.givers[0] if len(opened.givers) == 1 else None
        basis = words_basis(document(books, name.partition(":")[0])) if party else None
        writer.act(pledge, opened, Who(filed_by=filed_by, party=party, basis=basis))
    return Decided(name, decision, pledge)


def join(
    writer: Writer, name: str, pledge: str, filed_by: str, *, policy: int | None = None
) -> Decided:
    """Join a statement to the pledge that it says again."""
    _must_be_open(writer.books, name)
    writer.act(pledge, Join(statement=name), Who(filed_by=filed_by))
    _decide(writer, name, Review(decision="join", pledge=pledge, policy=policy), filed_by)
    return Decided(name, "join", pledge)


def refuse(writer: Writer, name: str, reason: str, filed_by: str) -> Decided:
    """Refuse a statement: the machine read it wrongly, or it does not belong in these books."""
    _must_be_open(writer.books, name)
    _decide(writer, name, Review(decision="refuse", reason=reason), filed_by)
    return Decided(name, "refuse", None)


def settle(writer: Writer, name: str, pledge: str, filed_by: str) -> Decided:
    """Accept a result as one of a pledge, in which it has been entered."""
    _must_be_open(writer.books, name)
    _decide(writer, name, Review(decision="accept", pledge=pledge), filed_by)
    return Decided(name, "accept", pledge)


def unjoin(writer: Writer, name: str, reason: str, filed_by: str) -> str:
    """Undo a wrong join: the statement waits for review again; give the pledge it was joined to."""
    row = _row(writer.books, name)
    pledge = f"P-{row['pledge']}"
    if row["state"] != "joined":
        raise RefusedError(f"{name} is not joined to a pledge; it is {row['state']}.")
    account = writer.account(pledge)
    number = max(
        number
        for number, joined in account.joins.items()
        if joined.statement == name and number not in account.reversals
    )
    writer.act(pledge, Unjoin(entry=number, reason=reason), Who(filed_by=filed_by))
    writer.transaction.upsert(tables.STATEMENTS, [tables.reopened(row)])
    return pledge


def reopen(writer: Writer, pledge: str) -> None:
    """Let the statements of an account that was closed wait for review again."""
    account = writer.account(pledge)
    joined = [j.statement for n, j in account.joins.items() if n not in account.reversals]
    rows = [_row(writer.books, name) for name in (account.pledge.statement, *joined)]
    writer.transaction.upsert(tables.STATEMENTS, [tables.reopened(row) for row in rows])


def _must_be_open(books: Books, name: str) -> None:
    row = _row(books, name)
    if row["state"] != "open":
        pledge = f" (P-{row['pledge']})" if row["pledge"] else ""
        raise RefusedError(f"{name} was reviewed already: it is {row['state']}{pledge}.")


def _decide(writer: Writer, name: str, review: Review, filed_by: str) -> None:
    writer.append(
        Draft(
            kind="review",
            subject=name,
            author=Author(filed_by=filed_by),
            body=body_of(review),
        )
    )
    row = tables.reviewed(_row(writer.books, name), review)
    writer.transaction.upsert(tables.STATEMENTS, [row])


def enter_policy(writer: Writer, policy: Policy, filed_by: str) -> int:
    """Enter a written policy of bulk review; give the number of its entry."""
    if not policy.text.strip():
        raise RefusedError("A policy needs its words: say what it accepts, and why.")
    draft = Draft(
        kind="policy", subject="policy", author=Author(filed_by=filed_by), body=body_of(policy)
    )
    return writer.append(draft).number


def review_by_policy(
    writer: Writer, number: int, policy: Policy, *, document_name: str | None = None
) -> list[Decided]:
    """Accept what a policy accepts; every decision names the policy as its author."""
    books = writer.books
    decided = []
    for name, found, _ in list(waiting(books, kinds=policy.kinds, document_name=document_name)):
        if policy.rules and found.rule not in policy.rules:
            continue
        if policy.strengths and found.strength not in policy.strengths:
            continue
        if found.kind == "pledge" and not (found.givers or found.parties):
            continue
        decided.append(accept(writer, name, f"policy E-{number}", policy=number))
    return decided
