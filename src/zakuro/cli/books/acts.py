"""The acts of the parties: allot, report, confirm, dispute, reverse, milestone, term."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import click

from zakuro.cli.books.options import (
    AMOUNT,
    DAY,
    ENTRY,
    ENTRY_OR_PLEDGE,
    PLEDGE,
    Given,
    again_option,
    by_author,
    by_party,
    by_party_for_members,
    circumstances_options,
    evidence_option,
    print_entry,
)
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Circumstances
from zakuro.flow.keeping.keeping import keep_evidence
from zakuro.ledger.arithmetic import plain
from zakuro.model.acts import Term
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Phase
from zakuro.model.vocabulary import unit_label
from zakuro.words.entries import whose

before_pledge_option = click.option(
    "--before-pledge", is_flag=True, help="It was before the pledge was made, and is to count."
)


def _amount(entry: Any) -> str:
    """Give the amount of an entry that was made, with its unit."""
    figure = plain(Decimal(entry.body["value"]))
    return f"{figure} {unit_label(entry.body.get('unit', ''), one=figure == '1')}".rstrip()


def _rate(rate: dict[str, str] | None) -> str:
    """Give the amount in the other currency, and the rate with its source."""
    if rate is None:
        return ""
    value, at = (plain(Decimal(rate[name]), 12) for name in ("value", "rate"))
    return f" ({value} {rate['unit']} at {at}, {rate['source']})"


def _basis(entry: Any) -> str:
    source = entry.body.get("source")
    where = f" ({source.get('statement') or source['document']})" if source else ""
    return f"{whose(entry)}{where}"


@click.command()
@click.argument("pledge", metavar="P-3", type=PLEDGE)
@click.option("--to", "receiver", required=True, metavar="PARTY", help="Whose share it is.")
@click.option("--value", type=AMOUNT, required=True, help="How much, in the pledge's unit.")
@click.option("--unit", help="The unit, where the pledge has several measures.")
@by_party
def allot(
    given: Given,
    *,
    pledge: str,
    receiver: str,
    value: Decimal,
    unit: str | None,
) -> None:
    """Divide a pledge to a group.

    Example: zakuro allot P-3 --to KAZ --value 400000000 --by CHN
    """
    with given.open() as opened:
        entry = acts.allot(
            opened,
            pledge,
            given.word,
            receiver=receiver,
            value=value,
            unit=unit,
            key=given.key,
        )
    print_entry(entry, given.form, f"{_amount(entry)} to {receiver}")


@click.command()
@click.argument("pledge", metavar="P-3", type=PLEDGE)
@click.option("--to", "receiver", metavar="PARTY", help="To whom; may be left out if only one.")
@click.option("--value", type=AMOUNT, help="How much; else what the words of --from state.")
@click.option("--unit", help="The unit; another currency needs --rate.")
@click.option("--on", type=DAY, help="The day of the delivery.")
@before_pledge_option
@again_option
@click.option("--rate", type=AMOUNT, help="Units of the pledge for one --unit.")
@click.option("--rate-source", help="Who published the rate.")
@circumstances_options
@evidence_option
@by_party
def report(
    given: Given,
    *,
    pledge: str,
    receiver: str | None,
    value: Decimal | None,
    unit: str | None,
    on: date | None,
    rate: Decimal | None,
    rate_source: str | None,
    before_pledge: bool,
    again: bool,
    phase: Phase | None,
    counted_by: str | None,
    method: str | None,
    evidence: tuple[str, ...],
) -> None:
    """Report a delivery, as the giver.

    Example: zakuro report P-3 --by CHN --to KAZ --value 150000000 --on 2025-09-30
    """
    with given.open() as opened, opened.writing():
        entry = acts.report(
            opened,
            pledge,
            given.word,
            receiver=receiver,
            value=value,
            unit=unit,
            on=on,
            rate=rate,
            rate_source=rate_source,
            evidence=keep_evidence(opened, evidence),
            before_pledge=before_pledge,
            again=again,
            circumstances=Circumstances(phase=phase, counted_by=counted_by, method=method),
            key=given.key,
        )
    body = entry.body
    to = f"{body['receiver']} on {body['on']}"
    print_entry(
        entry,
        given.form,
        f"{_amount(entry)}{_rate(body.get('rate'))} to {to}; {_basis(entry)}",
    )


@click.command()
@click.argument("entry", metavar="E-41|P-3", type=ENTRY_OR_PLEDGE)
@click.option("--value", type=AMOUNT, help="How much; else all that is not yet confirmed.")
@click.option("--unit", help="The unit, for a pledge with several measures.")
@click.option("--giver", metavar="PARTY", help="Who gave it, for a pledge of several.")
@click.option("--on", type=DAY, help="The day of the receiver's word.")
@before_pledge_option
@again_option
@circumstances_options
@evidence_option
@by_party
def confirm(
    given: Given,
    *,
    entry: str,
    value: Decimal | None,
    unit: str | None,
    giver: str | None,
    on: date | None,
    before_pledge: bool,
    again: bool,
    phase: Phase | None,
    counted_by: str | None,
    method: str | None,
    evidence: tuple[str, ...],
) -> None:
    """Confirm a report, as the receiver; or, by P-3, what nobody has reported.

    Example: zakuro confirm E-41 --by KAZ
    """
    word, key = given.word, given.key
    said = Circumstances(phase=phase, counted_by=counted_by, method=method)
    with given.open() as opened, opened.writing():
        kept = keep_evidence(opened, evidence)
        if entry.startswith("P-"):
            if value is None:
                raise ZakuroError(f"Say how much of {entry} was received: --value.")
            made = acts.receive(
                opened, entry, word, value=value, unit=unit, giver=giver, on=on, evidence=kept,
                before_pledge=before_pledge, again=again, circumstances=said, key=key,
            )  # fmt: skip
        elif before_pledge:
            raise ZakuroError(
                f"--before-pledge goes with a pledge (P-3): how old {entry} is it says itself."
            )
        else:
            made = acts.confirm(
                opened, entry, word, value=value, on=on, evidence=kept, again=again,
                circumstances=said, key=key,
            )  # fmt: skip
    how = " received without a report" if "report" not in made.body else ""
    print_entry(made, given.form, f"{_amount(made)} of {entry}{how}; {_basis(made)}")


@click.command()
@click.argument("entry", metavar="E-41", type=ENTRY)
@click.option("--reason", required=True, help="Why it is disputed.")
@click.option("--value", type=AMOUNT, help="How much of it; else all that is under way.")
@click.option("--on", type=DAY, help="The day of the receiver's word.")
@evidence_option
@by_party_for_members
def dispute(
    given: Given,
    *,
    entry: str,
    reason: str,
    value: Decimal | None,
    on: date | None,
    evidence: tuple[str, ...],
) -> None:
    """Dispute a report, as the receiver.

    Example: zakuro dispute E-41 --by KAZ --reason "only 100 million arrived" --value 50000000
    """
    with given.open() as opened, opened.writing():
        made = acts.dispute(
            opened,
            entry,
            given.word,
            reason=reason,
            value=value,
            on=on,
            evidence=keep_evidence(opened, evidence),
            key=given.key,
            for_members=given.for_members,
        )
    print_entry(made, given.form, f"{_amount(made)} of {entry}: {reason}; {_basis(made)}")


@click.command()
@click.argument("entry", metavar="E-41", type=ENTRY)
@click.option("--reason", required=True, help="Why it is taken back.")
@by_author
def reverse(given: Given, *, entry: str, reason: str) -> None:
    """Take an entry back, as its author; both stay in the books.

    Example: zakuro reverse E-41 --by CHN --reason "entered twice"
    """
    with given.open() as opened:
        made = acts.reverse(
            opened,
            entry,
            reason=reason,
            filed_by=given.filed_by,
            word=given.word if given.party else None,
            key=given.key,
        )
    print_entry(made, given.form, f"of {entry}: {reason}")


@click.command()
@click.argument("pledge", metavar="P-3", type=PLEDGE)
@click.option("--on", type=DAY, required=True, help="By the end of this day.")
@click.option("--value", type=AMOUNT, required=True, help="How much in all by then.")
@click.option("--unit", help="The unit, where the pledge has several measures.")
@click.option("--text", default="", help="What is to be done by then, in words.")
@by_party
def milestone(
    given: Given,
    *,
    pledge: str,
    on: date,
    value: Decimal,
    unit: str | None,
    text: str,
) -> None:
    """Set how much is due by a day, as the giver; milestones replace the even line.

    Example: zakuro milestone P-1 --on 2026-06-30 --value 2 --by CHN --text "two centres open"
    """
    with given.open() as opened:
        made = acts.set_milestone(
            opened,
            pledge,
            given.word,
            on=on,
            value=value,
            unit=unit,
            text=text,
            key=given.key,
        )
    print_entry(made, given.form, f"{_amount(made)} by {on}")


@click.command()
@click.argument("pledge", metavar="P-3", type=PLEDGE)
@click.option("--end", type=DAY, required=True, help="The last day on which it is in time.")
@click.option("--start", type=DAY, help="The first day.")
@by_party
def term(
    given: Given,
    *,
    pledge: str,
    end: date,
    start: date | None,
) -> None:
    """Set by when a pledge is due that did not say, as the giver.

    Example: zakuro term P-2 --end 2026-12-31 --by CHN
    """
    with given.open() as opened:
        made = acts.set_term(
            opened,
            pledge,
            given.word,
            term=Term(start_date=start, end_date=end + timedelta(days=1), edtf=f"../{end}"),
            key=given.key,
        )
    print_entry(made, given.form, f"by {end}")
