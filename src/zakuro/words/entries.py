"""What people read in place of the codes of an entry: its kind, and on what it rests."""

from __future__ import annotations

from zakuro.model.entry import Entry
from zakuro.words.catalogue import SOURCE, say


def kind(code: str, language: str = SOURCE) -> str:
    """Give a kind of entry in words: a search for ``looked``."""
    return say(language, f"entry_kind.{code.replace('-', '_')}")


def basis(code: str | None, language: str = SOURCE) -> str:
    """Give on what a word rests: from published words for ``attributed``; nothing for None."""
    return say(language, f"basis.{code}") if code else ""


def whose(entry: Entry, language: str = SOURCE) -> str:
    """Give whose word an entry is, and on what it rests; who wrote it down, if it is nobody's."""
    author = entry.author
    if author.party is None:
        return author.filed_by
    return ", ".join(part for part in (author.party, basis(author.basis, language)) if part)
