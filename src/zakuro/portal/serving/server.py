"""The web server of the portal."""

from __future__ import annotations

import secrets
import socket

import msgspec
from granian import Granian
from granian.constants import Interfaces

from zakuro.model.errors import ZakuroError
from zakuro.portal.drawing.borders import arcs_of
from zakuro.portal.serving.application import configure
from zakuro.portal.site import Site, hand_over

HERE = "127.0.0.1"


def free_port() -> int:
    """Give a port of this machine that nobody uses."""
    with socket.socket() as tried:
        tried.bind((HERE, 0))
        port: int = tried.getsockname()[1]
        return port


def check_port(address: str, port: int) -> None:
    """Refuse a port that is taken or not allowed; ZakuroError says which."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((address, port))
        except (OSError, OverflowError) as error:
            said = getattr(error, "strerror", None) or error
            raise ZakuroError(
                f"Cannot serve at {address} port {port}: {said}. Choose another with --port."
            ) from None


def check_borders(place: str) -> None:
    """Refuse a map of borders that cannot be drawn; ZakuroError says why."""
    arcs_of(place)


def prepare(site: Site, administrator: str) -> str:
    """Make the database of a site's users; give the invitation of its first administrator, if any.

    The address given is without that of the site; empty where somebody can invite already.
    """
    configure(site)
    from zakuro.portal.members import accounts  # noqa: PLC0415 - needs Django to be set up

    accounts.prepare()
    if accounts.has_administrator():
        return ""
    token = accounts.invite(administrator, "administrator", "", ())
    return f"en/invitation?token={token}"


def serve(site: Site, *, address: str = HERE, port: int = 8000, workers: int = 1) -> None:
    """Serve a site until the process is ended; ZakuroError if the port cannot be had."""
    check_port(address, port)
    hand_over(msgspec.structs.replace(site, secret=site.secret or secrets.token_urlsafe(32)))
    server = Granian(
        "zakuro.portal.serving.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_enabled=False,
        websockets=False,
    )
    server.serve()
