import pytest

from tests.flow.builder import file, summit
from tests.flow.things.builder import railway
from zakuro.flow.acting.take_in import take_in
from zakuro.flow.browsing.search import (
    LONGEST,
    counted,
    first,
    patterns,
    places,
    search,
)
from zakuro.flow.keeping.books import Books
from zakuro.flow.reading import read
from zakuro.flow.things.entering import rename
from zakuro.model.errors import ZakuroError


def test_words_are_found_in_pledges_statements_and_documents(opened: Books) -> None:
    found = search(opened, "BILLION yuan")
    assert {each.kind for each in found} >= {"pledge", "statement"}
    assert all(each.words.lower() == "billion" for each in found)
    assert found[0].kind == "pledge"
    assert all(":s" in each.name for each in found if each.kind == "statement")


def test_what_is_read_stands_before_other_lines_and_each_hit_in_its_own(books: Books) -> None:
    text = "A note on grants\n\nChina will provide 3 grants.\n\nGrants matter, said nobody."
    take_in(books, read(text, language="en"), text.encode(), reader="t", filed_by="anna")
    found = search(books, "grants")
    assert [each.kind for each in found] == ["statement", "document", "document"]
    assert [each.name for each in found] == ["D-1:s1", "D-1", "D-1"]
    assert found[0].words == "grants"


@pytest.mark.parametrize("asked", ["", "   ", "no such words", '""', '"yuan billion"', "rant"])
def test_nothing_is_found(opened: Books, asked: str) -> None:
    assert search(opened, asked) == []


def test_all_words_must_stand_in_any_order_but_a_phrase_as_it_is(opened: Books) -> None:
    assert search(opened, "yuan billion") != []
    assert search(opened, '"billion yuan"')[0].words.lower() == "billion yuan"


def test_a_word_is_found_where_one_begins_so_and_characters_anywhere(opened: Books) -> None:
    assert search(opened, "bill") != []
    for asked, text, at in (
        ("助", "无偿援助", (3, 4)), ("нан", "финансы", None), ("нан", "пшеница, нан", (9, 12)),
        ("援助 中", "中国の援助", (0, 1)),
    ):  # fmt: skip
        assert first(patterns(asked), text) == at


def test_at_most_so_many_and_all_are_counted(opened: Books) -> None:
    assert len(search(opened, "yuan", most=1)) == 1
    found, counts, whole = counted(opened, "yuan")
    assert len(found) == sum(counts.values()) > 1
    assert whole


def test_too_much_is_refused(opened: Books) -> None:
    with pytest.raises(ZakuroError, match="fewer words"):
        list(places(opened, "a" * (LONGEST + 1)))


def test_things_are_found_by_any_of_their_names(books: Books) -> None:
    file(books, summit())
    railway(books)
    found = [each for each in search(books, "railway") if each.kind == "thing"]
    assert [each.name for each in found] == ["T-1"]
    assert counted(books, "railway").counts["thing"] == 1


def test_of_what_stands_everywhere_the_newest_is_read_and_that_is_said(
    opened: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = counted(opened, "t")
    assert every.whole
    monkeypatch.setattr("zakuro.flow.browsing.search.READ", 1)
    some = counted(opened, "t")
    assert not some.whole
    assert {each.name for each in some.found} < {each.name for each in every.found}


def test_what_was_renamed_is_found_by_its_new_name_alone(books: Books) -> None:
    file(books, summit())
    railway(books)
    rename(books, "T-1", {"en": "Pamir line"}, filed_by="anna")
    assert [each.name for each in search(books, "pamir")] == ["T-1"]
