"""Which page stands at which address."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import unquote

from zakuro.portal.acting import adding, deciding, entering, reviewing
from zakuro.portal.members.roles import Deed
from zakuro.portal.pages import (
    about,
    decisions,
    documents,
    groups,
    home,
    log,
    parties,
    pledge,
    pledges,
    search,
)
from zakuro.portal.site import Mode
from zakuro.portal.things import following, places, things

View = Callable[..., Any]

READ: tuple[tuple[str, View], ...] = (
    ("", home.home),
    ("pledges/", pledges.pledges),
    (r"pledges/(?P<name>[Pp]-\d+)", pledge.pledge),
    ("parties/", parties.parties),
    (r"parties/(?P<code>[A-Za-z0-9:]+)", parties.party),
    ("things/", things.things),
    (r"things/(?P<name>[Tt]-\d+)", things.thing),
    ("map", places.on_map),
    ("proposals/", following.proposals),
    ("positions/", following.positions),
    ("topics/", groups.topics),
    ("topics/(?P<topic>[^/]+)", groups.topic),
    ("summits/", groups.summits),
    ("summits/(?P<summit>[^/]+)", groups.summit),
    ("documents/", documents.documents),
    (r"documents/(?P<name>[Dd]-\d+)", documents.document),
    (r"documents/(?P<name>[Dd]-\d+)/original", documents.original),
    ("decisions/", decisions.decisions),
    (r"decisions/(?P<name>[Xx]-\d+)", decisions.decision),
    ("log/", log.log),
    (r"log/(?P<name>[Ee]-\d+)", log.entry),
    ("search", search.search),
    ("about/", about.about),
)
"""Pages that anyone may read."""

ACT: tuple[tuple[str, View, tuple[Deed, ...]], ...] = (
    ("add", adding.add, ("add",)),
    (r"documents/(?P<name>[Dd]-\d+)/review", reviewing.show, ("review",)),
    (r"pledges/(?P<name>[Pp]-\d+)/enter", entering.enter, entering.DEEDS),
    (r"decisions/(?P<name>[Xx]-\d+)/enter", deciding.enter, decisions.DEEDS),
)
"""Pages on which somebody acts, which also take what is posted to them; each with its deeds."""

ANYONE: tuple[Deed, ...] = ()
"""No deed: a page for whoever is logged in."""

INSIDE: tuple[tuple[str, str, tuple[Deed, ...] | None], ...] = (
    ("inbox", "inbox", ANYONE),
    ("people", "people", ("invite",)),
    ("invitation", "invited", None),
)
"""Pages that only a portal with members has, and who may see them; None for everyone."""


class Route(NamedTuple):
    """Where an address leads: the page, the names in the path, and the deeds it is for.

    ``deeds`` is None for a page that everyone may read, empty for one for whoever is logged in.
    """

    view: View
    names: dict[str, str]
    deeds: tuple[Deed, ...] | None


def find(path: str, method: str, mode: Mode) -> Route | None:
    """Give where a path leads; None if it leads nowhere."""
    for pattern, view, deeds in _pages(mode):
        reads = method in ("GET", "HEAD")
        if (reads or (method == "POST" and not _read_only(view))) and (
            found := re.fullmatch(pattern, path)
        ):
            names = {name: unquote(text) for name, text in found.groupdict().items()}
            return Route(view, names, deeds)
    return None


@cache
def _pages(mode: Mode) -> tuple[tuple[str, View, tuple[Deed, ...] | None], ...]:
    acts = ACT if mode != "read" else ()
    inside = _inside() if mode == "members" else ()
    return (*acts, *inside, *((pattern, view, None) for pattern, view in READ))


def _inside() -> tuple[tuple[str, View, tuple[Deed, ...] | None], ...]:
    """The pages for members, which need the accounts that other portals have not."""
    from zakuro.portal.members import pages  # noqa: PLC0415 - needs the tables of accounts

    return tuple((pattern, getattr(pages, name), deeds) for pattern, name, deeds in INSIDE)


def _read_only(view: View) -> bool:
    return any(view is each for _, each in READ)
