"""Results read later, held against the pledges."""

from __future__ import annotations

from decimal import Decimal

import click

from zakuro.cli.books.options import AMOUNT, Given, entering, print_json, print_table
from zakuro.flow.acting import matches as matching
from zakuro.model.errors import ZakuroError


@click.command()
@click.option("--accept", "accepted", multiple=True, metavar="D-7:s12", help="Enter as offered.")
@click.option("--refuse", "refused", multiple=True, metavar="D-7:s12", help="Do not offer again.")
@click.option("--reason", help="Why it is refused.")
@click.option("--value", type=AMOUNT, help="The value to enter, where the words have none.")
@click.option("--to", "receiver", metavar="PARTY", help="The receiver, where several are named.")
@click.option("--document", "document_name", metavar="D-7", help="Only of this document.")
@entering
def matches(
    given: Given,
    *,
    accepted: tuple[str, ...],
    refused: tuple[str, ...],
    reason: str | None,
    value: Decimal | None,
    receiver: str | None,
    document_name: str | None,
) -> None:
    """Hold results read later against the pledges; nothing enters unreviewed.

    Example: zakuro matches --accept D-7:s12
    """
    entered = []
    with given.open() as books:
        offered = {o.name: o for o in matching.matches(books, document_name=document_name)}
        for name in accepted:
            if name not in offered:
                raise ZakuroError(f"{name} is not offered: `zakuro matches` lists what is.")
            entry = matching.accept_match(
                books, offered.pop(name), given.filed_by, value=value, receiver=receiver
            )
            entered.append(entry)
        for name in refused:
            matching.refuse_match(books, name, reason or "", given.filed_by)
            offered.pop(name, None)
    if given.form == "json":
        print_json(entered if accepted or refused else list(offered.values()))
        return
    for name, entry in zip(accepted, entered, strict=True):
        click.echo(f"E-{entry.number}  {entry.subject}  {entry.kind}  from {name}")
    if accepted or refused:
        return
    rows = [
        (o.name, o.match.pledge, o.match.role, o.match.party or "", ", ".join(o.match.why),
         " ".join(o.statement.exact.split()))
        for o in offered.values()
    ]  # fmt: skip
    print_table(("result", "pledge", "as a", "of", "agreeing in", "words"), rows, wrap=(4, 5))
    click.echo("Next: zakuro matches --accept D-…:s…  (or --refuse, with --reason)")
