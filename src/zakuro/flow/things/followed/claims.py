"""What was claimed, and what each claim is held against: evidence, and counts of the same thing."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from zakuro.flow.keeping.books import Books
from zakuro.flow.things.looking import show, things
from zakuro.flow.things.said import Shelf
from zakuro.model.acts import Evidence, body_as
from zakuro.model.entry import Entry
from zakuro.things.told import Figure


class Held(NamedTuple):
    """One thing that a claim is held against, and whether it tells otherwise."""

    entry: str
    against: bool
    text: str
    words: str
    language: str
    place: str
    publisher: str


class Claim(NamedTuple):
    """What was said, by whom and when, and everything that it was held against.

    ``against`` counts what of that tells otherwise.
    """

    name: str
    said_by: str
    speakers: tuple[str, ...]
    on: date | None
    words: str
    language: str
    held: tuple[Held, ...]
    against: int


class Register(NamedTuple):
    """A thing of which a number was claimed: the last that was, and how many are named."""

    thing: str
    names: dict[str, str]
    last: Figure
    named: int


def claims(books: Books, on: date) -> list[Claim]:
    """Give what was claimed up to a day and held against something, the newest first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in books.journal.entries(kind="evidence"):
        if entry.subject.startswith("D-"):
            found[entry.subject].append(entry)
    shelf = Shelf(books)
    made = (_claim(shelf, name, entries) for name, entries in found.items())
    known = [each for each in made if (each.on or date.min) <= on]
    return sorted(known, key=lambda each: (each.on or date.min, each.name), reverse=True)


def _claim(shelf: Shelf, name: str, entries: list[Entry]) -> Claim:
    said = shelf.said(name)
    held = tuple(_held(shelf, entry) for entry in entries)
    return Claim(
        name=name,
        said_by=said.said_by,
        speakers=said.speakers,
        on=said.filed.published,
        words=said.words,
        language=said.filed.language,
        held=held,
        against=sum(each.against for each in held),
    )


def _held(shelf: Shelf, entry: Entry) -> Held:
    act = body_as(entry, Evidence)
    words = act.source
    return Held(
        entry=f"E-{entry.number}",
        against=act.against,
        text=act.text,
        words=" ".join(words.exact.split()) if words else "",
        language=shelf.document(words.document).language if words else "",
        place=(words.statement or words.document) if words else "",
        publisher=act.publisher.name if act.publisher else "",
    )


def registers(books: Books, on: date) -> list[Register]:
    """Give the things of which a number was claimed as of a day, beside how many are named."""
    found = []
    for line in things(books, on, sort="register"):
        view = show(books, line.name, on)
        if view.register is not None and view.register.last is not None:
            last, named = view.register.last, view.register.named
            found.append(Register(line.name, line.names, last, named))
    return found
