"""Which finite verbs open a clause, and what kind it is given."""

from datetime import date

import pytest

from zakuro import read
from zakuro.model.statement import Statement

DAY = date(2025, 6, 17)


def statements(text: str) -> tuple[Statement, ...]:
    return read(text, language="ru").statements


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
        "Соглашение с Кенией вступило в силу.",
        "Экспорт составил 2 млрд долларов.",
        "Связи с Кенией выведены на новый уровень.",
    ],
)
def test_what_was_done_by_nobody_named_is_a_result(text: str) -> None:
    assert kinds(text) == ["result"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Передача двух машин больнице в Кении.", ["pledge"]),
        ("Передача двух машин больнице затянется.", []),
        ("Кения выступила за открытие центра.", ["proposal"]),
        ("Кения выступила за мир.", ["position"]),
        ("Было бы полезно построить дорогу в Кению.", ["proposal"]),
        ("Кении следовало бы построить дорогу.", ["proposal"]),
        ("Следует построить дорогу, отметил министр Кении.", ["call"]),
        ("Генеральный секретарь призвал открыть рынок.", ["call"]),
        ("Соглашение предусматривает строительство дороги в Кении.", ["pledge"]),
        ("Планируется построить дорогу в Кении.", ["pledge"]),
        ("Банк одобрил выделение Кении 5 млн долларов.", ["pledge"]),
        ("Предложение об открытии центра внесла Кения.", ["proposal"]),
        ("Стороны обменялись мнениями о Кении.", []),
        ("В Найроби завершился визит корейской делегации.", []),
        ("Чад рассматривает возможность открыть посольство в Кении.", ["pledge"]),
        ("Экологи требуют закрыть шахту.", ["call"]),
        ("Шахта требует ремонта.", []),
        ("Посол, со своей стороны, предложил провести форум.", ["proposal"]),
        ("Глава МИД предложил построить мост.", ["proposal"]),
        ("Президент обратил внимание на необходимость ускорения работ.", ["call"]),
        ("Министр отметил целесообразность создания предприятия.", ["proposal"]),
        ("Прозвучал призыв к донорам увеличить помощь.", ["call"]),
        ("Предлагается создать рабочую группу.", ["proposal"]),
        ("Было бы логично лечь спать.", []),
        ("По словам министра, фонд мог бы построить дорогу.", ["proposal"]),
    ],
)
def test_what_nobody_or_an_organ_says_is_of_its_kind(text: str, found: list[str]) -> None:
    assert kinds(text) == found


def test_who_says_it_between_commas_parts_nothing() -> None:
    (result,) = statements("С 2015 года, отметил представитель Дохи, Катар вложил 6 млрд долларов.")
    assert (result.givers, result.speaker) == (("QAT",), "представитель")
    assert result.period is not None and result.period.edtf == "2015/.."


def test_what_is_told_of_the_giving_is_given_by_who_tells() -> None:
    (pledge,) = statements("Кения сообщила, что Чаду будет передано 20 тонн риса.")
    assert (pledge.givers, pledge.receivers) == (("KEN",), ("TCD",))


def test_who_gets_by_its_case_shares_nothing_and_a_dash_parts_who_gives_from_the_sum() -> None:
    found = statements("Чад обязался выделить Кении 15 млн евро, Италия – 9 млн, Турция – 4 млн.")
    assert [each.givers for each in found] == [("TCD",), ("ITA",), ("TUR",)]
    assert found[0].receivers == ("KEN",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Швеция направляет Чаду 8 самолётов.", ["pledge"]),
        ("Швеция направляет 8 самолётов.", []),
        ("Чад обязан поставить Кении 5 машин.", ["pledge"]),
        ("Все страны обязаны сокращать выбросы.", ["call"]),
        ("Подписан договор, по которому Чад передаст Кении 5 машин.", ["result", "pledge"]),
    ],
)
def test_what_is_under_way_or_owed_by_one_is_promised(text: str, found: list[str]) -> None:
    assert kinds(text) == found
