"""The portal: serve books to readers, or open them for oneself."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
import threading
import webbrowser
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import msgspec

from zakuro.cli.books.options import DAY, Given, making, on_books
from zakuro.flow.demo import AS_OF, make_demo
from zakuro.flow.keeping.books import make_books, open_books
from zakuro.model.acts import Charter
from zakuro.model.errors import ZakuroError


def portal() -> Any:
    """Give what serves the portal; ZakuroError where its extra is not installed."""
    try:
        from zakuro.portal.serving import server  # noqa: PLC0415 - the other commands need no web server
    except ImportError as error:
        raise ZakuroError(
            f"The portal needs {error.name}: pip install 'zakuro[portal]' brings all of it."
        ) from None
    return server


@click.command()
@click.argument("place", metavar="BOOKS", required=False)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--address", default="127.0.0.1", show_default=True, help="0.0.0.0 for all networks.")
@click.option("--host", "hosts", multiple=True, help="A name it answers to; may be repeated.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option("--as-of", type=DAY, metavar="DAY", help="The day shown at first; else today.")
@click.option("--demo", is_flag=True, help="The bundled example, in place of BOOKS.")
@click.option("--members", is_flag=True, help="People log in and act, by invitation.")
@click.option("--administrator", metavar="EMAIL", help="Who invites the others at the first start.")
@click.option("--users", metavar="FILE", help="Their accounts; else BOOKS.users.db.")
@click.option("--borders", metavar="FILE", help="Another map's borders: a TopoJSON file.")
@click.option("--url", default="", metavar="URL", help="How the world reaches it (https://…).")
@on_books
def serve(
    given: Given,
    *,
    place: str | None,
    port: int,
    address: str,
    hosts: tuple[str, ...],
    workers: int,
    as_of: date | None,
    demo: bool,
    members: bool,
    administrator: str | None,
    users: str | None,
    borders: str | None,
    url: str,
) -> None:
    """Serve books as web pages, for anyone to read; with --members those who log in may act.

    Example: zakuro serve books.db --port 8000
    """
    serving = portal()
    with contextlib.ExitStack() as stack:
        if demo:
            books = str(Path(stack.enter_context(TemporaryDirectory())) / "demo.db")
            make_demo(Path(books)).close()
            as_of = as_of or AS_OF
        else:
            books = place or given.place
            with open_books(books):
                pass  # what is wrong with the books is said before the server starts
        shown = url or f"http://{address}:{port}/"
        site = serving.Site(books=books, as_of=as_of, hosts=hosts or ("*",), address=url)
        if borders:
            serving.check_borders(borders)  # said before the server starts
            site = msgspec.structs.replace(site, borders=str(Path(borders).resolve()))
        if members:
            site = msgspec.structs.replace(site, mode="members", users=users or users_of(books))
            first = administrator or f"{given.filed_by}@localhost.localdomain"
            if invitation := serving.prepare(site, first):
                click.echo(f"Nobody can invite others yet. Become the administrator ({first}) at")
                click.echo(f"  {shown.rstrip('/')}/{invitation}")
        click.echo(f"Serving {'the demo' if demo else books} at {shown}  (Ctrl+C ends it)")
        if demo and has_screen():
            threading.Timer(1.5, webbrowser.open, [shown]).start()
        serving.serve(site, address=address, port=port, workers=workers)


def users_of(books: str) -> str:
    """Give where the accounts of those who act on books stand: beside them."""
    if "://" in books:
        raise ZakuroError(
            "Say in which file the accounts are to be kept: --users users.db. Only entries go into "
            "the books."
        )
    return f"{books}.users.db"


@click.command("open")
@click.argument("place", metavar="BOOKS", default="zakuro-books.db")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Else one that is free.")
@click.option("--browser/--no-browser", default=True, help="Open the page where there is a screen.")
@click.option("--as-of", type=DAY, metavar="DAY", help="The day shown at first; else today.")
@making
def open_(given: Given, *, place: str, port: int, browser: bool, as_of: date | None) -> None:
    """Open books as web pages on this machine, for you alone: add, read, review, report.

    BOOKS is a file or postgresql://…; books that are not there are made.  Only this machine can
    reach the pages, and only by the address that is printed.

    Example: zakuro open my-books.db
    """
    serving = portal()
    made = make_or_open(place, given.filed_by)
    site = serving.Site(
        books=place,
        mode="open",
        as_of=as_of,
        person=given.filed_by,
        token=secrets.token_urlsafe(24),
        hosts=(serving.HERE, "localhost"),
    )
    port = port or serving.free_port()
    address = f"http://{serving.HERE}:{port}/?token={site.token}"
    click.echo(f"{'New books in' if made else 'Books in'} {place}, open for you alone at")
    click.echo(f"  {address}")
    click.echo("Ctrl+C closes them.")
    if browser and has_screen():
        threading.Timer(1.5, webbrowser.open, [address]).start()
    serving.serve(site, port=port)


def make_or_open(place: str, filed_by: str) -> bool:
    """Make books at a place where there are none; say whether they were made."""
    if "://" in place or Path(place).exists():
        with open_books(place):
            return False
    name = f"zakuro.local/{Path(place).stem}"
    make_books(place, Charter(name=Path(place).stem), name=name, filed_by=filed_by).close()
    return True


def has_screen() -> bool:
    """Tell whether somebody sits here, with a screen to show a page on."""
    shown = sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    return shown and sys.stdout.isatty()
