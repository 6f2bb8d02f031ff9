"""What stands beside the entries of a pledge: replies, acknowledgements, independent evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from zakuro.flow.acting.acts import Word, words_of
from zakuro.flow.acting.take_in import document
from zakuro.flow.acting.take_in import source as words_at
from zakuro.flow.keeping.books import Books, Who
from zakuro.model import vocabulary
from zakuro.model.acts import Acknowledgement, Evidence, Reply, body_of
from zakuro.model.entry import Author, Draft, Entry
from zakuro.model.errors import RefusedError
from zakuro.model.source import Publisher, Source


def _day(books: Books, on: date | None, words: Source | None) -> date:
    return on or (words.published if words else None) or books.now().date()


def _on_pledge(books: Books, name: str) -> Entry:
    entry = books.entry(name)
    if not entry.subject.startswith("P-"):
        raise RefusedError(
            f"{name} is a {entry.kind} on {entry.subject}: what stands beside an entry stands "
            "beside one of a pledge (`zakuro show P-1` lists them)."
        )
    return entry


def reply(
    books: Books,
    name: str,
    word: Word,
    *,
    text: str = "",
    on: date | None = None,
    key: Any = None,
    for_members: bool = False,
) -> Entry:
    """Enter a named party's reply beside an entry (``E-41``); its words, or those of ``word``.

    The party need be neither a member nor a party of the pledge: whoever is named may answer.
    ``for_members`` seals it until it is released.
    """
    if word.party not in vocabulary.territories():
        raise RefusedError(
            f"{word.party!r} is no party: give an ISO 3166-1 alpha-3 code such as AFG."
        )
    entry = _on_pledge(books, name)
    words = words_of(books, word)
    act = Reply(
        entry=entry.number,
        text=text or (words.exact if words else ""),
        on=_day(books, on, words),
        source=words,
    )
    with books.writing() as writer:
        made = writer.act(entry.subject, act, word.who(books), key, for_members=for_members)
        return books.opened(made)


def acknowledge(
    books: Books,
    pledge: str,
    word: Word,
    *,
    text: str = "",
    on: date | None = None,
    key: Any = None,
) -> Entry:
    """Enter that a receiver has heard or welcomes a promise; no amount moves."""
    books.account(pledge)
    words = words_of(books, word)
    act = Acknowledgement(
        text=text or (words.exact if words else ""), on=_day(books, on, words), source=words
    )
    with books.writing() as writer:
        return writer.act(pledge, act, word.who(books), key)


def add_evidence(
    books: Books,
    name: str,
    evidence: Sequence[str],
    *,
    filed_by: str,
    text: str = "",
    words: str | None = None,
    publisher: Publisher | None = None,
    value: Decimal | None = None,
    unit: str | None = None,
    on: date | None = None,
    against: bool = False,
) -> Entry:
    """Lay evidence beside an entry of a pledge, named by itself or by the pledge (``P-3``).

    Beside what was read in a document (``D-1:s3``) it shows what a claim is held against.

    With a ``publisher`` of neither side it is independent, and ``value`` what it found.  ``words``
    (``D-7:s12``) are evidence from a document, whose publisher counts where none is given;
    ``against`` says that they tell otherwise.
    """
    entry = _beside_which(books, name)
    source = None
    if words is not None:
        source = words_at(books, words)
        publisher = publisher or document(books, source.document).publisher
    claim = not entry.subject.startswith("P-")
    if claim and value is not None:
        raise RefusedError(
            f"{name} has no account in which a figure could be found: say it in --text."
        )
    if value is not None and unit is None:
        measures = books.account(entry.subject).measures
        if len(measures) != 1:
            raise RefusedError(f"{entry.subject} has several measures: give --unit.")
        unit = next(iter(measures))
    act = Evidence(
        entry=entry.number,
        evidence=tuple(evidence) or ((words,) if words else ()),
        text=text,
        publisher=publisher,
        value=value,
        unit=unit if value is not None else None,
        on=on or (source.published if source else None),
        source=source,
        against=against,
    )
    with books.writing() as writer:
        if not claim:
            return writer.act(entry.subject, act, Who(filed_by=filed_by))
        author = Author(filed_by=filed_by)
        draft = Draft(kind="evidence", subject=entry.subject, author=author, body=body_of(act))
        return writer.append(draft)


def _beside_which(books: Books, name: str) -> Entry:
    """Give the entry that evidence lies beside: of a pledge, its opening, or a statement's."""
    if name.startswith("P-"):
        return books.account(name).opening
    if name.startswith("D-"):
        for entry in books.journal.entries(subject=name, kind="statement", limit=1):
            return entry
        raise RefusedError(f"There is no statement {name}: they are named D-1:s1, D-1:s2 …")
    return _on_pledge(books, name)


def held_against(books: Books, name: str) -> list[Entry]:
    """Give the evidence that lies beside what was read in a document (``D-1:s3``)."""
    return list(books.journal.entries(subject=name, kind="evidence"))
