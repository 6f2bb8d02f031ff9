"""The books for an assistant, by the Model Context Protocol: it asks, and enters nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from zakuro.cli.books.options import Given, in_books, today
from zakuro.flow.keeping.books import open_books
from zakuro.flow.publishing import asking
from zakuro.model.errors import ZakuroError

INSTRUCTIONS = (
    "Double-entry books for promises between nations, read-only. Every answer names the words it "
    "rests on: document, characters and exact words; quote those. Not reported is not the same as "
    "nothing done. Recorded is not endorsed."
)
Answer = dict[str, Any]


def server_of(place: str, as_of: date | None) -> Any:
    """Give the server of some books; ZakuroError where its extra is not installed."""
    try:
        from mcp.server.fastmcp import FastMCP  # noqa: PLC0415 - an extra
        from mcp.types import ToolAnnotations  # noqa: PLC0415 - an extra
    except ImportError:
        raise ZakuroError(
            "This needs the extra: pip install 'zakuro[mcp]' brings all of it."
        ) from None
    server = FastMCP("zakuro", instructions=INSTRUCTIONS, log_level="ERROR")
    only_reads = ToolAnnotations(readOnlyHint=True, openWorldHint=False)

    def day(text: str) -> date:
        return asking.day_of(text) or as_of or today()

    @server.tool(annotations=only_reads)
    def read_text(text: str, language: str = "", published: str = "") -> Answer:
        """Read what a text promises, reports, proposes: statements with exact spans."""
        return asking.read_text(text, language or None, asking.day_of(published))

    @server.tool(annotations=only_reads)
    def check_text(text: str, language: str = "", published: str = "") -> Answer:
        """Check a text against itself, arithmetic and reference rates."""
        return asking.check_text(text, language or None, asking.day_of(published))

    @server.tool(annotations=only_reads)
    def list_pledges(
        giver: str = "",
        receiver: str = "",
        standing: str = "",
        topic: str = "",
        summit: str = "",
        as_of: str = "",
        after: int = 0,
    ) -> Answer:
        """List pledges by giver, receiver (ISO codes as KAZ), standing, topic, summit; fifty."""
        with open_books(place) as books:
            return asking.list_pledges(
                books, day(as_of), after, giver=giver, receiver=receiver, standing=standing,
                topic=topic, summit=summit,
            )  # fmt: skip

    @server.tool(annotations=only_reads)
    def show_pledge(name: str, as_of: str = "") -> Answer:
        """Show one pledge (P-3): its words, figures, every entry with its words, its outlook."""
        with open_books(place) as books:
            return asking.show_pledge(books, name, day(as_of))

    @server.tool(annotations=only_reads)
    def search_words(words: str) -> Answer:
        """Find words in any language, in pledges and documents."""
        with open_books(place) as books:
            return asking.search_words(books, words)

    return server


@click.command()
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="As of this day; else today."
)
@in_books
def mcp(given: Given, *, as_of: Any) -> None:
    """Answer an assistant's questions on texts and books.

    By the Model Context Protocol, over standard input and output: it reads, checks, lists, shows
    and searches, and enters nothing. Every answer names the words it rests on.

    Example: zakuro mcp --books books.db
    """
    with given.open():
        pass  # what is wrong with the books is said before an assistant asks
    server_of(given.place, as_of.date() if as_of else None).run()
