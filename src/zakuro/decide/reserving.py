"""Reservations as treaties have them, an option of the charter: members accept or object to them.

A reservation on an adopted text is accepted by each member that has not objected to it within the
months of the charter after it was made, or by the member's own accession, whichever is later.
"""

from __future__ import annotations

import calendar
from datetime import datetime

from zakuro.decide.decision import Decision, Said
from zakuro.decide.rules import MONTHS_OF_A_YEAR, require_member
from zakuro.model.decisions import Objection
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError


def months_after(moment: datetime, months: int) -> datetime:
    """Give the same day and time so many months later, or the last day of a shorter month."""
    years, month = divmod(moment.month - 1 + months, MONTHS_OF_A_YEAR)
    last = calendar.monthrange(moment.year + years, month + 1)[1]
    return moment.replace(year=moment.year + years, month=month + 1, day=min(moment.day, last))


def answered_until(decision: Decision, said: Said, party: str) -> datetime | None:
    """Give up to when a member can object to a reservation; None where the option is off."""
    months = decision.rules.procedure.reservation_months
    if months is None:
        return None
    until = months_after(said.time, months)
    consent = decision.version.acceded.get(party)
    return until if consent is None else max(until, consent.time)


def accepted_by(decision: Decision, said: Said, now: datetime) -> tuple[str, ...]:
    """Give the bound members that have accepted a reservation by an instant, by not objecting."""
    if said.act != "reservation" or said.taken_back is not None:
        return ()
    return tuple(
        party
        for party in decision.bound(now)
        if party != said.party
        and party not in said.refused
        and (until := answered_until(decision, said, party)) is not None
        and until <= now
    )


def object_to_reservation(decision: Decision, entry: Entry, act: Objection) -> None:
    """Object to another member's reservation; the text stays adopted, for both."""
    party = require_member(decision.rules, entry.author.party, "object to a reservation")
    if decision.rules.procedure.reservation_months is None:
        raise RefusedError(
            "A reservation stands beside the text here, and nobody accepts or refuses it: the "
            "charter gives no procedure.reservation_months."
        )
    said = next((one for one in decision.version.said if one.entry == act.reservation), None)
    if said is None or said.act != "reservation" or said.taken_back is not None:
        raise RefusedError(
            f"E-{act.reservation} is no reservation that stands on version {act.version} of "
            f"{decision.subject}."
        )
    if said.party == party:
        raise RefusedError(f"E-{act.reservation} is {party}'s own: the other members answer it.")
    if decision.state(entry.time) != "adopted":
        raise RefusedError(
            f"{decision.subject} is not adopted: members answer its reservations once it is."
        )
    if party in said.refused:
        raise RefusedError(f"{party} has objected to E-{act.reservation} already.")
    until = answered_until(decision, said, party)
    if until is not None and until <= entry.time:
        raise RefusedError(f"{party} has accepted E-{act.reservation}: its time ended at {until}.")
    said.refused[party] = entry.number
