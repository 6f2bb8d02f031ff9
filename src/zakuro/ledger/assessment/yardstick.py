"""By what a pledge is measured on a day: term, milestones, what giver and receiver agreed.

The giver alone does not move it.  Its milestones stand beside the line that follows from the term;
they are the measure only where there is no such line, or once the receiver has agreed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from zakuro.ledger.account import Accord, PledgeAccount, counts_from
from zakuro.ledger.arithmetic import measured
from zakuro.ledger.assessment.codes import Standing
from zakuro.model.acts import Milestone, Term
from zakuro.model.changes import Looked

DAY = timedelta(days=1)


class Search(NamedTuple):
    """A search that found no report: up to which day, by whom, and where."""

    until: date
    who: str
    where: str

    def __str__(self) -> str:
        return f"by {self.who} in {self.where} up to {self.until}"


class Yardstick(NamedTuple):
    """What holds on a day.

    ``milestones`` are those that measure, ``alone`` those that the giver set by itself beside the
    line; ``rests`` is the standing that an agreement gives the pledge, with ``since`` when;
    ``withdrawn`` the parties that took it back, each with its day; ``halted`` those that alone let
    it rest; ``searched`` the last search; ``changes`` says what was agreed.
    """

    term: Term | None
    milestones: tuple[Milestone, ...]
    alone: tuple[Milestone, ...]
    rests: Standing | None
    since: date | None
    withdrawn: Mapping[str, date]
    halted: Mapping[str, date]
    searched: Search | None
    changes: tuple[str, ...]


def yardstick(account: PledgeAccount, on: date) -> Yardstick:
    """Give by what the pledge is measured on a day."""
    term = account.term(on)
    agreed, alone = _milestones(account, on)
    line = term is not None and term.end_date is not None
    if not agreed and not line:
        agreed, alone = alone, ()
    rests, since = _rest(account, on)
    return Yardstick(
        term=term,
        milestones=agreed,
        alone=alone,
        rests=rests,
        since=since,
        withdrawn={party: day for day, party in _withdrawals(account) if day <= on},
        halted=dict(_halted(account, on)),
        searched=max((s for s in _searches(account) if s.until <= on), default=None),
        changes=tuple(text for day, text in _changes(account) if day <= on),
    )


def change_days(account: PledgeAccount) -> list[date]:
    """Give the days on which the yardstick changes, in order."""
    days = [day for day, _ in account.terms_by_day()]
    days += [day for day, _ in _changes(account)]
    days += [day for day, _ in _withdrawals(account)]
    days += [day for day, _, _ in _halts(account)]
    days += [until + DAY for _, _, until in _halts(account) if until is not None]
    days += [day for accord in account.accords.values() for day in _resumes(accord).values()]
    days += [search.until for search in _searches(account)]
    days += [
        counts_from(account.entries[number])
        for number in account.milestones
        if number not in account.reversals
    ]
    days += [
        accord.proposal.until + DAY
        for accord in account.accords.values()
        if _suspends(accord) and accord.proposal is not None and accord.proposal.until
    ]
    return sorted(set(days))


def _milestones(
    account: PledgeAccount, on: date
) -> tuple[tuple[Milestone, ...], tuple[Milestone, ...]]:
    """Give the milestones that the receiver agreed to, and those of the giver alone."""
    agreed: list[Milestone] = []
    alone: list[Milestone] = []
    for number, milestone in account.milestones.items():
        if number in account.reversals or counts_from(account.entries[number]) > on:
            continue
        accord = account.accords.get(number)
        both = accord is not None and accord.since is not None and accord.since <= on
        (agreed if both else alone).append(milestone)
    return tuple(agreed), tuple(alone)


def _in_force(account: PledgeAccount) -> list[tuple[date, int, Accord]]:
    return sorted(
        (
            (accord.since, number, accord)
            for number, accord in account.accords.items()
            if accord.since is not None
        ),
        key=lambda one: one[:2],
    )


def _suspends(accord: Accord) -> bool:
    return (
        accord.since is not None
        and accord.proposal is not None
        and accord.proposal.change == "suspend"
    )


def _rest(account: PledgeAccount, on: date) -> tuple[Standing | None, date | None]:
    """Give the standing that the last agreement up to a day puts the pledge in, and since when."""
    rests: Standing | None = None
    at: date | None = None
    for since, _, accord in _in_force(account):
        change = accord.proposal
        if since > on or change is None:
            continue
        if change.change == "suspend":
            over = change.until is not None and on > change.until
            rests, at = (None, None) if over else ("suspended", since)
        elif change.change == "resume":
            rests, at = None, None
        elif change.change in {"end", "replace"}:
            return "ended by agreement", since
    return rests, at


def _withdrawals(account: PledgeAccount) -> list[tuple[date, str]]:
    return [
        (counts_from(account.entries[number]), account.entries[number].author.party or "")
        for number, act in account.withdrawals.items()
        if number not in account.reversals and not act.for_now
    ]


def _halts(account: PledgeAccount) -> list[tuple[date, str, date | None]]:
    """Give who alone let it rest, from which day and up to which."""
    return [
        (
            counts_from(account.entries[number]),
            account.entries[number].author.party or "",
            act.until,
        )
        for number, act in account.withdrawals.items()
        if number not in account.reversals and act.for_now
    ]


def _halted(account: PledgeAccount, on: date) -> Iterator[tuple[str, date]]:
    """Give the givers that let it rest on a day, with since when; its own word ends a rest."""
    for day, party, until in _halts(account):
        resumed = (_resumes(accord).get(party) for accord in account.accords.values())
        over = any(again is not None and day <= again <= on for again in resumed)
        if day <= on and (until is None or on <= until) and not over:
            yield party, day


def _resumes(accord: Accord) -> Mapping[str, date]:
    """Give who says, each from which day, that it goes on."""
    change = accord.proposal.change if accord.proposal is not None else None
    return accord.agreed if change == "resume" else {}


def _searches(account: PledgeAccount) -> list[Search]:
    return [
        _search(account, number, looked)
        for number, looked in account.searches.items()
        if number not in account.reversals
    ]


def _search(account: PledgeAccount, number: int, looked: Looked) -> Search:
    where = "; ".join(looked.where)
    more = [", ".join(looked.languages), looked.depth]
    where += f" ({'; '.join(one for one in more if one)})" if any(more) else ""
    return Search(looked.until, looked.who or account.entries[number].author.filed_by, where)


def _changes(account: PledgeAccount) -> list[tuple[date, str]]:
    """Give what was agreed, with the day from which it holds."""
    found = []
    for since, number, accord in _in_force(account):
        act = accord.proposal
        if act is None:
            text = "milestone agreed"
        elif act.change == "reduce" and act.value is not None:
            text = f"reduced to {measured(act.value, act.unit or '')}"
        elif act.change == "replace":
            text = f"replaced by {act.by}"
        elif act.change == "prolong":
            text = f"prolonged to {act.until}"
        elif act.change == "suspend":
            text = "suspended" + (f" up to {act.until}" if act.until else "")
        else:
            text = {"resume": "resumed", "end": "ended"}[act.change or "end"]
        found.append((since, f"{text} by agreement of {since} (E-{number})"))
    return found
