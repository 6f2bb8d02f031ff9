"""Finding words: in what was promised, in names of things, in what was read, and in the texts.

All words asked for must stand in one pledge, one name, or one line of a document.  A word of
letters is found where one begins so ("grant" finds grants); one in Chinese or Japanese characters
anywhere, for nothing parts words there.  What stands between quotation marks is found as it stands.

The index of words (flow.keeping.terms) names the places that can hold the rarest of the words;
only those are read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import groupby, islice
from typing import Literal, NamedTuple, get_args

import regex

from zakuro.flow.acting.take_in import document
from zakuro.flow.browsing.documents import first_heading, in_context, whose
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.terms import (
    LINE_TERMS,
    PLEDGE_TERMS,
    THING_TERMS,
    UNPARTED,
    asked_terms,
    begins_with,
    folded,
    lines,
)
from zakuro.flow.things.tables import THING_NAMES
from zakuro.journal import Table
from zakuro.model.errors import ZakuroError

MOST = 50
LONGEST = 200
"""Characters of what can be asked for."""
READ = 1000
"""How many pledges, things and lines are read for one question, each the newest first."""

Where = Literal["pledge", "thing", "statement", "document"]
WHERE: tuple[Where, ...] = get_args(Where)

_ASKED = regex.compile(r'"(?P<phrase>[^"]+)"|“(?P<quoted>[^”]+)”|(?P<word>\S+)')
_UNPARTED = regex.compile(f"[{UNPARTED}]")


class Found(NamedTuple):
    """A place where the words were found, with what stands around the first of them.

    ``kind`` is a pledge, a thing, a statement that was read, or a document where nothing was read
    there.
    """

    kind: Where
    name: str
    title: str
    language: str
    before: str
    words: str
    after: str
    retold: bool = False


class Counted(NamedTuple):
    """Every place that was found, how many of each kind, and whether that is all there are."""

    found: list[Found]
    counts: Counter[str]
    whole: bool


class _Places(NamedTuple):
    """The numbers of a table where the rarest word can stand; ``whole`` if these are all."""

    numbers: list[tuple[int, ...]]
    whole: bool


def search(books: Books, asked: str, most: int = MOST) -> list[Found]:
    """Give where words stand in any language, pledges first and the newest first."""
    return list(islice(places(books, asked), most))


def counted(books: Books, asked: str) -> Counted:
    """Give every place where words stand, and how many places there are of each kind."""
    cut: list[str] = []
    found = list(places(books, asked, cut.append))
    return Counted(found, Counter(each.kind for each in found), not cut)


def places(
    books: Books, asked: str, more: Callable[[str], object] = lambda _: None
) -> Iterator[Found]:
    """Give the places where words stand; ZakuroError if too much is asked for.

    ``more`` is told the table of which only the newest :data:`READ` places were read.
    """
    if len(asked) > LONGEST:
        raise ZakuroError(f"Ask for fewer words: {LONGEST} characters at most.")
    wanted = patterns(folded(asked))
    known = asked_terms(folded(asked))
    if not wanted or not known:
        return

    def candidates(table: Table) -> list[tuple[int, ...]]:
        given = _rarest(books, table, known)
        if not given.whole:
            more(table.name)
        return given.numbers

    filed = cache(partial(_filed, books))
    numbers = [number for (number,) in candidates(PLEDGE_TERMS)]
    yield from _pledges(books, numbers, wanted, filed)
    yield from _things(books, [number for (number,) in candidates(THING_TERMS)], wanted)
    read: list[Found] = []
    rest: list[Found] = []
    for number, of in groupby(candidates(LINE_TERMS), lambda place: place[0]):
        for found in _in_document(books, filed(number), {place for _, place in of}, wanted):
            (read if found.kind == "statement" else rest).append(found)
    yield from read
    yield from rest


def _rarest(books: Books, table: Table, known: set[str]) -> _Places:
    """Give where the rarest of some beginnings of terms stands, the newest first."""
    counts = {
        term: books.journal.count(table, begins_with(term)) if len(known) > 1 else 0
        for term in sorted(known)
    }
    term = min(counts, key=lambda each: counts[each])
    places_of = table.key[:-1]
    rows = books.journal.rows(
        table, begins_with(term), order=places_of, descending=True, limit=READ + 1
    )
    given = [tuple(int(row[column]) for column in places_of) for row in rows]
    return _Places(list(dict.fromkeys(given[:READ])), len(given) <= READ)


def _pledges(
    books: Books,
    numbers: Sequence[int],
    wanted: Sequence[regex.Pattern[str]],
    filed: Callable[[int], tables.Row],
) -> Iterator[Found]:
    rows = books.journal.rows(
        tables.PLEDGES, [("number", "in", numbers)], order=("number",), descending=True
    )
    for row in rows:
        words = str(row["words"])
        if hit := first(wanted, folded(words)):
            number = tables.numbered(str(row["statement"]).partition(":")[0])
            name = f"P-{row['number']}"
            yield _found("pledge", name, name, filed(number), _cut(words, hit))


def _things(
    books: Books, numbers: Sequence[int], wanted: Sequence[regex.Pattern[str]]
) -> Iterator[Found]:
    rows = books.journal.rows(THING_NAMES, [("number", "in", numbers)], order=("number",))
    told: set[str] = set()
    for row in rows:
        name, words = f"T-{row['number']}", str(row["name"])
        if name not in told and (hit := first(wanted, folded(words))):
            told.add(name)
            yield Found("thing", name, name, str(row["language"]), *_cut(words, hit))


def _in_document(
    books: Books, row: tables.Row, of: set[int], wanted: Sequence[regex.Pattern[str]]
) -> Iterator[Found]:
    """Give the lines of a document in which all words stand, as the statements read there."""
    name = f"D-{row['number']}"
    text = books.journal.blob(str(row["sha256"])).decode("utf-8")
    hits = [
        (start + hit[0], start + hit[1])
        for place, (start, line) in enumerate(lines(text))
        if place in of and (hit := first(wanted, folded(line)))
    ]
    if not hits:
        return
    title = str(row["title"]) or first_heading(text) or whose(document(books, name))
    statements = list(books.journal.rows(tables.STATEMENTS, [("document", "=", row["number"])]))
    told: set[str] = set()
    for start, end in hits:
        said = in_context(text, start, end)
        around = [
            f"{name}:s{each['place']}"
            for each in statements
            if int(each["begins"]) < end and start < int(each["ends"])
        ]
        if not around:
            yield _found("document", name, title, row, said)
        for each in around:
            if each not in told:
                told.add(each)
                yield _found("statement", each, title, row, said)


def _filed(books: Books, number: int) -> tables.Row:
    """Give the row of a document; empty where there is none."""
    return next(books.journal.rows(tables.DOCUMENTS, [("number", "=", number)], limit=1), {})


def _cut(words: str, hit: tuple[int, int]) -> tuple[str, str, str]:
    return words[: hit[0]], words[hit[0] : hit[1]], words[hit[1] :]


def first(wanted: Sequence[regex.Pattern[str]], text: str) -> tuple[int, int] | None:
    """Give where the first of the words stands, if all of them do."""
    hits = []
    for pattern in wanted:
        hit = pattern.search(text)
        if hit is None:
            return None
        hits.append(hit.span())
    return min(hits)


def _found(
    kind: Where, name: str, title: str, row: tables.Row, said: tuple[str, str, str]
) -> Found:
    retold = bool(row.get("retold", 0))
    return Found(kind, name, title, str(row.get("language", "")), *said, retold=retold)


@cache
def patterns(asked: str) -> tuple[regex.Pattern[str], ...]:
    """Give the pattern of each word or phrase that is asked for."""
    found = []
    for hit in _ASKED.finditer(asked):
        words = (hit["phrase"] or hit["quoted"] or hit["word"]).split()
        inner = r"\s+".join(map(regex.escape, words))
        begins = "" if not words or _UNPARTED.match(words[0]) else r"(?<![\p{L}\p{N}])"
        if inner:
            found.append(regex.compile(begins + inner))
    return tuple(found)
