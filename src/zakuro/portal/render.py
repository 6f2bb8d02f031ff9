"""From a request to a response: the page is found, and shown in the form asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from typing import Any

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.middleware.csrf import get_token
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from zakuro.flow.browsing.plain import plain_values
from zakuro.flow.keeping.books import Books
from zakuro.ledger.parties import each_to_the_others
from zakuro.model.errors import ZakuroError
from zakuro.portal.api import parameters
from zakuro.portal.asked import Asked, preferred, read_asked
from zakuro.portal.drawing import bars, chart, fruit, seeds
from zakuro.portal.members.entrance import acting, turned_away
from zakuro.portal.members.roles import Deed, NotPermittedError
from zakuro.portal.page import Elsewhere, MissingError, Page
from zakuro.portal.pages.groups import slug
from zakuro.portal.publishing import following
from zakuro.portal.publishing.once import Heard, Once
from zakuro.portal.router import Route, find
from zakuro.portal.serving.application import STATIC
from zakuro.portal.site import Site
from zakuro.portal.speaking import Speaker, languages
from zakuro.words import figures

TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8", "svg": "image/svg+xml"}
_ONCE = Once()
"""What the last page of static files gave."""

_GUARDED = "=+-@\t\r"
"""A cell that begins so could be run as a formula by a spreadsheet."""


@cache
def templates() -> Environment:
    """Give the templates; what is not there is an error, and all text is escaped."""
    environment = Environment(
        loader=PackageLoader("zakuro.portal"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["slug"] = slug
    environment.tests["is_an_act"] = figures.is_act
    environment.globals |= {
        "languages": languages(),
        "static": static,
        "drop": lambda *given: Markup(seeds.drop(*given)),  # noqa: S704 - our own drawing
        "bar": lambda *given: Markup(bars.bar(*given)),  # noqa: S704 - our own drawing
        "chart": lambda *given: Markup(chart.chart(*given)),  # noqa: S704 - our own drawing
        "fruit": lambda *given: Markup(fruit.fruit(*given)),  # noqa: S704 - our own drawing
        "look": seeds.look,
        "UNSEEN": seeds.UNSEEN,
        "is_act": figures.is_act,
        "last_day": figures.last_day,
    }
    return environment


@cache
def static(name: str) -> str:
    """Give the address of a static file, which changes when the file does."""
    digest = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?{digest}"


def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead from the root to the language that the browser prefers."""
    language = preferred(request.headers.get("Accept-Language", ""))
    response = HttpResponse(status=302, headers={"Location": f"/{language}/"})
    response["Vary"] = "Accept-Language"
    return response


def answer(request: HttpRequest, path: str) -> HttpResponse:
    """Answer a request for a page in a language."""
    site: Site = settings.ZAKURO
    try:
        asked = read_asked(path, request.GET.dict(), site.today())
    except ZakuroError as error:
        return _trouble(site, _english(path), str(error), 400)
    if asked is None:
        return _trouble(site, _english(path), "", 404)
    found = find(asked.path, request.method or "GET", site.mode)
    if found is None:
        return _nowhere(site, asked)
    site = site.of(acting(site, request))
    try:
        if found.reading is not None:
            parameters.check(found.reading.asks, asked.query)
        if (elsewhere := turned_away(site, request, found.deeds)) is not None:
            return elsewhere
        with site.open() as books:
            heard = Heard(*asked)
            given = _given(site, books, heard, found, request)
            if isinstance(given, Elsewhere):
                return HttpResponse(status=303, headers={"Location": given.address})
            if isinstance(given, HttpResponse):
                return given
            if asked.form in following.FORMS:
                return following.answer(site, books, asked, given, request)
            shared = common(books, site)
            if site.mode != "read":
                shared["token"] = get_token(request)
            response = show(site, asked, given, shared)
            if heard.spoken or asked.form == "html":
                response["Content-Language"] = asked.language
            return response
    except ZakuroError as error:
        return _trouble(site, asked, str(error), _status(error))


def _given(site: Site, books: Books, heard: Heard, found: Route, request: HttpRequest) -> Any:
    """Give what a page gives; static files are asked for in one language after another."""

    def view() -> Any:
        return found.view(site, books, heard, request, **found.names)

    return _ONCE.give(books.journal.head().root, heard, view) if site.static else view()


