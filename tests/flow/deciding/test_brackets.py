import pytest

from tests.flow.deciding.builder import EN, RU, by, state, tabled
from zakuro.flow.deciding.brackets import (
    Replacement,
    passage_of,
    propose,
    settle,
)
from zakuro.flow.deciding.joint import decision, words
from zakuro.flow.keeping.books import Books
from zakuro.model.errors import RefusedError, ZakuroError

BY_2027 = [
    Replacement(None, "within two years", "by 2027"),
    Replacement("ru", "в течение двух лет", "до 2027 года"),
]


def now(books: Books, name: str, language: str = "en") -> str:
    return words(books, decision(books, name).version.texts, language)


def test_the_words_so_found_are_the_next_version_in_every_language(books: Books) -> None:
    name = tabled(books)
    propose(books, name, by("TKM"), BY_2027, reason="clear")
    assert state(books, name) == "bracketed"
    propose(books, name, by("CHN"), [Replacement("en", "The members", "All members")])
    settle(books, name, by("UZB"), alternative="a1", bracket="b1")
    with pytest.raises(RefusedError, match="no open bracket b1; open: b2"):
        settle(books, name, by("UZB"), alternative="a1", bracket="b1")
    settle(books, name, by("CHN"), alternative=None)
    assert decision(books, name).version.number == 2
    assert now(books, name) == EN.replace("within two years", "by 2027")
    assert now(books, name, "ru") == RU.replace("в течение двух лет", "до 2027 года")
    assert state(books, name) == "clean"


def test_words_must_stand_there_once(books: Books) -> None:
    name = tabled(books)
    for old, said in (("never", "stands 0 times"), ("e", "times in the text"), ("", "stands 0")):
        with pytest.raises(ZakuroError, match=said):
            propose(books, name, by("TKM"), [Replacement(None, old, "x")])
    with pytest.raises(ZakuroError, match="no words in de"):
        propose(books, name, by("TKM"), [Replacement("de", "x", "y")])
    with pytest.raises(ZakuroError, match="given twice"):
        propose(books, name, by("TKM"), [BY_2027[0], BY_2027[0]])
    assert passage_of("各方将在两年内", "两年", "zh").start == 4


def test_words_may_be_struck(books: Books) -> None:
    name = tabled(books)
    propose(books, name, by("TKM"), [Replacement(None, " within two years", "")])
    settle(books, name, by("UZB"), alternative="a1")
    assert now(books, name) == "The members will open the railway."
    assert decision(books, name).missing == ["ru"]


def test_which_bracket_is_said_where_there_are_several(books: Books) -> None:
    name = tabled(books)
    with pytest.raises(RefusedError, match="X-1 has no open bracket"):
        settle(books, name, by("UZB"), alternative="a1")
    propose(books, name, by("TKM"), BY_2027)
    with pytest.raises(RefusedError, match="no alternative a9"):
        settle(books, name, by("UZB"), alternative="a9")
    propose(books, name, by("CHN"), [Replacement("en", "The members", "All members")])
    with pytest.raises(RefusedError, match="brackets b1, b2: say which"):
        settle(books, name, by("UZB"), alternative="a1")
