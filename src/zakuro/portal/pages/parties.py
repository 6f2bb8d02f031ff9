"""The parties, all shown alike: what each owes, is owed, and what waits for its word."""

from __future__ import annotations

from django.http import HttpRequest

from zakuro.flow.browsing import overview
from zakuro.flow.browsing.waiting import waiting
from zakuro.flow.keeping.books import Books
from zakuro.model import vocabulary
from zakuro.portal.asked import Asked
from zakuro.portal.page import MissingError, Page
from zakuro.portal.pages.home import standings
from zakuro.portal.pages.pledges import row, select
from zakuro.portal.site import Site

_SHOWN = 10


def parties(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give all parties: members in the order of the charter, others by their codes."""
    found = [
        {**side._asdict(), "waiting": len(waiting(books, asked.day, side.code))}
        for side in overview.parties(books)
    ]
    return Page("parties.html", {"parties": found}, found)


def party(site: Site, books: Books, asked: Asked, request: HttpRequest, code: str) -> Page:
    """Give the page of a party, the same for every one."""
    code = code.upper()
    known = {*books.groups, *(side.code for side in overview.parties(books))}
    if code not in known and code not in vocabulary.territories():
        raise MissingError(f"{code} is no party: give an ISO 3166-1 alpha-3 code such as KAZ.")
    owes = list(select(books, asked, {"giver": code})) if code in known else []
    owed = list(select(books, asked, {"receiver": code})) if code in known else []
    waits = waiting(books, asked.day, code)
    data = {
        "code": code,
        "member": code in books.charter.members,
        "consists_of": books.groups.get(code, ()),
        "owes": owes[:_SHOWN],
        "owes_in_all": len(owes),
        "owed": owed[:_SHOWN],
        "owed_in_all": len(owed),
        "waiting": waits,
        "standings": standings(overview.tally(books, asked.day, code)),
    }
    rows = [
        {"side": side, **row(each)} for side, of in (("owes", owes), ("owed", owed)) for each in of
    ]
    return Page("party.html", data, rows)
