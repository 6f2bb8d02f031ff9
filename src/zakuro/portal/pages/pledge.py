"""A pledge: its words, its account, who has answered, how it came so far, every entry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpRequest

from zakuro.flow.acting.take_in import document, statement
from zakuro.flow.browsing import documents
from zakuro.flow.browsing.documents import first_heading, in_context, whose
from zakuro.flow.browsing.progress import Progress, answers, progress
from zakuro.flow.browsing.waiting import of_account
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.tables import numbered
from zakuro.flow.looking.outlook import known, outlook
from zakuro.flow.looking.outlook_words import lines
from zakuro.flow.looking.shown import Shown, show
from zakuro.flow.things.followed.proposals import things_of
from zakuro.flow.things.looking import things
from zakuro.flow.things.views import Line
from zakuro.ledger.account import PledgeAccount
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError
from zakuro.model.source import Publisher
from zakuro.model.statement import Statement
from zakuro.portal.asked import Asked
from zakuro.portal.drawing.chart import Told, chart
from zakuro.portal.kept import kept
from zakuro.portal.page import MissingError, Page
from zakuro.portal.site import Site
from zakuro.portal.speaking import Speaker
from zakuro.words import figures

_EXACT = 1000
"""Below this a whole number is drawn as it is."""


def pledge(site: Site, books: Books, asked: Asked, request: HttpRequest, name: str) -> Page:
    """Give the page of a pledge; as a table its entries, as a picture its course over time."""
    name = name.upper()
    try:
        shown = show(books, name, asked.day)
    except RefusedError as error:
        raise MissingError(str(error)) from None
    account = shown.account
    courses = [
        found
        for unit in account.measures
        if not figures.is_act(unit)
        if (found := progress(account, unit, asked.day, books.charter.tolerances))
    ]
    again = {
        number: said(books, join.statement)
        for number, join in account.joins.items()
        if number not in shown.reversals
    }
    units = [unit for unit in account.measures if not figures.is_act(unit)]
    entries = [
        entry_line(entry, shown.reversals, units[0] if len(units) == 1 else "")
        | {"publisher": published_by(books, entry)}
        | ({"on": again[entry.number]["published"]} if entry.number in again else {})
        for entry in reversed(shown.entries)
    ]
    rows = [each | {"publisher": str(each["publisher"] or "")} for each in entries]
    data: dict[str, Any] = {
        "name": name,
        "pledge": shown.pledge,
        "state": shown.state,
        "lines": shown.lines,
        "accounts": shown.accounts,
        "debts": shown.courses,
        "answers": answers(account, asked.day),
        "waiting": list(of_account(account, asked.day)),
        "entries": entries,
        "part_of": shown.part_of,
        "things": tied(books, asked.day, (name, shown.pledge.statement)),
        "withdrawn": account.closed,
        "searches": [
            {"until": act.until, "who": act.who or "", "words": searched(account.entries[n].body)}
            for n, act in account.searches.items()
            if n not in shown.reversals
        ],
        "told_by_receiver": account.told_by_receiver(),
        "term": account.term(),
        "said": said(books, shown.pledge.statement),
        "again": list(again.values()),
        "progress": courses,
        "rows_of": figures_of(shown),
        "counts": counts_of(shown, entries),
        "least_counts": bool(shown.amounts_by) and not shown.bounded_above,
    }
    speaking = site.acting is not None and site.acting.may("report")
    data["speakers"] = speakers(site, account) if speaking else None
    if data["speakers"]:
        data["speakers"]["results"] = documents.results(books)
    listed = kept(books, ("known", asked.day), lambda: known(books, asked.day))
    data["outlook"] = outlook(books, name, asked.day, listed).outlook
    if asked.form == "html":
        data["outlook_lines"] = list(lines(asked.language, data["outlook"]))
        data["charts"] = [drawn(asked.language, name, course) for course in courses]
    picture = drawn(asked.language, name, courses[0]) if courses and asked.form == "svg" else ""
    return Page("pledge.html", data, rows, picture, about=name)


def tied(books: Books, day: date, names: Iterable[str]) -> list[Line]:
    """Give the things to which a pledge, or the words that opened it, are tied."""
    ties = kept(books, "ties", lambda: things_of(books))
    wanted = {thing for name in names for thing in ties.get(name, ())}
    known_things = kept(books, ("things", day), lambda: list(things(books, day)))
    return [line for line in known_things if line.name in wanted]


def speakers(site: Site, account: PledgeAccount) -> dict[str, Any]:
    """Give who may speak on a pledge, and of what: everyone, or the party of who is logged in."""
    who = site.acting

    def own(codes: Iterable[str]) -> list[str]:
        return [code for code in codes if who is not None and who.speaks_for(code)]

    groups = {debt.receiver: None for debt in account.debts if debt.to_group}
    receivers = dict.fromkeys(r for debt in account.debts for r in debt.receivers)
    return {
        "party": who.party if who else "",
        "givers": own(_givers(account)),
        "receivers": [*groups, *receivers],
        "confirmers": own(receivers),
        "everyone": list(dict.fromkeys([*_givers(account), *receivers])),
        "units": list(account.measures),
        "reports": [
            {
                "entry": f"E-{each.entry}",
                "value": each.value,
                "unit": each.unit,
                "receiver": each.receiver,
            }
            for each in account.deliveries.values()
            if each.reversed_by is None
        ],
    }


def counts_of(shown: Shown, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give each count of the pledge: whose, how it stands by that, and the entries that say so."""
    return [
        {
            "counted_by": count.counted_by,
            "methods": count.methods,
            "state": count.state,
            "independent": count.independent,
            "entries": [
                each
                for each in entries
                if each["value"] is not None
                and not each["taken_back_by"]
                and count.counted_by == _whose(shown, each)
            ],
        }
        for count in shown.counts
    ]


