"""Open books: the one place where reading, ledger and journal meet, and where acts are entered.

Every act is checked by the pure ledger against the account as it is, entered, and its rows for
queries are written, in one transaction: all of it is kept, or nothing.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self

import msgspec

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.rebuild import project, rebuild
from zakuro.journal import (
    Journal,
    Transaction,
    create_journal,
    is_body_of,
    open_journal,
    open_sealed,
    seal,
    sign,
)
from zakuro.ledger.account import PledgeAccount, day_of
from zakuro.ledger.door import check
from zakuro.ledger.fold import apply, fold
from zakuro.ledger.postings.authority import admit
from zakuro.ledger.trust import KINDS, Trust
from zakuro.model.acts import SEALABLE, Charter, body_as, body_of, kind_of
from zakuro.model.entry import Author, Basis, Draft, Entry, Key, Release, sealed_hash, unsealed
from zakuro.model.errors import RefusedError, ZakuroError
from zakuro.model.statement import Record

REFUSED = logging.getLogger("zakuro.refused")
"""Where acts that were refused are told, with the reason."""

KEPT_AT_ONCE = 500
"""How many accounts a transaction holds in memory before their rows are written."""


class Who(Record, frozen=True, kw_only=True):
    """Who enters an act, in whose name, and by what right."""

    filed_by: str
    party: str | None = None
    basis: Basis | None = None

    def author(self) -> Author:
        """Give the author of the act's entry."""
        return Author(filed_by=self.filed_by, party=self.party, basis=self.basis)


