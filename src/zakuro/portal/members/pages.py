"""Pages for members: what waits for them, who the others are, and coming in by an invitation."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from zakuro.flow.browsing import documents as shelf
from zakuro.flow.browsing.waiting import waiting
from zakuro.flow.deciding.looking import texts
from zakuro.flow.keeping.books import Books
from zakuro.model.errors import ZakuroError
from zakuro.portal.asked import Asked
from zakuro.portal.kept import kept
from zakuro.portal.members import accounts
from zakuro.portal.members.roles import FOR_A_PARTY, GIVEN
from zakuro.portal.page import Elsewhere, Page
from zakuro.portal.pages.decisions import WORKING
from zakuro.portal.pages.parties import WAITS
from zakuro.portal.pages.pledges import spoken_of
from zakuro.portal.site import Site

SECOND_FACTOR = "/account/2fa/"
TRIES, WITHIN = 10, 600
"""How often an invitation may fail for an address, within how many seconds."""


def inbox(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give what waits for who is logged in: reports, texts, and documents to be reviewed."""
    actor = site.acting
    party = actor.party if actor else ""
    every = kept(books, ("waiting", asked.day), lambda: waiting(books, asked.day))
    before = [line for line in texts(books, site.instant(asked.day)) if line.state in WORKING]
    reviews = actor is not None and actor.may("review")
    papers = [each for each in shelf.documents(books) if each.open] if reviews else []
    waits = [each for each in every if party in each.parties]
    data = {
        "actor": actor,
        "waiting": waits,
        "shown": WAITS,
        "spoken_of": spoken_of(books, asked, waits[:WAITS]),
        "texts": [line for line in before if party in line.waits_for],
        "documents": papers,
    }
    return Page("inbox.html", data)


def people(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Show everybody, invite somebody, or shut somebody out."""
    actor = site.acting
    said, link = "", ""
    given = {name: request.POST.get(name, "").strip() for name in ("email", "role", "party")}
    if request.method == "POST" and actor is not None:
        try:
            actor.must("invite")
            if request.POST.get("shut_out"):
                accounts.shut_out(given["email"], by=actor.person)
            else:
                token = accounts.invite(**given, members=books.charter.members)
                link = request.build_absolute_uri(asked.address("invitation", token=token))
        except ZakuroError as error:
            said = str(error)
    data: dict[str, Any] = {
        "people": accounts.people(),
        "roles": GIVEN,
        "for_a_party": FOR_A_PARTY,
        "fields": given,
        "said": said,
        "link": link,
    }
    return Page("people.html", data, status=400 if said else 200)


def invited(
    site: Site, books: Books, asked: Asked, request: HttpRequest
) -> Page | Elsewhere | HttpResponse:
    """Show who is invited to what; with a password the account is made and its person logged in."""
    token, said = request.POST.get("token") or asked.query.get("token", ""), ""
    invitation = None
    try:
        _not_too_often(request)
        invitation = accounts.invitation(token)
        if request.method == "POST":
            user = accounts.accept(token, request.POST.get("password", ""))
            login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
            return Elsewhere(SECOND_FACTOR)
    except ZakuroError as error:
        _count_failure(request)
        said = str(error)
    data = {"invitation": invitation, "invitation_token": token, "said": said}
    return Page("invitation.html", data, status=400 if said else 200)


def _not_too_often(request: HttpRequest) -> None:
    """Refuse an address that has failed too often."""
    if cache.get(_failures_of(request), 0) >= TRIES:
        raise ZakuroError("Too many tries from this address. Wait ten minutes.")


def _count_failure(request: HttpRequest) -> None:
    cache.add(_failures_of(request), 0, WITHIN)
    cache.incr(_failures_of(request))


def _failures_of(request: HttpRequest) -> str:
    return f"invited:{request.META.get('REMOTE_ADDR', '')}"
