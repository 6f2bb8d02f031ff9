"""Things looked at: the list, and everything of one as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from zakuro.flow.acting.beside import held_against
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import Listed, party_code, pledges
from zakuro.flow.things.joint import thing
from zakuro.flow.things.said import Said, Shelf
from zakuro.flow.things.tables import THING_NAMES, THING_STATES, THINGS, TIES
from zakuro.flow.things.views import (
    Against,
    Invoked,
    ItemView,
    Line,
    Spoken,
    StateView,
    ThingView,
)
from zakuro.journal import Condition
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.parties import expand
from zakuro.model.entry import Entry
from zakuro.model.source import Source
from zakuro.model.things import HOLDS, Sort, Tie
from zakuro.things.thing import Held, KeptThing, Told
from zakuro.things.told import Context, Figure, claimed, figures_of, in_order, next_due


def things(
    books: Books,
    on: date,
    *,
    sort: Sort | None = None,
    party: str | None = None,
    parent: str | None = None,
) -> Iterator[Line]:
    """Give the things, in the order in which they were opened, as they stand on a day."""
    where: list[Condition] = [("open", "=", 1)]
    where += [("sort", "=", sort)] if sort else []
    where += [("parent", "=", parent)] if parent else []
    code = party_code(books, party) if party else None
    names: dict[int, dict[str, str]] = {}
    for row in books.journal.rows(THING_NAMES):
        names.setdefault(int(row["number"]), {})[str(row["language"])] = str(row["name"])
    day = on.isoformat()
    at: list[Condition] = [("since", "<=", day), ("until", ">", day)]
    states = {int(row["number"]): row for row in books.journal.rows(THING_STATES, at)}
    tied: dict[int, list[str]] = {}
    for row in books.journal.rows(TIES):
        tied.setdefault(int(row["number"]), []).append(str(row["target"]))
    for row in books.journal.rows(THINGS, where):
        number, parties = int(row["number"]), tuple(str(row["parties"]).split())
        if code and not {code, *expand((code,), books.groups)} & {
            *parties,
            *expand(parties, books.groups),
        }:
            continue
        targets = set(tied.get(number, ()))
        state = states.get(number)
        yield Line(
            name=f"T-{number}",
            sort=str(row["sort"]),
            names=names.get(number, {}),
            parties=parties,
            parent=str(row["parent"]),
            state=str(state["state"]) if state else "",
            since=date.fromisoformat(str(state["since"])) if state else None,
            pledges=sum(target.startswith("P-") for target in targets),
            statements=sum(target.startswith("D-") for target in targets),
        )


def show(books: Books, name: str, on: date) -> ThingView:
    """Give everything of a thing as of a day; ZakuroError if there is none."""
    kept = thing(books, name)
    shelf = Shelf(books)
    tied = [tie for _, tie in kept.tied()]
    said = {tie.to: shelf.said(tie.to) for tie in tied if tie.to.startswith("D-")}
    accounts = {pledge: books.account(pledge) for pledge in _pledges(tied, said)}
    listed = {each.name: each for each in pledges(books, on, limit=None, names=list(accounts))}
    series = _series(shelf, kept.thing.unit, tied, said, accounts.values())
    held = kept.held()
    state = kept.state(on)
    above = thing(books, kept.parent) if kept.parent else None
    below = tuple(things(books, on, parent=name))
    due = next_due(held, on)
    return ThingView(
        name=name,
        on=on,
        sort=kept.thing.sort,
        names=kept.names,
        former_names=kept.former_names,
        parties=kept.parties,
        parent=(above.subject, above.names) if above else None,
        children=below,
        unit=kept.thing.unit,
        start=kept.thing.start_date,
        end=kept.thing.end_date,
        place=kept.place,
        state=_state(shelf, state) if state else None,
        states=tuple(_state(shelf, each) for each in kept.told()),
        pledges=tuple(listed.values()),
        series=series,
        statements=tuple(
            _spoken(said[tie.to], tie)
            for tie in tied
            if tie.to in said and not said[tie.to].pledge
            if not any(figure.place == tie.to for figure in series)
        ),
        items=tuple(_item(kept, each, tied, listed, said) for each in held),
        register=claimed(series, kept.thing.unit, held) if "member" in _holds(kept) else None,
        next_due=due.name if due else None,
        invoked=tuple(_invoked(kept, shelf, on)),
        against=tuple(_against(books, shelf, kept, accounts.values(), said.values())),
        entries=tuple(kept.entries.values()),
        reversals=kept.reversals,
        closed=kept.closed,
    )


def _pledges(ties: Iterable[Tie], said: dict[str, Said]) -> list[str]:
    """Give the pledges that ties are about: named by themselves, or as opened by a statement."""
    named = (said[tie.to].pledge if tie.to in said else tie.to for tie in ties)
    return [pledge for pledge in dict.fromkeys(named) if pledge]


def _holds(kept: KeptThing) -> tuple[str, ...]:
    return HOLDS.get(kept.thing.sort, ())


def _at(source: Source | None) -> str:
    if source is None:
        return ""
    return source.statement or f"{source.document}:{source.start}-{source.end}"


def _publisher(shelf: Shelf, document: str) -> str:
    publisher = shelf.document(document).publisher
    return str(publisher) if publisher else ""


def _state(shelf: Shelf, told: Told) -> StateView:
    source, author = told.state.source, told.entry.author
    return StateView(
        state=told.state.state,
        since=told.state.since,
        party=author.party or "",
        basis=author.basis or "",
        filed_by=author.filed_by,
        words=" ".join(source.exact.split()) if source else "",
        language=shelf.document(source.document).language if source else "",
        place=_at(source),
        publisher=_publisher(shelf, source.document) if source else "",
        text=told.state.text,
        evidence=told.state.evidence,
        entry=f"E-{told.entry.number}",
    )


def _spoken(said: Said, tie: Tie) -> Spoken:
    return Spoken(
        name=said.name,
        kind=said.statement.kind,
        said_by=said.said_by,
        speakers=said.speakers,
        on=said.filed.published,
        words=said.words,
        language=said.filed.language,
        item=tie.item,
    )


def _item(
    kept: KeptThing,
    held: Held,
    tied: list[Tie],
    listed: dict[str, Listed],
    said: dict[str, Said],
) -> ItemView:
    own = [tie for tie in tied if tie.item == held.place]
    return ItemView(
        name=held.name,
        sort=held.item.sort,
        names=held.item.names,
        number=held.item.number,
        on=held.item.on,
        due=held.item.due,
        place=held.item.place.name if held.item.place else "",
        parties=held.item.parties,
        words=" ".join(held.item.source.exact.split()) if held.item.source else "",
        source=_at(held.item.source),
        pledges=tuple(listed[name] for name in _pledges(own, said) if name in listed),
        statements=tuple(
            _spoken(said[tie.to], tie) for tie in own if tie.to in said and not said[tie.to].pledge
        ),
        invoked=sum(each.item == held.place for _, each in kept.invoked()),
        entry=f"E-{held.entry.number}",
    )


def _series(
    shelf: Shelf,
    unit: str | None,
    tied: list[Tie],
    said: dict[str, Said],
    accounts: Iterable[PledgeAccount],
) -> tuple[Figure, ...]:
    """Give the figures told of a thing: in statements, and in reports on its pledges."""
    figures = []
    for tie in tied:
        if tie.to in said and said[tie.to].statement.kind in ("result", "context", "event"):
            one = said[tie.to]
            publisher = str(one.filed.publisher) if one.filed.publisher else ""
            context = Context(
                one.name, one.filed.published, one.filed.language, one.said_by, publisher
            )
            figures += figures_of(one.statement, tie, context, unit)
    for account in accounts:
        figures += [
            _delivered(shelf, account, entry)
            for number, entry in account.entries.items()
            if entry.kind in ("report", "confirmation") and number not in account.reversals
            if "value" in entry.body
        ]
    return in_order(figures)


def _delivered(shelf: Shelf, account: PledgeAccount, entry: Entry) -> Figure:
    """Give a report or confirmation as a figure of a series."""
    body = entry.body
    rests = body.get("source") or {}
    on = body.get("on") or rests.get("published")
    document = str(rests.get("document", ""))
    return Figure(
        on=date.fromisoformat(on) if on else entry.time.date(),
        value=Decimal(body["value"]),
        low=None,
        high=None,
        unit=str(body.get("unit") or account.entries[body["report"]].body["unit"]),
        bound="exact",
        change="",
        period="",
        by="reported" if entry.kind == "report" else "confirmed",
        said_by=entry.author.party or "",
        counted_by=str(body.get("counted_by", "")),
        publisher=_publisher(shelf, document) if document else "",
        place=f"E-{entry.number}",
        words=" ".join(str(rests.get("exact", "")).split()),
        language=shelf.document(document).language if document else "",
    )


def _invoked(kept: KeptThing, shelf: Shelf, on: date) -> Iterator[Invoked]:
    for entry, act in kept.invoked():
        yield Invoked(
            item=f"{kept.subject}:i{act.item}",
            party=entry.author.party or "",
            basis=entry.author.basis or "",
            stance=act.stance,
            act=act.act,
            words=" ".join(act.source.exact.split()),
            language=shelf.document(act.source.document).language,
            place=_at(act.source),
            on=act.source.published,
            entry=f"E-{entry.number}",
        )


def _against(
    books: Books,
    shelf: Shelf,
    kept: KeptThing,
    accounts: Iterable[PledgeAccount],
    said: Iterable[Said],
) -> Iterator[Against]:
    """Give what tells otherwise: disputes, evidence against, and days that differ."""
    for account in accounts:
        for number, entry in account.entries.items():
            if number in account.reversals:
                continue
            if entry.kind == "dispute" or (entry.kind == "evidence" and entry.body.get("against")):
                yield _otherwise(shelf, entry, account.subject)
    for each in said:
        for entry in held_against(books, each.name):
            if entry.body.get("against"):
                yield _otherwise(shelf, entry, each.name)
    for found in kept.disagreements():
        for told in found:
            view = _state(shelf, told)
            yield Against(
                way="day",
                of=f"{view.state}: {view.since}",
                by=view.party or view.publisher or view.filed_by,
                words=view.words,
                language=view.language,
                text=view.text,
                place=view.place,
                entry=view.entry,
            )


def _otherwise(shelf: Shelf, entry: Entry, of: str) -> Against:
    body = entry.body
    rests = body.get("source") or {}
    document = str(rests.get("document", ""))
    publisher = body.get("publisher") or {}
    by = entry.author.party or publisher.get("name") or entry.author.filed_by
    return Against(
        way="dispute" if entry.kind == "dispute" else "evidence",
        of=of,
        by=str(by),
        words=" ".join(str(rests.get("exact", "")).split()),
        language=shelf.document(document).language if document else "",
        text=str(body.get("text") or body.get("reason") or ""),
        place=str(rests.get("statement") or document),
        entry=f"E-{entry.number}",
    )
