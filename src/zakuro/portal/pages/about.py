"""About these books: what they count, what they do not, and how to check them."""

from __future__ import annotations

from django.http import HttpRequest

from zakuro.flow.keeping.books import Books
from zakuro.portal.asked import Asked
from zakuro.portal.page import Page
from zakuro.portal.site import Site


def about(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give the page about method and limits."""
    return Page("about.html", {"tolerances": books.charter.tolerances})
