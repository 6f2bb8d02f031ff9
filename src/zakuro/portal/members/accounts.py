"""Accounts: who is logged in, and how one is made from an invitation.

A person has one role, kept as the one group they are in (``representative:KAZ``); an invitation is
a signed address that becomes void when its account exists.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, NamedTuple

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.validators import validate_email
from django.db import transaction
from django.http import HttpRequest

from zakuro.model.errors import ZakuroError
from zakuro.portal.members.roles import FOR_A_PARTY, Actor, Role, role_of

LASTS = timedelta(days=7)
"""How long an invitation holds."""

_SALT = "zakuro.invitation"


class Invitation(NamedTuple):
    """Who is invited, to which role, for which party."""

    email: str
    role: Role
    party: str


def prepare() -> None:
    """Make the tables of the portal's own database, or bring them up to date."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def has_administrator() -> bool:
    """Tell whether somebody can invite others."""
    found: bool = Group.objects.filter(name="administrator", user__is_active=True).exists()
    return found


def actor_of(request: HttpRequest) -> Actor | None:
    """Give who is logged in; None for readers and for those who were shut out."""
    user: Any = request.user
    if not user.is_authenticated:
        return None
    named = user.groups.values_list("name", flat=True).first()
    if named is None:
        return None
    role, _, party = named.partition(":")
    return Actor(person=user.email, role=role_of(role), party=party)


def has_second_factor(request: HttpRequest) -> bool:
    """Tell whether who is logged in has more than a password."""
    found: bool = is_mfa_enabled(request.user)
    return found


def invite(email: str, role: str, party: str, members: tuple[str, ...]) -> str:
    """Give the signed words of an invitation; ZakuroError where it makes no sense."""
    invited = Invitation(email.strip().casefold(), role_of(role), party.strip().upper())
    try:
        validate_email(invited.email)
    except ValidationError:
        raise ZakuroError(f"{email!r} is no e-mail address.") from None
    if invited.role in FOR_A_PARTY and invited.party not in members:
        raise ZakuroError(
            f"{invited.role} of which party? Choose a member of these books: {', '.join(members)}."
        )
    if invited.role not in FOR_A_PARTY and invited.party:
        raise ZakuroError(f"{invited.role} speaks for no party: leave the party empty.")
    return signing.dumps(list(invited), salt=_SALT)


def invitation(token: str) -> Invitation:
    """Read an invitation; ZakuroError for one that is forged, too old or used."""
    try:
        email, role, party = signing.loads(token, salt=_SALT, max_age=LASTS)
    except signing.BadSignature:
        raise ZakuroError(
            "This invitation does not hold: it was changed, or a week has passed. Ask for another."
        ) from None
    if _users().filter(email=email).exists():
        raise ZakuroError(f"The account of {email} exists already: log in.")
    return Invitation(email, role_of(role), party)


def accept(token: str, password: str) -> Any:
    """Make the account of an invitation, and give its user."""
    invited = invitation(token)
    model: Any = get_user_model()
    try:
        validate_password(password, model(username=invited.email, email=invited.email))
    except ValidationError as error:
        raise ZakuroError(" ".join(error.messages)) from None
    with transaction.atomic():
        invitation(token)
        user = model.objects.create_user(invited.email, invited.email, password)
        name = f"{invited.role}:{invited.party}" if invited.party else invited.role
        user.groups.add(Group.objects.get_or_create(name=name)[0])
    return user


def people() -> list[dict[str, str]]:
    """Give everybody who can log in."""
    return [
        {"email": user.email, "role": role, "party": party}
        for user in _users().filter(is_active=True).order_by("email")
        for role, _, party in [name.partition(":") for name in _names(user)]
    ]


def shut_out(email: str, *, by: str) -> None:
    """End an account: its entries stay, its person comes in no more."""
    if email == by:
        raise ZakuroError("Nobody shuts out themselves.")
    for user in _users().filter(email=email):
        user.is_active = False
        user.save()


def _users() -> Any:
    model: Any = get_user_model()
    return model.objects


def _names(user: Any) -> list[str]:
    return list(user.groups.values_list("name", flat=True))
