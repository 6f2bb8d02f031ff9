"""The parties, all shown alike: what each owes, is owed, and what waits for its word."""

from __future__ import annotations

from django.http import HttpRequest

from zakuro.flow.browsing import overview
from zakuro.flow.browsing.waiting import waiting
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import count
from zakuro.model import vocabulary
from zakuro.portal.asked import Asked
from zakuro.portal.kept import kept
from zakuro.portal.page import MissingError, Page
from zakuro.portal.pages.home import standings
from zakuro.portal.pages.pledges import row, select, spoken_of
from zakuro.portal.site import Site

_SHOWN = 10
WAITS = 50
"""How much of what waits stands on a page."""


def parties(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give all parties: members in the order of the charter, others by their codes."""
    waits = kept(books, ("waiting", asked.day), lambda: waiting(books, asked.day))
    sides = kept(books, "parties", lambda: overview.parties(books))
    found, groups = (
        [
            {
                **side._asdict(),
                **listed(books, asked, side.code),
                "waiting": sum(side.code in each.parties for each in waits),
            }
            for side in of
        ]
        for of in (sides, kept(books, "groups", lambda: overview.groups(books)))
    )
    groups = [each for each in groups if each["owes"] or each["owed"]]
    data = {"parties": found, "groups": groups}
    return Page("parties.html", data, [*found, *groups])


def listed(books: Books, asked: Asked, code: str) -> dict[str, int]:
    """Count the pledges that the lists of a party's debts and claims give."""

    def counted() -> dict[str, int]:
        owes = count(books, asked.day, giver=code)
        return {"owes": owes, "owed": count(books, asked.day, receiver=code)}

    return kept(books, ("listed", asked.day, code), counted)


def party(site: Site, books: Books, asked: Asked, request: HttpRequest, code: str) -> Page:
    """Give the page of a party, the same for every one."""
    code = code.upper()
    known = {
        *books.groups,
        *(side.code for side in kept(books, "parties", lambda: overview.parties(books))),
    }
    if code not in known and code not in vocabulary.territories():
        raise MissingError(f"{code} is no party: give an ISO 3166-1 alpha-3 code such as KAZ.")
    most = None if asked.form == "csv" else _SHOWN
    owes = list(select(books, asked, {"giver": code}, limit=most)) if code in known else []
    owed = list(select(books, asked, {"receiver": code}, limit=most)) if code in known else []
    every = kept(books, ("waiting", asked.day), lambda: waiting(books, asked.day))
    waits = [each for each in every if code in each.parties]
    data = {
        "code": code,
        "member": code in books.charter.members,
        "consists_of": books.groups.get(code, ()),
        "owes": owes[:_SHOWN],
        "owes_in_all": count(books, asked.day, giver=code) if code in known else 0,
        "owed": owed[:_SHOWN],
        "owed_in_all": count(books, asked.day, receiver=code) if code in known else 0,
        "waiting": waits,
        "standings": standings(
            kept(books, ("tally", asked.day, code), lambda: overview.tally(books, asked.day, code))
        ),
    }
    rows = [
        {"side": side, **row(each)} for side, of in (("owes", owes), ("owed", owed)) for each in of
    ]
    if asked.form == "html":
        data |= {"shown": WAITS, "spoken_of": spoken_of(books, asked, waits[:WAITS])}
    return Page("party.html", data, rows, about=code)
