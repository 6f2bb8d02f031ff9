"""The read-only portal as static files, for any web host: every page that can be reached."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import msgspec

from zakuro.flow.keeping.books import open_books
from zakuro.flow.publishing.data import data_files
from zakuro.model.errors import ZakuroError
from zakuro.portal.api.document import static_document
from zakuro.portal.publishing.folder import Folder
from zakuro.portal.publishing.links import as_file, file_of, links_of
from zakuro.portal.serving.application import STATIC, application_of
from zakuro.portal.site import Site
from zakuro.words import figures
from zakuro.words.catalogue import say

MOST = 5000
"""How many pages of one language are written at most; further lists and entries are left out."""

_PAGE = "text/html"
_TURNED = (_PAGE, "image/svg+xml")

Told = Callable[[int, int], None]
"""Is told how many files were made, and how many are known to be made in all."""


class Made(NamedTuple):
    """What publishing did: how many files there are, how many of them changed or went away.

    ``left_out`` says how many pages lie beyond the most pages of a language.
    """

    files: int
    written: int
    removed: int
    left_out: int
    without: tuple[str, ...]


class Answer(NamedTuple):
    """What the portal answers: ``spoken`` says whether it is in the language of its address."""

    status: int
    kind: str
    spoken: bool
    body: bytes


def publish(
    books: str,
    folder: Path,
    on: date,
    languages: Sequence[str],
    *,
    address: str = "",
    told: Told = lambda done, known: None,
) -> Made:
    """Write books as of a day into a folder; made anew it writes only what changed.

    ``address`` is where the folder will stand on the web, for the links of feeds; ``told`` hears
    how far it has come.  ZakuroError for a folder that holds something else.
    """
    kept = Folder(folder)
    site = Site(books=books, as_of=on, static=True, address=address.rstrip("/"))
    application = application_of(site)
    first = languages[0]
    found, left_out = _crawl(application, first, lambda n, of: told(n, of * len(languages)))
    try:
        for done, (name, body) in enumerate(_files(application, found, languages), len(found)):
            kept.put(name, body)
            told(min(done, len(found) * len(languages)), len(found) * len(languages))
        for place in Path(str(STATIC)).iterdir():
            kept.put(f"static/{place.name}", place.read_bytes())
        kept.put("index.html", _front(languages))
        described = msgspec.json.encode(static_document(languages))
        kept.put("openapi.json", msgspec.json.format(described, indent=1))
        with open_books(books) as opened:
            data, without = data_files(opened, on)
        for name, body in data.items():
            kept.put(name, body)
    except BaseException:
        kept.leave()
        raise
    kept.finish()
    return Made(kept.files, kept.written, kept.removed, left_out * len(languages), without)


def _crawl(application: Any, language: str, told: Told) -> tuple[dict[str, Answer], int]:
    """Give every page that can be reached from the first, in one language, with all its forms."""
    found: dict[str, Answer] = {}
    pages, left_out = 0, 0
    wanted, seen = deque([f"/{language}/"]), {f"/{language}/"}
    while wanted:
        address = wanted.popleft()
        if pages >= MOST and file_of(address).endswith("/index.html"):
            # What else is wanted are forms of the pages that are written.
            left_out += 1
            continue
        answer = _get(application, address)
        if answer.status == 404:
            continue
        found[address] = _whole(answer, address)
        told(len(found), len(found) + len(wanted))
        if not answer.kind.startswith(_PAGE):
            continue
        pages += 1
        for link in links_of(answer.body.decode("utf-8"), address):
            if link.startswith(f"/{language}/") and link not in seen:
                seen.add(link)
                wanted.append(link)
    return found, left_out


def _files(
    application: Any, found: Mapping[str, Answer], languages: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Give every page as a file in each language; what is in none is asked for only once.

    In each language stands what was found in the first.
    """
    there = {_rest(address) for address in found}

    def is_there(link: str) -> bool:
        return link.split("/", 2)[1] in languages and _rest(link) in there

    for first, answer in found.items():
        for language in languages:
            address = f"/{language}/{_rest(first)}"
            if answer.spoken and address != first:
                given = _whole(_get(application, address), address)
            else:
                given = answer
            yield file_of(address), _turned(given, address, is_there)


def _rest(address: str) -> str:
    """Give an address without its language."""
    return address.split("/", 2)[2]


def _whole(answer: Answer, address: str) -> Answer:
    if answer.status != 200:
        raise ZakuroError(
            f"The portal answers {answer.status} at {address}: the folder is not whole."
        )
    return answer


def _get(application: Any, address: str) -> Answer:
    """Give what the portal answers."""
    parts = urlsplit(address)
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(parts.path).encode("utf-8").decode("latin-1"),
        "QUERY_STRING": parts.query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    given: dict[str, Any] = {}

    def start(status: str, headers: list[tuple[str, str]], *_: object) -> None:
        given.update(status=int(status.split(maxsplit=1)[0]), headers=dict(headers))

    body = b"".join(application(environ, start))
    headers = given["headers"]
    kind, spoken = headers.get("Content-Type", ""), "Content-Language" in headers
    return Answer(given["status"], kind, spoken, body)


def _turned(answer: Answer, address: str, is_there: Callable[[str], bool]) -> bytes:
    """Give what was answered as it stands in its file."""
    if not answer.kind.startswith(_TURNED):
        return answer.body
    text = as_file(answer.body.decode("utf-8"), address, is_there)
    if answer.kind.startswith(_PAGE):
        text = _with_data(text, address)
    return text.encode()


def _with_data(page: str, address: str) -> str:
    """Give a page with a way to the data at its foot."""
    language = address.split("/")[1]
    up = "../" * file_of(address).count("/")
    link = f'<span><a href="{up}data/README.md">{say(language, "about.data_title")}</a></span>\n'
    before, foot, after = page.rpartition("</div></footer>")
    return before + (link if foot else "") + foot + after


def _front(languages: Sequence[str]) -> bytes:
    """Give the page at the root: it leads to each language."""
    items = "\n".join(
        f'<li><a href="{code}/" lang="{code}" hreflang="{code}">{figures.own_name(code)}</a></li>'
        for code in languages
    )
    page = (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>zakuro</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<link rel="stylesheet" href="static/portal.css"></head>\n'
        f'<body><main class="wrap"><h1>zakuro</h1>\n<ul class="plain">\n{items}\n</ul>\n'
        '<p><a href="data/README.md">Data</a></p></main></body></html>\n'
    )
    return page.encode()
