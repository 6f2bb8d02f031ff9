"""Entering what a party says: a report, a confirmation, a dispute; shown before it is written."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import HttpRequest

from zakuro.flow.acting import acts, beside
from zakuro.flow.acting.bulk import rehearse
from zakuro.flow.keeping.books import Books
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError
from zakuro.portal.acting.adding import day
from zakuro.portal.asked import Asked
from zakuro.portal.members.roles import Actor, Deed, NotPermittedError
from zakuro.portal.page import Elsewhere, Page
from zakuro.portal.site import Site

DEEDS: tuple[Deed, ...] = ("report", "confirm", "dispute", "reply", "acknowledge")
"""What can be entered on a pledge."""

FIELDS = (
    "act",
    "party",
    "receiver",
    "value",
    "unit",
    "on",
    "report",
    "reason",
    "words",
    "evidence",
)


def enter(
    site: Site, books: Books, asked: Asked, request: HttpRequest, name: str
) -> Page | Elsewhere:
    """Show what would be written, by trying it; or write it."""
    name = name.upper()
    given = {field: request.POST.get(field, "").strip() for field in FIELDS}
    data: dict[str, Any] = {"name": name, "of": "pledges", "fields": given, "said": ""}
    data["entry"] = None
    try:
        if request.POST.get("sure"):
            entry = _act(site, books, name, given)
            return Elsewhere(asked.address(f"pledges/{name}") + f"#E-{entry.number}")
        data["entry"] = rehearse(books, lambda _: _act(site, books, name, given))
    except NotPermittedError:
        raise
    except ZakuroError as error:
        data["said"] = str(error)
    return Page("preview.html", data, status=400 if data["said"] else 200)


def deed(given: str, known: tuple[Deed, ...], who: Actor | None, party: str) -> Deed:
    """Give what is to be done, if it is one of those known here and who asks may do it."""
    for each in known:
        if each == given and who is not None:
            who.must(each, party)
            return each
    raise ZakuroError(f"Choose what to enter: {', '.join(known)}.")


def _act(site: Site, books: Books, name: str, given: dict[str, str]) -> Entry:
    act = deed(given["act"], DEEDS, site.acting, given["party"])
    if not given["words"] and given["party"] not in books.charter.members:
        raise ZakuroError(
            f"{given['party']} is no member of these books: name the published words that say so "
            "(D-2:s12, or the characters D-2:120-180). If they are not here, add their document."
        )
    word = acts.Word(party=given["party"], filed_by=site.person, words=given["words"] or None)
    evidence = tuple(given["evidence"].split())
    common: dict[str, Any] = {"value": _number(given["value"]), "on": day(given["on"])}
    if act == "report":
        return acts.report(
            books,
            name,
            word,
            receiver=given["receiver"] or None,
            unit=given["unit"] or None,
            evidence=evidence,
            **common,
        )
    if act == "confirm":
        return acts.confirm(books, given["report"], word, evidence=evidence, **common)
    if act == "dispute":
        if not given["reason"]:
            raise ZakuroError("Say why: a dispute has a reason.")
        return acts.dispute(
            books, given["report"], word, reason=given["reason"], evidence=evidence, **common
        )
    if not (given["reason"] or given["words"]):
        raise ZakuroError("Say it: give a text, or the published words that say it.")
    if act == "reply":
        return beside.reply(books, given["report"], word, text=given["reason"], on=common["on"])
    return beside.acknowledge(books, name, word, text=given["reason"], on=common["on"])


def _number(text: str) -> Decimal | None:
    if not text:
        return None
    try:
        found = Decimal(text.replace(" ", "").replace("_", "").replace(",", ""))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise ZakuroError(f"{text!r} is no number: write it as 1500000000 or 0.5.")
    return found
