"""Which page stands at which address."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from zakuro.portal.acting import adding, entering, reviewing
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
from zakuro.portal.things import following, things

View = Callable[..., Any]

READ: tuple[tuple[str, View], ...] = (
    ("", home.home),
    ("pledges/", pledges.pledges),
    (r"pledges/(?P<name>[Pp]-\d+)", pledge.pledge),
    ("parties/", parties.parties),
    (r"parties/(?P<code>[A-Za-z0-9:]+)", parties.party),
    ("things/", things.things),
    (r"things/(?P<name>[Tt]-\d+)", things.thing),
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

ACT: tuple[tuple[str, View], ...] = (
    ("add", adding.add),
    (r"documents/(?P<name>[Dd]-\d+)/review", reviewing.show),
    (r"pledges/(?P<name>[Pp]-\d+)/enter", entering.enter),
)
"""Pages of the one person at this machine, which also take what is posted to them."""

_READ, _ACT = ([(re.compile(pattern), view) for pattern, view in pages] for pages in (READ, ACT))


def find(path: str, method: str, mode: Mode) -> tuple[View, dict[str, str]] | None:
    """Give the page at a path and the names in the path; None if there is none."""
    pages = _ACT if mode == "open" else []
    if method in ("GET", "HEAD"):
        pages = [*pages, *_READ]
    elif method != "POST":
        return None
    for pattern, view in pages:
        if found := pattern.fullmatch(path):
            return view, {name: unquote(text) for name, text in found.groupdict().items()}
    return None
