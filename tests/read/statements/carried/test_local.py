"""To whom at home: what another gives to a hospital whose state no words name."""

from __future__ import annotations

import pytest

import zakuro
from zakuro.model.statement import in_focus


@pytest.mark.parametrize(
    ("language", "text", "receivers"),
    [
        (
            "ru",
            "Таджикистан ждёт гостей. Япония передала сельской больнице 12 аппаратов.",
            ("TJK",),
        ),
        ("ru", "В Душанбе прошла встреча. ЮНИСЕФ поставит школам 240 холодильников.", ("TJK",)),
        ("ru", "Япония передала больнице Оша 12 аппаратов.", ("KGZ",)),
        ("ru", "Таджикистан выделит фермерам 5 млн сомони.", ()),
        ("kk", "Қонақтар Душанбеге келді. Жапония колледжге 12 аппарат берді.", ("TJK",)),
        ("kk", "Тәжікстанға қонақ келді. Германия өңірлерге 15 көлік берді.", ("TJK",)),
    ],
)
def test_what_another_gives_to_those_of_no_state_is_for_home(
    language: str, text: str, receivers: tuple[str, ...]
) -> None:
    statements = zakuro.read(text, language=language, home="TJK").statements
    assert statements[-1].receivers == receivers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Таджикистан ждёт гостей. Япония передала больнице 12 аппаратов.", "Таджикистан"),
        ("В Душанбе прошла встреча. ЮНИСЕФ поставит школам 240 холодильников.", "Душанбе"),
    ],
)
def test_home_is_told_to_be_filled_in_and_by_which_words(text: str, words: str) -> None:
    statement = zakuro.read(text, language="ru", home="TJK").statements[-1]
    mark = in_focus(statement)
    assert mark is not None
    assert mark.exact == words


def test_where_home_is_not_named_nobody_gets_it() -> None:
    text = "Япония передала больнице 12 аппаратов."
    (statement,) = zakuro.read(text, language="ru", home="TJK").statements
    assert statement.receivers == ()
