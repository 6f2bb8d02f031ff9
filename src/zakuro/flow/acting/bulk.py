"""Many statements at once: by hand or by a written policy, tried before it is done."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from zakuro.flow.acting.review import Decided, accept, correct
from zakuro.flow.acting.take_in import statement
from zakuro.flow.acting.waiting import Selection, waiting
from zakuro.flow.keeping.books import Books, Writer
from zakuro.model.acts import Policy, body_of
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import RefusedError

T = TypeVar("T")


class Left(NamedTuple):
    """A statement that goes on waiting, and why."""

    name: str
    why: str


class Bulk(NamedTuple):
    """What came of accepting many: what was decided, and what still waits for a person."""

    decided: tuple[Decided, ...]
    left: tuple[Left, ...]


def accept_waiting(
    writer: Writer,
    selection: Selection,
    filed_by: str,
    *,
    receivers: Sequence[str] = (),
    policy: int | None = None,
) -> Bulk:
    """Accept what is selected and leaves no question; the rest waits, each with its reason.

    What names no receivers is owed to ``receivers``, where they are given.
    """
    decided, left = [], []
    for name in [found.name for found in waiting(writer.books, selection)]:
        found = statement(writer.books, name)
        to = tuple(receivers) if found.kind == "pledge" and not found.receivers else ()
        try:
            if to:
                better = msgspec.structs.replace(found, receivers=to)
                decided.append(correct(writer, name, better, filed_by, policy=policy))
            else:
                decided.append(accept(writer, name, filed_by, policy=policy))
        except RefusedError as error:
            left.append(Left(name, str(error)))
    return Bulk(tuple(decided), tuple(left))


def accept_by_policy(writer: Writer, policy: Policy, filed_by: str) -> Bulk:
    """Enter a written policy of bulk review and accept what it accepts, in its name."""
    if not policy.text.strip():
        raise RefusedError("A policy needs its words: say what it accepts, and why.")
    draft = Draft(
        kind="policy", subject="policy", author=Author(filed_by=filed_by), body=body_of(policy)
    )
    number = writer.append(draft).number
    selection = Selection(
        kinds=policy.kinds,
        document=policy.document,
        rules=policy.rules,
        strengths=policy.strengths,
    )
    return accept_waiting(
        writer, selection, f"policy E-{number}", receivers=policy.receivers, policy=number
    )


class _Rehearsed(Exception):  # noqa: N818 - not an error: how a rehearsal ends
    """Ends a transaction whose entries are not to be kept, with what they came to."""


def rehearse(books: Books, act: Callable[[Writer], T]) -> T:
    """Give what an act would come to, and keep nothing of it."""
    found: list[T] = []

    def undone() -> None:
        with books.writing() as writer:
            found.append(act(writer))
            raise _Rehearsed

    with contextlib.suppress(_Rehearsed):
        undone()
    return found[0]
