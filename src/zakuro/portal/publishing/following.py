"""Pages that can be followed: their news as a feed, their days as a calendar."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from zakuro.flow.keeping.books import Books
from zakuro.flow.publishing.calendars import calendar
from zakuro.flow.publishing.feeds import feed
from zakuro.flow.publishing.subjects import subject_of
from zakuro.portal.asked import Asked
from zakuro.portal.page import MissingError, Page
from zakuro.portal.site import Site

FORMS = {"atom": "application/atom+xml; charset=utf-8", "ics": "text/calendar; charset=utf-8"}


def answer(
    site: Site, books: Books, asked: Asked, page: Page, request: HttpRequest
) -> HttpResponse:
    """Give a page's news or calendar; MissingError where there is nothing to follow."""
    if page.about is None:
        raise MissingError(f"This page is not to be had as {asked.form}.")
    subject = subject_of(books, page.about)
    if asked.form == "ics" and not subject.has_days:
        raise MissingError("Nothing on this page falls due.")
    if site.static:
        root = f"{site.address}/{asked.language}/" if site.address else ""
        address = site.address + asked.same("atom") if site.address else ""
    else:
        root = request.build_absolute_uri(f"/{asked.language}/")
        address = request.build_absolute_uri(asked.same("atom"))
    if asked.form == "atom":
        written = feed(books, subject, asked.language, root=root, address=address)
    else:
        moment = site.instant(asked.day)
        written = calendar(books, subject, asked.day, moment, asked.language, root)
    headers = {"Content-Language": asked.language}
    return HttpResponse(written, content_type=FORMS[asked.form], headers=headers)