def _nowhere(site: Site, asked: Asked) -> HttpResponse:
    """Answer for what leads nowhere: lead to the page that was meant, or say what is wrong."""
    if not asked.path.endswith("/") and find(f"{asked.path}/", "GET", site.mode):
        return HttpResponsePermanentRedirect(
            asked.address(f"{asked.path}/", asked.form, **asked.query)
        )
    if find(asked.path, "GET", site.mode):
        response = _trouble(site, asked, "Nothing is entered here: this page is only read.", 405)
        response["Allow"] = "GET, HEAD"
        return response
    return _trouble(site, asked, "", 404)


def _status(error: ZakuroError) -> int:
    """Give the status of an answer that says what is wrong."""
    if isinstance(error, MissingError):
        return 404
    return 403 if isinstance(error, NotPermittedError) else 400


def common(books: Any, site: Site) -> dict[str, Any]:
    """Give what every page shows of the books themselves."""
    head = books.journal.head()
    return {
        "books_name": books.journal.books,
        "charter": books.charter,
        "entries_in_all": head.size,
        "root": head.root,
        # Lists ask it of every row; which groups there are is asked only for the few it can be.
        "each_to_the_others": lambda givers, receivers: (
            " " in givers
            and " " in receivers
            and each_to_the_others(givers.split(), receivers.split(), books.groups)
        ),
        "mode": site.mode,
        "acting": site.acting,
        "may": site.acting.may if site.acting else _nobody,
    }


def _nobody(*deeds: Deed) -> bool:
    """Readers do nothing."""
    return False


def show(site: Site, asked: Asked, page: Page, shared: Mapping[str, Any]) -> HttpResponse:
    """Show a page in the form asked for; MissingError if it does not exist in it."""
    if asked.form == "json":
        body = {"as_of": asked.day, "books": shared["books_name"], **page.data}
        written = msgspec.json.format(msgspec.json.encode(plain_values(body)), indent=1)
        return _plain(written, "json", page.status)
    if asked.form == "csv" and page.rows is not None:
        return _plain(table(page.rows), "csv", page.status)
    if asked.form == "svg" and page.picture:
        return _plain(page.picture.encode(), "svg", page.status)
    if asked.form != "html":
        raise MissingError(f"This page is not to be had as {asked.form}.")
    return HttpResponse(html(site, asked, page, shared), status=page.status)


def html(site: Site, asked: Asked, page: Page, shared: Mapping[str, Any]) -> str:
    """Give a page as HTML."""
    speaker = Speaker(asked.language)
    return (
        templates()
        .get_template(page.template)
        .render(
            **speaker.vocabulary(),
            **shared,
            **page.data,
            asked=asked,
            site=site,
            has_table=page.rows is not None,
            about=page.about,
            dated=page.about != "claims",
        )
    )


def table(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Give rows as CSV with a mark of its encoding; no cell is run as a formula."""
    written = io.StringIO(newline="")
    if rows:
        writer = csv.DictWriter(written, list(rows[0]))
        writer.writeheader()
        for row in rows:
            writer.writerow({name: _cell(value) for name, value in row.items()})
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _cell(value: Any) -> Any:
    value = plain_values(value)
    if isinstance(value, str) and value.startswith(tuple(_GUARDED)):
        return f"'{value}"
    return value


def _plain(body: bytes, form: str, status: int) -> HttpResponse:
    return HttpResponse(body, status=status, content_type=TYPES[form])


def _english(path: str) -> Asked:
    """Give what cannot be read as asked for in English, in the form that its end names."""
    form = "json" if path.endswith(".json") else "html"
    return Asked("en", path, form, {}, settings.ZAKURO.today(), given=False)


def _trouble(site: Site, asked: Asked, said: str, status: int) -> HttpResponse:
    """Say in the reader's language that something is wrong, and what."""
    if asked.form == "json":
        return _plain(msgspec.json.encode({"error": said or "not found"}), "json", status)
    page = Page("trouble.html", {"said": said, "code": status}, status=status)
    shared: dict[str, Any] = {"books_name": "", "charter": None, "entries_in_all": 0, "root": ""}
    shared |= {"mode": site.mode, "acting": site.acting, "may": _nobody}
    return HttpResponse(html(site, asked._replace(form="html"), page, shared), status=status)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing at an address."""
    return _trouble(settings.ZAKURO, _english(request.path.lstrip("/")), "", 404)


def forbidden(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that an act did not come from one of our own pages."""
    said = "This act did not come from a page of this portal. Open the page anew and try again."
    return _trouble(settings.ZAKURO, _english(request.path.lstrip("/")), said, 403)
