from datetime import date

import msgspec
import pytest

from zakuro.flow.acting.review import correct, refuse
from zakuro.flow.acting.take_in import statement
from zakuro.flow.keeping.books import Books
from zakuro.flow.things.said import Search, Shelf, statements
from zakuro.model.errors import ZakuroError


def named(books: Books, *kinds: str, **search: object) -> list[str]:
    return [each.name for each in statements(books, kinds, Search(**search))]  # type: ignore[arg-type]


def test_statements_are_found_by_who_what_and_when(told: Books) -> None:
    assert named(told, "position") == ["D-2:s3", "D-2:s4", "D-2:s8"]
    assert named(told, "position", speaker="CHN") == ["D-2:s3"]
    assert named(told, "position", speaker="c5") == []
    assert named(told, "position", speaker="tokayev") == ["D-2:s4", "D-2:s8"]
    assert named(told, "position", topic="trade") == ["D-2:s3"]
    assert named(told, "position", since=date(2025, 6, 18)) == []
    assert named(told, "position", until=date(2025, 6, 17)) == ["D-2:s3", "D-2:s4", "D-2:s8"]
    assert named(told, "position", until=date(2025, 6, 16)) == []
    assert named(told, "position", document="D-1") == []
    with pytest.raises(ZakuroError, match="There is no document"):
        named(told, "position", document="D-9")


def test_what_is_refused_goes_and_what_is_corrected_stands_so(told: Books) -> None:
    with told.writing() as writer:
        refuse(writer, "D-2:s3", "no", "anna")
        better = msgspec.structs.replace(statement(told, "D-2:s4"), kind="call")
        correct(writer, "D-2:s4", better, "anna")
    assert named(told, "position") == ["D-2:s8"]
    assert named(told, "call") == ["D-2:s2", "D-2:s4"]
    said = Shelf(told).said("D-2:s4")
    assert (said.state, said.statement.kind, said.speakers) == ("corrected", "call", ("KAZ",))


def test_who_says_it_is_named_or_the_publisher_is(told: Books) -> None:
    shelf = Shelf(told)
    assert shelf.said("D-2:s3").said_by == "Xi Jinping (CHN)"
    assert shelf.said("D-1:s1").said_by == ""
    with pytest.raises(ZakuroError, match="There is no statement"):
        shelf.said("D-1:s99")
