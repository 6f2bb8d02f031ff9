"""Decisions in open books: given from their entries, and acts entered on them."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from zakuro.decide.decision import Decision
from zakuro.decide.fold import apply, begin, fold
from zakuro.decide.rules import require_member, rules_of
from zakuro.flow.keeping.books import REFUSED, Books, Writer
from zakuro.flow.keeping.sealing import still_sealed
from zakuro.model.acts import body_of, kind_of
from zakuro.model.entry import Author, Basis, Draft, Entry
from zakuro.model.errors import RefusedError, ZakuroError
from zakuro.model.statement import Record

_NAME = re.compile(r"X-[1-9][0-9]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Member(Record, frozen=True, kw_only=True):
    """Who acts: a member, the person who enters it, and the private key it signs with, if any.

    ``for_members`` seals the act; what is done on a sealed text is sealed anyway.
    """

    party: str
    filed_by: str
    key: Any = None
    for_members: bool = False

    def author(self) -> Author:
        """Give the author of the act's entry; :meth:`Writer.signed` marks a signed one."""
        basis: Basis = "mandated" if self.key is None else "signed"
        return Author(filed_by=self.filed_by, party=self.party, basis=basis)


def decision(books: Books, name: str, at: datetime | None = None) -> Decision:
    """Give a decision by the name of its text (``X-1``), as entered up to ``at`` or at all.

    ZakuroError if there is none.
    """
    if not _NAME.fullmatch(name):
        raise ZakuroError(f"{name!r} names no text: texts are named X-1, X-2 …")
    entries = heapq.merge(
        books.journal.entries(kind="charter"),
        books.journal.entries(subject=name),
        key=lambda entry: entry.number,
    )
    found = fold(
        books.opened(entry)
        for entry in entries
        if (at is None or entry.time <= at) and entry.kind != "release"
    )
    if found is None:
        when = "" if at is None else f" at {at.isoformat(timespec='seconds')}"
        raise ZakuroError(f"There is no text {name}{when}: `zakuro texts` lists them.")
    return found


def decisions(books: Books, at: datetime | None = None) -> Iterator[Decision]:
    """Give all decisions, in order of their texts' beginning, as entered up to ``at`` or at all."""
    for opening in books.journal.entries(kind="text"):
        if at is None or opening.time <= at:
            yield decision(books, opening.subject, at)


def words(books: Books, texts: Mapping[str, str], language: str) -> str:
    """Give the words of a version (its hashes by language) in a language; ZakuroError if none."""
    if language not in texts:
        raise ZakuroError(
            f"There are no words in {language}: this version is in {', '.join(texts)}."
        )
    return books.journal.blob(texts[language]).decode("utf-8")


def keep_words(writer: Writer, text: str, place: str) -> str:
    """Keep the words of a text, and give their hash; ZakuroError if they are none.

    Line endings become line feeds, and a byte order mark goes; nothing else is changed.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip() or "\x00" in text:
        raise ZakuroError(f"{place} holds no text: give a file of plain text or Markdown.")
    return writer.transaction.put_blob(text.encode("utf-8"))


def language_code(given: str) -> str:
    """Give a language code as given; ZakuroError if it is none."""
    if not _LANGUAGE.fullmatch(given):
        raise ZakuroError(f"{given!r} is no code of a language such as en, ru or uz-Cyrl.")
    return given


def draft_of(member: Member, subject: str, act: Record) -> Draft:
    """Give the draft of an act, neither sealed nor signed."""
    return Draft(kind=kind_of(act), subject=subject, author=member.author(), body=body_of(act))


def act(books: Books, subject: str, body: Record, member: Member) -> Entry:
    """Enter a member's act on a text, signed where the member has given a key."""
    with books.writing() as writer:
        return enter_act(writer, subject, body, member)


def enter_act(writer: Writer, subject: str, body: Record, member: Member) -> Entry:
    """Enter a member's act within a transaction; give it with its body, also a sealed one."""
    draft = draft_of(member, subject, body)
    if is_sealed(writer.books, subject):
        draft = writer.sealed(draft, allowed=True)
    elif member.for_members:
        draft = writer.sealed(draft)
    return writer.books.opened(enter(writer, writer.signed(draft, member.key)))


def is_sealed(books: Books, subject: str) -> bool:
    """Tell whether a text was begun for members, and is not released."""
    entries = list(books.journal.entries(subject=subject))
    return bool(entries) and entries[0].number in still_sealed(entries)


SAID_BESIDE = ("objection", "attachment", "abstention", "non-participation", "challenge", "answer")
"""Acts of which, sealed one by one, only the words are for members; that there are any is not."""


def is_withheld(books: Books, name: str) -> bool:
    """Tell whether what a text says, and so where it stands, is for members until released."""
    sealed = still_sealed(books.journal.entries(subject=name))
    return any(entry.kind not in SAID_BESIDE for entry in sealed.values())


def must_not_be_withheld(books: Books, name: str) -> None:
    """Refuse to show a text that is for members until released."""
    if is_withheld(books, name):
        sealed = still_sealed(books.journal.entries(subject=name))
        raise RefusedError(
            f"{name} is for members until it is released: {len(sealed)} of its entries stand in "
            "the log as hashes. Who keeps these books reads it with --for-members."
        )


def enter(writer: Writer, draft: Draft) -> Entry:
    """Enter a draft on a text, signed or not, if the rules and its author's right allow.

    RefusedError, or ZakuroError for a bad signature, says why not: nothing is entered then, and
    the refusal is told to the log of refusals.
    """
    try:
        return _enter(writer, draft)
    except ZakuroError as error:
        REFUSED.info("%s on %s by %s: %s", draft.kind, draft.subject, draft.author, error)
        raise


def _enter(writer: Writer, draft: Draft) -> Entry:
    entry = writer.books.opened(writer.as_entry(draft))
    party = draft.author.party
    found = None if draft.kind == "text" else decision(writer.books, draft.subject)
    decides = () if found is None else found.in_force.members
    if draft.author.basis is not None and party not in decides:
        require_member(rules_of(writer.rules.charter), party, "decide on texts")
    writer.admit(entry, decides)
    if party in writer.rules.keys and draft.author.basis != "signed":
        raise RefusedError(
            f"{party} has a registered key: what it does in deciding is signed with it "
            "(--sign-with FILE)."
        )
    if found is None:
        begin(entry, rules_of(writer.rules.charter))
    else:
        apply(found, entry)
    return writer.append(draft)


def next_name(books: Books) -> str:
    """Give the name of the next text."""
    last = 0
    for opening in books.journal.entries(kind="text"):
        last = max(last, int(opening.subject.removeprefix("X-")))
    return f"X-{last + 1}"
