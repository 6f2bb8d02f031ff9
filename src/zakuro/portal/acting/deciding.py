"""Acting on a text before the members: receipts, objections, answers; shown before written."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest

from zakuro.flow.acting.bulk import rehearse
from zakuro.flow.deciding import closing, texts
from zakuro.flow.deciding.joint import Member
from zakuro.flow.deciding.zones import parse_instant
from zakuro.flow.keeping.books import Books
from zakuro.model.decisions import AttachmentSort
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError
from zakuro.portal.acting.entering import deed
from zakuro.portal.asked import Asked
from zakuro.portal.members.roles import NotPermittedError
from zakuro.portal.page import Elsewhere, Page
from zakuro.portal.pages.decisions import DEEDS
from zakuro.portal.site import Site

FIELDS = ("act", "party", "reason", "sort", "until")


def enter(
    site: Site, books: Books, asked: Asked, request: HttpRequest, name: str
) -> Page | Elsewhere:
    """Show what would be written, by trying it; or write it."""
    name = name.upper()
    given = {field: request.POST.get(field, "").strip() for field in FIELDS}
    data: dict[str, Any] = {"name": name, "of": "decisions", "fields": given, "said": ""}
    data["entry"] = None
    try:
        if request.POST.get("sure"):
            entry = _act(site, books, name, given)
            return Elsewhere(asked.address(f"log/E-{entry.number}"))
        data["entry"] = rehearse(books, lambda _: _act(site, books, name, given))
    except NotPermittedError:
        raise
    except ZakuroError as error:
        data["said"] = str(error)
    return Page("preview.html", data, status=400 if data["said"] else 200)


def _act(site: Site, books: Books, name: str, given: dict[str, str]) -> Entry:
    act = deed(given["act"], DEEDS, site.acting, given["party"])
    member = Member(party=given["party"], filed_by=site.person)
    reason = given["reason"]
    if act == "receive":
        return closing.receive(books, name, member)
    if act == "object":
        return closing.objects(books, name, member, reason=reason)
    if act == "abstain":
        return closing.abstain(books, name, member, reason=reason)
    if act == "silence":
        return closing.open_silence(books, name, member, parse_instant(given["until"]))
    if not reason:
        raise ZakuroError("Say it: give a text.")
    if act == "answer":
        return texts.answer(books, name, member, reason)
    sort = cast("AttachmentSort", given["sort"] or "explanation")
    return closing.attach(books, name, member, sort=sort, text=reason)
