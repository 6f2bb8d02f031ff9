"""Search: words in any language, found in pledges and documents."""

from __future__ import annotations

from django.http import HttpRequest

from zakuro.flow.browsing.search import search as search_words
from zakuro.flow.keeping.books import Books
from zakuro.portal.asked import Asked
from zakuro.portal.page import Page
from zakuro.portal.site import Site


def search(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give where the words asked for stand."""
    query = asked.query.get("q", "")
    found = search_words(books, query)
    return Page("search.html", {"query": query, "found": found}, [f._asdict() for f in found])
