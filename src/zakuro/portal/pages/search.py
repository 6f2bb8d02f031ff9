"""Search: words in any language, found in pledges, in what was read, and in documents."""

from __future__ import annotations

from django.http import HttpRequest

from zakuro.flow.browsing.search import WHERE, counted
from zakuro.flow.keeping.books import Books
from zakuro.portal.asked import Asked
from zakuro.portal.kept import kept
from zakuro.portal.page import Page
from zakuro.portal.site import Site

SHOWN = 50


def search(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give where the words asked for stand, by kind; as a table all of it."""
    query = asked.query.get("q", "").strip()
    kind = asked.query.get("kind", "")
    after = asked.number("after")
    every, counts, whole = kept(books, ("search", query), lambda: counted(books, query))
    found = [each for each in every if kind in ("", each.kind)]
    shown = found if asked.form == "csv" else found[after : after + SHOWN]
    data = {
        "query": query,
        "kind": kind,
        "counts": {each: counts[each] for each in WHERE},
        "total": len(found),
        "whole": whole,
        "more": after + SHOWN if after + SHOWN < len(found) else 0,
        "found": shown,
    }
    return Page("search.html", data, [each._asdict() for each in found])
