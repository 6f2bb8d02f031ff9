"""Finding words: in what was promised, and in the texts themselves."""

from __future__ import annotations

import unicodedata
from typing import Literal, NamedTuple

from zakuro.flow.browsing.documents import first_heading, in_context
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books

MOST = 50


class Found(NamedTuple):
    """A place where the words were found: in a pledge or a document, with what stands around."""

    kind: Literal["pledge", "document"]
    name: str
    title: str
    language: str
    before: str
    words: str
    after: str


def search(books: Books, asked: str, most: int = MOST) -> list[Found]:
    """Give where words stand in any language, pledges first and the newest first."""
    wanted = _folded(asked.strip())
    if not wanted:
        return []
    languages = {
        int(row["number"]): str(row["language"]) for row in books.journal.rows(tables.DOCUMENTS)
    }
    found: list[Found] = []
    for row in books.journal.rows(tables.PLEDGES, order=("number",), descending=True):
        words = str(row["words"])
        at = _folded(words).find(wanted)
        if at >= 0:
            document = tables.numbered(str(row["statement"]).partition(":")[0])
            said = (words[:at], words[at : at + len(wanted)], words[at + len(wanted) :])
            name = f"P-{row['number']}"
            found.append(Found("pledge", name, name, languages.get(document, ""), *said))
        if len(found) >= most:
            return found
    for row in books.journal.rows(tables.DOCUMENTS, order=("number",), descending=True):
        text = books.journal.blob(str(row["sha256"])).decode("utf-8")
        name, title = f"D-{row['number']}", str(row["title"]) or first_heading(text)
        folded, at = _folded(text), -1
        while len(found) < most and (at := folded.find(wanted, at + 1)) >= 0:
            around = in_context(text, at, at + len(wanted))
            found.append(Found("document", name, title, str(row["language"]), *around))
    return found


def _folded(text: str) -> str:
    """Fold case and width, one character for one, so that places stay the same."""
    return "".join(_fold(character) for character in text)


def _fold(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character).lower()
    return folded if len(folded) == 1 else character
