"""Results read later, held against the pledges."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import click

from zakuro.cli.books.options import (
    AMOUNT,
    DAY,
    Given,
    again_option,
    circumstances_options,
    entering,
    print_json,
    print_table,
)
from zakuro.cli.modes import Mode, chosen
from zakuro.cli.reviewing.showing import amount
from zakuro.flow.acting import matches as matching
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError
from zakuro.words.entries import kind, whose

GIVING = (
    "value", "to", "on", "rate", "rate_source", "again", "phase", "counted_by", "method",
)  # fmt: skip
MODES = (
    Mode("list", "", ("document",)),
    Mode("accept", "accept", GIVING, alone=False),
    Mode("refuse", "refuse", ("reason",), alone=False),
)


@click.command()
@click.option("--accept", multiple=True, metavar="D-7:s12", help="Enter as offered.")
@click.option("--value", type=AMOUNT, help="The value to enter, where the words have none.")
@click.option("--to", metavar="PARTY", help="The receiver, where several are named.")
@click.option("--on", type=DAY, help="The day, where the words have another or none.")
@click.option("--rate", type=AMOUNT, help="Units of the pledge for one of the currency said.")
@click.option("--rate-source", help="Who published the rate.")
@circumstances_options
@again_option
@click.option("--refuse", multiple=True, metavar="D-7:s12", help="Do not offer again.")
@click.option("--reason", help="Why it is refused.")
@click.option("--document", metavar="D-7", help="Only of this document.")
@entering
def matches(given: Given, **values: Any) -> None:
    """Hold results read later against the pledges; nothing enters unreviewed.

    What is offered shows the very entry that accepting it makes.  What tells again what stands in
    the books is laid beside it, and counts once.

    Example: zakuro matches --accept D-7:s12
    """
    chosen(MODES, values)
    accepted, refused = values["accept"], values["refuse"]
    if len(accepted) > 1 and any(values[option] for option in GIVING if option != "again"):
        raise ZakuroError("What is given with --accept is of one result: accept the others apart.")
    choice = matching.Choice(
        value=values["value"],
        receiver=values["to"],
        on=values["on"],
        rate=values["rate"],
        rate_source=values["rate_source"],
        again=values["again"],
        phase=values["phase"],
        counted_by=values["counted_by"],
        method=values["method"],
    )
    entered: list[tuple[str, Entry]] = []
    with given.open() as books:
        for name in accepted:  # offered anew each time: what was entered may have been told again
            offered = {o.name: o for o in matching.matches(books)}
            if name not in offered:
                raise ZakuroError(f"{name} is not offered: `zakuro matches` lists what is.")
            entry = matching.accept_match(books, offered[name], given.filed_by, choice)
            entered.append((name, entry))
        for name in refused:
            if not values["reason"]:
                raise ZakuroError("A refusal needs its --reason.")
            matching.refuse_match(books, name, values["reason"], given.filed_by)
        done = accepted or refused
        left = [] if done else list(matching.matches(books, document_name=values["document"]))
    if given.form == "json":
        print_json([entry for _, entry in entered] if done else left)
        return
    for name, entry in entered:
        click.echo(f"E-{entry.number}  {entry.subject}  {_entered(entry)}  from {name}")
    if done:
        return
    print_table(("result", "pledge", "would enter", "agreeing in"), map(_row, left), wrap=(2, 3))
    if left:
        click.echo(f"Next: zakuro matches --accept {left[0].name}  (or --refuse, with --reason)")


def _row(offered: matching.Offered) -> tuple[str, ...]:
    words = " ".join(offered.statement.exact.split())
    return (
        offered.name,
        offered.match.pledge,
        f"{_would(offered.would)}\n“{words}”",
        ", ".join(offered.match.why),
    )


def _would(would: matching.Would) -> str:
    if would.kind == "evidence" and would.circumstances.phase:
        return f"evidence: {would.circumstances.phase}, nothing delivered yet"
    if would.kind == "evidence":
        return "evidence: neither giver nor receiver says it"
    if would.kind == "again":
        return f"nothing new: it tells {would.of} again"
    figure = "?"
    if would.value is not None and would.unit is not None:
        figure = amount(would.value, would.unit) + (" (counted)" if would.counted else "")
    sides = f"{would.giver or '?'} → {would.receiver or '?'}".replace("? → ?", "")
    of = f" of {would.of}" if would.of else ""
    asks = f"; needs {' and '.join(would.asks)}" if would.asks else ""
    return f"{would.kind}{of}: {figure}, {sides}, on {would.on or 'a day not said'}{asks}"


def _entered(entry: Entry) -> str:
    body = entry.body
    if entry.kind == "evidence":
        return f"evidence beside E-{body['entry']}"
    figure = body["value"]
    unit = body.get("unit")
    to = f" to {body['receiver']}" if "receiver" in body else ""
    of = f" of E-{body['report']}" if body.get("report") else ""
    on = f" on {body['on']}" if body.get("on") else ""
    said = amount(Decimal(figure), unit) if unit else figure
    return f"{kind(entry.kind)} {said}{to}{of}{on}; {whose(entry)}"
