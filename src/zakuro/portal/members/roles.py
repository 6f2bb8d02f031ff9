"""Roles, and what each of them may do on the portal; nothing here knows the web framework."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record

Deed = Literal[
    "add", "review", "report", "confirm", "dispute", "reply", "acknowledge", "receive", "object",
    "abstain", "attach", "answer", "silence", "invite",
]  # fmt: skip
"""What can be done here; all but to invite becomes an entry of the books."""

Role = Literal["representative", "reviewer", "chair", "observer", "administrator", "owner"]
"""Whom the portal knows; the owner is the one person at this machine (`zakuro open`)."""

GIVEN: tuple[Role, ...] = ("representative", "reviewer", "chair", "observer", "administrator")
"""The roles that a person can be invited to."""

FOR_A_PARTY: tuple[Role, ...] = ("representative", "chair")
"""The roles of those who speak for one party."""

_SPEAKS: frozenset[Deed] = frozenset(
    {
        "report", "confirm", "dispute", "reply", "acknowledge", "receive", "object", "abstain",
        "attach", "answer",
    }
)  # fmt: skip

PERMITTED: Mapping[Role, frozenset[Deed]] = {
    "representative": _SPEAKS,
    "reviewer": frozenset({"add", "review"}),
    "chair": frozenset({"add", "silence"}),
    "observer": frozenset(),
    "administrator": frozenset({"invite"}),
    "owner": frozenset(get_args(Deed)) - {"invite"},
}
"""What each role may do."""


class NotPermittedError(ZakuroError):
    """Who asks may not do this."""


class Actor(Record, frozen=True, kw_only=True):
    """Who acts: a person, in a role, for a party (ISO 3166-1 alpha-3; empty where for none)."""

    person: str
    role: Role
    party: str = ""

    def may(self, *deeds: Deed) -> bool:
        """Tell whether the role permits one of some deeds."""
        return not PERMITTED[self.role].isdisjoint(deeds)

    def speaks_for(self, party: str) -> bool:
        """Tell whether they may enter the word of a party: their own, or anybody's for an owner."""
        return self.role == "owner" or (bool(party) and party == self.party)

    def must(self, deed: Deed, party: str | None = None) -> None:
        """Refuse what the role does not permit, and the word of another party."""
        if not self.may(deed):
            raise NotPermittedError(
                f"{self.person} is {article(self.role)}, who may not {deed} here. Ask an "
                "administrator for another role."
            )
        if party is not None and not self.speaks_for(party):
            raise NotPermittedError(
                f"{self.person} speaks for {self.party or 'no party'}, not for {party or 'others'}."
            )


def article(role: Role) -> str:
    """Give a role with its article."""
    return f"{'an' if role[0] in 'aeiou' else 'a'} {role}"


def role_of(text: str) -> Role:
    """Give a role by its name; ZakuroError if nobody can be invited to it."""
    for role in GIVEN:
        if role == text:
            return role
    raise ZakuroError(f"{text!r} is no role: {', '.join(GIVEN)}.")
