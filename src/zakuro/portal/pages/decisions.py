"""Decisions: the texts before the members, and one of them with everything said on it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from zakuro.flow.deciding.joint import words
from zakuro.flow.deciding.looking import compare_versions, show, texts
from zakuro.flow.keeping.books import Books
from zakuro.model.errors import ZakuroError
from zakuro.portal.asked import Asked
from zakuro.portal.members.roles import Deed
from zakuro.portal.page import MissingError, Page
from zakuro.portal.site import Site

DEEDS: tuple[Deed, ...] = ("receive", "object", "abstain", "attach", "answer", "silence")
"""What can be entered on a text."""

WORKING = ("silence", "clean", "bracketed", "tabled", "consulted", "draft")
"""The states in which something is being decided, the nearest to its end first."""


def decisions(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give all texts: what is being decided first, then what became of the others."""
    found = texts(books, site.instant(asked.day))
    order = {state: place for place, state in enumerate(WORKING)}
    lines = sorted(found, key=lambda line: order.get(line.state, len(order)))
    rows = [
        {
            "text": line.name,
            "title": line.title,
            "sponsor": line.sponsor,
            "state": line.state,
            "why": line.why,
            "version": line.version,
            "number": line.number or "",
            "until": line.until.isoformat() if line.until else "",
            "waits_for": " ".join(line.waits_for),
        }
        for line in lines
    ]
    return Page("decisions.html", {"texts": lines}, rows, about="")


def decision(site: Site, books: Books, asked: Asked, request: HttpRequest, name: str) -> Page:
    """Give one text: its words, brackets, receipts, silence, and what each member said."""
    name = name.upper()
    try:
        found = show(books, name, site.instant(asked.day))
    except ZakuroError as error:
        raise MissingError(str(error)) from None
    language = asked.language if asked.language in found.languages else found.languages[0]
    data: dict[str, Any] = {
        "name": name,
        "text": found,
        "deeds": [deed for deed in DEEDS if site.acting and site.acting.may(deed)],
        "in_language": language,
        "words": words(books, found.versions[-1].texts, language),
        "comparison": compare_versions(books, name, language=language)
        if found.version > 1 and language in found.versions[-2].texts
        else None,
    }
    rows = [
        {
            "entry": said.entry,
            "version": said.version,
            "party": said.party,
            "act": said.act,
            "time": said.time.isoformat(),
            "text": said.text,
            "taken_back": said.taken_back or "",
        }
        for said in found.said
    ]
    return Page("decision.html", data, rows, about=name)