def _whose(shown: Shown, entry: dict[str, Any]) -> str | None:
    """Give whose count an entry's figure is of, or who found it independently; None of no count."""
    if entry["kind"] == "evidence":
        return entry["publisher"].name if entry["publisher"] else None
    moved = shown.account.movements.get(numbered(entry["entry"]), ())
    return moved[0].counted_by if moved else None


def _givers(account: PledgeAccount) -> dict[str, None]:
    return dict.fromkeys(giver for debt in account.debts for giver in debt.givers)


def said(books: Books, name: str) -> dict[str, Any]:
    """Give the words of a statement where they stand, and its document."""
    place, _, _ = name.partition(":")
    filed, found = document(books, place), statement(books, name)
    text = books.journal.blob(filed.sha256).decode("utf-8")
    before, words, after = in_context(text, found.start, found.end)
    return {
        "statement": name,
        "document": place,
        "title": filed.title or first_heading(text) or whose(filed) or place,
        "occasion": filed.occasion,
        "published": filed.published,
        "source": filed.source,
        "language": filed.language,
        "retold": filed.retold,
        "publisher": filed.publisher,
        "before": before,
        "words": words,
        "after": after,
        "start": found.start,
        "end": found.end,
        "rule": found.rule,
        "parts": parts(found, words),
    }


def parts(found: Statement, words: str) -> list[tuple[str, bool]]:
    """Cut the words of a statement where its amounts and its period stand."""
    spans = {(each.start, each.end) for each in found.quantities}
    spans |= {(found.period.start, found.period.end)} if found.period else set()
    inside = sorted(
        (start - found.start, end - found.start) for start, end in spans if start >= found.start
    )
    cut, place = [], 0
    for start, end in inside:
        if start < place or end > len(words):
            continue
        cut += [(words[place:start], False), (words[start:end], True)]
        place = end
    return [piece for piece in [*cut, (words[place:], False)] if piece[0]]


def figures_of(shown: Shown) -> list[dict[str, Any]]:
    """Give, for each unit counted, what is confirmed, only reported, disputed and left.

    What was received without a report is confirmed, and so not left: the parts make up the whole.
    """
    found = []
    for line in shown.lines:
        if figures.is_act(line.unit):
            continue
        confirmed = line.pledged - line.released - line.receivable
        left = max(line.obligation - line.unreported, Decimal(0))
        found.append(
            {
                "unit": line.unit,
                "bound": shown.account.measures[line.unit].bound,
                "pledged": line.pledged,
                "confirmed": confirmed,
                "reported": line.in_transit,
                "disputed": line.disputed,
                "left": left,
            }
        )
    return found


