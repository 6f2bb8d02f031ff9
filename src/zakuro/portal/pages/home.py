"""The first page: in one sentence how far things have come, the fruit, and the same as a table."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.http import HttpRequest

from zakuro.flow.browsing import overview
from zakuro.flow.browsing.waiting import waiting
from zakuro.flow.deciding.looking import texts
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import Listed
from zakuro.flow.looking.lists import pledges as listed_pledges
from zakuro.model.vocabulary import themes
from zakuro.portal.asked import Asked
from zakuro.portal.drawing.fruit import MOST, Chamber, Seed, each_stands_for, fruit
from zakuro.portal.drawing.seeds import LOOKS, UNSEEN
from zakuro.portal.kept import kept
from zakuro.portal.page import Page
from zakuro.portal.pages.decisions import WORKING
from zakuro.portal.pages.pledges import spoken_of
from zakuro.portal.site import Site
from zakuro.portal.speaking import Speaker

WORDS = ("confirmed", "reported only", "disputed", *UNSEEN)
_SHOWN = 8


def home(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give the first page."""
    counts = kept(books, ("tally", asked.day), lambda: overview.tally(books, asked.day))
    found = list(listed_pledges(books, asked.day, limit=MOST * 4))
    total = sum(counts.values())
    lines = standings(counts)
    seen = [each for each in found if each.word not in UNSEEN]
    waits = kept(books, ("waiting", asked.day), lambda: waiting(books, asked.day))
    due = [(due, _one(books, due.name, asked.day)) for due in overview.due_next(books, asked.day)]
    speaker = Speaker(asked.language)
    title = str(speaker.t("home.fruit", n=total))
    if each_stands_for(len(found)) > 1:
        title += " " + str(speaker.t("home.several", n=each_stands_for(len(found))))
    chambers = chambers_of(asked, speaker, found)
    data: dict[str, Any] = {
        "total": total,
        "kept": counts["kept", "confirmed"] + counts["kept late", "confirmed"],
        "late": sum(n for (standing, word), n in counts.items() if _is_late(standing, word)),
        "unseen": sum(n for (_, word), n in counts.items() if word in UNSEEN),
        "standings": lines,
        "summits": list(kept(books, "occasions", lambda: overview.occasions(books))),
        "due": [(each, listed) for each, listed in due if listed],
        "deciding": [
            line for line in texts(books, site.instant(asked.day)) if line.state in WORKING
        ],
        "waiting": waits[:_SHOWN],
        "waiting_in_all": len(waits),
        "seen": seen[:_SHOWN],
        "seen_in_all": len(seen),
    }
    rows = [
        {"standing": line["standing"], "pledges": line["total"], **line["words"]} for line in lines
    ]
    if asked.form == "html":
        data |= {"chambers": chambers, "fruit_title": title}
        data["spoken_of"] = spoken_of(books, asked, data["waiting"])
    return Page(
        "home.html", data, rows, fruit(chambers, title) if asked.form == "svg" else "", about=""
    )


def _is_late(standing: str, word: str) -> bool:
    return standing in ("late", "lapsed") and word not in UNSEEN


def _one(books: Books, name: str, on: date) -> Listed | None:
    number = int(name.removeprefix("P-"))
    return next(listed_pledges(books, on, after=number - 1, limit=1), None)


def standings(counts: Counter[tuple[str, str]]) -> list[dict[str, Any]]:
    """Give a line for each standing that occurs, with its counts by word."""
    order = list(LOOKS)
    known = dict.fromkeys((*order, *(standing for standing, _ in counts)))
    found = []
    for standing in known:
        words = {word: counts[standing, word] for word in WORDS}
        if total := sum(words.values()):
            found.append({"standing": standing, "total": total, "words": words})
    return found


def chambers_of(asked: Asked, speaker: Speaker, found: list[Listed]) -> list[Chamber]:
    """Give the chambers of the fruit: pledges by theme, the themes in the vocabulary's order."""
    of_topic = {topic: theme for theme, topics in themes().items() for topic in topics}
    order = list(themes())
    grouped: dict[str, list[Seed]] = {}
    for each in found:
        theme = next((of_topic[t] for t in each.topics.split(";") if t in of_topic), order[0])
        title = f"{each.name}: {speaker.label('standing', each.standing)}, " + str(
            speaker.label("word", each.word)
        )
        seed = Seed(asked.address(f"pledges/{each.name}"), title, each.standing, each.word)
        grouped.setdefault(theme, []).append(seed)
    return [
        Chamber(str(speaker.label("theme", theme)), tuple(grouped[theme]))
        for theme in order
        if theme in grouped
    ]
