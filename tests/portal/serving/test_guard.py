import http.client
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from tests.portal.demo_site import fetched, running
from zakuro.portal.serving.guard import cookie_name


def _answered(root: str, method: str, path: str, headers: dict[str, str]) -> tuple[int, str]:
    place = urlsplit(root)
    with closing(http.client.HTTPConnection(place.hostname or "", place.port)) as connection:
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        response.read()
        return response.status, response.headers.get("Set-Cookie", "") or ""


def test_only_who_holds_the_address_comes_in(tmp_path: Path) -> None:
    with running("open", str(tmp_path / "b.db"), "--no-browser") as address:
        root, _, token = address.partition("/?token=")
        assert len(token) > 20
        assert fetched(f"{root}/en/")[0] == 403
        assert fetched(f"{root}/en/?token=wrong")[0] == 403
        status, cookie = _answered(root, "GET", f"/en/?token={token}", {})
        assert status == 302
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        own = {"Cookie": f"{cookie_name(token)}={token}"}
        assert _answered(root, "GET", "/en/", own)[0] == 200
        # Another page's form, and a name that another page has pointed at this machine.
        posted = own | {"Origin": "https://elsewhere.example", "Content-Length": "0"}
        assert _answered(root, "POST", "/en/add", posted)[0] == 403
        assert _answered(root, "GET", "/en/", own | {"Host": "elsewhere.example"})[0] == 400


def test_another_start_has_another_cookie() -> None:
    assert cookie_name("a") != cookie_name("b")
