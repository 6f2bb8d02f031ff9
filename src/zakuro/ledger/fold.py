"""Entries in, account out: the one door to the ledger, for entries kept and for acts proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from zakuro.ledger.account import PledgeAccount, day_of
from zakuro.ledger.arithmetic import exact
from zakuro.ledger.postings.agreeing import agree, withdraw
from zakuro.ledger.postings.correcting import reverse
from zakuro.ledger.postings.delivering import allot, confirm, dispute, report
from zakuro.model.acts import (
    Acknowledgement,
    Assessment,
    Evidence,
    Join,
    Link,
    Milestone,
    Reply,
    TermSet,
    Unjoin,
    act_of,
)
from zakuro.model.changes import Looked
from zakuro.model.entry import Entry, Release, sealed_hash, unsealed
from zakuro.model.errors import RefusedError


def _giver_only(account: PledgeAccount, entry: Entry, what: str) -> None:
    givers = [giver for debt in account.debts for giver in debt.givers]
    if entry.author.party not in givers:
        raise RefusedError(
            f"Only a giver of {account.subject} ({', '.join(dict.fromkeys(givers))}) can set "
            f"{what}; {entry.author.party or 'nobody'} cannot."
        )


def _milestone(account: PledgeAccount, entry: Entry, act: Milestone) -> None:
    _giver_only(account, entry, "a milestone")
    account.measure_of(act.unit)
    if act.value <= 0:
        raise RefusedError("A milestone needs a value above zero: how much in all by that day.")
    account.milestones[entry.number] = act


def _term(account: PledgeAccount, entry: Entry, act: TermSet) -> None:
    _giver_only(account, entry, "by when it is due")
    if account.pledge.term is not None and account.pledge.term.end_date is not None:
        raise RefusedError(
            f"{account.subject} said by when ({account.pledge.term.edtf}): a promise is not moved; "
            "a later statement with another date opens another pledge."
        )
    start, end = act.term.start_date, act.term.end_date
    if end is None or (start is not None and start >= end):
        raise RefusedError("A term needs an end, after its start.")
    account.terms[entry.number] = act


def _looked(account: PledgeAccount, entry: Entry, act: Looked) -> None:
    if entry.author.party is not None:
        raise RefusedError("Who searches does so in its own name, not as a party: leave out --by.")
    if not any(place.strip() for place in act.where):
        raise RefusedError("Say in which sources was searched: give --in.")
    if act.until > day_of(entry):
        raise RefusedError(f"{act.until} has not come yet: nobody has searched up to it.")
    account.searches[entry.number] = act


def _assessment(account: PledgeAccount, entry: Entry, act: Assessment) -> None:
    if entry.author.party is not None:
        raise RefusedError("An assessor scores in its own name, not as a party: leave out --by.")
    if not act.evidence and act.value is not None:
        raise RefusedError("An assessment needs what it rests on: give --evidence.")
    givers = dict.fromkeys(giver for debt in account.debts for giver in debt.givers)
    if act.party not in givers:
        raise RefusedError(
            f"{act.party} promised nothing in {account.subject}; its givers are "
            f"{', '.join(givers)}."
        )
    account.assessments[entry.number] = act


def _evidence(account: PledgeAccount, entry: Entry, act: Evidence) -> None:
    _beside(account, act.entry)
    if not act.evidence:
        raise RefusedError("Say what the evidence is: an address or a file.")
    account.evidence[entry.number] = act


def _beside(account: PledgeAccount, number: int) -> None:
    if number not in account.entries:
        raise RefusedError(f"E-{number} is no entry of {account.subject}.")


def _reply(account: PledgeAccount, entry: Entry, act: Reply) -> None:
    _beside(account, act.entry)
    if entry.author.party is None:
        raise RefusedError("A reply is the word of a party: give --by.")
    if not act.text.strip():
        raise RefusedError("A reply needs its words: give --text, or --from D-…:s….")
    account.replies[entry.number] = act


def _acknowledgement(account: PledgeAccount, entry: Entry, _: Acknowledgement) -> None:
    receivers = dict.fromkeys(party for debt in account.debts for party in debt.receivers)
    if entry.author.party not in receivers:
        raise RefusedError(
            f"Only a receiver of {account.subject} ({', '.join(receivers)}) acknowledges it; "
            f"{entry.author.party or 'nobody'} can reply to it (`zakuro reply "
            f"E-{account.opening.number}`)."
        )


def _join(account: PledgeAccount, entry: Entry, act: Join) -> None:
    if act.statement == account.pledge.statement or any(
        join.statement == act.statement
        for number, join in account.joins.items()
        if number not in account.reversals
    ):
        raise RefusedError(f"{act.statement} belongs to {account.subject} already.")
    account.joins[entry.number] = act


def _unjoin(account: PledgeAccount, entry: Entry, act: Unjoin) -> None:
    if act.entry not in account.joins or act.entry in account.reversals:
        raise RefusedError(
            f"E-{act.entry} joins nothing to {account.subject} that could be undone."
        )
    account.reversals[act.entry] = entry.number


def _link(account: PledgeAccount, _: Entry, act: Link) -> None:
    if act.part_of == account.subject:
        raise RefusedError(f"{account.subject} cannot be part of itself.")
    account.part_of = act.part_of


def _release(account: PledgeAccount, entry: Entry, act: Release) -> None:
    """Enter what was sealed: it counts from its own day on, now that everybody can read it."""
    kept = account.sealed.get(act.entry)
    if kept is None:
        raise RefusedError(f"E-{act.entry} is no sealed entry of {account.subject}.")
    author = (kept.author.party, kept.author.basis == "signed")
    if (entry.author.party, entry.author.basis == "signed") != author:
        raise RefusedError(
            f"E-{act.entry} is the word of {kept.author.party}: only its author releases it"
            f"{', signed as it was' if author[1] else ''}."
        )
    said = unsealed(kept, act)
    _ACTS[said.kind](account, said, act_of(said))
    account.entries[said.number] = said
    del account.sealed[said.number]


_ACTS: dict[str, Callable[[PledgeAccount, Entry, Any], None]] = {
    "allotment": allot,
    "report": report,
    "confirmation": confirm,
    "dispute": dispute,
    "reversal": reverse,
    "milestone": _milestone,
    "term": _term,
    "assessment": _assessment,
    "agreement": agree,
    "pledge-withdrawal": withdraw,
    "looked": _looked,
    "evidence": _evidence,
    "join": _join,
    "unjoin": _unjoin,
    "link": _link,
    "reply": _reply,
    "acknowledgement": _acknowledgement,
    "release": _release,
}


@exact
def apply(account: PledgeAccount, entry: Entry) -> None:
    """Enter one more entry into the account; raise RefusedError, leaving it unchanged, if not."""
    act = _ACTS.get(entry.kind)
    if act is None:
        raise RefusedError(f"A {entry.kind} is no act on a pledge.")
    if account.closed:
        raise RefusedError(
            f"{account.subject} was closed as opened by mistake (E-"
            f"{account.reversals[account.opening.number]}): nothing is entered in it any more."
        )
    if sealed_hash(entry) is not None:
        # It moves nothing that people read until all can check it: see docs/decisions/0024.
        account.sealed[entry.number] = entry
    else:
        act(account, entry, act_of(entry))
        account.entries[entry.number] = entry
    account.last = entry


@exact
def fold(entries: Iterable[Entry]) -> PledgeAccount | None:
    """Give the account of one pledge from all its entries in order; None when there are none."""
    account: PledgeAccount | None = None
    for entry in entries:
        if account is None:
            if entry.kind != "pledge":
                raise RefusedError(f"{entry.subject} has not been opened.")
            account = PledgeAccount(entry)
        else:
            apply(account, entry)
    return account
