"""Topics and summits: the pledges that belong to one."""

from __future__ import annotations

from django.http import HttpRequest

from zakuro.flow.browsing import documents as shelf
from zakuro.flow.browsing import overview
from zakuro.flow.keeping.books import Books
from zakuro.portal.asked import Asked
from zakuro.portal.page import MissingError, Page
from zakuro.portal.pages.pledges import listing
from zakuro.portal.site import Site


def slug(name: str) -> str:
    """Give the name of a topic or summit as it stands in an address."""
    return "-".join(name.casefold().split())


def _named(given: str, known: list[str]) -> str:
    for name in known:
        if slug(name) == slug(given):
            return name
    raise MissingError(f"These books hold nothing of {given}.")


def topics(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give all topics with the number of their pledges."""
    counts = overview.topics(books)
    found = [
        {"topic": name, "slug": slug(name), "pledges": counts[name]} for name in sorted(counts)
    ]
    return Page("topics.html", {"topics": found}, found)


def topic(site: Site, books: Books, asked: Asked, request: HttpRequest, topic: str) -> Page:
    """Give the pledges of a topic."""
    name = _named(topic, list(overview.topics(books)))
    return listing(books, asked, {"topic": name}, "topic.html", {"topic": name})


def summits(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give all occasions with the number of their pledges."""
    counts = overview.occasions(books)
    found = [{"summit": name, "slug": slug(name), "pledges": counts[name]} for name in counts]
    return Page("summits.html", {"summits": found}, found)


def summit(site: Site, books: Books, asked: Asked, request: HttpRequest, summit: str) -> Page:
    """Give a summit: its documents and the pledges made there."""
    name = _named(summit, list(overview.occasions(books)))
    papers = shelf.documents(books, occasion=name)
    return listing(
        books, asked, {"summit": name}, "summit.html", {"summit": name, "documents": papers}
    )
