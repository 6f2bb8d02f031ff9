"""Only the person at this machine: other pages and other people here have no way in."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from zakuro.portal.site import Site

Answer = Callable[[HttpRequest], HttpResponse]


def cookie_name(token: str) -> str:
    """Give the name of the cookie, another for each start, so that two do not meet."""
    return f"zakuro-{sha256(token.encode()).hexdigest()[:8]}"


def guard(get_response: Answer) -> Answer:
    """Let in who holds the token of the address that was printed; then the cookie stands for it."""

    def answer(request: HttpRequest) -> HttpResponse:
        # Nothing else asks for the name that was called; a wrong one is refused here.
        request.get_host()
        site: Site = settings.ZAKURO
        if site.mode != "open":
            return get_response(request)
        name = cookie_name(site.token)
        if _same(request.GET.get("token", ""), site.token):
            query = {key: value for key, value in request.GET.items() if key != "token"}
            place = request.path + (f"?{urlencode(query)}" if query else "")
            response = HttpResponse(status=302, headers={"Location": place})
            response.set_cookie(name, site.token, httponly=True, samesite="Strict")
            return response
        if _same(request.COOKIES.get(name, ""), site.token):
            response = get_response(request)
            response["Cache-Control"] = "no-store"
            return response
        said = "These books are open for one person. Use the address that `zakuro open` printed."
        return HttpResponse(said, status=403, content_type="text/plain; charset=utf-8")

    return answer


def _same(given: str, token: str) -> bool:
    return bool(token) and hmac.compare_digest(given.encode(), token.encode())
