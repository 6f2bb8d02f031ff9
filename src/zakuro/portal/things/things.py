"""Things: the list, and one of them with its pledges, results, states and what tells otherwise."""

from __future__ import annotations

from typing import Any, get_args

from django.http import HttpRequest

from zakuro.flow.browsing.documents import retold
from zakuro.flow.keeping.books import Books
from zakuro.flow.things import looking
from zakuro.flow.things.views import called
from zakuro.model.errors import ZakuroError
from zakuro.model.things import Sort
from zakuro.portal.asked import Asked
from zakuro.portal.kept import kept
from zakuro.portal.page import MissingError, Page
from zakuro.portal.site import Site
from zakuro.things.told import Figure


def things(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give the things; of one sort or one party, where that is asked for."""
    every = kept(books, ("things", asked.day), lambda: list(looking.things(books, asked.day)))
    chosen = {name: asked.query.get(name, "") for name in ("sort", "party")}
    sorts = [sort for sort in get_args(Sort) if any(each.sort == sort for each in every)]
    found = every
    if any(chosen.values()):
        sort = chosen["sort"]
        if sort and sort not in get_args(Sort):
            raise ZakuroError(f"{sort!r} is no sort of thing: {', '.join(get_args(Sort))}.")
        found = list(
            looking.things(
                books,
                asked.day,
                sort=sort or None,  # type: ignore[arg-type]
                party=chosen["party"] or None,
            )
        )
    rows = [
        {
            "thing": each.name,
            "sort": each.sort,
            "name": called(each.names, asked.language)[0],
            "parties": " ".join(each.parties),
            "belongs_to": each.parent,
            "state": each.state,
            "since": each.since,
            "pledges": each.pledges,
            "said": each.statements,
        }
        for each in found
    ]
    data: dict[str, Any] = {
        "things": found,
        "sorts": sorts,
        "parties": sorted({party for each in every for party in each.parties}),
        "chosen": {name: value for name, value in chosen.items() if value},
    }
    about = None if data["chosen"] else "things"
    return Page("things.html", data, rows, about=about)


def thing(site: Site, books: Books, asked: Asked, request: HttpRequest, name: str) -> Page:
    """Give one thing as of the day."""
    try:
        found = looking.show(books, name.upper(), asked.day)
    except ZakuroError as error:
        raise MissingError(str(error)) from None
    data = {"thing": found, "retold": kept(books, "retold", lambda: retold(books))}
    return Page("thing.html", data, [_figure(each) for each in found.series], about=found.name)


def _figure(each: Figure) -> dict[str, Any]:
    return {
        "day": each.on,
        "value": each.value,
        "low": each.low,
        "high": each.high,
        "unit": each.unit,
        "bound": each.bound,
        "change": each.change,
        "period": each.period,
        "by": each.by,
        "said_by": each.said_by,
        "counted_by": each.counted_by,
        "publisher": each.publisher,
        "place": each.place,
        "words": each.words,
    }
