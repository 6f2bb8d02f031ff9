"""Where a page of the portal stands among static files, and links from file to file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit

LEFT_OUT = ("as-of", "q")
"""What static files cannot answer: another day, and a search."""

OF_ALL = ("/static/", "/openapi.json")
"""What stands beside the languages, once for all of them."""

_TAG = re.compile(r"<(?P<name>a|link|script|img|image)\b(?P<rest>[^>]*)>", re.ASCII)
_ADDRESS = re.compile(r'\s(?P<attribute>href|src)="(?P<address>[^"]*)"')
_FORM = re.compile(r"<form\b.*?</form>", re.S)
_UNSAFE = re.compile(r"[^\w.-]+")


@lru_cache(maxsize=20_000)
def normal(address: str) -> str | None:
    """Give an address in one form; None for what static files cannot answer."""
    parts = urlsplit(address)
    query = sorted(parse_qsl(parts.query))
    if any(name in LEFT_OUT for name, _ in query) or parts.path.endswith("/search"):
        return None
    return parts.path + (f"?{urlencode(query)}" if query else "")


@lru_cache(maxsize=20_000)
def file_of(address: str) -> str:
    """Give the file of a page: that of a page without an ending is the index of its folder."""
    parts = urlsplit(address)
    if parts.path.startswith("/static/"):
        return parts.path.removeprefix("/")
    folders = [_UNSAFE.sub("-", unquote(name)) for name in parts.path.strip("/").split("/")]
    query = "-".join(
        f"{name}-{_UNSAFE.sub('-', value)}" for name, value in sorted(parse_qsl(parts.query))
    )
    last = folders[-1]
    if folders[-1] == "original":
        folders[-1] = "original.txt"
    elif "." not in last:
        folders.append("index.html")
    if query:
        folders.insert(len(folders) - 1, query)
    return "/".join(folders)


def _joined(address: str, given: str) -> str:
    """Give where an address leads; most begin at the root of the site and say it themselves."""
    return given if given.startswith("/") and given[1:2] != "/" else urljoin(address, given)


def links_of(page: str, address: str) -> list[str]:
    """Give the addresses on the same site that a page leads to, each in one form."""
    found = []
    for tag in _TAG.finditer(_FORM.sub("", page)):
        for place in _ADDRESS.finditer(tag["rest"]):
            parts = urlsplit(_joined(address, unescape(place["address"])))
            if not parts.netloc and not parts.scheme and parts.path.startswith("/"):
                wanted = normal(parts.path + (f"?{parts.query}" if parts.query else ""))
                found += [wanted] if wanted else []
    return found


def as_file(page: str, address: str, is_there: Callable[[str], bool]) -> str:
    """Give a page as it stands in its file: links lead from file to file, forms are gone.

    A link to what is not there leads nowhere; what is said of it stays.
    """
    here = file_of(address)

    def turned(tag: re.Match[str]) -> str:
        lost = False

        def place(found: re.Match[str]) -> str:
            nonlocal lost
            given = unescape(found["address"])
            parts = urlsplit(_joined(address, given))
            if parts.netloc or parts.scheme or given.startswith("#"):
                return found[0]
            wanted = normal(parts.path + (f"?{parts.query}" if parts.query else ""))
            if parts.path.startswith(OF_ALL):
                wanted = parts.path
            elif wanted is None or not is_there(wanted):
                lost = True
                return ""
            target = posixpath.relpath(file_of(wanted), posixpath.dirname(here))
            if target == "index.html" or target.endswith("/index.html"):
                target = target.removesuffix("index.html") or "./"
            fragment = f"#{parts.fragment}" if parts.fragment else ""
            return f' {found["attribute"]}="{escape(target + fragment)}"'

        made = f"<{tag['name']}{_ADDRESS.sub(place, tag['rest'])}>"
        return "" if lost and tag["name"] == "link" else made

    return _TAG.sub(turned, _FORM.sub("", page))
