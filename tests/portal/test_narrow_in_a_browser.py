"""On the smallest phone nothing lies beyond the edge, on the real record, in every language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.portal.demo_site import running
from zakuro.words.catalogue import LOCALES

PATHS = (
    "", "pledges/", "pledges/P-4", "parties/", "parties/KAZ", "things/", "things/T-6", "claims/",
    "proposals/", "positions/", "topics/", "summits/", "documents/", "documents/D-2", "decisions/",
    "map?borders=1", "search?q=援助", "search?q=нан", "log/", "log/E-40", "about/", "not-there",
)  # fmt: skip

BEYOND = """() => [...document.querySelectorAll("main *, header *, footer *")]
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1
        && !each.closest("svg, pre, .unseen, .scroll"))
    .slice(0, 3).map((each) => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def record() -> Iterator[str]:
    """The bundled record, served."""
    with running("serve", "--demo") as root:
        yield root


@pytest.mark.parametrize("language", LOCALES)
def test_nothing_lies_beyond_the_edge_at_320_pixels(
    browser: Browser, record: str, language: str
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    beyond = {}
    for path in PATHS:
        page.goto(f"{record}/{language}/{path}")
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > 320:
            beyond[path] = (wide, page.evaluate(BEYOND))
    page.close()
    assert beyond == {}
