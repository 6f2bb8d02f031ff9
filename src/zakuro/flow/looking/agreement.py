"""Two analysts' reviews of the same document, held against each other."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.journal import Condition
from zakuro.ledger.assessment.agreement import alpha
from zakuro.model.acts import Review, body_as
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Statement


class Differs(NamedTuple):
    """A statement that two reviewers decided differently; its name in the first books."""

    name: str
    one: str
    other: str


class Agreement(NamedTuple):
    """How far two reviews agree: the statements both decided, and Krippendorff's alpha of them."""

    both: int
    differing: tuple[Differs, ...]
    alpha: Fraction | None


def agreement(one: Books, other: Books, document: str) -> Agreement:
    """Give the agreement of the reviews of one document (as named in ``one``) in two books.

    Compared is what became of each statement that both have reviewed: accepted, corrected, joined
    or refused; where both corrected or joined it, also as what, or to which words (if otherwise,
    the second is told as ``corrected otherwise`` or ``joined to another``).  ZakuroError where the
    other books do not hold the text, or read it otherwise.
    """
    number = tables.numbered(document)
    here: list[Condition] = [("number", "=", number)]
    row = next(one.journal.rows(tables.DOCUMENTS, here, limit=1), None)
    if row is None:
        raise ZakuroError(f"There is no document {document}: `zakuro documents` lists them.")
    same: list[Condition] = [("sha256", "=", row["sha256"])]
    found = next(other.journal.rows(tables.DOCUMENTS, same, limit=1), None)
    if found is None or found["statements"] != row["statements"]:
        raise ZakuroError(
            f"The other books do not hold the text of {document} as it was read here: add the same "
            "file there with the same version of zakuro."
        )
    mine, others = _decided(one, number), _decided(other, int(found["number"]))
    both = sorted(mine.keys() & others.keys())
    pairs = [_held(mine[place], others[place]) for place in both]
    differing = tuple(
        Differs(f"{document}:s{place}", *pair)
        for place, pair in zip(both, pairs, strict=True)
        if pair[0] != pair[1]
    )
    return Agreement(len(both), differing, alpha(pairs))


class _Decided(NamedTuple):
    """What became of a statement, and as what: its correction, or the words it was joined to."""

    state: str
    what: Statement | str | None


_OTHERWISE = {"corrected": "corrected otherwise", "joined": "joined to another"}


def _held(one: _Decided, other: _Decided) -> tuple[str, str]:
    """Give what two decided of a statement, by two names where it is not the same."""
    same = one.state != other.state or one.what == other.what
    return one.state, other.state if same else _OTHERWISE[other.state]


def _decided(books: Books, document: int) -> dict[int, _Decided]:
    of: list[Condition] = [("document", "=", document), ("state", "!=", "open")]
    rows = books.journal.rows(tables.STATEMENTS, of)
    return {int(row["place"]): _Decided(str(row["state"]), _as_what(books, row)) for row in rows}


def _as_what(books: Books, row: tables.Row) -> Statement | str | None:
    if row["state"] == "corrected":
        name = f"D-{row['document']}:s{row['place']}"
        *_, last = books.journal.entries(subject=name, kind="review")
        return body_as(last, Review).statement
    if row["state"] == "joined":
        return books.account(f"P-{row['pledge']}").pledge.exact
    return None
