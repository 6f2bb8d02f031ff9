"""Things of the bundled record, and what became of proposals: entered by the acts that all have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping.books import Books
from zakuro.flow.things import entering
from zakuro.flow.things.followed.proposals import take_up
from zakuro.flow.things.joint import thing
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record
from zakuro.model.things import Condition, ItemSort, Sort, Way


class KeptState(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far a thing has come; ``rests`` names the deed whose words say it."""

    state: Condition
    since: date
    rests: str
    text: str = ""


class KeptItem(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a thing is made of; ``tie`` names what else is about it."""

    sort: ItemSort
    names: dict[str, str]
    number: int | None = None
    on: date | None = None
    due: date | None = None
    place: str = ""
    parties: tuple[str, ...] = ()
    rests: str = ""
    tie: tuple[str, ...] = ()


class KeptTie(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is about a thing; ``value`` and ``unit`` are what it claims, where that must be said."""

    of: str
    value: Decimal | None = None
    unit: str | None = None


class KeptThing(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A thing as the keeper opens it; ``end`` is its last day, ``name`` what later ones call it."""

    name: str
    sort: Sort
    names: dict[str, str]
    parties: tuple[str, ...] = ()
    parent: str = ""
    unit: str | None = None
    start: date | None = None
    end: date | None = None
    place: tuple[str, ...] = ()
    route: bool = False
    tie: tuple[str, ...] = ()
    ties: tuple[KeptTie, ...] = ()
    states: tuple[KeptState, ...] = ()
    items: tuple[KeptItem, ...] = ()


class KeptUptake(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What became of the proposal ``of``: a pledge, or a party's answer in the words of another."""

    of: str
    way: Way
    made: str = ""
    by: str | None = None
    rests: str = ""


class Shelf:
    """Enters things; ``named`` gives what a name of the record stands for in the books."""

    def __init__(self, books: Books, named: Callable[[str], str], filed_by: str) -> None:
        self.books = books
        self.named = named
        self.filed_by = filed_by

    def keep(self, kept: KeptThing) -> str:
        """Open a thing and enter all that is told of it; give its name in the books."""
        books, filed_by = self.books, self.filed_by
        subject = entering.open_thing(
            books,
            kept.sort,
            kept.names,
            filed_by=filed_by,
            parties=kept.parties,
            parent=self.named(kept.parent) if kept.parent else None,
            unit=kept.unit,
            start=kept.start,
            end=kept.end + timedelta(days=1) if kept.end else None,
        ).subject
        if kept.place:
            points = [entering.point_of(point) for point in kept.place]
            entering.set_place(books, subject, points, filed_by=filed_by, route=kept.route)
        for state in kept.states:
            entering.set_state(
                books,
                subject,
                state.state,
                filed_by=filed_by,
                since=state.since,
                words=self.words(state.rests),
                text=state.text,
            )
        for item in kept.items:
            self._item(subject, item)
        for tie in (*(KeptTie(of=name) for name in kept.tie), *kept.ties):
            entering.tie(
                books, subject, self.target(tie.of), filed_by=filed_by, value=tie.value,
                unit=tie.unit,
            )  # fmt: skip
        return subject

    def _item(self, subject: str, item: KeptItem) -> None:
        entering.add_item(
            self.books,
            subject,
            item.sort,
            item.names,
            filed_by=self.filed_by,
            number=item.number,
            on=item.on,
            due=item.due,
            place=entering.point_of(item.place) if item.place else None,
            parties=item.parties,
            words=self.words(item.rests) if item.rests else None,
        )
        place = len(thing(self.books, subject).items)
        for name in item.tie:
            where = f"{subject}:i{place}"
            entering.tie(self.books, where, self.target(name), filed_by=self.filed_by)

    def take_up(self, kept: KeptUptake) -> None:
        """Enter what became of a proposal."""
        words = self.words(kept.rests) if kept.rests else None
        take_up(
            self.books,
            self.named(kept.of),
            kept.way,
            filed_by=self.filed_by,
            by=self.named(kept.made) if kept.made else None,
            word=Word(party=kept.by, filed_by=self.filed_by, words=words) if kept.by else None,
            words=words,
        )

    def words(self, name: str) -> str:
        """Give where the words stand on which something rests that the record names."""
        found = self.named(name)
        if found.startswith("P-"):
            return self.books.account(found).pledge.statement
        if not found.startswith("E-"):
            return found
        source = self.books.entry(found).body.get("source")
        if source is None:
            raise ZakuroError(f"{name} rests on no words.")
        return source.get("statement") or f"{source['document']}:{source['start']}-{source['end']}"

    def target(self, name: str) -> str:
        """Give the pledge or statement that the record names; ZakuroError for neither."""
        found = self.named(name)
        if found.startswith("E-"):
            found = self.words(name)
        if ":" in found and ":s" not in found:
            raise ZakuroError(f"{name} rests on words that were not read as a statement.")
        return found
