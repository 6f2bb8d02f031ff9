"""Taking back what a review decided, or the last thing one entered; nothing is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from zakuro.flow.acting.acts import Word, reverse
from zakuro.flow.acting.review import join, unjoin
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books, Writer
from zakuro.flow.keeping.keeping import link
from zakuro.journal import Condition
from zakuro.ledger.account import PledgeAccount
from zakuro.model.acts import Review, body_of
from zakuro.model.entry import Author, Draft, Entry
from zakuro.model.errors import RefusedError, ZakuroError
from zakuro.words.entries import kind

REASON = "the review was taken back"


def undo_review(
    books: Books, name: str, filed_by: str, reason: str = REASON, key: Any = None
) -> None:
    """Take back the review of a statement (``D-1:s3``): it waits for review again.

    A pledge that it opened is closed, unless something was entered on it since; what it told of
    another pledge, as a match, is taken back.
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
            unjoin(writer, name, reason, filed_by, undone=True)
        elif int(row["pledge"]):
            account = books.account(pledge)
            if account.pledge.statement != name:
                for entry in _told(account, name):
                    _take_back(books, entry, filed_by, reason, key)
                _reopen(writer, name, row, filed_by, reason)
                return
            if _goes_on(account):
                raise RefusedError(
                    f"{name} opened {pledge}, on which more was entered since: take that back "
                    "first."
                )
            reverse(books, f"E-{account.opening.number}", reason=reason, filed_by=filed_by)
        else:
            _reopen(writer, name, row, filed_by, reason)


def _goes_on(account: PledgeAccount) -> bool:
    """Say whether anything stands in an account but its opening."""
    standing = (
        number not in account.reversals and entry.kind not in ("reversal", "unjoin", "link")
        for number, entry in account.entries.items()
        if number != account.opening.number
    )
    tied = account.part_of != account.pledge.part_of
    return any(standing) or tied or bool(account.sealed)


def _told(account: PledgeAccount, name: str) -> list[Entry]:
    """Give the entries of a pledge that rest on a statement, and stand."""
    return [
        entry
        for number, entry in account.entries.items()
        if (entry.body.get("source") or {}).get("statement") == name
        and number not in account.reversals
    ]


def _reopen(writer: Writer, name: str, row: tables.Row, filed_by: str, reason: str) -> None:
    """Let a statement wait for review again."""
    body = body_of(Review(decision="reopen", reason=reason))
    author = Author(filed_by=filed_by)
    writer.append(Draft(kind="review", subject=name, author=author, body=body))
    writer.transaction.upsert(tables.STATEMENTS, [tables.reopened(row)])


TAKEN_BACK = (
    "report", "allotment", "confirmation", "dispute", "milestone", "term", "assessment",
    "agreement", "pledge-withdrawal", "looked", "evidence", "reply", "acknowledgement",
    "objection", "attachment", "abstention", "non-participation", "thing", "thing-place",
    "thing-state", "thing-item", "thing-tie", "thing-invocation", "uptake",
)  # fmt: skip
"""Kinds of entry of which undoing is taking back; a review is undone, all else stays."""


def undo_last(books: Books, filed_by: str, *, reason: str, key: Any = None) -> str:
    """Take back the last thing that a person entered and that still stands; say what it was.

    RefusedError if that cannot be undone, or there is nothing.
    """
    undone: set[int | str] = set()
    for number in range(books.journal.size(), 0, -1):
        entry = books.opened(books.entry(number))
        if entry.author.filed_by != filed_by:
            continue
        undoes = _undoes(entry)
        if undoes is not None:
            taken = books.entry(undoes)
            undone |= {taken.number, str(taken.body.get("statement", taken.number))}
            continue
        if entry.kind == "review" and entry.body["decision"] == "reopen":
            undone.add(entry.subject)
            continue
        if number in undone or (entry.kind == "review" and entry.subject in undone):
            undone.discard(entry.subject)
            continue
        if entry.kind == "join":
            continue  # its review, entered after it, was met before
        if entry.kind == "review":
            undo_review(books, entry.subject, filed_by, reason, key)
            return f"the review of {entry.subject}"
        if entry.kind in TAKEN_BACK:
            _take_back(books, entry, filed_by, reason, key)
            return f"E-{number} ({kind(entry.kind)}, {entry.subject})"
        if entry.kind in _AGAIN:
            _AGAIN[entry.kind](books, entry, filed_by)
            return f"E-{number} ({kind(entry.kind)}, {entry.subject})"
        raise RefusedError(
            f"The last thing {filed_by} entered is E-{number} ({kind(entry.kind)}): that is not "
            "undone; enter what is right."
        )
    raise RefusedError(f"{filed_by} has entered nothing here: there is nothing to undo.")


def _undoes(entry: Entry) -> int | None:
    """Give the number of the entry that another undoes; None where it undoes none."""
    if entry.kind == "reversal":
        return int(entry.body["entry"])
    return entry.supersedes if entry.kind in ("unjoin", "join", "review", "link") else None


def _tie_again(books: Books, entry: Entry, filed_by: str) -> None:
    """Tie a pledge to what it was a part of before an entry tied or untied it."""
    account = books.account(entry.subject)
    before = account.pledge.part_of
    for number, earlier in account.entries.items():
        if earlier.kind == "link" and number < entry.number:
            before = earlier.body.get("part_of")
    link(books, entry.subject, before, filed_by=filed_by, supersedes=entry.number)


def _join_again(books: Books, entry: Entry, filed_by: str) -> None:
    """Join a statement to the pledge from which an entry unjoined it."""
    name = str(books.entry(int(entry.body["entry"])).body["statement"])
    with books.writing() as writer:
        join(writer, name, entry.subject, filed_by, supersedes=entry.number)


_AGAIN: dict[str, Callable[[Books, Entry, str], None]] = {
    "link": _tie_again,
    "unjoin": _join_again,
}
"""Kinds of entry that are undone by entering again what was before."""


def _take_back(books: Books, entry: Entry, filed_by: str, reason: str, key: Any) -> None:
    """Take an entry back in the name in which it was entered."""
    party, source = entry.author.party, books.opened(entry).body.get("source")
    words = source and (
        source.get("statement") or f"{source['document']}:{source['start']}-{source['end']}"
    )
    word = Word(party=party, filed_by=filed_by, words=words) if party else None
    reverse(books, f"E-{entry.number}", reason=reason, filed_by=filed_by, word=word, key=key)
