"""Review: a person, or a written policy, decides what of the machine's reading enters the books."""

from __future__ import annotations

from typing import NamedTuple

from zakuro.flow.acting.correcting import rests_on_words
from zakuro.flow.acting.take_in import document, statement, words_basis
from zakuro.flow.acting.waiting import Choices, Open, looked_at, statement_row
from zakuro.flow.deciding.adopting import must_bind
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books, Who, Writer
from zakuro.ledger.parties import spoken_by
from zakuro.model.acts import Decision, Join, Review, Unjoin, body_of
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Statement


class Decided(NamedTuple):
    """What came of a review: the statement, the decision, and the pledge opened or joined."""

    name: str
    decision: Decision
    pledge: str | None


def accept(
    writer: Writer,
    name: str,
    filed_by: str,
    *,
    choices: Choices | None = None,
    anew: bool = False,
    policy: int | None = None,
) -> Decided:
    """Accept a statement as read: a pledge is opened, or joined to the one that it says again.

    RefusedError where something must be answered before, or where it may say a pledge again;
    ``anew`` opens it even so.
    """
    found = statement(writer.books, name)
    return _take(writer, name, found, "accept", filed_by, choices, anew=anew, policy=policy)


def correct(
    writer: Writer,
    name: str,
    corrected: Statement,
    filed_by: str,
    *,
    choices: Choices | None = None,
    anew: bool = False,
    policy: int | None = None,
) -> Decided:
    """Accept a statement as corrected; the machine's original stays beside it."""
    original = statement(writer.books, name)
    kept = ("id", "document", "start", "end", "exact")
    moved = [field for field in kept if getattr(original, field) != getattr(corrected, field)]
    if moved:
        raise RefusedError(
            f"A correction of {name} cannot change {', '.join(moved)}: its words stand as they are."
        )
    rests_on_words(writer.books, name, original, corrected)
    return _take(writer, name, corrected, "correct", filed_by, choices, anew=anew, policy=policy)


def _take(
    writer: Writer,
    name: str,
    found: Statement,
    decision: Decision,
    filed_by: str,
    choices: Choices | None,
    *,
    anew: bool,
    policy: int | None,
) -> Decided:
    books = writer.books
    _must_be_open(books, name)
    writer.flush()  # what this transaction has opened counts as said before
    open_ = looked_at(books, name, found, choices)
    if open_.again is not None and not anew:
        return join(writer, name, open_.again, filed_by, policy=policy)
    pledge = None
    if open_.would is not None:
        _must_be_answered(open_, anew=anew)
        must_bind(books, document(books, name.partition(":")[0]), found)
        if open_.would.part_of is not None:
            writer.account(open_.would.part_of)
        pledge = f"P-{writer.next_number(tables.PLEDGES)}"
        givers = open_.would.givers
        party = givers[0] if len(givers) == 1 else None
        basis = words_basis(document(books, name.partition(":")[0])) if party else None
        writer.act(pledge, open_.would, Who(filed_by=filed_by, party=party, basis=basis))
    review = Review(
        decision=decision,
        pledge=pledge,
        statement=found if decision == "correct" else None,
        policy=policy,
    )
    _decide(writer, name, review, filed_by)
    return Decided(name, decision, pledge)


def _must_be_answered(open_: Open, *, anew: bool) -> None:
    """Refuse to open what leaves a question open, or may be a pledge told twice."""
    for question in open_.asks:
        raise RefusedError(question.words)
    if open_.may and not anew:
        raise RefusedError(
            f"{open_.name} may say {', '.join(open_.may)} again: `zakuro review --join "
            f"{open_.name}={open_.may[0]}` joins it, `zakuro review --accept {open_.name} --anew` "
            "opens another pledge."
        )


def join(
    writer: Writer,
    name: str,
    pledge: str,
    filed_by: str,
    *,
    policy: int | None = None,
    supersedes: int | None = None,
) -> Decided:
    """Join a statement to the pledge that it says again.

    ``supersedes`` is the number of an unjoining that is undone so.
    """
    _must_be_open(writer.books, name)
    act = Join(statement=name, told_by=spoken_by(statement(writer.books, name)))
    writer.act(pledge, act, Who(filed_by=filed_by), supersedes=supersedes)
    review = Review(decision="join", pledge=pledge, policy=policy)
    _decide(writer, name, review, filed_by, supersedes)
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


def unjoin(writer: Writer, name: str, reason: str, filed_by: str, *, undone: bool = False) -> str:
    """Undo a wrong join: the statement waits for review again; give the pledge it was joined to.

    ``undone`` says that the joining is taken back as one's own act, and so is not undone again.
    """
    row = statement_row(writer.books, name)
    pledge = f"P-{row['pledge']}"
    if row["state"] != "joined":
        raise RefusedError(f"{name} is not joined to a pledge; it is {row['state']}.")
    account = writer.account(pledge)
    number = max(
        number
        for number, joined in account.joins.items()
        if joined.statement == name and number not in account.reversals
    )
    act = Unjoin(entry=number, reason=reason)
    writer.act(pledge, act, Who(filed_by=filed_by), supersedes=number if undone else None)
    writer.transaction.upsert(tables.STATEMENTS, [tables.reopened(row)])
    return pledge


def reopen(writer: Writer, pledge: str) -> None:
    """Let the statements of an account that was closed wait for review again."""
    account = writer.account(pledge)
    joined = [j.statement for n, j in account.joins.items() if n not in account.reversals]
    rows = [statement_row(writer.books, name) for name in (account.pledge.statement, *joined)]
    writer.transaction.upsert(tables.STATEMENTS, [tables.reopened(row) for row in rows])


def _must_be_open(books: Books, name: str) -> None:
    row = statement_row(books, name)
    if row["state"] != "open":
        pledge = f" (P-{row['pledge']})" if row["pledge"] else ""
        raise RefusedError(f"{name} was reviewed already: it is {row['state']}{pledge}.")


def _decide(
    writer: Writer, name: str, review: Review, filed_by: str, supersedes: int | None = None
) -> None:
    writer.append(
        Draft(
            kind="review",
            subject=name,
            author=Author(filed_by=filed_by),
            body=body_of(review),
            supersedes=supersedes,
        )
    )
    row = tables.reviewed(statement_row(writer.books, name), review)
    writer.transaction.upsert(tables.STATEMENTS, [row])