class Books:
    """Books that are open; one connection, one thread.

    ``now`` gives the time of new entries; ``charter``, ``keys`` and ``groups`` are as of the last
    entry seen.
    """

    def __init__(self, journal: Journal, now: Callable[[], datetime] | None = None) -> None:
        self.journal = journal
        self.now = now or (lambda: datetime.now(UTC))
        self._rules = Trust()
        self._writer: Writer | None = None
        if not journal.tables_built(tables.TABLES):
            self.rebuild()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self.journal.close()

    @property
    def charter(self) -> Charter:
        """The charter that holds now."""
        return self.look().charter

    @property
    def keys(self) -> dict[str, Key]:
        """The key of each party that has one."""
        return self.look().keys

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The members of each group: the vocabulary's, and the charter's before them."""
        return self.look().groups

    def look(self) -> Trust:
        """Bring charter, keys and groups up to date, and give them."""
        self._rules.take(self.journal.entries(kind=KINDS, after=self._rules.seen))
        self._rules.settle(self.now())
        return self._rules

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writer]:
        """Enter acts: the one commit boundary.  When the block raises, nothing was entered.

        Within such a block another one joins it.
        """
        if self._writer is not None:
            yield self._writer
            return
        with self.journal.transaction() as transaction:
            self._writer = writer = Writer(self, transaction, self._time())
            try:
                yield writer
                writer.flush()
            except BaseException:
                # A charter or key of this transaction is undone with it.
                self._rules = Trust()
                raise
            finally:
                self._writer = None

    def _time(self) -> datetime:
        """Give the time of new entries: never one before the last, whatever the clock says."""
        size = self.journal.size()
        return max(self.now(), self.journal.entry(size).time) if size else self.now()

    def account(self, subject: str, known_on: date | None = None) -> PledgeAccount:
        """Give the account of a pledge (``P-3``); RefusedError if there is none.

        With ``known_on`` it is made of what had been entered by the end of that day (UTC).
        """
        entries = self.journal.entries(subject=subject)
        account = fold(e for e in entries if known_on is None or day_of(e) <= known_on)
        if account is None or not subject.startswith("P-"):
            by = f" on {known_on}" if known_on else ""
            raise RefusedError(f"There is no pledge {subject}{by}: `zakuro pledges` lists them.")
        return account

    def entry(self, name: str | int) -> Entry:
        """Give an entry by its number or name (``E-41``)."""
        if isinstance(name, int):
            return self.journal.entry(name)
        if not (name.startswith("E-") and name[2:].isdecimal()):
            raise ZakuroError(f"{name!r} names no entry: entries are named E-1, E-2 …")
        return self.journal.entry(int(name[2:]))

    def opened(self, entry: Entry) -> Entry:
        """Give an entry with its body, also one for members, which the log holds as a hash."""
        digest = sealed_hash(entry)
        return entry if digest is None else unsealed(entry, self.kept(digest, entry.number))

    def kept(self, digest: str, number: int) -> Release:
        """Give what is kept of sealed entry ``number``."""
        return open_sealed(self.journal.blob(digest), number)

    def rebuild(self) -> int:
        """Throw the tables for queries away, and make them again; give the number of pledges."""
        with self.journal.transaction() as transaction:
            return rebuild(self.journal, transaction, self.charter)


class Writer:
    """The writing side of open books; given by ``Books.writing()``."""

    def __init__(self, books: Books, transaction: Transaction, time: datetime) -> None:
        self.books = books
        self.transaction = transaction
        self.time = time
        self.rules = books.look()
        self._accounts: dict[str, PledgeAccount] = {}
        self._changed: dict[str, PledgeAccount] = {}

    def account(self, subject: str) -> PledgeAccount:
        """Give the account of a pledge as it is now, within this transaction."""
        if subject not in self._accounts:
            self._accounts[subject] = self.books.account(subject)
        return self._accounts[subject]

    def act(
        self,
        subject: str,
        act: Record,
        who: Who,
        key: Any = None,
        *,
        for_members: bool = False,
        supersedes: int | None = None,
    ) -> Entry:
        """Enter an act on a pledge; with ``key`` (a private key) it is signed.

        ``for_members`` seals it; ``supersedes`` is the number of the entry in whose place it comes.
        RefusedError says why not; nothing is entered then.
        """
        draft = Draft(
            kind=kind_of(act),
            subject=subject,
            author=who.author(),
            body=body_of(act),
            supersedes=supersedes,
        )
        draft = self.sealed(draft) if for_members else draft
        return self.enter(self.signed(draft, key))

    def sealed(self, draft: Draft, *, allowed: bool = False) -> Draft:
        """Give a draft for members until released, and keep its body beside the entries.

        RefusedError where the charter lets no such entry be sealed, unless it is ``allowed``.
        """
        kinds = self.rules.charter.for_members
        if not allowed and draft.kind not in kinds:
            may = ", ".join(kinds) or f"none (for_members may name {', '.join(SEALABLE)})"
            raise RefusedError(
                f"The charter lets no {draft.kind} be for members only; it lets {may}."
            )
        draft, content = seal(draft)
        self.transaction.put_blob(content)
        return draft

    def signed(self, draft: Draft, key: Any) -> Draft:
        """Give a draft signed with a private key upon the last entry on its subject."""
        if key is None:
            return draft
        author = msgspec.structs.replace(draft.author, basis="signed")
        draft = msgspec.structs.replace(draft, author=author)
        journal = self.books.journal
        return sign(draft, key, journal.books, journal.last_on(draft.subject))

    def enter(self, draft: Draft) -> Entry:
        """Enter a draft on a pledge, signed or not, if the ledger and its author's right allow."""
        try:
            return self._enter(draft)
        except RefusedError as error:
            # The journal holds what was done; what was refused goes to the ordinary log.
            REFUSED.info("%s on %s by %s: %s", draft.kind, draft.subject, draft.author, error)
            raise

    def _enter(self, draft: Draft) -> Entry:
        entry = self.as_entry(draft)
        said = self.books.opened(entry)
        self.admit(said)
        if draft.kind == "pledge":
            account = fold([entry])
            if account is None or self.books.journal.last_on(draft.subject) is not None:
                raise RefusedError(f"{draft.subject} is open already.")
            check(account, entry, self.account)
        else:
            # An account that refused an act is read anew: what it was must not be doubted.
            account = self._accounts.pop(draft.subject, None) or self.books.account(draft.subject)
            if draft.kind == "release":
                must_be_sealed(account.sealed, body_as(draft, Release))
            check(account, said, self.account)
            apply(account, said)
            if said is not entry:  # what is sealed must be allowed, and moves nothing yet
                account = self.books.account(draft.subject)
                apply(account, entry)
        entered = self.append(draft)
        self._accounts[draft.subject] = self._changed[draft.subject] = account
        if len(self._accounts) > KEPT_AT_ONCE:
            self.flush()
        return entered

    def admit(self, draft: Draft, also: Collection[str] = ()) -> None:
        """Refuse a draft that is not its party's word; ``also`` names who acts as a member too."""
        admit(draft, self.rules.charter, self.rules.keys, also)

    def append(self, draft: Draft) -> Entry:
        """Put a draft into the journal; its signature is checked there."""
        key = self.rules.keys.get(draft.author.party or "")
        entry = self.transaction.append(draft, self.time, key.public_key if key else None)
        if draft.kind in KINDS:
            self.rules = self.books.look()
        return entry

    def as_entry(self, draft: Draft) -> Entry:
        """Give a draft as the entry that it would be."""
        return Entry(
            number=self.transaction.size + 1,
            time=self.time,
            kind=draft.kind,
            subject=draft.subject,
            author=draft.author,
            body=draft.body,
            supersedes=draft.supersedes,
            signature=draft.signature,
        )

    def flush(self) -> None:
        """Write the rows of the accounts that have changed."""
        changed, self._changed, self._accounts = list(self._changed.values()), {}, {}
        project(self.books.journal, self.transaction, changed, self.rules.charter)

    def next_number(self, table: Any) -> int:
        """Give the next free number of a table that is numbered from 1."""
        self.flush()
        last = next(self.books.journal.rows(table, descending=True, limit=1), None)
        return 1 if last is None else int(last["number"]) + 1


def must_be_sealed(sealed: Mapping[int, Entry], release: Release) -> None:
    """Refuse a release that carries another body than the one that was sealed."""
    kept = sealed.get(release.entry)
    if kept is not None and not is_body_of(release, kept):
        raise RefusedError(f"This is not the body that was sealed as E-{release.entry}.")


def make_books(
    url: str | Path,
    charter: Charter,
    *,
    name: str,
    filed_by: str,
    now: Callable[[], datetime] | None = None,
) -> Books:
    """Make new books under a charter, and open them; ``name`` is their unique name."""
    books = Books(create_journal(url, books=name), now)
    with books.writing() as writer:
        writer.append(
            Draft(
                kind="charter",
                subject="books",
                author=Author(filed_by=filed_by),
                body=body_of(charter),
            )
        )
    return books


def open_books(url: str | Path, now: Callable[[], datetime] | None = None) -> Books:
    """Open books that were made before."""
    return Books(open_journal(url), now)
