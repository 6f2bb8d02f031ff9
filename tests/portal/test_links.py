"""Every link of the demo leads somewhere, and every number to exactly the rows that it counts."""

from __future__ import annotations

import re
from collections import deque
from html import unescape
from urllib.parse import urljoin, urlsplit

from tests.portal.conftest import Get

_LINK = re.compile(r'<a\b([^>]*?)href="([^"]+)"([^>]*)>(.*?)</a>', re.S)
_IDS = re.compile(r'\bid="([^"]+)"')


def _pages(get: Get, language: str) -> dict[str, str]:
    """The text of every page in a language that can be reached from the first."""
    found: dict[str, str] = {}
    wanted = deque([f"/{language}/"])
    while wanted:
        address = wanted.popleft()
        if address in found:
            continue
        given = get(address)
        assert given.status == 200, f"{address}: {given.status} {given.words[:200]}"
        found[address] = given.body.decode("utf-8-sig")
        if not given.headers["Content-Type"].startswith("text/html"):
            continue
        for _, href, _, _ in _LINK.findall(found[address]):
            parts = urlsplit(urljoin(address, unescape(href)))
            assert not parts.netloc, f"{address} leads outside: {href}"
            if parts.path.startswith(f"/{language}/"):
                wanted.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    return found


def test_every_link_leads_somewhere_and_every_number_to_its_rows(get: Get) -> None:
    pages = _pages(get, "en")
    assert len(pages) > 100
    counted = 0
    for address, text in pages.items():
        for before, href, after, inner in _LINK.findall(text):
            parts = urlsplit(urljoin(address, unescape(href)))
            if not parts.path.startswith("/en/"):
                continue
            target = pages[parts.path + (f"?{parts.query}" if parts.query else "")]
            if parts.fragment:
                assert parts.fragment in _IDS.findall(target), f"{address} → {href}"
            if 'class="count"' in before + after and "data-total" in target:
                total = re.search(r'data-total="(\d+)"', target)
                assert total is not None
                assert int(inner.replace(",", "")) == int(total[1]), f"{address} → {href}"
                counted += 1
    assert counted > 20


def test_no_id_stands_twice_on_a_page(get: Get) -> None:
    for path in ("/en/", "/en/pledges/P-4", "/en/documents/D-1", "/en/parties/CHN", "/en/log/"):
        ids = _IDS.findall(get(path).text)
        assert len(ids) == len(set(ids)), path
