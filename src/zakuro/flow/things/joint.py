"""Things in open books: given from their entries, and entered on."""

from __future__ import annotations

import re

from zakuro.flow.acting.take_in import document, statement
from zakuro.flow.keeping import tables as books_tables
from zakuro.flow.keeping.books import REFUSED, Books, Who, Writer
from zakuro.flow.things import tables
from zakuro.model.acts import body_as, body_of, kind_of
from zakuro.model.entry import Draft, Entry
from zakuro.model.errors import RefusedError, ZakuroError
from zakuro.model.statement import Record
from zakuro.model.things import Uptake
from zakuro.things import uptake
from zakuro.things.fold import apply, begin, fold
from zakuro.things.thing import KeptThing
from zakuro.things.uptake import Taken, uptakes

_NAME = re.compile(r"T-[1-9][0-9]{0,11}")


def thing(books: Books, name: str) -> KeptThing:
    """Give a thing by its name (``T-1``); ZakuroError if there is none."""
    if not _NAME.fullmatch(name):
        raise ZakuroError(f"{name!r} names no thing: things are named T-1, T-2 …")
    found = fold(books.journal.entries(subject=name))
    if found is None:
        raise ZakuroError(f"There is no thing {name}: `zakuro thing list` lists them.")
    return found


def became_of(books: Books, name: str) -> list[Taken]:
    """Give what became of a statement (``D-1:s3``), as far as a person has tied it."""
    return uptakes(books.journal.entries(subject=name, kind=("uptake", "reversal")))


def enter(writer: Writer, subject: str, act: Record, who: Who, key: object = None) -> Entry:
    """Enter an act on a thing, or what became of a statement; RefusedError says why not."""
    draft = Draft(kind=kind_of(act), subject=subject, author=who.author(), body=body_of(act))
    draft = writer.signed(draft, key)
    on_words = draft.kind == "uptake" or (draft.kind == "reversal" and subject.startswith("D-"))
    try:
        return _on_words(writer, draft) if on_words else _on_thing(writer, draft)
    except RefusedError as error:
        REFUSED.info("%s on %s by %s: %s", draft.kind, draft.subject, draft.author, error)
        raise


def _on_thing(writer: Writer, draft: Draft) -> Entry:
    entry = writer.as_entry(draft)
    writer.admit(entry)
    if draft.kind == "thing":
        kept = begin(entry)
    else:
        kept = thing(writer.books, draft.subject)
        apply(kept, entry)
    _no_circle(writer.books, kept)
    entered = writer.append(draft)
    project(writer, [kept])
    return entered


def _no_circle(books: Books, kept: KeptThing) -> None:
    """Refuse a parent that is not there, or that itself belongs to the thing."""
    above, seen = kept.parent, [kept.subject]
    while above is not None:
        if above in seen:
            raise RefusedError(f"{above} belongs to {kept.subject}: neither can hold the other.")
        seen.append(above)
        above = thing(books, above).parent


def project(writer: Writer, things: list[KeptThing]) -> None:
    """Write the rows of some things."""
    numbers = [tables.numbered(each.subject) for each in things]
    for table, rows in tables.rows_of(things):
        writer.transaction.delete(table, [("number", "in", numbers)])
        writer.transaction.upsert(table, rows)


def _on_words(writer: Writer, draft: Draft) -> Entry:
    books, name = writer.books, draft.subject
    entry = writer.as_entry(draft)
    writer.admit(entry)
    before = became_of(books, name)
    if draft.kind == "reversal":
        uptake.check_reversal(before, entry)
    else:
        said_on = document(books, name.partition(":")[0]).published
        act = body_as(entry, Uptake)
        uptake.check(statement(books, name).kind, said_on, before, entry, act)
    entered = writer.append(draft)
    number, place = books_tables.places(name)
    writer.transaction.delete(tables.UPTAKES, [("document", "=", number), ("place", "=", place)])
    rows = tables.uptake_rows(number, place, became_of(books, name))
    writer.transaction.upsert(tables.UPTAKES, rows)
    return entered
