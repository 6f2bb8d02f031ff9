"""Accounts are made by invitation only."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import get_language

from zakuro.words.catalogue import LOCALES, SOURCE, message


class ByInvitation(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """How allauth behaves here: nobody signs up, and no mail is sent."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Tell that nobody makes an account for themselves."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send nothing: a portal knows no mail server, and says so nowhere."""


def way_back(request: HttpRequest) -> dict[str, str]:
    """Give the pages of accounts the way back to the inbox, in the language that they speak."""
    spoken = (get_language() or SOURCE).partition("-")[0]
    language = spoken if spoken in LOCALES else SOURCE
    return {"inbox": f"/{language}/inbox", "inbox_name": message(language, "members.inbox").text}
