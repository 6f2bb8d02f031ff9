"""Proposals and calls with what became of each, and positions: by speaker, topic and day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, get_args

from django.http import HttpRequest

from zakuro.flow.browsing.documents import retold
from zakuro.flow.keeping.books import Books
from zakuro.flow.things.followed.positions import Position
from zakuro.flow.things.followed.positions import positions as all_positions
from zakuro.flow.things.followed.proposals import Proposal
from zakuro.flow.things.followed.proposals import proposals as all_proposals
from zakuro.portal.asked import Asked
from zakuro.portal.kept import kept
from zakuro.portal.page import Page
from zakuro.portal.site import Site
from zakuro.things.uptake import Became

PAGE = 50


def proposals(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give the proposals and calls that the query asks for, a page at a time."""
    every = kept(books, "proposals", lambda: list(all_proposals(books)))
    known = [each for each in every if (each.on or date.min) <= asked.day]
    chosen = _chosen(asked, ("speaker", "topic", "became"))
    found = [
        each
        for each in known
        if _meets(each, chosen) and chosen.get("became", each.became) == each.became
    ]
    rows = [
        {
            "statement": each.name,
            "kind": each.kind,
            "day": each.on,
            "speaker": each.speaker,
            "to": each.to,
            "topics": each.topics,
            "became": each.became,
            "how": " · ".join(
                " ".join(part for part in (step.way, step.made, step.party) if part)
                for step in each.steps
            ),
            "things": each.things,
            "words": each.words,
        }
        for each in found
    ]
    data = _data(asked, known, found, chosen)
    data["choices"]["became"] = list(get_args(Became))
    data["retold"] = kept(books, "retold", lambda: retold(books))
    return Page("proposals.html", {"proposals": data.pop("shown"), **data}, rows)


def positions(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give how speakers stand, by speaker, topic and day."""
    every = kept(books, "positions", lambda: list(all_positions(books)))
    known = [each for each in every if (each.on or date.min) <= asked.day]
    chosen = _chosen(asked, ("speaker", "topic"))
    found = [each for each in known if _meets(each, chosen)]
    rows = [
        {
            "statement": each.name,
            "day": each.on,
            "speaker": each.speaker,
            "party": each.speakers,
            "topics": each.topics,
            "things": each.things,
            "words": each.words,
        }
        for each in found
    ]
    data = _data(asked, known, found, chosen)
    data["retold"] = kept(books, "retold", lambda: retold(books))
    return Page("positions.html", {"positions": data.pop("shown"), **data}, rows)


def _chosen(asked: Asked, names: Sequence[str]) -> dict[str, str]:
    return {name: asked.query[name] for name in names if asked.query.get(name)}


def _meets(each: Proposal | Position, chosen: dict[str, str]) -> bool:
    speaker, topic = chosen.get("speaker"), chosen.get("topic")
    return (speaker is None or speaker in each.speakers) and (topic is None or topic in each.topics)


def _data(
    asked: Asked,
    known: Sequence[Proposal | Position],
    found: Sequence[Any],
    chosen: dict[str, str],
) -> dict[str, Any]:
    """Give a page of what was found, and what can be chosen from what is known on the day."""
    after = asked.number("after")
    shown = list(found) if asked.form != "html" else list(found[after : after + PAGE])
    return {
        "shown": shown,
        "total": len(found),
        "more": after + PAGE if asked.form == "html" and len(found) > after + PAGE else 0,
        "chosen": chosen,
        "choices": {
            "speaker": sorted({party for each in known for party in each.speakers}),
            "topic": sorted({topic for each in known for topic in each.topics}),
        },
    }
