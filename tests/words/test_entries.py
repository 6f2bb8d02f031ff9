"""Codes of entries, in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from zakuro.model.entry import Author, Entry
from zakuro.model.errors import ZakuroError
from zakuro.words.catalogue import messages
from zakuro.words.entries import basis, kind, whose


def by(author: Author) -> Entry:
    return Entry(
        number=1,
        time=datetime(2026, 1, 1, tzinfo=UTC),
        kind="report",
        subject="P-1",
        author=author,
        body={},
    )


def test_a_kind_is_said_in_words_of_the_language() -> None:
    assert (kind("looked"), kind("pledge-withdrawal")) == ("search", "withdrawal of a pledge")
    assert kind("looked", "ru") == messages("ru")["entry_kind.looked"]
    with pytest.raises(ZakuroError):
        kind("no such kind")


def test_a_basis_is_said_in_words_and_nothing_where_there_is_none() -> None:
    assert basis("attributed") == "from published words"
    assert basis(None) == ""


def test_a_word_is_of_its_party_or_else_of_who_wrote_it_down() -> None:
    said = by(Author(filed_by="aliya", party="KAZ", basis="mandated"))
    assert whose(said) == "KAZ, entered by its representative"
    assert whose(by(Author(filed_by="aliya"))) == "aliya"
