"""The portal: serve books to readers, or open them for oneself."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from zakuro.cli.books.options import DAY, Given, on_books
from zakuro.flow.keeping.books import open_books
from zakuro.model.errors import ZakuroError


def portal() -> Any:
    """Give what serves the portal; ZakuroError where its extra is not installed."""
    try:
        from zakuro.portal import serving  # noqa: PLC0415 - the other commands need no web server
    except ImportError as error:
        raise ZakuroError(
            f"The portal needs {error.name}: pip install 'zakuro[portal]' brings all of it."
        ) from None
    return serving


@click.command()
@click.argument("place", metavar="BOOKS", required=False)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--address", default="127.0.0.1", show_default=True, help="0.0.0.0 for all networks.")
@click.option("--host", "hosts", multiple=True, help="A name it answers to; may be repeated.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option("--as-of", type=DAY, metavar="DAY", help="The day shown at first; else today.")
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
) -> None:
    """Serve books as web pages, for anyone to read; nothing can be entered there.

    Example: zakuro serve books.db --port 8000
    """
    serving = portal()
    books = place or given.place
    with open_books(books):
        pass  # what is wrong with the books is said before the server starts
    click.echo(f"Serving {books} at http://{address}:{port}/  (Ctrl+C ends it)")
    site = serving.Site(books=books, as_of=as_of, hosts=hosts or ("*",))
    serving.serve(site, address=address, port=port, workers=workers)
