"""The rules by which the members of a charter decide, ready to be asked."""

from __future__ import annotations

import zoneinfo
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from zakuro.model.acts import Charter
from zakuro.model.decisions import Office, Procedure
from zakuro.model.errors import RefusedError

MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True)
class Rules:
    """The rules that hold at a moment.

    ``members`` are the members, groups spelled out; ``languages`` the working languages; the
    shares of ``procedure`` stand here as fractions, absent where the option is off.
    """

    members: tuple[str, ...]
    languages: tuple[str, ...]
    procedure: Procedure
    quorum: Fraction
    abstention: Fraction | None
    non_participation: Fraction | None

    @property
    def shortest(self) -> timedelta:
        """The shortest silence."""
        return timedelta(hours=self.procedure.minimum_hours)

    @property
    def days_to_challenge(self) -> timedelta:
        """How long a meeting's decision can be challenged."""
        return timedelta(days=self.procedure.challenge_days)

    def chair(self, now: datetime) -> str | None:
        """Give who holds the chair at an instant (by the day in UTC); None where nobody does."""
        return holder(self.procedure.chair, now.astimezone(UTC).date())

    def fails(self, abstained: Collection[str], out: Collection[str]) -> str | None:
        """Say why so many abstaining or not taking part leave no decision; None if they do not."""
        for share, who, word in (
            (self.abstention, abstained, "abstain"),
            (self.non_participation, out, "do not take part"),
        ):
            found = len(set(who) & set(self.members))
            if share is not None and found >= share * len(self.members):
                return f"{found} of {len(self.members)} members {word}; {share} or more fail it"
        return None


def holder(office: Office, day: date) -> str | None:
    """Give who holds an office on a day."""
    if not office.order:
        return None
    if not office.months or office.since is None or day < office.since:
        return office.order[0]
    since = office.since
    passed = (day.year - since.year) * MONTHS_OF_A_YEAR + day.month - since.month
    if day.day < since.day:
        passed -= 1
    return office.order[passed // office.months % len(office.order)]


def rules_of(charter: Charter) -> Rules:
    """Give the rules of a charter that has no :func:`problems`."""
    procedure = charter.procedure
    return Rules(
        members=_members(charter),
        languages=charter.languages,
        procedure=procedure,
        quorum=Fraction(procedure.quorum or 1),
        abstention=_share(procedure.abstention),
        non_participation=_share(procedure.non_participation),
    )


def _members(charter: Charter) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            member for code in charter.members for member in charter.groups.get(code) or (code,)
        )
    )


def _share(written: str | None) -> Fraction | None:
    return None if written is None else Fraction(written)


def problems(charter: Charter) -> Iterator[str]:
    """Give what in the procedure of a charter cannot be used, in words."""
    procedure, members = charter.procedure, _members(charter)
    for name, parties in (
        ("chair.order", procedure.chair.order),
        ("bureau", procedure.bureau),
        ("zones", tuple(procedure.zones)),
    ):
        strange = [p for p in parties if p not in (*members, *procedure.observers)]
        if strange:
            yield f"procedure.{name}: {', '.join(strange)} is no member."
    observing = [p for p in procedure.observers if p in members]
    if observing:
        yield f"procedure.observers: {', '.join(observing)} is a member, and no observer."
    office = procedure.chair
    if office.months < 0 or (office.months and office.since is None):
        yield "procedure.chair: an office that turns needs since (a day) and months above 0."
    if procedure.minimum_hours < 1 or procedure.challenge_days < 1:
        yield "procedure: minimum_hours and challenge_days are at least 1."
    if procedure.reservation_months is not None and procedure.reservation_months < 1:
        yield "procedure.reservation_months: at least 1, or none."
    for name in ("quorum", "abstention", "non_participation"):
        written = getattr(procedure, name)
        if written is not None and not _is_share(written):
            yield f'procedure.{name}: {written!r} is no share; write it as "2/3", above 0, up to 1.'
    for party, zone in procedure.zones.items():
        if zone not in zoneinfo.available_timezones():
            yield f"procedure.zones: {party} = {zone!r} is no time zone such as Asia/Almaty."


def _is_share(written: str) -> bool:
    try:
        return 0 < Fraction(written) <= 1
    except (ValueError, ZeroDivisionError):
        return False


def require_member(rules: Rules, party: str | None, what: str) -> str:
    """Give the party if it is a member; RefusedError says that the act is not its to do."""
    if party is None:
        raise RefusedError(f"To {what}, say for which member: --by KAZ.")
    if party in rules.procedure.observers:
        raise RefusedError(f"{party} is an observer: only members {what}.")
    if party not in rules.members:
        raise RefusedError(
            f"{party} is no member of these books: only members {what} "
            f"({', '.join(rules.members) or 'the charter names none'})."
        )
    return party
