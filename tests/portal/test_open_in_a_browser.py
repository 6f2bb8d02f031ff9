"""An analyst without a terminal: from no books to a confirmed delivery, by mouse and by keys."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import chromium
from tests.documents import typeset
from tests.portal.demo_site import running
from zakuro.read.document.document import freeze

TEXT = """# Report of the summit

Astana, 17 June 2025

- China will provide Kazakhstan with grants of 300 million yuan in 2025.
- China will set up two training centres in Uzbekistan.
- China will train 500 doctors for Tajikistan by 2027.
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The first page of new books, open for one person."""
    with running("open", str(tmp_path / "new.db"), "--no-browser") as address:
        page = browser.new_page(locale="en-GB")
        page.goto(address)
        yield page
        page.close()


def _add(page: Page) -> None:
    page.get_by_role("link", name="Add a document").first.click()
    page.get_by_label("Or paste a text").fill(TEXT)
    page.get_by_label("Published").fill("2025-06-17")
    page.get_by_label("Summit", exact=True).fill("Astana 2025")
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/documents/D-1/review")


def test_from_nothing_to_a_confirmed_delivery(opened: Page) -> None:
    page = opened
    assert "token" not in page.url
    assert page.get_by_text("No promises yet").is_visible()
    _add(page)
    page.get_by_role("button", name="Accept and open a pledge").click()
    page.get_by_role("status").get_by_role("link", name="P-1").click()
    assert page.get_by_text("CNY 300 million").first.is_visible()

    _file(page, "Beijing said on 2 October: China has provided Kazakhstan with 300 million yuan.")
    _file(page, "Astana said on 9 October: Kazakhstan has received 300 million yuan from China.")
    page.get_by_role("link", name="Pledges", exact=True).first.click()
    page.get_by_role("link", name="P-1").first.click()
    _enter(page, "report", "D-2:0-70", "300000000")
    assert page.get_by_text("giver’s word only").first.is_visible()
    _enter(page, "confirm", "D-3:0-70", "")
    assert page.locator(".verdict").get_by_text("Kept").is_visible()

    page.get_by_role("link", name="zakuro").click()
    assert page.get_by_role("link", name="P-1: Kept, confirmed").count() == 1


def _file(page: Page, text: str) -> None:
    page.get_by_role("link", name="Add a document").first.click()
    page.get_by_label("Or paste a text").fill(text)
    page.get_by_label("Published").fill("2025-10-10")
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/review")


def _enter(page: Page, act: str, words: str, value: str) -> None:
    form = page.locator("form").filter(has=page.locator(f"input[value={act}]"))
    page.locator("details").filter(has=form).locator("summary").first.click()
    form.locator("[name=value]").fill(value)
    form.locator("[name=on]").fill("2025-10-01")
    form.locator("[name=words]").fill(words)
    form.get_by_role("button", name="Look before it is written").click()
    assert page.get_by_text("This would be written").is_visible(), page.inner_text("main")
    assert page.get_by_text("from published words").is_visible()
    page.get_by_role("button", name="Write it").click()
    page.wait_for_url("**/pledges/P-1#E-*")


def test_a_word_without_a_source_is_refused(opened: Page) -> None:
    page = opened
    _add(page)
    page.get_by_role("button", name="Accept and open a pledge").click()
    page.get_by_role("status").get_by_role("link", name="P-1").click()
    page.get_by_text("A report: the giver says").click()
    page.get_by_role("button", name="Look before it is written").click()
    assert "CHN is no member of these books" in page.get_by_role("alert").inner_text()


@pytest.mark.parametrize(
    "keys", [("a", "r", "u"), ("ф", "к", "г")], ids=["a Latin layout", "a Cyrillic layout"]
)
def test_a_document_reviewed_by_keys_alone(opened: Page, keys: tuple[str, str, str]) -> None:
    page = opened
    _add(page)
    accept, refuse, undo = keys

    def press(key: str) -> None:
        code = {"a": "KeyA", "r": "KeyR", "u": "KeyU"}[dict(zip(keys, "aru", strict=True))[key]]
        with page.expect_navigation():
            page.evaluate(
                "([key, code]) => document.body.dispatchEvent("
                "new KeyboardEvent('keydown', {key, code, bubbles: true}))",
                [key, code],
            )

    press(accept)
    assert page.get_by_role("status").inner_text().startswith("s")
    assert page.get_by_text("1 of 3 pledges reviewed").is_visible()
    press(refuse)
    assert "refused" in page.get_by_role("status").inner_text()
    assert page.get_by_text("2 of 3 pledges reviewed").is_visible()
    press(undo)
    assert page.get_by_text("1 of 3 pledges reviewed").is_visible()
    press(accept)
    press(accept)
    assert page.get_by_text("Everything here is reviewed.").is_visible()


def test_keys_do_nothing_while_one_writes_or_has_switched_them_off(opened: Page) -> None:
    page = opened
    _add(page)
    page.get_by_label("Why it is refused").press("a")
    assert page.get_by_text("0 of 3 pledges reviewed").is_visible()
    page.get_by_text("Keys", exact=True).click()
    page.get_by_label("Single keys decide").uncheck()
    page.locator("h1").click()
    page.keyboard.press("a")
    assert page.get_by_text("0 of 3 pledges reviewed").is_visible()
    page.reload()
    assert not page.locator("#keys").is_checked()


def test_a_file_in_another_encoding(opened: Page) -> None:
    page = opened
    page.get_by_role("link", name="Add a document").first.click()
    russian = "Китай предоставит Казахстану гранты на 300 миллионов юаней в 2025 году.\n"
    page.get_by_label("Drop a file here, or choose one").set_input_files(
        {"name": "notes.txt", "mimeType": "text/plain", "buffer": russian.encode("cp1251")}
    )
    page.get_by_role("button", name="Read it").click()
    assert page.get_by_text("Китай предоставит").first.is_visible()


RUSSIAN = """# Итоги встречи

