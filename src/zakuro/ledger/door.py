"""The door: what today's rules ask of a new act, beside what the fold has always asked.

A rule that comes later stands here and not in the fold, so that entries written under older rules
go on being read; ``zakuro verify`` names those that would be refused today.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from zakuro.ledger.account import PledgeAccount, day_of
from zakuro.model.acts import Confirmation, Report, act_of
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError

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


RULES: dict[str, tuple[Rule, ...]] = {
    "report": (_not_younger,),
    "confirmation": (_not_younger,),
}
"""The rules for each kind of act, in the order in which they are asked."""


def check(account: PledgeAccount, entry: Entry) -> None:
    """Refuse (RefusedError) a new act that today's rules do not allow."""
    rules = RULES.get(entry.kind, ())
    if rules:
        act = act_of(entry)
        for rule in rules:
            rule(account, entry, act)
