"""A passkey in Chromium's own authenticator: added after an invitation, then the whole way in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium
from tests.portal.demo_site import running
from tests.portal.members.conftest import PASSWORD
from zakuro.flow.keeping.books import make_books
from zakuro.model.acts import Charter


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def invitation(tmp_path: Path) -> Iterator[str]:
    """The first invitation to books, by a name that a passkey can be bound to."""
    books = tmp_path / "books.db"
    make_books(books, Charter(), name="example.org/passkeys", filed_by="root").close()
    words = ("serve", str(books), "--members", "--administrator", "root@example.org")
    with running(*words) as first:
        yield first.replace("127.0.0.1", "localhost")


def with_authenticator(browser: Browser) -> Page:
    """A page of a browser that has an authenticator built in, whose owner is there and says yes."""
    page = browser.new_page(locale="en-GB")
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return page


def test_a_passkey_is_the_second_factor_and_then_the_whole_way_in(
    browser: Browser, invitation: str
) -> None:
    root = invitation.partition("/en/")[0]
    page = with_authenticator(browser)
    page.goto(invitation)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url("**/account/2fa/")

    page.goto(f"{root}/account/2fa/webauthn/add/")
    if "reauthenticate" in page.url:
        page.locator("input[type=password]").fill(PASSWORD)
        page.locator("main form button, form button").first.click()
        page.wait_for_url("**/webauthn/add/")
    page.get_by_label("Name").fill("laptop")
    page.get_by_label("Passwordless").check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url("**/account/2fa/recovery-codes/**")

    page.goto(f"{root}/en/inbox")
    assert page.url.endswith("/en/inbox")

    page.context.clear_cookies()
    page.goto(f"{root}/en/inbox")
    assert "/account/login/" in page.url
    page.locator("#passkey_login").click()
    page.wait_for_url("**/en/inbox")
    page.close()
