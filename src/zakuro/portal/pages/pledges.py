"""The list of pledges, by whatever a reader wants to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from django.http import HttpRequest

from zakuro.flow.browsing.overview import occasions, parties, topics
from zakuro.flow.browsing.waiting import Waiting
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import PAGE, Listed, count
from zakuro.flow.looking.lists import pledges as listed_pledges
from zakuro.ledger.assessment.codes import Standing, Word
from zakuro.portal.asked import Asked
from zakuro.portal.kept import kept
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
    every = asked.form == "csv"
    found = list(select(books, asked, chosen, 0 if every else after, None if every else PAGE + 1))
    total = kept(
        books, ("count", asked.day, *chosen.items()), lambda: count(books, asked.day, **by(chosen))
    )
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
        sides = kept(books, "parties", lambda: parties(books))
        common["choices"] = {
            "giver": [side.code for side in sides if side.owes],
            "receiver": [side.code for side in sides if side.owed],
            "standing": list(get_args(Standing)),
            "word": list(get_args(Word)),
            "topic": sorted(kept(books, "topics", lambda: topics(books))),
            "summit": sorted(kept(books, "occasions", lambda: occasions(books))),
        }
    # News and days are of everything, which a list of some would not say.
    about = None if common["chosen"] else ""
    return Page(template, {**common, **(data or {})}, [row(each) for each in found], about=about)


def select(
    books: Books, asked: Asked, chosen: dict[str, str], after: int = 0, limit: int | None = None
) -> Iterator[Listed]:
    """Give pledges that pass the filters; nothing passes a filter that does not exist."""
    return listed_pledges(books, asked.day, after=after, limit=limit, **by(chosen))


def spoken_of(books: Books, asked: Asked, waits: Iterable[Waiting]) -> dict[str, Listed]:
    """Give by their names the pledges of what waits, so that a page says what is asked about."""
    names = sorted({each.pledge for each in waits})
    return {each.name: each for each in listed_pledges(books, asked.day, limit=None, names=names)}


def by(chosen: dict[str, str]) -> dict[str, Any]:
    """Give the filters as the lists name them."""
    names = {"standing": "standing_is", "summit": "occasion"}
    return {names.get(name, name): value for name, value in chosen.items() if value}


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
