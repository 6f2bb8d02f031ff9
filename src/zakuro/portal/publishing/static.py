"""The read-only portal as static files, for any web host: every page that can be reached."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import msgspec

from zakuro.flow.keeping.books import open_books
from zakuro.flow.publishing.data import data_files
from zakuro.model.errors import ZakuroError
from zakuro.portal.publishing.links import as_file, file_of, links_of
from zakuro.portal.serving.application import STATIC, application_of
from zakuro.portal.site import Site
from zakuro.words import figures
from zakuro.words.catalogue import say

MANIFEST = "zakuro-site.json"
"""The list of the files that were written, by which a folder is known again."""

MOST = 5000
"""How many pages of one language are written at most; further lists and entries are left out."""

_TURNED = ("text/html", "image/svg+xml")


class Made(NamedTuple):
    """What publishing did: how many files there are, how many of them changed or went away.

    ``left_out`` says how many addresses lie beyond the most pages of a language.
    """

    files: int
    written: int
    removed: int
    left_out: int
    without: tuple[str, ...]


def publish(
    books: str,
    folder: Path,
    on: date,
    languages: Sequence[str],
    *,
    address: str = "",
) -> Made:
    """Write books as of a day into a folder; made anew it writes only what changed.

    ``address`` is where the folder will stand on the web, for the links of feeds.  ZakuroError for
    a folder that holds something else.
    """
    before = _before(folder)
    site = Site(books=books, as_of=on, static=True, address=address.rstrip("/"))
    files: dict[str, bytes] = {}
    left_out = 0
    application = application_of(site)
    for language in languages:
        found, beyond = _crawl(application, language)
        left_out += beyond
        files |= _turned(found, languages)
    files |= {f"static/{place.name}": place.read_bytes() for place in Path(str(STATIC)).iterdir()}
    files["index.html"] = _front(books, languages)
    with open_books(books) as opened:
        data, without = data_files(opened, on)
    files |= data
    return Made(len(files), *_write(folder, files, before), left_out, without)


def _crawl(application: Any, language: str) -> tuple[dict[str, tuple[str, bytes]], int]:
    """Give every page that can be reached from the first, in one language, and its type."""
    found: dict[str, tuple[str, bytes]] = {}
    wanted, seen = deque([f"/{language}/"]), {f"/{language}/"}
    while wanted and len(found) < MOST:
        address = wanted.popleft()
        status, kind, body = _get(application, address)
        if status == 404:
            continue
        if status != 200:
            raise ZakuroError(f"The portal answers {status} at {address}: nothing was written.")
        found[address] = kind, body
        if not kind.startswith("text/html"):
            continue
        for link in links_of(body.decode("utf-8"), address):
            if link.startswith(f"/{language}/") and link not in seen:
                seen.add(link)
                wanted.append(link)
    return found, len(wanted)


def _get(application: Any, address: str) -> tuple[int, str, bytes]:
    """Give status, type and body of what the portal answers."""
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
    return given["status"], given["headers"].get("Content-Type", ""), body


def _turned(
    found: Mapping[str, tuple[str, bytes]], languages: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Give the pages as files; in other languages stands what stands in this one."""
    there = {link.partition("/")[2].partition("/")[2] for link in found}

    def is_there(link: str) -> bool:
        language, _, rest = link.removeprefix("/").partition("/")
        return language in languages and rest in there

    for address, (kind, body) in found.items():
        if not kind.startswith(_TURNED):
            yield file_of(address), body
            continue
        text = as_file(body.decode("utf-8"), address, is_there)
        if kind.startswith("text/html"):
            text = _with_data(text, address)
        yield file_of(address), text.encode()


def _with_data(page: str, address: str) -> str:
    """Give a page with a way to the data at its foot."""
    language = address.split("/")[1]
    up = "../" * file_of(address).count("/")
    link = f'<span><a href="{up}data/README.md">{say(language, "about.data_title")}</a></span>\n'
    before, foot, after = page.rpartition("</div></footer>")
    return before + (link if foot else "") + foot + after


def _front(books: str, languages: Sequence[str]) -> bytes:
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


def _before(folder: Path) -> dict[str, str]:
    """Give the files that were written last time, by hash; ZakuroError for another's folder."""
    if not folder.exists() or not any(folder.iterdir()):
        return {}
    place = folder / MANIFEST
    if not place.is_file():
        raise ZakuroError(
            f"{folder} holds something that `zakuro publish` did not write: give an empty folder."
        )
    try:
        return msgspec.json.decode(place.read_bytes(), type=dict[str, str])
    except msgspec.DecodeError as error:
        raise ZakuroError(f"{place} cannot be read ({error}): give an empty folder.") from None


def _write(folder: Path, files: Mapping[str, bytes], before: Mapping[str, str]) -> tuple[int, int]:
    """Write what changed, remove what is no more; give how many of each."""
    digests = {name: sha256(body).hexdigest() for name, body in files.items()}
    written = 0
    try:
        for name, body in files.items():
            place = folder / name
            if before.get(name) == digests[name] and place.is_file():
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(body)
            written += 1
        gone = [name for name in before if name not in files and (folder / name).is_file()]
        for name in gone:
            (folder / name).unlink()
        listed = msgspec.json.format(msgspec.json.encode(digests, order="sorted"), indent=1)
        (folder / MANIFEST).write_bytes(listed)
    except OSError as error:
        raise ZakuroError(f"Cannot write {error.filename}: {error.strerror}.") from None
    return written, len(gone)
