"""Measures without a subject: an infinitive or a noun that opens its line."""

import pytest

from zakuro import read


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Передача двух катеров больнице в Апиа", ["pledge"]),
        ("Возвращать книги — наш долг.", []),
        ("Передача длится час.", []),
    ],
)
def test_a_noun_that_opens_its_line_is_a_measure(text: str, kinds: list[str]) -> None:
    assert [s.kind for s in read(text, language="ru").statements] == kinds