def entry_line(entry: Entry, reversals: dict[int, int], unit: str = "") -> dict[str, Any]:
    """Give an entry as a line: the day of the act beside the day it was filed.

    ``unit`` is what its amount counts where the entry names no unit and the pledge has only one.
    """
    body = entry.body
    return {
        "entry": f"E-{entry.number}",
        "filed": entry.time.date(),
        "on": _day(body.get("on") or body.get("said_on") or _until(entry)),
        "kind": entry.kind,
        "party": entry.author.party or "",
        "filed_by": entry.author.filed_by,
        "basis": entry.author.basis or "",
        "value": Decimal(body["value"]) if isinstance(body.get("value"), str) else None,
        "unit": body.get("unit") or (unit if body.get("value") else ""),
        "receiver": body.get("receiver", ""),
        "counted_by": str(body.get("counted_by") or ""),
        "of": f"E-{body.get('report') or body.get('entry')}"
        if body.get("report") or body.get("entry")
        else "",
        "against": bool(body.get("against")),
        "reason": body.get("reason", "") or body.get("text", "") or searched(body),
        "statement": _statement(body),
        "document": "" if _statement(body) else _document(body),
        "evidence": " ".join(e for e in body.get("evidence", []) if not e.startswith("D-")),
        "taken_back_by": f"E-{reversals[entry.number]}" if entry.number in reversals else "",
    }


def _until(entry: Entry) -> object:
    """Give the day up to which a search was made; nothing for other entries."""
    return entry.body["until"] if entry.kind == "looked" else None


def _document(body: dict[str, Any]) -> str:
    """Give the document in which the words of an entry stand; empty where it has none."""
    return str((body.get("source") or {}).get("document", ""))


def searched(body: dict[str, Any]) -> str:
    """Give where, in which languages and how deep a search was made; empty for other entries."""
    where = body.get("where", [])
    return "; ".join([*where, ", ".join(body.get("languages", [])), body.get("depth", "")]).strip(
        "; "
    )


def published_by(books: Books, entry: Entry) -> Publisher | None:
    """Give the publisher of what an entry rests on; None where it rests on no document."""
    place = _document(entry.body)
    if not place and entry.kind in ("pledge", "join"):
        place = _statement(entry.body).partition(":")[0]
    return document(books, place).publisher if place else None


def _statement(body: dict[str, Any]) -> str:
    found = body.get("statement") or body.get("source", {}).get("statement", "")
    return found if isinstance(found, str) else ""


def _day(text: object) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else None


def about(value: Decimal) -> Decimal:
    """Give a figure with three digits that count where it has more than a picture can say."""
    if value == value.to_integral_value() and abs(value) < _EXACT:
        return value
    return value.quantize(Decimal(1).scaleb(value.adjusted() - 2))


def drawn(language: str, name: str, course: Progress) -> str:
    """Draw the course of one measure over time, in a language."""
    speaker = Speaker(language)
    last = course.steps[-1]

    def said_of(key: str, value: Decimal) -> str:
        return str(speaker.t(key, amount=speaker.short(about(value))))

    expected = course.expected[-1][1] if course.expected else Decimal(0)
    steps = "; ".join(
        str(
            speaker.t(
                "chart.step",
                day=speaker.day(step.on),
                reported=speaker.short(step.reported),
                confirmed=speaker.short(step.confirmed),
            )
        )
        for step in course.steps
    )
    told = Told(
        title=str(speaker.t("chart.title", pledge=name)),
        description=steps,
        expected=said_of("chart.expected", expected),
        reported=said_of("chart.reported", last.reported),
        confirmed=said_of("chart.confirmed", last.confirmed),
        due=str(
            speaker.t(
                "chart.due", day=speaker.day(course.end and figures.last_day(course.end), "medium")
            )
        ),
    )
    return chart(course, told, speaker.short, lambda day: figures.month(language, day))
