"""Finding words: in what was promised, in what was read, and in the texts themselves.

All words asked for must stand in one pledge, or in one line of a document.  A word of letters is
found where one begins so ("grant" finds grants); one in Chinese or Japanese characters anywhere,
for nothing parts words there.  What stands between quotation marks is found as it stands.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple, get_args

import regex

from zakuro.flow.acting.take_in import document
from zakuro.flow.browsing.documents import first_heading, in_context, whose
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.model.acts import FiledStatement, body_as
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Statement

MOST = 50
LONGEST = 200
"""Characters of what can be asked for."""

Where = Literal["pledge", "statement", "document"]
WHERE: tuple[Where, ...] = get_args(Where)

_ASKED = regex.compile(r'"(?P<phrase>[^"]+)"|“(?P<quoted>[^”]+)”|(?P<word>\S+)')
_UNPARTED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")


class Found(NamedTuple):
    """A place where the words were found, with what stands around the first of them.

    ``kind`` is a pledge, a statement that was read, or a document where nothing was read there.
    """

    kind: Where
    name: str
    title: str
    language: str
    before: str
    words: str
    after: str
    retold: bool = False


def search(books: Books, asked: str, most: int = MOST) -> list[Found]:
    """Give where words stand in any language, pledges first and the newest first."""
    return list(islice(places(books, asked), most))


def counted(books: Books, asked: str) -> tuple[list[Found], Counter[str]]:
    """Give every place where words stand, and how many places there are of each kind."""
    found = list(places(books, asked))
    return found, Counter(each.kind for each in found)


def places(books: Books, asked: str) -> Iterator[Found]:
    """Give every place where words stand; ZakuroError if too much is asked for."""
    if len(asked) > LONGEST:
        raise ZakuroError(f"Ask for fewer words: {LONGEST} characters at most.")
    wanted = patterns(folded(asked))
    if not wanted:
        return
    rows = {
        int(row["number"]): row
        for row in books.journal.rows(tables.DOCUMENTS, order=("number",), descending=True)
    }
    for row in books.journal.rows(tables.PLEDGES, order=("number",), descending=True):
        words = str(row["words"])
        if hit := first(wanted, folded(words)):
            of = rows.get(tables.numbered(str(row["statement"]).partition(":")[0]), {})
            name = f"P-{row['number']}"
            said = (words[: hit[0]], words[hit[0] : hit[1]], words[hit[1] :])
            yield _found("pledge", name, name, of, said)
    read: list[Found] = []
    lines: list[Found] = []
    for number, row in rows.items():
        for found in _in_document(books, f"D-{number}", row, wanted):
            (read if found.kind == "statement" else lines).append(found)
    yield from read
    yield from lines


def _in_document(
    books: Books, name: str, row: tables.Row, wanted: Sequence[regex.Pattern[str]]
) -> Iterator[Found]:
    """Give the lines of a document in which all words stand, as the statements read there."""
    text = books.journal.blob(str(row["sha256"])).decode("utf-8")
    hits = list(_lines(folded(text), wanted))
    if not hits:
        return
    title = str(row["title"]) or first_heading(text) or whose(document(books, name))
    statements = _statements(books, name)
    told: set[str] = set()
    for start, end in hits:
        said = in_context(text, start, end)
        around = [of for of, each in statements if each.start < end and start < each.end]
        if not around:
            yield _found("document", name, title, row, said)
        for of in around:
            if of not in told:
                told.add(of)
                yield _found("statement", of, title, row, said)


def _lines(text: str, wanted: Sequence[regex.Pattern[str]]) -> Iterator[tuple[int, int]]:
    """Give the first hit of each line in which all words stand."""
    start = 0
    for line in text.split("\n"):
        if hit := first(wanted, line):
            yield start + hit[0], start + hit[1]
        start += len(line) + 1


def first(wanted: Sequence[regex.Pattern[str]], text: str) -> tuple[int, int] | None:
    """Give where the first of the words stands, if all of them do."""
    hits = []
    for pattern in wanted:
        hit = pattern.search(text)
        if hit is None:
            return None
        hits.append(hit.span())
    return min(hits)


def _statements(books: Books, name: str) -> list[tuple[str, Statement]]:
    rows = books.journal.rows(
        tables.STATEMENTS, [("document", "=", tables.numbered(name))], order=("place",)
    )
    return [
        (
            f"{name}:s{row['place']}",
            body_as(books.journal.entry(int(row["entry"])), FiledStatement).statement,
        )
        for row in rows
    ]


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


def folded(text: str) -> str:
    """Fold case and width, one character for one, so that places stay the same."""
    return text.translate(_FOLDS)


class _Folds(dict[int, str]):
    """What each character is folded to, found when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        shown = unicodedata.normalize("NFKC", character).lower()
        self[code] = shown if len(shown) == 1 else character
        return self[code]


_FOLDS = _Folds()
