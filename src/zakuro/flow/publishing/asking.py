"""Questions that a program asks of texts and books; every answer names the words it rests on."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from zakuro.flow.acting.take_in import document, statement
from zakuro.flow.browsing.plain import plain_values
from zakuro.flow.browsing.search import search
from zakuro.flow.checking import check
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import PAGE, Listed, pledges
from zakuro.flow.looking.outlook import outlook
from zakuro.flow.looking.outlook_words import lines
from zakuro.flow.looking.shown import show
from zakuro.flow.publishing.brief import occasion_of
from zakuro.flow.reading import read
from zakuro.model import vocabulary
from zakuro.model.errors import ZakuroError

MOST = 200
"""How many statements or findings one answer holds."""

Answer = dict[str, Any]


def day_of(text: str) -> date | None:
    """Give the day that a text names, None for none; ZakuroError for what is no day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise ZakuroError(f"{text!r} is no day: write it as 2026-06-30.") from None


def read_text(text: str, language: str | None, published: date | None) -> Answer:
    """Give the statements of a text, each with its span in it."""
    found = read(text, language, published)
    kept = [_plain(one) for one in found.statements[:MOST]]
    return {
        "language": found.language,
        "statements": kept,
        "in_all": len(found.statements),
        "text_sha256": found.document,
    }


def check_text(text: str, language: str | None, published: date | None) -> Answer:
    """Give what of a text does not agree with itself, arithmetic or reference rates."""
    reading, findings = check(text, language, published)
    return {
        "language": reading.language,
        "findings": [_plain(one) for one in findings[:MOST]],
        "in_all": len(findings),
    }


def list_pledges(books: Books, on: date, after: int = 0, **filters: str) -> Answer:
    """Give the pledges that pass the filters, at most fifty, each with its span."""
    chosen = {name: value for name, value in filters.items() if value}
    standing = chosen.pop("standing", None)
    if standing is not None and standing not in vocabulary.standings():
        known = ", ".join(vocabulary.standings())
        raise ZakuroError(f"{standing!r} is no standing; there are: {known}.")
    occasion = occasion_of(books, chosen.pop("summit", None))
    found = list(
        pledges(
            books, on, standing_is=standing, occasion=occasion,  # type: ignore[arg-type]
            after=after, limit=PAGE + 1, **chosen,  # type: ignore[arg-type]
        )
    )  # fmt: skip
    shown = found[:PAGE]
    return {
        "as_of": on.isoformat(),
        "pledges": [_listed(books, each) for each in shown],
        "more_after": int(shown[-1].name[2:]) if len(found) > PAGE else None,
    }


def _listed(books: Books, each: Listed) -> Answer:
    kept = _plain(each)
    kept.pop("statement")
    return {**kept, "span": span(books, each.statement)}


def show_pledge(books: Books, name: str, on: date) -> Answer:
    """Give one pledge: its words and where they stand, its figures, every entry, its outlook."""
    shown = show(books, name.upper(), on)
    entries = [{**_plain(entry), "span": _rests_on(books, entry.body)} for entry in shown.entries]
    return {
        "pledge": shown.name,
        "as_of": on.isoformat(),
        "span": span(books, shown.pledge.statement),
        "state": _plain(shown.state),
        "lines": [_plain(line) for line in shown.lines],
        "entries": entries,
        "outlook": [line._asdict() for line in lines("en", outlook(books, shown.name, on).outlook)],
    }


def _rests_on(books: Books, body: Answer) -> Answer | None:
    said = body.get("statement") or (body.get("source") or {}).get("statement")
    return span(books, said) if isinstance(said, str) else None


def span(books: Books, name: str) -> Answer:
    """Give the words of a statement (D-1:s2): its document, source, characters and exact words."""
    place = name.partition(":")[0]
    filed, found = document(books, place), statement(books, name)
    return {
        "statement": name,
        "document": place,
        "source": filed.source,
        "published": filed.published.isoformat() if filed.published else None,
        "language": filed.language,
        "start": found.start,
        "end": found.end,
        "exact": found.exact,
    }


def search_words(books: Books, words: str) -> Answer:
    """Give where words stand in pledges and documents, with what stands around."""
    return {"places": [_plain(found) for found in search(books, words)]}


def _plain(value: Any) -> Any:
    """Give a value as JSON holds it."""
    return msgspec.json.decode(msgspec.json.encode(plain_values(value)))
