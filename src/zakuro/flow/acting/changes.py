"""What changes a pledge after it was made, and the searches that found nothing done of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from zakuro.flow.acting.acts import Word, unit_of, words_of
from zakuro.flow.keeping.books import Books, Who
from zakuro.ledger.arithmetic import written
from zakuro.model.changes import Agreement, Change, Looked, Withdrawal
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError


def agree(
    books: Books,
    pledge: str,
    word: Word,
    *,
    change: Change | None = None,
    accepts: str | None = None,
    value: Decimal | None = None,
    unit: str | None = None,
    until: date | None = None,
    by: str | None = None,
    reason: str = "",
    others: Sequence[str] = (),
    key: Any = None,
) -> list[Entry]:
    """Propose a change, or accept (``E-41``) what another side proposed; give the entries made.

    ``others`` agree too, by the same person or in the same published words; each has its own entry.
    """
    account = books.account(pledge)
    if by is not None:
        books.account(by)
    act = Agreement(
        change=change,
        accepts=None if accepts is None else _entry_of(books, pledge, accepts),
        value=None if value is None else written(value),
        unit=None if value is None else unit_of(account, unit),
        until=until,
        by=by,
        reason=reason,
        source=words_of(books, word),
    )
    if others and key is not None:
        raise RefusedError("A key signs for its own party: let the others --accept by themselves.")
    with books.writing() as writer:
        made = [writer.act(pledge, act, word.who(books), key)]
        accepted = Agreement(accepts=act.accepts or made[0].number, source=act.source)
        for other in others:
            their = msgspec.structs.replace(word, party=other)
            made.append(writer.act(pledge, accepted, their.who(books)))
        return made


def _entry_of(books: Books, pledge: str, name: str) -> int:
    entry = books.entry(name)
    if entry.subject != pledge:
        raise RefusedError(f"{name} is a {entry.kind} on {entry.subject}, not on {pledge}.")
    return entry.number


def missing(books: Books, pledge: str, number: int) -> tuple[str, ...]:
    """Give who has still to agree to the change that an entry proposes or accepts."""
    account = books.account(pledge)
    entry = account.entries[number]
    accord = account.accords[entry.body.get("accepts") or number]
    return tuple(party for party in account.parties() if party not in accord.agreed)


def withdraw(
    books: Books,
    pledge: str,
    word: Word,
    *,
    reason: str,
    for_now: bool = False,
    until: date | None = None,
    key: Any = None,
) -> Entry:
    """Take a pledge back, as its giver alone; ``for_now`` let it rest, up to and on ``until``."""
    source = words_of(books, word)
    act = Withdrawal(reason=reason, for_now=for_now, until=until, source=source)
    with books.writing() as writer:
        return writer.act(pledge, act, word.who(books), key)


def looked(
    books: Books,
    pledges: Sequence[str],
    *,
    until: date,
    where: Sequence[str],
    filed_by: str,
    languages: Sequence[str] = (),
    depth: str = "",
    who: str | None = None,
) -> list[Entry]:
    """Enter that a search up to and on a day found no report on some pledges."""
    act = Looked(
        until=until,
        where=tuple(where),
        who=who or filed_by,
        languages=tuple(languages),
        depth=depth,
    )
    with books.writing() as writer:
        return [writer.act(pledge, act, Who(filed_by=filed_by)) for pledge in pledges]
