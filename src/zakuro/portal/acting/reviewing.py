"""Review: what the machine read, decided one by one, and taken back at will."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from zakuro.flow.acting import review
from zakuro.flow.acting.correcting import CHOICES, corrected
from zakuro.flow.acting.take_in import statement
from zakuro.flow.acting.undo import undo_review
from zakuro.flow.acting.waiting import looked_at
from zakuro.flow.browsing.documents import Looked, Opened
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import pledges
from zakuro.flow.things.entering import tie
from zakuro.flow.things.offering import offers
from zakuro.model.errors import ZakuroError
from zakuro.portal.acting import correcting
from zakuro.portal.asked import Asked
from zakuro.portal.page import Elsewhere, Page
from zakuro.portal.pages.documents import open_document
from zakuro.portal.site import Site

ACTIONS = ("accept", "anew", "refuse", "join", "correct", "undo")
_CANDIDATES = 20


def show(
    site: Site, books: Books, asked: Asked, request: HttpRequest, name: str
) -> Page | Elsewhere:
    """Show the statement that is next, or decide on one and go on."""
    name = name.upper()
    said = ""
    if request.method == "POST":
        try:
            return _decide(site, books, asked, request, name)
        except ZakuroError as error:
            said = str(error)
    opened = open_document(books, name)
    order = queue(opened, asked.query.get("order", ""))
    chosen = request.POST.get("statement") or asked.query.get("statement", "")
    current = next((each for each in opened.statements if each.statement.id == chosen), None)
    current = current or next(iter(order), None)
    done = next((e for e in opened.statements if e.name == asked.query.get("done", "")), None)
    pledge_kinds = [each for each in opened.statements if each.statement.kind == "pledge"]
    data: dict[str, Any] = {
        "name": opened.name,
        "title": opened.title,
        "filed": opened.filed,
        "statements": opened.statements,
        "current": current,
        "place": opened.statements.index(current) + 1 if current else 0,
        "before": neighbour(opened, current, -1),
        "after": neighbour(opened, current, 1),
        "done": done,
        "said": said,
        "waits": len(order),
        "all_pledges": len(pledge_kinds),
        "order": asked.query.get("order", ""),
        "candidates": candidates(books, asked, current) if current else [],
        "form": correcting.as_written(current.now) if current else {},
        "fields_changed": action(request) == "correct",
        "options": CHOICES,
        "again": None,
        "asks": [],
        "may_repeat": [],
        "chosen": current.statement.id if current else "",
        "offers": list(offers(books, statement=current.name)) if current else [],
        "reason": request.POST.get("reason", ""),
    }
    if current is not None and current.state == "open":
        open_ = looked_at(books, current.name, current.statement)
        data |= {"again": open_.again, "asks": open_.asks, "may_repeat": open_.may}
    if asked.form == "html":
        data["paragraphs"] = list(opened.paragraphs)
    return Page("review.html", data, status=400 if said else 200)


def action(request: HttpRequest) -> str:
    """Give what was decided; empty where the page is only looked at."""
    return request.POST.get("action", "")


def queue(opened: Opened, order: str) -> list[Looked]:
    """Give the pledges that wait, as they stand or what the reader is least sure of first."""
    waits = [e for e in opened.statements if e.state == "open" and e.statement.kind == "pledge"]
    if order == "unsure":
        return sorted(waits, key=lambda each: each.statement.confidence or "0.00")
    return waits


def neighbour(opened: Opened, current: Looked | None, step: int) -> str:
    """Give the statement before or after one that is a pledge or waits; empty at the ends."""
    if current is None:
        return ""
    at = opened.statements.index(current) + step
    while 0 <= at < len(opened.statements):
        each = opened.statements[at]
        if each.statement.kind == "pledge":
            return each.statement.id
        at += step
    return ""


def candidates(books: Books, asked: Asked, current: Looked) -> list[Any]:
    """Give the pledges that a statement may say again: by the same givers, the likeliest first."""
    givers = current.now.givers[:1]
    found = [
        each
        for giver in givers
        for each in pledges(books, asked.day, giver=giver, limit=None)
        if each.statement.partition(":")[0] != current.name.partition(":")[0]
    ]
    topics = set(current.now.topics)
    units = {quantity.unit for quantity in current.now.quantities}

    def unlike(each: Any) -> int:
        alike = each.object == (current.now.object or "-"), each.act == (current.now.act or "-")
        shared = topics & set(each.topics.split(";")), units & {a.unit for a in each.amounts}
        return -sum(map(bool, (*alike, *shared)))

    return sorted(found, key=unlike)[:_CANDIDATES]


def _decide(
    site: Site, books: Books, asked: Asked, request: HttpRequest, document: str
) -> Elsewhere:
    name = f"{document}:{request.POST.get('statement', '')}"
    chosen = action(request)
    choices = correcting.choices(request.POST.dict())
    reason = request.POST.get("reason", "").strip()
    if thing := request.POST.get("tie"):
        tie(books, thing, name, filed_by=site.person)
        return _next(books, asked, document, statement=request.POST["statement"])
    if chosen == "undo":
        undo_review(books, name, site.person)
        return _next(books, asked, document, statement=request.POST["statement"])
    with books.writing() as writer:
        if chosen in ("accept", "anew"):
            review.accept(writer, name, site.person, choices=choices, anew=chosen == "anew")
        elif chosen == "correct":
            found = statement(books, name)
            changed = corrected(books, name, found, correcting.changes(found, request.POST.dict()))
            review.correct(writer, name, changed, site.person, choices=choices)
        elif chosen == "refuse":
            review.refuse(writer, name, reason or "read wrongly", site.person)
        elif chosen == "join":
            pledge = request.POST.get("pledge", "").strip().upper()
            if not pledge:
                raise ZakuroError("Choose the pledge that this says again.")
            review.join(writer, name, pledge, site.person)
        else:
            raise ZakuroError(f"{chosen!r} is no decision: {', '.join(ACTIONS)}.")
    return _next(books, asked, document, done=name)


def _next(books: Books, asked: Asked, document: str, **query: str) -> Elsewhere:
    order = asked.query.get("order", "")
    return Elsewhere(asked.address(f"documents/{document}/review", order=order, **query))
