"""What a person enters on things: opened, named, tied, placed, told of, made of, closed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from zakuro.flow.acting.acts import Word, reverse, words_of
from zakuro.flow.acting.take_in import document, source, statement
from zakuro.flow.deciding.joint import language_code
from zakuro.flow.keeping.books import Books, Who
from zakuro.flow.looking.lists import party_code
from zakuro.flow.things import tables
from zakuro.flow.things.joint import enter, thing
from zakuro.ledger.parties import expand, spoken_by
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError, ZakuroError
from zakuro.model.source import Source
from zakuro.model.things import (
    Condition,
    Invocation,
    Item,
    ItemSort,
    Naming,
    Parent,
    Parties,
    Place,
    Point,
    Sort,
    Stance,
    State,
    Thing,
    Tie,
)

_ITEM = re.compile(r"(T-[1-9][0-9]{0,11}):i([1-9][0-9]{0,11})")


def item_of(name: str) -> tuple[str, int | None]:
    """Give a thing's name and the place of an item: (T-1, 2) of ``T-1:i2``, (T-1, None) of T-1."""
    found = _ITEM.fullmatch(name)
    return (found[1], int(found[2])) if found else (name, None)


def names_of(given: Sequence[str]) -> dict[str, str]:
    """Give names by language from ``en=Spirit``; ZakuroError for what is written otherwise."""
    names: dict[str, str] = {}
    for each in given:
        code, sign, name = each.partition("=")
        if not sign or not name.strip():
            raise ZakuroError(f"{each!r} is no name: write its language before it, as en=Spirit.")
        names[language_code(code.strip())] = " ".join(name.split())
    return names


def point_of(given: str) -> Point:
    """Give a point from ``Kashgar``, or with degrees north and east: ``Kashgar@39.47,75.99``."""
    name, sign, degrees = given.rpartition("@")
    if not sign:
        return Point(name=" ".join(given.split()))
    north, _, east = degrees.partition(",")
    try:
        return Point(name=" ".join(name.split()), north=Decimal(north), east=Decimal(east))
    except InvalidOperation:
        raise ZakuroError(
            f"{given!r} is no point: write its name, or with degrees north and east as "
            "Kashgar@39.47,75.99."
        ) from None


def _parties(books: Books, given: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party_code(books, code) for code in given))


def _who(books: Books, word: Word | None, filed_by: str) -> Who:
    return word.who(books) if word is not None else Who(filed_by=filed_by)


def _words(books: Books, word: Word | None, words: str | None) -> Source | None:
    """Give the words that an act rests on: of a party its own, else any."""
    if word is not None:
        return words_of(books, word)
    return source(books, words) if words is not None else None


def open_thing(
    books: Books,
    sort: Sort,
    names: Mapping[str, str],
    *,
    filed_by: str,
    parties: Sequence[str] = (),
    parent: str | None = None,
    unit: str | None = None,
    start: date | None = None,
    end: date | None = None,
) -> Entry:
    """Open a thing; the entry's subject is its name (``T-1``).  ``end`` is the day after its last.

    ZakuroError where an open thing of its sort has one of its names already.
    """
    for row in books.journal.rows(tables.THINGS, [("sort", "=", sort), ("open", "=", 1)]):
        other = thing(books, f"T-{row['number']}")
        for code, name in names.items():
            if other.names.get(code) == name:
                raise ZakuroError(f"{other.subject} is that {sort} already: {name}.")
    with books.writing() as writer:
        act = Thing(
            sort=sort,
            names=dict(names),
            parties=_parties(books, parties),
            parent=parent,
            unit=unit,
            start_date=start,
            end_date=end,
        )
        subject = f"T-{writer.next_number(tables.THINGS)}"
        return enter(writer, subject, act, Who(filed_by=filed_by))


def rename(
    books: Books,
    name: str,
    names: Mapping[str, str],
    *,
    filed_by: str,
    words: str | None = None,
) -> list[Entry]:
    """Give a thing other names, or names in more languages; the former ones are kept."""
    rests = source(books, words) if words is not None else None
    with books.writing() as writer:
        return [
            enter(
                writer,
                name,
                Naming(language=code, name=called, source=rests),
                Who(filed_by=filed_by),
            )
            for code, called in names.items()
        ]


def set_parent(books: Books, name: str, parent: str | None, *, filed_by: str) -> Entry:
    """Say to what a thing belongs; None takes it out."""
    with books.writing() as writer:
        return enter(writer, name, Parent(parent=parent), Who(filed_by=filed_by))


def set_parties(books: Books, name: str, parties: Sequence[str], *, filed_by: str) -> Entry:
    """Say whose a thing is."""
    act = Parties(parties=_parties(books, parties))
    with books.writing() as writer:
        return enter(writer, name, act, Who(filed_by=filed_by))


