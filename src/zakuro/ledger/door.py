"""The door: what today's rules ask of a new act, beside what the fold has always asked.

A rule that comes later stands here and not in the fold, so that entries written under older rules
go on being read; ``zakuro verify`` names those that would be refused today.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from zakuro.ledger.account import PledgeAccount, day_of
from zakuro.ledger.arithmetic import exact
from zakuro.ledger.rules import confirming, repeating, values, yardstick
from zakuro.ledger.voices import is_independent
from zakuro.model.acts import Confirmation, Evidence, Report, Reversal, act_of, body_as
from zakuro.model.entry import Entry, Release, sealed_hash, unsealed
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Phase

Rule = Callable[[PledgeAccount, Entry, Any], None]
"""Is shown the account before the act (for a pledge, as just opened), the entry and its body."""


def _not_younger(account: PledgeAccount, entry: Entry, act: Report | Confirmation) -> None:
    """What is reported came after the pledge, or says that it came before.

    A confirmation of a report is as old as the report is.
    """
    if isinstance(act, Confirmation) and act.report is not None:
        if act.before_pledge:
            raise RefusedError(
                f"How old E-{act.report} is it says itself: no --before-pledge here."
            )
        return
    said: date | None = account.pledge.said_on
    on = act.on or day_of(entry)
    before = said is not None and on < said
    if before and not act.before_pledge:
        raise RefusedError(
            f"{on} is before {account.subject} was pledged ({said}): what was given before does "
            "not keep it. If the pledge takes up what had begun, say so (--before-pledge)."
        )
    if act.before_pledge and not before:
        raise RefusedError(
            f"{on} is not before {account.subject} was pledged ({said or 'on a day unknown'}): "
            "leave out --before-pledge."
        )


BEGINNINGS: tuple[Phase, ...] = ("agreed", "signed", "funded", "begun")
"""Phases in which a thing is on its way, and nothing of it delivered."""


def _delivered(account: PledgeAccount, _: Entry, act: Report | Confirmation) -> None:
    """What has only begun is no delivery."""
    if act.phase in BEGINNINGS:
        raise RefusedError(
            f"What is {act.phase} is not delivered yet: lay it beside {account.subject} as "
            f"evidence (`zakuro evidence {account.subject} …`), and report it when it is opened, "
            "in use or done."
        )


def _no_sides(account: PledgeAccount, _: Entry, act: Evidence) -> None:
    """What counts as found by a third must be a third's, and in a unit of the pledge."""
    if act.publisher is None:
        if act.value is not None:
            raise RefusedError(
                "Say who found that, and whose it is: --publisher and --ownership. What a giver or "
                "receiver says is a report or a confirmation."
            )
        return
    if act.value is not None and not is_independent(account, act.publisher):
        raise RefusedError(
            f"{act.publisher} is not independent of {account.subject}: a figure of a party's side "
            "is its report or confirmation; of an unknown owner it is evidence without a value."
        )
    if act.value is not None:
        account.measure_of(act.unit or "")
        if not act.value.is_finite() or act.value < 0:
            raise RefusedError(f"{act.value} is no amount that could be found.")


def _with_the_receiver(account: PledgeAccount, _: Entry, act: Reversal) -> None:
    """A report that was confirmed is taken back with the receiver: its own word goes first."""
    delivery = account.deliveries.get(act.entry)
    if delivery is None or delivery.reversed_by is not None:
        return
    standing = [
        (number, moved.party)
        for number, moved in account.moved.items()
        if moved.delivery == act.entry
        and number not in account.reversals
        and account.entries[number].kind == "confirmation"
    ]
    if standing:
        said = ", ".join(f"{party} (E-{number})" for number, party in standing)
        raise RefusedError(
            f"E-{act.entry} was confirmed by {said}: it is taken back only with the receiver. Let "
            f"its confirmation be taken back first (zakuro reverse E-{standing[0][0]} --by "
            f"{standing[0][1]})."
        )


RULES: dict[str, tuple[Rule, ...]] = {
    "pledge": (values.measures,),
    "allotment": (values.amount,),
    "report": (values.amount, _delivered, _not_younger, repeating.once),
    "confirmation": (values.amount, _delivered, _not_younger, confirming.confirm, repeating.once),
    "dispute": (values.amount, confirming.dispute),
    "milestone": (values.amount, yardstick.milestone),
    "term": (yardstick.term,),
    "agreement": (values.agreement,),
    "evidence": (_no_sides,),
    "reversal": (_with_the_receiver,),
}
"""The rules for each kind of act, in the order in which they are asked."""


@exact
def check(
    account: PledgeAccount, entry: Entry, find: Callable[[str], PledgeAccount | None] | None = None
) -> None:
    """Refuse (RefusedError) a new act that today's rules do not allow.

    ``find`` gives other accounts: a part has to fit into its whole.
    """
    whole = entry.body.get("part_of") if entry.kind in {"pledge", "link"} else None
    if whole is not None and whole != account.subject and find is not None:
        above = find(whole)
        if above is not None:
            values.fits_in(account, above)
    if sealed_hash(entry) is not None:
        return  # asked when it was sealed, and again when it is released
    if entry.kind == "release":
        released = body_as(entry, Release)
        kept = account.sealed.get(released.entry)
        if kept is not None:
            check(account, unsealed(kept, released), find)
        return
    rules = RULES.get(entry.kind, ())
    if rules:
        act = act_of(entry)
        for rule in rules:
            rule(account, entry, act)
