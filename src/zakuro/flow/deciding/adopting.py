"""What follows from an adopted text: its words as a document, its judgement as an assessment."""

from __future__ import annotations

from datetime import datetime

import msgspec

from zakuro.decide.decision import Decision
from zakuro.flow.acting.take_in import take_in
from zakuro.flow.deciding.checking import kept_words
from zakuro.flow.deciding.joint import Member, decision, must_not_be_withheld, words
from zakuro.flow.deciding.looking import added_as
from zakuro.flow.keeping.books import Books, Who
from zakuro.flow.keeping.sealing import release
from zakuro.flow.reading import read
from zakuro.ledger.parties import expand
from zakuro.model.acts import Assessment, FiledDocument
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Statement


def adopted(books: Books, name: str, now: datetime) -> Decision:
    """Give a decision that is adopted for good; RefusedError if it is not."""
    found = decision(books, name)
    if found.state(now) != "adopted" or not found.is_final(now):
        until = found.challengeable_until(now)
        why = f"it can be challenged until {until.isoformat()}" if until else found.stands(now)
        raise RefusedError(f"{name} is not adopted for good: {why}.")
    return found


def of_document(books: Books, filed: FiledDocument) -> Decision | None:
    """Give the decision whose last words a document is, if it is adopted; however it was filed."""
    names = {
        entry.subject
        for entry in books.journal.entries(kind=("text", "language", "revision", "settlement"))
        if filed.sha256 in kept_words(books.opened(entry))
    }
    for name in sorted(names):
        found = decision(books, name)
        if found.state(books.now()) == "adopted" and filed.sha256 in found.version.texts.values():
            return found
    return None


def of_the_bound(books: Books, filed: FiledDocument, said: Statement) -> Statement:
    """Give a statement without those as givers whom its document, as adopted, does not bind.

    As it is where nobody would remain: :func:`must_bind` refuses that.
    """
    _, givers = _bound_givers(books, filed, said)
    return msgspec.structs.replace(said, givers=givers) if givers else said


def must_bind(books: Books, filed: FiledDocument, said: Statement) -> None:
    """Refuse a statement of an adopted text that binds none of those who would owe it."""
    name, givers = _bound_givers(books, filed, said)
    if givers == ():
        raise RefusedError(
            f"{', '.join(expand(said.givers or said.parties, books.groups))} abstained from {name} "
            "or took no part: it binds nobody who would owe this. Refuse the statement, or wait "
            "for an accession."
        )


def _bound_givers(
    books: Books, filed: FiledDocument, said: Statement
) -> tuple[str, tuple[str, ...] | None]:
    """Give text and bound givers of a statement; None where it names nobody who is not bound."""
    found = of_document(books, filed)
    givers = expand(said.givers or said.parties, books.groups)
    if found is None or not set(givers) & set(found.unbound):
        return "", None
    return found.subject, tuple(giver for giver in givers if giver not in found.unbound)


def add_adopted(
    books: Books, name: str, *, reader: str, filed_by: str, language: str | None = None
) -> str:
    """Add an adopted text as a document, so that its pledges can be opened; give its name."""
    now = books.now()
    with books.writing():
        found = adopted(books, name, now)
        must_not_be_withheld(books, name)
        known = added_as(books, found)
        if known is not None:
            raise RefusedError(f"{name} is added already, as {known}.")
        day = found.final_at(now)
        language = language or found.text.language
        text = words(books, found.version.texts, language)
        reading = read(
            text.encode("utf-8"),
            language=language,
            published=day.date() if day else None,
            source=name,
        )
        return take_in(
            books,
            reading,
            text.encode("utf-8"),
            reader=reader,
            filed_by=filed_by,
            title=found.text.title,
            occasion=f"{name}: {found.text.title}",
        )


def enter_judgement(books: Books, name: str, *, filed_by: str) -> Entry:
    """Enter the judgement of an adopted text as the members' assessment; nothing is posted."""
    now = books.now()
    with books.writing() as writer:
        found = adopted(books, name, now)
        judged, day = found.text.judges, found.final_at(now)
        if judged is None or day is None:
            raise RefusedError(f"{name} judges no pledge.")
        must_not_be_withheld(books, name)
        for entry in books.journal.entries(subject=judged.pledge, kind="assessment"):
            if name in entry.body["evidence"]:
                raise RefusedError(f"{name} is entered already, as E-{entry.number}.")
        act = Assessment(
            party=judged.party,
            value=judged.value,
            evidence=(name,),
            on=day.date(),
            reason=f"adopted by the members: {found.text.title}",
        )
        return writer.act(judged.pledge, act, Who(filed_by=filed_by))


def release_text(books: Books, name: str, member: Member) -> tuple[Entry, ...]:
    """Release what a member sealed on a text; of one adopted for good the chair releases all."""
    now = books.now()
    found = decision(books, name)
    final = found.state(now) == "adopted" and found.is_final(now)
    return release(
        books,
        name,
        party=member.party,
        filed_by=member.filed_by,
        key=member.key,
        of_all=final and found.rules.chair(now) == member.party,
    )
