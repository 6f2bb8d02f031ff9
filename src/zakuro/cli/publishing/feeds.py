"""What others can follow: news as a feed, days as a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from zakuro.cli.books.options import Given, as_of_option, in_books, today
from zakuro.cli.publishing.writing import language_option, output_option, write
from zakuro.flow.publishing.calendars import calendar as as_calendar
from zakuro.flow.publishing.feeds import feed as as_feed
from zakuro.flow.publishing.subjects import subject_of
from zakuro.model.errors import ZakuroError

address_option = click.option(
    "--address",
    default="",
    metavar="URL",
    help="Where the pages of these books are on the web: https://example.org/en/",
)


def root_of(address: str) -> str:
    """Give the address of the pages, ending in a slash; ZakuroError for what is none."""
    if address and not address.startswith(("https://", "http://")):
        raise ZakuroError(f"{address!r} is no address: write it as https://example.org/en/")
    return address if not address or address.endswith("/") else f"{address}/"


@click.command()
@click.argument("subject", metavar="[P-3|KAZ|X-1|T-1|D-1:s3|claims|things]", default="")
@language_option
@address_option
@output_option("FILE.atom")
@in_books
def feed(given: Given, *, subject: str, language: str, address: str, output: Path | None) -> None:
    """Give what was entered as an Atom feed.

    On a pledge, a party, a decision, a thing (with all that is tied to it), a claim (D-1:s3: what
    it is held against), all claims or all things, or without one on everything; the newest 50
    entries.

    Example: zakuro feed T-1 --output t1.atom
    """
    root = root_of(address)
    with given.open() as books:
        written = as_feed(books, subject_of(books, subject), language, root=root)
    write(written, output)


@click.command()
@click.argument("subject", metavar="[P-3|KAZ|X-1|T-1|things]", default="")
@language_option
@address_option
@output_option("FILE.ics")
@as_of_option
@in_books
def calendar(
    given: Given,
    *,
    subject: str,
    language: str,
    address: str,
    output: Path | None,
    as_of: date,
) -> None:
    """Give what falls due and is silent as a calendar.

    Pledges and milestones of a pledge, party or thing, silences of a decision, or everything; from
    a year before the day on.

    Example: zakuro calendar KAZ --language kk --output kaz.ics
    """
    root = root_of(address)
    moment = datetime.now(UTC) if as_of == today() else datetime.combine(as_of, time.max, UTC)
    with given.open() as books:
        found = subject_of(books, subject)
        if not found.has_days:
            raise ZakuroError(f"Nothing of a claim falls due: `zakuro feed {subject}` follows it.")
        written = as_calendar(books, found, as_of, moment, language, root)
    write(written, output)
