"""Texts begun, put into languages, revised, tabled, asked about and withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from zakuro.flow.acting.take_in import document as filed
from zakuro.flow.acting.take_in import statement
from zakuro.flow.deciding.joint import (
    Member,
    act,
    decision,
    enter_act,
    keep_words,
    language_code,
    next_name,
)
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.model.decisions import (
    Answer,
    Consultation,
    Judgement,
    LanguageVersion,
    Origin,
    Revision,
    Tabling,
    Text,
    Withdrawal,
)
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Kind


def read_words(path: Path) -> str:
    """Give the words in a file; ZakuroError if it cannot be read as text."""
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise ZakuroError(f"Cannot read {path}: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise ZakuroError(f"{path} is no UTF-8 text: at byte {error.start}.") from None


def begin_text(
    books: Books,
    member: Member,
    text: str,
    *,
    title: str,
    language: str,
    made_from: Sequence[str] = (),
    origins: Sequence[Origin] = (),
    concerns: str | None = None,
    judges: Judgement | None = None,
) -> Entry:
    """Begin a text with its first version in one language; the entry's subject is its name."""
    for name in made_from:
        decision(books, name)
    if judges is not None:
        pledge = books.account(judges.pledge)
        givers = dict.fromkeys(giver for debt in pledge.debts for giver in debt.givers)
        if judges.party not in givers:
            raise ZakuroError(
                f"{judges.party} promised nothing in {judges.pledge}; its givers are "
                f"{', '.join(givers)}."
            )
    with books.writing() as writer:
        body = Text(
            title=title,
            language=language_code(language),
            sha256=keep_words(writer, text, "The file"),
            made_from=tuple(made_from),
            origins=tuple(origins),
            concerns=concerns,
            judges=judges,
        )
        return enter_act(writer, next_name(books), body, member)


def from_statements(
    books: Books, document: str, kinds: Sequence[Kind]
) -> tuple[str, tuple[Origin, ...]]:
    """Give a text of one paragraph for each statement of some kinds, and where each came from."""
    filed(books, document)
    number = tables.numbered(document)
    rows = books.journal.rows(
        tables.STATEMENTS,
        [("document", "=", number), ("kind", "in", list(kinds))],
        order=("document", "place"),
    )
    text, origins = "", []
    for row in rows:
        name = f"D-{row['document']}:s{row['place']}"
        exact = statement(books, name).exact
        text += "\n\n" if text else ""
        origins.append(Origin(start=len(text), end=len(text) + len(exact), statement=name))
        text += exact
    if not origins:
        raise ZakuroError(
            f"{document} has no {' or '.join(kinds)}: `zakuro review --list` shows what was read."
        )
    return text + "\n", tuple(origins)


def add_language(books: Books, name: str, member: Member, text: str, language: str) -> Entry:
    """Add the words of the last version in a language in which it is missing."""
    with books.writing() as writer:
        body = LanguageVersion(
            version=decision(books, name).version.number,
            language=language_code(language),
            sha256=keep_words(writer, text, "The file"),
        )
        return act(books, name, body, member)


def revise(books: Books, name: str, member: Member, texts: Mapping[str, str]) -> Entry:
    """Make a new version of words by language."""
    with books.writing() as writer:
        body = Revision(
            version=decision(books, name).version.number,
            texts={
                language_code(language): keep_words(writer, text, f"The file in {language}")
                for language, text in texts.items()
            },
        )
        return act(books, name, body, member)


def table(books: Books, name: str, member: Member) -> Entry:
    """Put the text on the table."""
    with books.writing():
        version = decision(books, name).version.number
        return act(books, name, Tabling(version=version), member)


def withdraw(
    books: Books, name: str, member: Member, *, reason: str = "", into: str | None = None
) -> Entry:
    """Withdraw the text; ``into`` names the one that takes its place."""
    if into is not None:
        decision(books, into)
    if into == name:
        raise ZakuroError(f"{name} cannot take its own place: give another text with --into.")
    return act(books, name, Withdrawal(reason=reason, into=into), member)


def consult(
    books: Books,
    name: str,
    member: Member,
    *,
    asked: Sequence[str],
    until: datetime,
    question: str = "",
) -> Entry:
    """Ask members on the last version."""
    with books.writing():
        body = Consultation(
            version=decision(books, name).version.number,
            asked=tuple(dict.fromkeys(asked)),
            until=until,
            question=question,
        )
        return act(books, name, body, member)


def answer(
    books: Books, name: str, member: Member, text: str, *, consultation: int | None = None
) -> Entry:
    """Answer a consultation: the last one that asked the member, or the one of an entry."""
    with books.writing():
        found = decision(books, name)
        if consultation is None:
            asked = [c for c in found.consultations if member.party in c.consultation.asked]
            if not asked:
                raise ZakuroError(f"{member.party} was not asked on {name}.")
            consultation = asked[-1].entry
        return act(books, name, Answer(consultation=consultation, text=text), member)
