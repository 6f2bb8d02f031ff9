"""The list of pledges, by whatever a reader wants to know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast, get_args

from django.http import HttpRequest

from zakuro.flow.browsing.overview import occasions, parties, topics
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import PAGE, Listed
from zakuro.flow.looking.lists import pledges as listed_pledges
from zakuro.ledger.assessment.codes import Standing, Word
from zakuro.portal.asked import Asked
from zakuro.portal.page import Page
from zakuro.portal.site import Site

FILTERS = ("giver", "receiver", "standing", "word", "topic", "summit")


def pledges(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give the pledges that the query asks for, a page at a time; as a table all of them."""
    return listing(books, asked, {name: asked.query.get(name, "") for name in FILTERS})


def listing(
    books: Books,
    asked: Asked,
    chosen: dict[str, str],
    template: str = "pledges.html",
    data: dict[str, Any] | None = None,
) -> Page:
    """Give a page with a list of the pledges that pass the filters."""
    after = asked.number("after")
    found = list(select(books, asked, chosen))
    total = len(found)
    if asked.form != "csv":
        found = [each for each in found if int(each.name[2:]) > after]
    shown = found[:PAGE]
    more = int(shown[-1].name[2:]) if len(found) > PAGE else 0
    common = {
        "pledges": shown,
        "total": total,
        "after": after,
        "more": more,
        "chosen": {name: value for name, value in chosen.items() if value},
    }
    if asked.form == "html":
        common["choices"] = {
            "giver": [side.code for side in parties(books) if side.owes],
            "receiver": [side.code for side in parties(books) if side.owed],
            "standing": list(get_args(Standing)),
            "word": list(get_args(Word)),
            "topic": sorted(topics(books)),
            "summit": sorted(occasions(books)),
        }
    return Page(template, {**common, **(data or {})}, [row(each) for each in found])


def select(books: Books, asked: Asked, chosen: dict[str, str]) -> Iterator[Listed]:
    """Give all pledges that pass the filters; nothing passes a filter that does not exist."""
    standing, word = chosen.get("standing", ""), chosen.get("word", "")
    return listed_pledges(
        books,
        asked.day,
        giver=chosen.get("giver") or None,
        receiver=chosen.get("receiver") or None,
        standing_is=cast("Standing", standing) if standing else None,
        word=cast("Word", word) if word else None,
        topic=chosen.get("topic") or None,
        occasion=chosen.get("summit") or None,
        limit=None,
    )


def row(each: Listed) -> dict[str, Any]:
    """Give a pledge as a row of a table, its amounts side by side."""
    amount = each.amounts[0] if each.amounts else None
    return {
        "pledge": each.name,
        "givers": each.givers,
        "receivers": each.receivers,
        "act": each.act,
        "object": each.object,
        "topics": each.topics,
        "unit": amount.unit if amount else "",
        "pledged": amount.pledged if amount else "",
        "bound": amount.bound if amount else "",
        "reported": amount.reported if amount else "",
        "confirmed": amount.confirmed if amount else "",
        "disputed": amount.disputed if amount else "",
        "standing": each.standing,
        "word": each.word,
        "basis": each.bases,
        "due_before": each.due or "",
        "summit": each.occasion,
        "part_of": each.part_of,
        "statement": each.statement,
        "words": each.words,
    }
