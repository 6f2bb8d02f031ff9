"""Taking back what a review decided: the statement waits again, and nothing is forgotten."""

from __future__ import annotations

from typing import Any

from zakuro.flow.acting.acts import Word, reverse
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


TAKEN_BACK = ("report", "allotment", "confirmation", "dispute", "milestone", "term", "assessment")
"""Kinds of entry of which undoing is taking back; a review is undone, all else stays."""


def undo_last(books: Books, filed_by: str, *, reason: str, key: Any = None) -> str:
    """Take back the last thing that a person entered; say what it was.

    RefusedError if that cannot be undone, or there is nothing.
    """
    for number in range(books.journal.size(), 0, -1):
        entry = books.entry(number)
        if entry.author.filed_by != filed_by:
            continue
        if entry.kind == "review":
            undo_review(books, entry.subject, filed_by, reason)
            return f"the review of {entry.subject}"
        if entry.kind in TAKEN_BACK:
            party, source = entry.author.party, entry.body.get("source")
            words = source and (
                source.get("statement") or f"{source['document']}:{source['start']}-{source['end']}"
            )
            word = Word(party=party, filed_by=filed_by, words=words) if party else None
            name = f"E-{number}"
            reverse(books, name, reason=reason, filed_by=filed_by, word=word, key=key)
            return f"{name}, a {entry.kind} on {entry.subject}"
        raise RefusedError(
            f"The last thing {filed_by} entered is E-{number}, a {entry.kind}: that is not undone; "
            "enter what is right."
        )
    raise RefusedError(f"{filed_by} has entered nothing here: there is nothing to undo.")
