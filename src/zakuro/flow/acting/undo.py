"""Taking back what a review decided: the statement waits again, and nothing is forgotten."""

from __future__ import annotations

from zakuro.flow.acting.acts import reverse
from zakuro.flow.acting.review import unjoin
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.journal import Condition
from zakuro.model.acts import Review, body_of
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import RefusedError, ZakuroError

REASON = "the review was taken back"


def undo_review(books: Books, name: str, filed_by: str, reason: str = REASON) -> None:
    """Take back the review of a statement (``D-1:s3``): it waits for review again.

    A pledge that it opened is closed, unless something was entered on it since.
    """
    number, place = tables.places(name)
    at: list[Condition] = [("document", "=", number), ("place", "=", place)]
    row = next(books.journal.rows(tables.STATEMENTS, at, limit=1), None)
    if row is None:
        raise ZakuroError(f"There is no statement {name}: they are named D-1:s1, D-1:s2 …")
    state, pledge = str(row["state"]), f"P-{row['pledge']}"
    if state == "open":
        raise RefusedError(f"{name} waits for review: there is nothing to take back.")
    with books.writing() as writer:
        if state == "joined":
            unjoin(writer, name, reason, filed_by)
        elif int(row["pledge"]):
            account = books.account(pledge)
            if len(account.entries) > 1:
                raise RefusedError(
                    f"{name} opened {pledge}, on which more was entered since: take that back "
                    "first."
                )
            reverse(books, f"E-{account.opening.number}", reason=reason, filed_by=filed_by)
        else:
            review = Review(decision="reopen", reason=reason)
            author = Author(filed_by=filed_by)
            writer.append(Draft(kind="review", subject=name, author=author, body=body_of(review)))
            writer.transaction.upsert(tables.STATEMENTS, [tables.reopened(row)])
