"""What the giver may say of the way: no milestone in the past, none that falls, one term only."""

from __future__ import annotations

from zakuro.ledger.account import PledgeAccount, counts_from
from zakuro.ledger.arithmetic import measured
from zakuro.model.acts import Milestone, TermSet
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError


def milestone(account: PledgeAccount, entry: Entry, act: Milestone) -> None:
    """Refuse a milestone of the past, outside the term, above the pledge, or that falls."""
    if not _is_giver(account, entry):
        return  # the fold says why it cannot
    since, term = counts_from(entry), account.term()
    if act.on < since:
        raise RefusedError(
            f"A milestone counts from {since}, the day of its word, and {act.on} is before it: "
            "what is past is measured as it was."
        )
    if term is not None and term.end_date is not None and act.on >= term.end_date:
        raise RefusedError(
            f"{account.subject} is due before {term.end_date}: a milestone is on the way to it. A "
            f"later day is agreed (`zakuro agree {account.subject} --prolong-to DAY`)."
        )
    if term is not None and term.start_date is not None and act.on < term.start_date:
        raise RefusedError(f"{act.on} is before the time of {account.subject} ({term.start_date}).")
    measure = account.measures.get(act.unit)
    if measure is not None and act.value > max(measure.value, measure.high or measure.value):
        raise RefusedError(
            f"{account.subject} promises {measured(measure.value, act.unit)}: a milestone is no "
            "more than that."
        )
    _rises(account, act)


def _is_giver(account: PledgeAccount, entry: Entry) -> bool:
    return any(entry.author.party in debt.givers for debt in account.debts)


def _rises(account: PledgeAccount, act: Milestone) -> None:
    for number, other in account.milestones.items():
        if number in account.reversals or other.unit != act.unit:
            continue
        rising = act.value < other.value if act.on < other.on else act.value > other.value
        if act.on == other.on or not rising:
            raise RefusedError(
                f"E-{number} says {measured(other.value, act.unit)} by {other.on}: milestones rise "
                f"with the days. Take it back first (`zakuro reverse E-{number}`)."
            )


def term(account: PledgeAccount, entry: Entry, act: TermSet) -> None:
    """Refuse a second term, one before the pledge, and one that is over when it is set."""
    if not _is_giver(account, entry):
        return  # the fold says why it cannot
    for number in account.terms:
        if number not in account.reversals:
            raise RefusedError(
                f"E-{number} says already by when {account.subject} is due: the first word stands. "
                f"Another day is agreed (`zakuro agree {account.subject} --prolong-to DAY`)."
            )
    end, said, since = act.term.end_date, account.pledge.said_on, counts_from(entry)
    if end is not None and said is not None and end <= said:
        raise RefusedError(f"{account.subject} was pledged on {said}: it cannot be due before it.")
    if end is not None and end <= since:
        raise RefusedError(
            f"A term counts from {since}, the day of its word: it cannot be over by then."
        )
