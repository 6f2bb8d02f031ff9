import pytest

from zakuro.flow.browsing.search import (
    LONGEST,
    counted,
    first,
    folded,
    patterns,
    places,
    search,
)
from zakuro.flow.keeping.books import Books
from zakuro.model.errors import ZakuroError


def test_words_are_found_in_pledges_statements_and_documents(opened: Books) -> None:
    found = search(opened, "BILLION yuan")
    assert {each.kind for each in found} >= {"pledge", "statement"}
    assert all(each.words.lower() == "billion" for each in found)
    assert found[0].kind == "pledge"
    assert all(":s" in each.name for each in found if each.kind == "statement")


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
    found, counts = counted(opened, "yuan")
    assert len(found) == sum(counts.values()) > 1


def test_too_much_is_refused(opened: Books) -> None:
    with pytest.raises(ZakuroError, match="fewer words"):
        list(places(opened, "a" * (LONGEST + 1)))


def test_folding_keeps_places() -> None:
    assert folded("ＡＢİß1") == "abİß1"
