"""A portal with members, served for real; people come in by invitation and log in with a code."""

from __future__ import annotations

import base64
import hmac
import re
import struct
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from html import unescape
from http.cookiejar import CookieJar
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.made_up.demo import make_made_up
from tests.portal.demo_site import AS_OF, running

PASSWORD = "eight pomegranate seeds"
INVITED = {
    "representative": "CHN", "reviewer": "", "chair": "KAZ", "observer": "", "administrator": "",
}  # fmt: skip


class Answer(NamedTuple):
    """What came back: the status, the text, and where one ended up."""

    status: int
    text: str
    url: str


class Visitor:
    """Somebody with a browser's cookies."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._cookies = CookieJar()
        cookies = urllib.request.HTTPCookieProcessor(self._cookies)
        self._opener = urllib.request.build_opener(cookies)

    def get(self, path: str) -> Answer:
        return self._ask(urllib.request.Request(urllib.parse.urljoin(self.root, path)))

    def forge(self, path: str, **fields: str) -> Answer:
        """Post a form as another site would."""
        return self._post(path, fields)

    def post(self, path: str, **fields: str) -> Answer:
        token = next((c.value for c in self._cookies if c.name == "csrftoken"), "") or ""
        return self._post(path, {"csrfmiddlewaretoken": token, **fields})

    def _post(self, path: str, fields: dict[str, str]) -> Answer:
        body = urllib.parse.urlencode(fields).encode()
        return self._ask(urllib.request.Request(urllib.parse.urljoin(self.root, path), body))

    def _ask(self, request: urllib.request.Request) -> Answer:
        try:
            with self._opener.open(request) as response:
                return Answer(response.status, response.read().decode(), response.url)
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.read().decode(), error.url or "")

    def log_in(self, email: str, password: str = PASSWORD, path: str = "/en/inbox") -> Answer:
        self.get("/account/login/")
        return self.post("/account/login/", login=email, password=password, next=path)

    def come_in(self, link: str) -> str:
        """Take an invitation, add an authenticator, and give its secret."""
        assert self.get(link).status == 200
        token = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(link).query))["token"]
        made = self.post("/en/invitation", token=token, password=PASSWORD)
        assert made.url.endswith("/account/2fa/"), made.text
        assert "/account/2fa/" in self.get("/en/inbox").url
        assert "/account/reauthenticate/" in self.get("/account/2fa/totp/activate/").url
        again = {"password": PASSWORD, "next": "/account/2fa/totp/activate/"}
        shown = self.post("/account/reauthenticate/", **again)
        assert shown.status == 200
        found = re.search(r'value="([A-Z2-7]{16,})"', shown.text)
        assert found is not None, shown.text
        secret = found[1]
        done = self.post("/account/2fa/totp/activate/", code=code(secret))
        assert "recovery" in done.url, done.text
        return secret


def code(secret: str) -> str:
    """The code that an authenticator shows now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


class Inside(NamedTuple):
    """A portal with somebody in every role."""

    root: str
    books: Path
    people: dict[str, Visitor]
    secrets: dict[str, str]


def link_in(text: str) -> str:
    """The invitation on a page."""
    found = re.search(r'invitation">([^<]+)<', text)
    assert found is not None, text
    return unescape(found[1])


@pytest.fixture(scope="session")
def inside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inside]:
    books = tmp_path_factory.mktemp("members") / "books.db"
    make_made_up(books).close()
    with running(
        "serve",
        str(books),
        "--members",
        "--as-of",
        AS_OF.isoformat(),
        "--administrator",
        "root@example.org",
    ) as first:
        assert "/en/invitation?token=" in first
        root = first.partition("/en/invitation")[0]
        people, secrets = {"administrator": Visitor(root)}, {}
        secrets["administrator"] = people["administrator"].come_in(first)
        for role, party in INVITED.items():
            if role in people:
                continue
            email = f"{role}@example.org"
            made = people["administrator"].post("/en/people", email=email, role=role, party=party)
            people[role] = Visitor(root)
            secrets[role] = people[role].come_in(link_in(made.text))
        yield Inside(root, books, people, secrets)
