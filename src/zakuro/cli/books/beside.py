"""What stands beside the word of giver and receiver: replies, evidence, publishers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import click

from zakuro.cli.books.options import (
    AMOUNT,
    DAY,
    Given,
    by_party,
    by_party_for_members,
    entering,
    print_entry,
)
from zakuro.flow.acting import beside
from zakuro.flow.acting.take_in import set_publisher
from zakuro.flow.keeping.keeping import keep_evidence
from zakuro.model.errors import ZakuroError
from zakuro.model.source import Publisher
from zakuro.model.source import publisher as publisher_of
from zakuro.words.entries import whose

publisher_option = click.option("--publisher", metavar="NAME", help="Who published it.")
ownership_option = click.option(
    "--ownership",
    metavar="KIND",
    help="Whose that is: government of CHN, state agency of CHN, opposition of CHN, private, "
    "international organisation, unknown.",
)


def published_by(publisher: str | None, ownership: str | None) -> Publisher | None:
    """Give the publisher that two options name; ZakuroError if one of them makes no sense."""
    if publisher is None:
        if ownership is not None:
            raise ZakuroError("An ownership needs whose it is: give --publisher too.")
        return None
    return publisher_of(publisher, ownership or "unknown")


@click.command()
@click.argument("entry", metavar="E-41")
@click.option("--text", default="", help="The reply; else the words of --from.")
@click.option("--on", type=DAY, help="The day of the reply; else of its words, or today.")
@by_party_for_members
def reply(given: Given, *, entry: str, text: str, on: date | None) -> None:
    """Enter a party's reply beside an entry; whoever is named may reply, member or not.

    Example: zakuro reply E-41 --by AFG --from D-9:s2
    """
    with given.open() as books:
        made = beside.reply(
            books,
            entry,
            given.word,
            text=text,
            on=on,
            key=given.key,
            for_members=given.for_members,
        )
    body = made.body
    print_entry(
        made,
        given.form,
        f"to {entry} on {body['on']}; {whose(made)}: {body['text']}",
    )


@click.command()
@click.argument("pledge", metavar="P-3")
@click.option("--text", default="", help="What was said; else the words of --from.")
@click.option("--on", type=DAY, help="The day it was said; else of its words, or today.")
@by_party
def acknowledge(given: Given, *, pledge: str, text: str, on: date | None) -> None:
    """Enter that a receiver has heard or welcomes a promise; no amount moves.

    Example: zakuro acknowledge P-3 --by KAZ --from D-4:s2
    """
    with given.open() as books:
        made = beside.acknowledge(books, pledge, given.word, text=text, on=on, key=given.key)
    print_entry(made, given.form, f"on {made.body['on']}, nothing moves; {whose(made)}")


@click.command()
@click.argument("entry", metavar="E-41|P-3|D-1:s3")
@click.argument("items", nargs=-1, metavar="URL|FILE…")
@click.option("--text", default="", help="What it shows.")
@click.option("--from", "words", metavar="D-7:s12", help="Words of a document as evidence.")
@publisher_option
@ownership_option
@click.option("--value", type=AMOUNT, help="What a publisher of neither side found, in all.")
@click.option("--unit", help="The unit of --value, where the pledge has several measures.")
@click.option("--on", type=DAY, help="Up to which day that was found.")
@click.option("--against", is_flag=True, help="It tells otherwise: two sources, two answers.")
@entering
def evidence(
    given: Given,
    *,
    entry: str,
    items: tuple[str, ...],
    text: str,
    words: str | None,
    publisher: str | None,
    ownership: str | None,
    value: Decimal | None,
    unit: str | None,
    on: date | None,
    against: bool,
) -> None:
    """Lay evidence beside an entry of a pledge, the pledge itself, or a claim that was read.

    That of a publisher of neither side is independent: a column of its own, added to nothing.

    Example: zakuro evidence P-3 https://example.org/audit --publisher "An auditor" --ownership
    private --value 40000000
    """
    if not items and words is None:
        raise ZakuroError("Say what the evidence is: an address, a file, or --from D-7:s12.")
    if unit is not None and value is None:
        raise ZakuroError("--unit says in what --value counts: give --value too.")
    with given.open() as books, books.writing():
        kept = keep_evidence(books, items)
        made = beside.add_evidence(
            books,
            entry,
            kept,
            filed_by=given.filed_by,
            text=text,
            words=words,
            publisher=published_by(publisher, ownership),
            value=value,
            unit=unit,
            on=on,
            against=against,
        )
    told = "against" if against else "of"
    found = f"{made.body['value']} {made.body['unit']} found; " if "value" in made.body else ""
    print_entry(made, given.form, f"{found}{told} {entry}: {', '.join(made.body['evidence'])}")


@click.command()
@click.argument("document", metavar="D-3")
@click.argument("name", metavar="NAME")
@click.argument("ownership", metavar="OWNERSHIP")
@entering
def publisher(given: Given, *, document: str, name: str, ownership: str) -> None:
    """Say who published a document, and whose that publisher is.

    It is shown beside every word that comes from there. OWNERSHIP is one of: government of CHN,
    state agency of CHN, opposition of CHN, private, international organisation, unknown.

    Example: zakuro publisher D-3 Xinhua "state agency of CHN"
    """
    known = publisher_of(name, ownership)
    with given.open() as books:
        made = set_publisher(books, document, known, filed_by=given.filed_by)
    print_entry(made, given.form, str(known))
