"""The demo's site as plain files over HTTP: every link works, and a browser shows the pages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import threading
import urllib.request
from collections import deque
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest

from tests.browser import chromium
from tests.portal.conftest import Get
from tests.portal.demo_site import AS_OF
from zakuro.flow.acting import acts
from zakuro.flow.acting.bulk import accept_waiting
from zakuro.flow.acting.take_in import take_in_content
from zakuro.flow.acting.waiting import Selection
from zakuro.flow.keeping.books import make_books, open_books
from zakuro.flow.keeping.charter import example_charter, parse_charter
from zakuro.model.errors import ZakuroError
from zakuro.portal.publishing import static
from zakuro.portal.publishing.folder import MANIFEST, Folder
from zakuro.portal.publishing.static import publish

_LINK = re.compile(r'<(?:a|link|script)\b[^>]*?\s(?:href|src)="([^"]+)"')
LANGUAGES = ("en", "kk")


TEXT = """# Report of the summit

Astana, 17 June 2025

- China will provide Kazakhstan with grants of 600 million yuan in 2025.
- China will set up two training centres in Uzbekistan.
- China and Kazakhstan will train 500 doctors by 2027.
"""


@pytest.fixture(scope="module")
def demo_books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small books: one document, three pledges, a report and its confirmation."""
    place = tmp_path_factory.mktemp("small") / "demo.db"
    charter = parse_charter(example_charter(), "the example charter")
    with make_books(place, charter, name="zakuro.local/demo", filed_by="anna") as books:
        take_in_content(
            books, TEXT.encode(), filed_by="anna", published=date(2025, 6, 17), occasion="Astana"
        )
        with books.writing() as writer:
            accept_waiting(writer, Selection(), "anna")
        word = acts.Word(party="CHN", filed_by="anna")
        on = date(2025, 9, 1)
        made = acts.report(books, "P-1", word, value=Decimal(600_000_000), receiver="KAZ", on=on)
        answer = acts.Word(party="KAZ", filed_by="anna")
        acts.confirm(books, f"E-{made.number}", answer, value=None, on=on)
    return place


