"""Entering what a party says: a report, a confirmation, a dispute; shown before it is written."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from django.http import HttpRequest

from zakuro.flow.acting import acts
from zakuro.flow.keeping.books import Books
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError
from zakuro.portal.acting.adding import day
from zakuro.portal.asked import Asked
from zakuro.portal.page import Elsewhere, Page
from zakuro.portal.site import Site

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


class _ShownOnlyError(Exception):
    """Everything was allowed: what was entered is taken back, for it was only to be shown."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry


def enter(
    site: Site, books: Books, asked: Asked, request: HttpRequest, name: str
) -> Page | Elsewhere:
    """Show what would be written, by trying it; or write it."""
    name = name.upper()
    given = {field: request.POST.get(field, "").strip() for field in FIELDS}
    data: dict[str, Any] = {"name": name, "fields": given, "entry": None, "said": ""}
    try:
        if request.POST.get("sure"):
            entry = _act(site, books, name, given)
            return Elsewhere(asked.address(f"pledges/{name}") + f"#E-{entry.number}")
        data["entry"] = _tried(site, books, name, given)
    except ZakuroError as error:
        data["said"] = str(error)
    return Page("preview.html", data, status=400 if data["said"] else 200)


def _tried(site: Site, books: Books, name: str, given: dict[str, str]) -> Entry:
    """Give the entry that would be made: made in a transaction, which is then undone."""
    try:
        with books.writing():
            _take_back(_act(site, books, name, given))
    except _ShownOnlyError as shown:
        return shown.entry


def _take_back(entry: Entry) -> NoReturn:
    raise _ShownOnlyError(entry)


def _act(site: Site, books: Books, name: str, given: dict[str, str]) -> Entry:
    if not given["words"] and given["party"] not in books.charter.members:
        raise ZakuroError(
            f"{given['party']} is no member of these books: name the published words that say so "
            "(D-2:s12, or the characters D-2:120-180). If they are not here, add their document."
        )
    word = acts.Word(party=given["party"], filed_by=site.person, words=given["words"] or None)
    evidence = tuple(given["evidence"].split())
    common: dict[str, Any] = {"value": _number(given["value"]), "on": day(given["on"])}
    if given["act"] == "report":
        return acts.report(
            books,
            name,
            word,
            receiver=given["receiver"] or None,
            unit=given["unit"] or None,
            evidence=evidence,
            **common,
        )
    if given["act"] == "confirm":
        return acts.confirm(books, given["report"], word, evidence=evidence, **common)
    if given["act"] == "dispute":
        if not given["reason"]:
            raise ZakuroError("Say why: a dispute has a reason.")
        return acts.dispute(
            books, given["report"], word, reason=given["reason"], evidence=evidence, **common
        )
    raise ZakuroError("Choose what to enter: a report, a confirmation or a dispute.")


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
