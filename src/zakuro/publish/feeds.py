"""News as an Atom feed (RFC 4287); the same news gives the same bytes on any day."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from feedgen.feed import FeedGenerator


class Item(NamedTuple):
    """One piece of news: a lasting name, a title, whose word it is, when it was entered.

    ``address`` is where it can be read, empty where the books are not on the web.
    """

    name: str
    title: str
    text: str
    author: str
    time: datetime
    address: str


class Feed(NamedTuple):
    """News about one thing, the newest first; ``since`` dates a feed without any yet."""

    name: str
    title: str
    language: str
    since: datetime
    page: str
    address: str
    items: tuple[Item, ...]


def as_atom(feed: Feed) -> bytes:
    """Give a feed as Atom."""
    made = FeedGenerator()
    made.id(feed.name)
    made.title(feed.title)
    made.language(feed.language)
    made.updated(max((item.time for item in feed.items), default=feed.since))
    made.generator("zakuro")
    if feed.address:
        made.link(href=feed.address, rel="self", type="application/atom+xml")
    if feed.page:
        made.link(href=feed.page, rel="alternate", type="text/html")
    if not feed.items:
        made.author(name="zakuro")
    for item in feed.items:
        entry = made.add_entry(order="append")
        entry.id(item.name)
        entry.title(_clean(item.title))
        entry.author(name=item.author)
        entry.updated(item.time)
        entry.published(item.time)
        entry.content(_clean(item.text) or _clean(item.title), type="text")
        if item.address:
            entry.link(href=item.address, rel="alternate", type="text/html")
    written: bytes = made.atom_str(pretty=True)
    return written


def _clean(text: str) -> str:
    """Give a text without signs that XML cannot hold, on one line."""
    allowed = (sign for sign in text if sign >= " " or sign in "\t\n\r")
    return " ".join("".join(allowed).replace("\ufffe", "").replace("\uffff", "").split())
