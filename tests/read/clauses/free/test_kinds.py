"""What kind a predicate gives its clause."""

from datetime import date

import pytest

from zakuro import read

DAY = date(2025, 6, 17)


def kinds(text: str, day: date | None = DAY) -> list[str]:
    return [one.kind for one in read(text, language="ru", published=day).statements]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("С 2026 года Китай открывает рынок.", ["pledge"]),
        ("С 2020 года Китай открывает рынок.", []),
        ("Китай открывает рынок.", []),
        ("Китай открывает рынок, а в 2030 году пройдёт игра.", []),
    ],
)
def test_a_present_promises_where_the_time_is_to_come(text: str, found: list[str]) -> None:
    assert kinds(text) == found


def test_without_a_day_no_time_is_to_come() -> None:
    assert kinds("С 2026 года Китай открывает рынок.", None) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Выражена поддержка реформе.", ["position"]),
        ("Достигнута важная договорённость открыть рынок.", ["pledge"]),
        ("Китай внёс ряд предложений по реформе.", ["proposal"]),
        ("Китай выступил с решительным призывом к миру.", ["call"]),
        ("Китай выразил искреннюю благодарность за помощь.", []),
        ("Китай выразил твёрдую уверенность, что построит порт.", []),
        ("Китай заявил о своей полной готовности построить порт.", ["pledge"]),
        ("Китай взял паузу.", []),
    ],
)
def test_a_noun_makes_of_a_light_verb_what_it_says(text: str, found: list[str]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Кредиторам следует списать долги.", ["call"]),
        ("Следует списать долги.", []),
        ("Это следует из доклада Китая.", []),
    ],
)
def test_a_duty_is_somebodys(text: str, found: list[str]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Приняты декларация и план.",
        "Соглашение вступило в силу.",
        "Экспорт составил 2 млрд долларов.",
        "Связи с Кенией выведены на новый уровень.",
    ],
)
def test_what_was_done_by_nobody_named_is_a_result(text: str) -> None:
    assert kinds(text) == ["result"]
