"""The way in: who asks for a page, and where one is led who may not see it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

from zakuro.portal.members.roles import Actor, Deed, NotPermittedError, article
from zakuro.portal.site import Site


def acting(site: Site, request: HttpRequest) -> Actor | None:
    """Give who asks for a page: who is logged in, the one person at this machine, or a reader."""
    if site.mode == "open":
        return Actor(person=site.person, role="owner")
    if site.mode == "members":
        from zakuro.portal.members import accounts  # noqa: PLC0415 - needs the tables of accounts

        return accounts.actor_of(request)
    return None


def turned_away(
    site: Site, request: HttpRequest, deeds: tuple[Deed, ...] | None
) -> HttpResponse | None:
    """Give where who may not see a page is led: to log in, or to secure the account.

    NotPermittedError for who may do nothing of what the page is for.
    """
    if deeds is None or site.mode == "open":
        return None
    from zakuro.portal.members import accounts  # noqa: PLC0415 - needs the tables of accounts

    if site.acting is None:
        place = f"/account/login/?{urlencode({'next': request.get_full_path()})}"
        return HttpResponse(status=303, headers={"Location": place})
    if not accounts.has_second_factor(request):
        return HttpResponse(status=303, headers={"Location": "/account/2fa/"})
    if deeds and not site.acting.may(*deeds):
        said = f"{site.acting.person} is {article(site.acting.role)}, who may not do this here."
        raise NotPermittedError(said)
    return None
