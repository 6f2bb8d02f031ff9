"""Proposals and calls, and what became of each: tied by a person, resting on words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from zakuro.flow.acting.acts import Word, words_of
from zakuro.flow.acting.take_in import source
from zakuro.flow.deciding.joint import decision, is_withheld
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books, Who
from zakuro.flow.things.joint import became_of, enter
from zakuro.flow.things.said import Said, Search, Shelf, statements
from zakuro.flow.things.tables import TIES, UPTAKES
from zakuro.ledger.account import PledgeAccount
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError
from zakuro.model.things import Uptake, Way
from zakuro.things.uptake import FOLLOWED, Became, Taken, became


class Step(NamedTuple):
    """One thing that became of a proposal: the way, what shows it, whose word, and the words.

    ``made`` is the text, pledge or report; ``words`` are what it rests on, ``place`` where they
    stand; ``on`` is their day.
    """

    way: Way
    made: str
    party: str
    on: date | None
    words: str
    place: str
    entry: str


class Proposal(NamedTuple):
    """A proposal or call: who says it to whom, on what, and what became of it."""

    name: str
    kind: str
    number: int | None
    speaker: str
    speakers: tuple[str, ...]
    to: tuple[str, ...]
    topics: tuple[str, ...]
    on: date | None
    words: str
    language: str
    state: str
    became: Became
    steps: tuple[Step, ...]
    things: tuple[str, ...]


def take_up(
    books: Books,
    name: str,
    way: Way,
    *,
    filed_by: str,
    by: str | None = None,
    word: Word | None = None,
    words: str | None = None,
    key: Any = None,
) -> Entry:
    """Enter what became of a proposal or call (``D-1:s3``).

    It was *tabled* as text X-1, *pledged* as P-3, *reported* as E-41 or in words, or *answered* by
    the party of ``word`` in its words.  RefusedError says why not.
    """
    said = Shelf(books).said(name)
    _after(books, said, way, by)
    rests = words_of(books, word) if word is not None else None
    if word is None and words is not None:
        rests = source(books, words)
    who = word.who(books) if word is not None else Who(filed_by=filed_by)
    with books.writing() as writer:
        return enter(writer, name, Uptake(way=way, by=by, source=rests), who, key)


def _after(books: Books, said: Said, way: Way, by: str | None) -> None:
    """Refuse what is not there, or was there before it was proposed."""
    if by is None:
        return
    if way == "tabled" and by.startswith("X-"):
        decision(books, by)
    elif way == "pledged" and by.startswith("P-"):
        pledge = books.account(by).pledge
        day = said.filed.published
        if pledge.said_on is not None and day is not None and pledge.said_on < day:
            raise RefusedError(
                f"{by} was pledged on {pledge.said_on}, before {said.name} was said ({day})."
            )
    elif way == "reported" and by.startswith("E-"):
        entry = books.entry(by)
        if entry.kind not in ("report", "confirmation"):
            raise RefusedError(f"{by} is a {entry.kind}, neither a report nor a confirmation.")


def proposals(
    books: Books, search: Search | None = None, *, became_is: Became | None = None
) -> Iterator[Proposal]:
    """Give the proposals and calls that nobody has refused, with what became of each."""
    followed = {(int(row["document"]), int(row["place"])) for row in books.journal.rows(UPTAKES)}
    things = things_of(books)
    for said in statements(books, FOLLOWED, search or Search()):
        found = became_of(books, said.name) if tables.places(said.name) in followed else []
        proposal = _proposal(books, said, found, things.get(said.name, ()))
        if became_is is None or proposal.became == became_is:
            yield proposal


def things_of(books: Books) -> dict[str, tuple[str, ...]]:
    """Give the things to which each pledge and statement is tied, by its name."""
    found: dict[str, tuple[str, ...]] = {}
    for row in books.journal.rows(TIES, order=("target", "number")):
        target, thing = str(row["target"]), f"T-{row['number']}"
        found[target] = tuple(dict.fromkeys((*found.get(target, ()), thing)))
    return found


def _proposal(books: Books, said: Said, found: list[Taken], things: tuple[str, ...]) -> Proposal:
    one = said.statement
    steps = [_step(books, each) for each in found]
    told = [step for each in found for step in _reports(books, each)]
    return Proposal(
        name=said.name,
        kind=one.kind,
        number=one.number,
        speaker=said.said_by,
        speakers=said.speakers,
        to=one.receivers or tuple(p for p in one.parties if p not in said.speakers),
        topics=one.topics,
        on=said.filed.published,
        words=said.words,
        language=said.filed.language,
        state=said.state,
        became=became(found, reported=bool(told)),
        steps=(*steps, *told),
        things=things,
    )


def _step(books: Books, taken: Taken) -> Step:
    act, entry = taken.uptake, f"E-{taken.entry.number}"
    rests = act.source
    words, place = ("", "") if rests is None else (rests.exact, _place(rests.document, rests))
    on = rests.published if rests else None
    party = taken.entry.author.party or ""
    if act.way == "pledged" and act.by:
        pledge = books.account(act.by).pledge
        words, place, on = words or pledge.exact, place or pledge.statement, on or pledge.said_on
    elif act.way == "tabled" and act.by and not is_withheld(books, act.by):
        text = decision(books, act.by)
        words, on = words or text.text.title, on or text.opening.time.date()
    elif act.way == "reported" and act.by:
        return _report(books, books.entry(act.by), entry)
    return Step(act.way, act.by or "", party, on, " ".join(words.split()), place, entry)


def _place(document: str, rests: Any) -> str:
    return rests.statement or f"{document}:{rests.start}-{rests.end}"


def _reports(books: Books, taken: Taken) -> list[Step]:
    """Give the reports on a pledge that a proposal became: it follows from the pledge's account."""
    if taken.uptake.way != "pledged" or taken.uptake.by is None:
        return []
    account: PledgeAccount = books.account(taken.uptake.by)
    return [
        _report(books, account.entries[number], f"E-{number}")
        for number, delivery in account.deliveries.items()
        if delivery.reversed_by is None and number in account.entries
    ]


def _report(books: Books, entry: Entry, shown_as: str) -> Step:
    rests = entry.body.get("source") or {}
    place = rests.get("statement") or (
        f"{rests['document']}:{rests['start']}-{rests['end']}" if rests else ""
    )
    on = entry.body.get("on") or rests.get("published")
    return Step(
        "reported",
        f"E-{entry.number}",
        entry.author.party or "",
        date.fromisoformat(on) if on else None,
        " ".join(str(rests.get("exact", "")).split()),
        place,
        shown_as,
    )
