"""News from the books: what was entered on a pledge, party, decision, thing or claim, or at all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from zakuro.flow.acting.take_in import statement
from zakuro.flow.keeping.books import Books
from zakuro.flow.publishing.subjects import Subject, entries_on, lasting_name
from zakuro.flow.things.views import called
from zakuro.model.entry import Entry
from zakuro.publish.feeds import Feed, Item, as_atom
from zakuro.words import figures
from zakuro.words.catalogue import say

MOST = 50
"""How many pieces of news a feed holds, the newest."""


def feed(
    books: Books, subject: Subject, language: str = "en", *, root: str = "", address: str = ""
) -> bytes:
    """Give the news of what is followed as Atom.

    ``root`` is the address of the pages in this language, ``address`` that of the feed itself;
    both may be empty where the books are not on the web.
    """
    first = next(books.journal.entries(limit=1))
    items = (
        _item(books, entry, language, root) for entry in islice(entries_on(books, subject), MOST)
    )
    what = {"what": subject.name(language, books)}
    return as_atom(
        Feed(
            name=lasting_name(books, f"feed:{language}:{subject.code}"),
            title=say(language, "feed.title", what),
            language=language,
            since=first.time,
            page=page_of(subject, root),
            address=address,
            items=tuple(items),
        )
    )


_FOLDERS = {"pledge": "pledges/", "decision": "decisions/", "party": "parties/", "thing": "things/"}


def page_of(subject: Subject, root: str) -> str:
    """Give the page of what is followed; empty where the books are not on the web."""
    if not root:
        return ""
    if subject.kind == "claim":
        document, _, place = subject.code.partition(":")
        return f"{root}documents/{document}#t-{place}"
    if subject.kind in {"things", "claims"}:
        return f"{root}{subject.code}/"
    return f"{root}{_FOLDERS.get(subject.kind, '')}{subject.code}"


def _item(books: Books, entry: Entry, language: str, root: str) -> Item:
    name = f"E-{entry.number}"
    kind = say(language, f"entry_kind.{entry.kind.replace('-', '_')}")
    party = entry.author.party
    whose = figures.party(language, party) if party else entry.author.filed_by
    said = list(_said(entry, language))
    claimed = [" ".join(statement(books, entry.subject).exact.split())] if _on_words(entry) else []
    title = f"{entry.subject} · {kind} · {whose}" + (f" · {said[0]}" if said else "")
    return Item(
        name=lasting_name(books, name),
        title=title,
        text=" · ".join([name, *said, *claimed]),
        author=whose,
        time=entry.time,
        address=f"{root}log/{name}" if root else "",
    )


def _on_words(entry: Entry) -> bool:
    """Whether an entry is on a statement (``D-1:s3``), whose words then stand with it."""
    return entry.subject.startswith("D-") and ":s" in entry.subject


def _said(entry: Entry, language: str) -> Iterator[str]:
    """Give what an entry says: an amount, to whom, of what, and words."""
    body = entry.body
    if body.get("for_now"):
        yield say(language, "standing.suspended_by_giver")
    if isinstance(body.get("names"), dict):
        yield called(body["names"], language)[0]
    if entry.kind == "thing-state":
        yield say(language, f"thing_state.{body['state'].replace(' ', '_')}")
    if entry.kind == "thing-tie":
        yield str(body["to"])
    if body.get("against"):
        yield say(language, "entry.against")
    value, unit = body.get("value"), body.get("unit")
    if isinstance(value, str) and isinstance(unit, str):
        amount = figures.amount(language, Decimal(value), unit)
        receiver = body.get("receiver")
        to = f" → {figures.party(language, receiver)}" if isinstance(receiver, str) else ""
        yield amount + to
    for name in ("report", "entry"):
        if body.get(name):
            yield f"E-{body[name]}"
    for name in ("name", "title", "exact", "reason", "text"):
        if isinstance(body.get(name), str) and body[name].strip():
            yield " ".join(body[name].split())
