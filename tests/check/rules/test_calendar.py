import pytest

from tests.check.checked import verdicts

RIGHT = {
    "en": (
        "The leaders met on Tuesday, 17 June 2025.",
        "The leaders met on 17 June 2025 (Tuesday).",
    ),
    "ja": ("首脳は2025年6月17日(火)に会談した。", "首脳は2025年6月17日火曜日に会談した。"),
    "zh": ("领导人于2025年6月17日（星期二）会晤。",),
    "ru": (
        "Лидеры встретились во вторник, 17 июня 2025 года.",
        "Лидеры встретились 17 июня 2025 года (вторник).",
    ),
}
CASES = [(language, text) for language, texts in RIGHT.items() for text in texts]


@pytest.mark.parametrize("language, text", CASES)
def test_the_weekday_of_a_date(language: str, text: str) -> None:
    assert verdicts(text, "Z604", language=language) == ["consistent"]
    wrong = text.replace("17", "18")
    assert verdicts(wrong, "Z604", language=language) == ["conflict"]


@pytest.mark.parametrize(
    "language, text",
    [
        ("en", "The leaders met on 17 June 2025."),
        ("en", "The leaders met on Monday. On 17 June 2025 they signed."),
        ("ja", "首脳は2025年6月17日に会談した。"),
        ("en", "The leaders met on Wednesday, 17 June."),
    ],
)
def test_a_date_without_weekday_or_year_is_passed_over(language: str, text: str) -> None:
    assert verdicts(text, "Z604", language=language) == []


def test_days_that_no_month_has() -> None:
    assert verdicts("They met on 31 June 2024 in Rome.", "Z609") == ["conflict"]
    assert verdicts("They met on February 30 in Rome.", "Z609") == ["conflict"]
    assert verdicts("They met on 30 June 2024 and 31 May 2024 in Rome.", "Z609") == []
    assert verdicts("会合は6月31日に開かれた。", "Z609", language="ja") == ["conflict"]


def test_a_weekday_whose_name_ends_another() -> None:
    text = "Комиссия 2022 жылғы 29 наурыз (сәрсенбі) отырыс өткізді."
    assert verdicts(text, "Z604", language="kk") == ["conflict"]


def test_a_weekday_behind_a_comma() -> None:
    text = "Келесі отырыс 2025 жылғы 5 қыркүйекте, {} күні өтеді."
    assert verdicts(text.format("жұма"), "Z604", language="kk") == ["consistent"]
    assert verdicts(text.format("сейсенбі"), "Z604", language="kk") == ["conflict"]


def test_a_time_that_begins_on_a_day_that_no_month_has() -> None:
    assert verdicts("会議は2025年6月31日から開かれる。", "Z609", language="ja") == ["conflict"]
    assert verdicts("会議は2025年6月30日から開かれる。", "Z609", language="ja") == []


def test_a_weekday_in_another_case() -> None:
    text = "Лидеры встретились в {}, 20 июня 2025 года."
    assert verdicts(text.format("пятницу"), "Z604", language="ru") == ["consistent"]
    assert verdicts(text.format("среду"), "Z604", language="ru") == ["conflict"]
    assert verdicts("Лидеры встретятся 31 июнем 2025 года.", "Z609", language="ru") == ["conflict"]
