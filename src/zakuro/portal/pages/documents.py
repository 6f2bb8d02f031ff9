"""The documents, and one of them with what was read in it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse

from zakuro.flow.acting.beside import held_against
from zakuro.flow.browsing import documents as shelf
from zakuro.flow.browsing.overview import occasions
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import PAGE
from zakuro.flow.things.followed.proposals import things_of
from zakuro.model.errors import ZakuroError
from zakuro.portal.asked import Asked
from zakuro.portal.kept import kept
from zakuro.portal.page import MissingError, Page
from zakuro.portal.pages.pledge import published_by
from zakuro.portal.site import Site

FILTERS = {"language": "language", "summit": "occasion"}
"""What chooses documents: as an address names it, and the column that it is."""


def documents(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give the documents that the query asks for, a page at a time; as a table all of them."""
    chosen = {name: asked.query[name] for name in FILTERS if asked.query.get(name)}
    of = {FILTERS[name]: value for name, value in chosen.items()}
    after, every = asked.number("after"), asked.form == "csv"
    found = shelf.documents(books, 0 if every else after, None if every else PAGE + 1, **of)
    shown = found[:PAGE]
    data: dict[str, Any] = {
        "documents": shown,
        "total": shelf.count(books, **of),
        "more": int(shown[-1].name[2:]) if len(found) > PAGE else 0,
        "chosen": chosen,
    }
    if asked.form == "html":
        data["choices"] = {
            "language": shelf.languages(books),
            "summit": list(kept(books, "occasions", lambda: occasions(books))),
        }
    return Page("documents.html", data, [each._asdict() for each in found])


def open_document(books: Books, name: str) -> shelf.Opened:
    """Open a document; MissingError if there is none."""
    try:
        return shelf.open_document(books, name.upper())
    except ZakuroError as error:
        raise MissingError(str(error)) from None


def document(site: Site, books: Books, asked: Asked, request: HttpRequest, name: str) -> Page:
    """Give a document: its text with the statements marked, and every statement's record."""
    opened = open_document(books, name)
    chosen = asked.query.get("statement", "")
    tied = things_of(books)
    rows = [
        {
            "statement": each.name,
            "kind": each.statement.kind,
            "state": each.state,
            "pledge": each.pledge or "",
            "givers": " ".join(each.now.givers),
            "receivers": " ".join(each.now.receivers),
            "act": each.now.act or "",
            "object": each.now.object or "",
            "start": each.statement.start,
            "end": each.statement.end,
            "rule": each.statement.rule,
            "words": each.statement.exact,
        }
        for each in opened.statements
    ]
    data = {
        "name": opened.name,
        "title": opened.title,
        "filed": opened.filed,
        "statements": opened.statements,
        "kinds": Counter(each.statement.kind for each in opened.statements),
        "chosen": chosen,
        "tied": {each.name: tied.get(each.name, ()) for each in opened.statements},
        "held": {each.name: held(books, each.name) for each in opened.statements},
        "waits": sum(
            each.state == "open" and each.statement.kind == "pledge" for each in opened.statements
        ),
    }
    if asked.form == "html":
        data["paragraphs"] = list(opened.paragraphs)
    elif asked.form == "json":
        data["text"] = opened.text
    return Page("document.html", data, rows)


def held(books: Books, name: str) -> list[dict[str, Any]]:
    """Give what a claim is held against, and whether that tells otherwise."""
    return [
        {
            "entry": f"E-{entry.number}",
            "against": bool(entry.body.get("against")),
            "reason": str(entry.body.get("text", "")),
            "document": str((entry.body.get("source") or {}).get("document", "")),
            "publisher": published_by(books, entry),
        }
        for entry in held_against(books, name)
    ]


def original(
    site: Site, books: Books, asked: Asked, request: HttpRequest, name: str
) -> HttpResponse:
    """Give the text that statements count in, as plain text that no browser takes for a page."""
    opened = open_document(books, name)
    response = HttpResponse(opened.text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{opened.name}.txt"'
    return response