@pytest.fixture(scope="module")
def folder(demo_books: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("site")
    made = publish(str(demo_books), place, AS_OF, LANGUAGES, address="https://x.test/books/")
    assert made.files == made.written
    assert (made.removed, made.left_out, made.without) == (0, 0, ())
    return place


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called
        """Say nothing."""


@pytest.fixture(scope="module")
def root(folder: Path) -> Iterator[str]:
    """The files as a plain web server shows them."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_every_link_works_over_http(root: str) -> None:
    seen, wanted = {root}, deque([root])
    pages = 0
    while wanted:
        address = wanted.popleft()
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200, address
            if answer.headers.get_content_type() != "text/html":
                continue
            text = answer.read().decode()
        pages += 1
        assert "<form" not in text
        for href in _LINK.findall(text):
            assert not href.startswith("/"), f"{address}: {href}"
            assert "as-of" not in href
            parts = urlsplit(urljoin(address, unescape(href)))
            link = f"{parts.scheme}://{parts.netloc}{parts.path}"
            if link.startswith(root) and link not in seen:
                seen.add(link)
                wanted.append(link)
    assert pages > 60


def test_a_browser_shows_the_pages_from_files(root: str) -> None:
    trouble: list[str] = []
    with chromium() as browser:
        page = browser.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("requestfailed", lambda asked: trouble.append(asked.url))
        page.on(
            "response",
            lambda got: trouble.append(got.url) if got.status >= 400 else None,
        )
        page.goto(f"{root}en/")
        assert page.locator("svg.fruit, .pic svg").count() >= 1
        page.locator("table.pledges a.name").first.click()
        page.wait_for_url("**/en/pledges/P-*/")
        assert page.locator("h1.words").count() == 1
        page.locator("details.lang summary").click()
        page.locator('details.lang a[lang="kk"]').click()
        page.wait_for_url("**/kk/pledges/P-*/")
    assert trouble == []


def test_made_anew_only_what_changed_is_written(folder: Path, demo_books: Path) -> None:
    changed = folder / "en" / "about" / "index.html"
    changed.unlink()
    before = _times(folder)
    heard: list[tuple[int, int]] = []
    again = publish(
        str(demo_books),
        folder,
        AS_OF,
        LANGUAGES,
        address="https://x.test/books",
        told=lambda done, of: heard.append((done, of)),
    )
    assert (again.written, again.removed) == (1, 0)
    after = _times(folder)
    assert {name for name, time in after.items() if before.get(name) != time} == {
        "en/about/index.html",
        MANIFEST,
    }
    assert heard[-1][0] == heard[-1][1]
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)


def _times(folder: Path) -> dict[str, int]:
    return {
        str(place.relative_to(folder)): place.stat().st_mtime_ns
        for place in folder.rglob("*")
        if place.is_file()
    }


def test_each_language_is_the_same_beside_others_and_alone(
    folder: Path, demo_books: Path, tmp_path: Path
) -> None:
    publish(str(demo_books), tmp_path, AS_OF, ("kk",), address="https://x.test/books")
    alone = {place.relative_to(tmp_path) for place in tmp_path.rglob("kk/**/*") if place.is_file()}
    beside = {place.relative_to(folder) for place in folder.rglob("kk/**/*") if place.is_file()}
    assert alone == beside
    for name in alone:
        # Pages alone lead to no other language.
        at_home = re.sub(r"<link rel=.alternate. hreflang[^>]*>|<details.*?</details>", "",
                         (folder / name).read_text("utf-8"), flags=re.S)  # fmt: skip
        one = re.sub(r"<link rel=.alternate. hreflang[^>]*>|<details.*?</details>", "",
                     (tmp_path / name).read_text("utf-8"), flags=re.S)  # fmt: skip
        assert at_home.split() == one.split(), name


def test_what_is_entered_later_changes_only_what_says_it(demo_books: Path, tmp_path: Path) -> None:
    books, site = tmp_path / "more.db", tmp_path / "site"
    shutil.copy(demo_books, books)
    publish(str(books), site, AS_OF, ("en",))
    before = _times(site)
    with open_books(str(books)) as opened:
        word = acts.Word(party="CHN", filed_by="anna")
        acts.report(opened, "P-2", word, value=Decimal(1), receiver="UZB", on=date(2026, 1, 9))
    publish(str(books), site, AS_OF, ("en",))
    after = _times(site)
    changed = {name for name in after if before.get(name) != after[name]}
    assert {"en/pledges/P-2.json", "en/pledges/P-2.atom", "en/pledges/P-2/index.html"} <= changed
    assert not changed & {"en/pledges/P-1.json", "en/pledges/P-1.atom", "en/log/E-3.csv",
                          "en/documents/D-1/original.txt", "static/portal.css"}  # fmt: skip


def test_the_last_pages_within_the_most_have_all_their_forms(
    demo_books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(static, "MOST", 5)
    made = publish(str(demo_books), tmp_path, AS_OF, ("en", "kk"))
    pages = {str(each.relative_to(tmp_path)) for each in tmp_path.glob("en/**/index.html")}
    assert len(pages) == 5
    assert made.left_out > 0
    assert made.left_out % 2 == 0
    for page in pages:
        text = (tmp_path / page).read_text("utf-8")
        form = re.search(r'href="([^"]+\.json)"', text)
        assert form is not None, page
        assert (tmp_path / page).parent.joinpath(form[1]).is_file(), page


def test_a_folder_left_half_made_is_made_whole(
    demo_books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    put, full = Folder.put, 20

    def stops(folder: Folder, name: str, body: bytes) -> None:
        if folder.files == full:
            raise KeyboardInterrupt
        put(folder, name, body)

    monkeypatch.setattr(Folder, "put", stops)
    with pytest.raises(KeyboardInterrupt):
        publish(str(demo_books), site, AS_OF, ("en",))
    monkeypatch.undo()
    made = publish(str(demo_books), site, AS_OF, ("en",))
    assert made.written == made.files - full


def test_the_document_of_the_read_api_names_what_is_there(folder: Path) -> None:
    described = json.loads((folder / "openapi.json").read_text("utf-8"))
    assert described["servers"] == [{"url": "."}]
    missing = set()
    for path, what in described["paths"].items():
        assert [one["in"] for one in what["get"]["parameters"]].count("query") == 0
        named = re.sub(r"\{\w+\}", "*", path.removeprefix("/{language}/"))
        missing |= {named for each in LANGUAGES if not list((folder / each).glob(named))}
    # No text is before the members in these books.
    assert {each for each in missing if not each.startswith("decisions/*")} == set()
    about = (folder / "en" / "about" / "index.html").read_text("utf-8")
    assert 'href="../../openapi.json"' in about


def test_feeds_lead_to_where_the_files_stand(folder: Path) -> None:
    found = feedparser.parse((folder / "en" / "pledges" / "P-1.atom").read_bytes())
    assert found.feed.link == "https://x.test/books/en/pledges/P-1"
    assert found.entries[0].link.startswith("https://x.test/books/en/log/E-")


def test_the_code_of_the_readme_gives_the_figures_of_the_pages(folder: Path, get: Get) -> None:
    readme = (folder / "data" / "README.md").read_text("utf-8")
    code = re.search(r"```python\n(.*?)```", readme, re.S)
    assert code is not None
    assert code[1].count("\n") <= 20
    done = subprocess.run(
        [sys.executable, "-c", code[1]], cwd=folder, capture_output=True, text=True, check=True
    )
    home, parties, sums = (eval(line) for line in done.stdout.splitlines())
    assert home == _standings(get, "/en/index.json")
    assert parties["CHN"] == _standings(get, "/en/parties/CHN.json")
    assert Decimal(sums["CNY"][2]) == 600_000_000


def _standings(get: Get, address: str) -> dict[tuple[str, str], int]:
    return {
        (line["standing"], word): number
        for line in get(address).json["standings"]
        for word, number in line["words"].items()
        if number
    }


def test_another_folder_is_left_alone(tmp_path: Path, demo_books: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(ZakuroError, match="empty folder"):
        publish(str(demo_books), tmp_path, AS_OF, ("en",))
    (tmp_path / MANIFEST).write_text("no json")
    with pytest.raises(ZakuroError, match="cannot be read"):
        publish(str(demo_books), tmp_path, AS_OF, ("en",))
    assert (tmp_path / "letter.txt").read_text() == "dear"