Душанбе, 5 августа 2025 года

Китай предоставит Казахстану гранты на 300 миллионов юаней в 2025 году.
"""


def _drop(page: Page, name: str, content: bytes) -> None:
    """Let a file fall on the page, as a hand would."""
    given = page.evaluate_handle(
        """([name, packed]) => {
            const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
            const held = new DataTransfer();
            held.items.add(new File([bytes], name, {type: "application/pdf"}));
            return held;
        }""",
        [name, base64.b64encode(content).decode()],
    )
    page.dispatch_event("#drop", "drop", {"dataTransfer": given})


def test_a_russian_pdf_is_dropped_and_its_first_pledge_has_an_account(opened: Page) -> None:
    page = opened
    page.get_by_role("link", name="Add a document").first.click()
    _drop(page, "встреча.pdf", typeset(freeze(RUSSIAN.encode(), "встреча.md"), "ru"))
    assert page.locator("#file").evaluate("field => field.files[0].name") == "встреча.pdf"
    page.get_by_label("Published").fill("2025-08-05")
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/documents/D-1/review")
    page.get_by_role("button", name="Accept and open a pledge").click()
    page.get_by_role("status").get_by_role("link", name="P-1").click()
    assert page.get_by_text("CNY 300 million").first.is_visible()
    assert page.locator("[lang=ru]").get_by_text("300 миллионов юаней").first.is_visible()


def test_what_cannot_be_read_is_said(opened: Page) -> None:
    page = opened
    page.get_by_role("link", name="Add a document").first.click()
    page.get_by_role("button", name="Read it").click()
    assert page.get_by_role("alert").inner_text() == "Choose a file, or paste a text."


@pytest.mark.parametrize("path", ["", "add", "documents/D-1/review", "pledges/P-1"])
def test_axe_finds_nothing_where_one_acts(opened: Page, path: str) -> None:
    page = opened
    root = page.url.split("/en/")[0]
    if path not in ("", "add"):
        _add(page)
        page.get_by_role("button", name="Accept and open a pledge").click()
        page.get_by_role("status").wait_for()
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{root}/en/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
