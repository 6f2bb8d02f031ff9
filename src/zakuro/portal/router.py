"""Which page stands at which address."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, get_args
from urllib.parse import unquote

from zakuro.flow.browsing.search import WHERE
from zakuro.ledger.assessment.codes import Standing, Word
from zakuro.model.statement import Record
from zakuro.model.things import Sort
from zakuro.portal.acting import adding, deciding, entering, reviewing
from zakuro.portal.api import shapes
from zakuro.portal.api.parameters import AFTER, Parameter, choice, text
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
from zakuro.portal.things import claims, following, places, things
from zakuro.things.uptake import Became

View = Callable[..., Any]

LIST = ("csv",)
NEWS = ("csv", "atom", "ics")
PICTURE = (*NEWS, "svg")
"""The forms of pages beside JSON: a table; what can be followed too; a picture of it as well."""

_PLEDGES = (
    text("giver", "Who owes it: a party or group."),
    text("receiver", "To whom it is owed: a party or group."),
    choice("standing", "How it stands.", get_args(Standing)),
    choice("word", "By whose word.", get_args(Word)),
    text("topic", "A topic of it."),
    text("summit", "Where it was said."),
    AFTER,
)
_SPEAKER = (text("speaker", "Whose words: a party."), text("topic", "A topic of it."))


class Reading(Record, frozen=True, kw_only=True):
    """A page that anyone may read: its address, what may be asked of it, and what it gives.

    ``gives`` is the type of its data (None for a plain text), ``forms`` what there is beside JSON;
    ``example`` a name that may stand in its address.
    """

    pattern: str
    view: View
    gives: Any
    forms: tuple[str, ...] = ()
    asks: tuple[Parameter, ...] = ()
    example: str = ""


def _read(
    pattern: str,
    view: View,
    gives: Any,
    forms: tuple[str, ...] = (),
    asks: tuple[Parameter, ...] = (),
    example: str = "",
) -> Reading:
    return Reading(pattern=pattern, view=view, gives=gives, forms=forms, asks=asks, example=example)


READ: tuple[Reading, ...] = (
    _read("", home.home, shapes.Home, PICTURE),
    _read("pledges/", pledges.pledges, shapes.Pledges, NEWS, _PLEDGES),
    _read(r"pledges/(?P<name>[Pp]-[0-9]+)", pledge.pledge, shapes.OnePledge, PICTURE, (), "P-1"),
    _read("parties/", parties.parties, shapes.Parties, LIST),
    _read(r"parties/(?P<code>[A-Za-z0-9:]+)", parties.party, shapes.Party, NEWS, (), "KAZ"),
    _read(
        "things/",
        things.things,
        shapes.Things,
        NEWS,
        (choice("sort", "Its sort.", get_args(Sort)), text("party", "A party to it.")),
    ),
    _read(r"things/(?P<name>[Tt]-[0-9]+)", things.thing, shapes.Thing, NEWS, (), "T-1"),
    _read(
        "map",
        places.on_map,
        shapes.Map,
        LIST,
        (choice("borders", "With borders and coasts.", ("0", "1")),),
    ),
    _read(
        "proposals/",
        following.proposals,
        shapes.Proposals,
        LIST,
        (*_SPEAKER, choice("became", "What became of it.", get_args(Became)), AFTER),
    ),
    _read("positions/", following.positions, shapes.Positions, LIST, (*_SPEAKER, AFTER)),
    _read("claims/", claims.claimed, shapes.Claims, ("csv", "atom")),
    _read("topics/", groups.topics, shapes.Topics, LIST),
    _read("topics/(?P<topic>[^/]+)", groups.topic, shapes.OfTopic, LIST, (AFTER,), "trade"),
    _read("summits/", groups.summits, shapes.Summits, LIST),
    _read("summits/(?P<summit>[^/]+)", groups.summit, shapes.OfSummit, LIST, (AFTER,), "summit"),
    _read(
        "documents/",
        documents.documents,
        shapes.Documents,
        LIST,
        (text("language", "Its language."), text("summit", "Its summit."), AFTER),
    ),
    _read(
        r"documents/(?P<name>[Dd]-[0-9]+)",
        documents.document,
        shapes.Document,
        LIST,
        (text("statement", "The statement that is shown first."),),
        "D-1",
    ),
    _read(r"documents/(?P<name>[Dd]-[0-9]+)/original", documents.original, None, (), (), "D-1"),
    _read("decisions/", decisions.decisions, shapes.Decisions, NEWS),
    _read(r"decisions/(?P<name>[Xx]-[0-9]+)", decisions.decision, shapes.Decision, NEWS, (), "X-1"),
    _read(
        "log/",
        log.log,
        shapes.Log,
        NEWS,
        (Parameter(name="up-to", says="The newest entry shown: its number.", number=True),),
    ),
    _read(r"log/(?P<name>[Ee]-[0-9]+)", log.entry, shapes.OneEntry, (), (), "E-1"),
    _read(
        "search",
        search.search,
        shapes.Search,
        LIST,
        (text("q", "The words."), choice("kind", "Only such places.", WHERE), AFTER),
    ),
    _read("about/", about.about, shapes.About),
)
"""Pages that anyone may read; the document of the read API is made from this table."""

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

    ``deeds`` is None for a page that everyone may read, empty for one for whoever is logged in;
    ``reading`` describes a page that everyone may read.
    """

    view: View
    names: dict[str, str]
    deeds: tuple[Deed, ...] | None
    reading: Reading | None = None


def find(path: str, method: str, mode: Mode) -> Route | None:
    """Give where a path leads; None if it leads nowhere."""
    for pattern, view, deeds, reading in _pages(mode):
        reads = method in ("GET", "HEAD")
        if (reads or (method == "POST" and reading is None)) and (
            found := re.fullmatch(pattern, path)
        ):
            names = {name: unquote(text) for name, text in found.groupdict().items()}
            return Route(view, names, deeds, reading)
    return None


_Row = tuple[str, View, tuple[Deed, ...] | None, Reading | None]


@cache
def _pages(mode: Mode) -> tuple[_Row, ...]:
    acts = ACT if mode != "read" else ()
    inside = _inside() if mode == "members" else ()
    read = ((each.pattern, each.view, None, each) for each in READ)
    return (*((*row, None) for row in acts), *inside, *read)


def _inside() -> tuple[_Row, ...]:
    """The pages for members, which need the accounts that other portals have not."""
    from zakuro.portal.members import pages  # noqa: PLC0415 - needs the tables of accounts

    return tuple((pattern, getattr(pages, name), deeds, None) for pattern, name, deeds in INSIDE)
