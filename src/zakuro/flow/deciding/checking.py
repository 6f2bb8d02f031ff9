"""Decisions checked: every entry by the rules, and settled words made again from the brackets."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from zakuro.decide.brackets import replace, settled_words
from zakuro.decide.decision import Decision
from zakuro.flow.deciding.joint import decision, words
from zakuro.flow.keeping.books import Books
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError


def check_decisions(books: Books) -> list[str]:
    """Give what in the decisions does not follow from the rules, in words."""
    faults: list[str] = []
    for opening in books.journal.entries(kind="text"):
        try:
            found = decision(books, opening.subject)
            faults += false_settlements(books, found)
        except ZakuroError as error:
            faults.append(f"{opening.subject}: {error}")
    return faults


def false_settlements(books: Books, found: Decision) -> Iterator[str]:
    """Make every settled version of a text again; give what differs from its hashes, in words."""
    for last, version in zip(found.versions, found.versions[1:], strict=False):
        entry = found.entries[version.entry]
        if entry.kind != "settlement":
            continue
        changed = settled_words(found, {}, last.number)
        for language, made in version.texts.items():
            if language not in entry.body["texts"]:
                continue  # added to that version later
            text = replace(words(books, last.texts, language), language, changed)
            if sha256(text.encode()).hexdigest() != made:
                yield (
                    f"Version {version.number} of {found.subject} in {language} "
                    f"(E-{entry.number}) is not what its settled brackets make."
                )


def kept_words(entry: Entry) -> Iterator[str]:
    """Give the hashes of the words that an entry on a text carries, which lie beside it."""
    if entry.kind in ("text", "language"):
        yield str(entry.body["sha256"])
    if entry.kind in ("revision", "settlement"):
        yield from dict(entry.body.get("texts", {})).values()