def set_place(
    books: Books, name: str, points: Sequence[Point], *, filed_by: str, route: bool = False
) -> Entry:
    """Say where a thing is: a place, or the points of a route in order."""
    act = Place(points=tuple(points), route=route)
    with books.writing() as writer:
        return enter(writer, name, act, Who(filed_by=filed_by))


def set_state(
    books: Books,
    name: str,
    state: Condition,
    *,
    filed_by: str,
    since: date | None = None,
    word: Word | None = None,
    words: str | None = None,
    text: str = "",
    evidence: Sequence[str] = (),
    key: Any = None,
) -> Entry:
    """Enter how far a thing has come, in the words of a party or of whoever told it.

    Without ``since`` it is so since the day of these words.
    """
    rests = _words(books, word, words)
    since = since or (rests.published if rests else None)
    if since is None:
        raise RefusedError("Say since when (--since): no words here say a day.")
    act = State(state=state, since=since, text=text, evidence=tuple(evidence), source=rests)
    with books.writing() as writer:
        return enter(writer, name, act, _who(books, word, filed_by), key)


def add_item(
    books: Books,
    name: str,
    sort: ItemSort,
    names: Mapping[str, str],
    *,
    filed_by: str,
    number: int | None = None,
    on: date | None = None,
    due: date | None = None,
    place: Point | None = None,
    parties: Sequence[str] = (),
    words: str | None = None,
) -> Entry:
    """Enter what a thing is made of: a principle, a field, a meeting, a name of a register.

    A statement whose words it rests on is tied to it.
    """
    act = Item(
        sort=sort,
        names=dict(names),
        number=number,
        on=on,
        due=due,
        place=place,
        parties=_parties(books, parties),
        source=source(books, words) if words is not None else None,
    )
    with books.writing() as writer:
        entry = enter(writer, name, act, Who(filed_by=filed_by))
        if words is not None and ":s" in words:
            place_ = len(thing(books, name).items)
            enter(writer, name, Tie(to=words, item=place_), Who(filed_by=filed_by))
        return entry


def tie(
    books: Books,
    name: str,
    to: str,
    *,
    filed_by: str,
    value: Decimal | None = None,
    unit: str | None = None,
) -> Entry:
    """Tie a pledge (``P-3``) or statement (``D-1:s3``) to a thing or an item of it (``T-1:i2``)."""
    subject, item = item_of(name)
    if to.startswith("P-"):
        books.account(to)
    elif to.startswith("D-"):
        statement(books, to)
    act = Tie(to=to, item=item, value=value, unit=unit)
    with books.writing() as writer:
        return enter(writer, subject, act, Who(filed_by=filed_by))


def untie(books: Books, name: str, to: str, *, reason: str, filed_by: str) -> Entry:
    """Take back that a pledge or statement is about a thing."""
    subject, item = item_of(name)
    for number, tied in thing(books, subject).tied():
        if tied.to == to and (item is None or tied.item == item):
            return reverse(books, f"E-{number}", reason=reason, filed_by=filed_by)
    raise RefusedError(f"{to} is not tied to {name}: `zakuro thing show {subject}` lists what is.")


def invoke(
    books: Books, name: str, word: Word, *, stance: Stance, act: str, key: Any = None
) -> Entry:
    """Enter that a party itself appeals to a principle (``T-1:i2``), for or against an act.

    RefusedError unless the words are known to be the party's own.
    """
    subject, item = item_of(name)
    if item is None:
        raise RefusedError(f"Say which principle of {name} is invoked: {name}:i1, {name}:i2 …")
    words = words_of(books, word)
    if words is None:
        raise RefusedError("What a party invokes rests on its words: give --from D-…:s… .")
    _own_words(books, word, words)
    body = Invocation(item=item, stance=stance, act=act, source=words)
    with books.writing() as writer:
        return enter(writer, subject, body, word.who(books), key)


def _own_words(books: Books, word: Word, words: Source) -> None:
    """Refuse words of which nothing says that they are the party's own: who retells is not it."""
    said = spoken_by(statement(books, words.statement)) if words.statement else ()
    publisher = document(books, words.document).publisher
    own = {
        word.party,
        *(code for code, members in books.groups.items() if word.party in members),
    }
    published = publisher is not None and publisher.state == word.party
    if not (set(said) & own or published or word.party in expand(said, books.groups)):
        raise RefusedError(
            f"Nothing says that {word.words} is {word.party}'s own word: give a statement that it "
            "speaks, or words of a document that it published (`zakuro publisher`)."
        )


def close(books: Books, name: str, *, reason: str, filed_by: str) -> Entry:
    """Close a thing that was opened by mistake; one that has ended is in the state *ended*."""
    number = thing(books, name).opening.number
    return reverse(books, f"E-{number}", reason=reason, filed_by=filed_by)
