"""Receipts, silence, objections, what stands beside a text, and meetings, entered by members."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from zakuro.flow.deciding.joint import Member, act, decision
from zakuro.flow.keeping.books import Books
from zakuro.model.acts import Reversal
from zakuro.model.decisions import (
    Abstention,
    Accession,
    Attachment,
    AttachmentSort,
    Challenge,
    Meeting,
    MeetingPurpose,
    NonParticipation,
    Objection,
    Receipt,
    Silence,
)
from zakuro.model.entry import Entry


def _version(books: Books, name: str, seen: int | None) -> int:
    """Give the version that an act rests on: the one its author has seen, or the last."""
    return decision(books, name).version.number if seen is None else seen


def receive(books: Books, name: str, member: Member, languages: Sequence[str] = ()) -> Entry:
    """Log that the last version has arrived, in all its languages unless some are given."""
    with books.writing():
        version = decision(books, name).version
        body = Receipt(version=version.number, languages=tuple(languages) or tuple(version.texts))
        return act(books, name, body, member)


def open_silence(books: Books, name: str, member: Member, until: datetime) -> Entry:
    """Open a silence on the last version up to an instant."""
    with books.writing():
        version = decision(books, name).version
        body = Silence(version=version.number, texts=dict(version.texts), until=until)
        return act(books, name, body, member)


def objects(
    books: Books,
    name: str,
    member: Member,
    *,
    reason: str = "",
    version: int | None = None,
    reservation: int | None = None,
) -> Entry:
    """Object to the version in silence, or to the reservation of an entry on it."""
    with books.writing():
        seen = _version(books, name, version)
        body = Objection(version=seen, reason=reason, reservation=reservation)
        return act(books, name, body, member)


def attach(
    books: Books,
    name: str,
    member: Member,
    *,
    sort: AttachmentSort,
    text: str,
    version: int | None = None,
) -> Entry:
    """Put a reservation, an interpretative statement or an explanation beside the version."""
    with books.writing():
        body = Attachment(version=_version(books, name, version), sort=sort, text=text)
        return act(books, name, body, member)


def abstain(
    books: Books, name: str, member: Member, *, reason: str = "", version: int | None = None
) -> Entry:
    """Abstain constructively."""
    with books.writing():
        body = Abstention(version=_version(books, name, version), reason=reason)
        return act(books, name, body, member)


def stand_aside(
    books: Books, name: str, member: Member, *, reason: str = "", version: int | None = None
) -> Entry:
    """Take no part."""
    with books.writing():
        body = NonParticipation(version=_version(books, name, version), reason=reason)
        return act(books, name, body, member)


def accede(books: Books, name: str, member: Member) -> Entry:
    """Join an adopted text in which one took no part."""
    with books.writing():
        return act(books, name, Accession(version=_version(books, name, None)), member)


def meet(
    books: Books,
    name: str,
    member: Member,
    *,
    held: datetime,
    present: Sequence[str],
    objected: Sequence[str] = (),
    purpose: MeetingPurpose = "adopt",
    place: str = "",
) -> Entry:
    """Record a meeting, as the chair."""
    with books.writing():
        body = Meeting(
            version=_version(books, name, None),
            held=held,
            present=tuple(present),
            objected=tuple(objected),
            purpose=purpose,
            place=place,
        )
        return act(books, name, body, member)


def challenge(books: Books, name: str, member: Member, *, reason: str = "") -> Entry:
    """Challenge what a meeting decided without one."""
    with books.writing():
        body = Challenge(version=_version(books, name, None), reason=reason)
        return act(books, name, body, member)


def take_back(books: Books, entry: int, member: Member, *, reason: str) -> Entry:
    """Take back what a member said of a text, by the number of its entry."""
    subject = books.entry(entry).subject
    return act(books, subject, Reversal(entry=entry, reason=reason), member)
