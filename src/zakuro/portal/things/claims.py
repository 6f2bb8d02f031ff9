"""What was claimed and what each claim is held against; the numbers claimed beside those named."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from zakuro.flow.browsing.documents import retold
from zakuro.flow.keeping.books import Books
from zakuro.flow.things.followed.claims import Claim, claims, registers
from zakuro.portal.asked import Asked
from zakuro.portal.kept import kept
from zakuro.portal.page import Page
from zakuro.portal.site import Site


def claimed(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give what was claimed and held against something, and the numbers of what is only claimed."""
    found = kept(books, ("claims", asked.day), lambda: claims(books, asked.day))
    data: dict[str, Any] = {
        "claims": found,
        "registers": kept(books, ("registers", asked.day), lambda: registers(books, asked.day)),
        "total": len(found),
        "retold": kept(books, "retold", lambda: retold(books)),
    }
    return Page("claims.html", data, [_row(each) for each in found], about="claims")


def _row(each: Claim) -> dict[str, Any]:
    return {
        "statement": each.name,
        "day": each.on,
        "said_by": each.said_by,
        "party": each.speakers,
        "held_against": len(each.held),
        "tell_otherwise": each.against,
        "by": [one.place or one.publisher or one.entry for one in each.held],
        "words": each.words,
    }
