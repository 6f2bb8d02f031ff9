"""What people meet: nothing scrolls sideways, comes from outside, or is faulted by axe."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import chromium

PATHS = (
    "", "pledges/", "pledges/P-4", "pledges/P-1", "parties/", "parties/CHN", "topics/",
    "summits/astana-2025", "documents/", "documents/D-1", "log/", "log/E-40", "search?q=grant",
    "about/", "map", "proposals/", "positions/", "claims/", "nothing-here",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def _visit(browser: Browser, address: str, **options: object) -> tuple[Page, list[str]]:
    page = browser.new_page(**options)  # type: ignore[arg-type]
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on(
        "request",
        lambda asked: None if "//127.0.0.1:" in asked.url else trouble.append(asked.url),
    )
    page.on(
        "console",
        lambda said: trouble.append(said.text) if "404" not in said.text else None,
    )
    page.goto(address)
    return page, trouble


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, served: str, language: str, path: str
) -> None:
    page, trouble = _visit(
        browser, f"{served}/{language}/{path}", viewport={"width": 320, "height": 700}
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert trouble == []
    page.close()


@pytest.mark.parametrize("path", ["", "pledges/P-4", "documents/D-1"])
def test_the_dark_pages_are_as_readable(browser: Browser, served: str, path: str) -> None:
    page, trouble = _visit(browser, f"{served}/en/{path}", color_scheme="dark")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert trouble == []
    page.close()


def test_a_seed_leads_to_its_pledge_and_the_language_is_kept(browser: Browser, served: str) -> None:
    page, _ = _visit(browser, f"{served}/en/")
    page.get_by_role("link", name="P-4: Late").click()
    assert page.url.endswith("/en/pledges/P-4")
    page.locator(".lang summary").click()
    page.get_by_role("link", name="日本語").click()
    assert page.url.endswith("/ja/pledges/P-4")
    assert page.locator("html").get_attribute("lang") == "ja"
    page.close()


def test_pages_are_read_without_a_script(browser: Browser, served: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served}/en/")
    page.get_by_role("link", name="Pledges", exact=True).first.click()
    page.get_by_role("link", name="P-4").first.click()
    assert page.get_by_text("Silence never confirms a delivery.").is_visible()
    page.close()
