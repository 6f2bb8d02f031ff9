"""The log: every entry, and the proof that it stands there."""

from __future__ import annotations

import msgspec
from django.http import HttpRequest

from zakuro.flow.browsing import entries as logbook
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.logs import prove_entry
from zakuro.model.errors import ZakuroError
from zakuro.portal.asked import Asked
from zakuro.portal.page import MissingError, Page
from zakuro.portal.site import Site


def log(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give a page of the log, the newest entry first."""
    found = logbook.log(books, asked.number("up-to") or None)
    rows = [
        {
            "entry": f"E-{entry.number}",
            "time": entry.time.isoformat(),
            "kind": entry.kind,
            "subject": entry.subject,
            "party": entry.author.party or "",
            "filed_by": entry.author.filed_by,
            "basis": entry.author.basis or "",
        }
        for entry in found.entries
    ]
    return Page("log.html", found._asdict(), rows, about="")


def entry(site: Site, books: Books, asked: Asked, request: HttpRequest, name: str) -> Page:
    """Give one entry as it was written, with its proof."""
    try:
        found = books.entry(name.upper())
    except ZakuroError as error:
        raise MissingError(str(error)) from None
    proof = msgspec.json.decode(prove_entry(books, name.upper()))
    written = msgspec.json.format(msgspec.json.encode(found), indent=2).decode()
    data = {
        "name": name.upper(),
        "entry": found,
        "proof": proof,
        "written": written,
        "proof_written": msgspec.json.format(msgspec.json.encode(proof), indent=2).decode(),
    }
    return Page("entry.html", data)
