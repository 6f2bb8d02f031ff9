import pytest

from tests.check.checked import verdicts


def test_a_span_beside_its_two_years() -> None:
    text = "The fund, founded in 1995, is 30 years old in 2025."
    assert verdicts(text, "Z605") == ["consistent"]
    assert verdicts(text.replace("30", "40"), "Z605") == ["cannot tell"]
    assert verdicts(text.replace("30", "99"), "Z605") == []


def test_ordinals_follow_their_years() -> None:
    text = "The 7th meeting of the commission was held in 2021, the 8th meeting in 2023."
    assert verdicts(text, "Z606") == []
    assert verdicts(text.replace("2023", "2019"), "Z606") == ["ambiguous"]


def test_a_pledge_for_a_day_that_is_over() -> None:
    text = "Japan will provide 40 buses to Mongolia by the end of {}."
    assert verdicts(text.format(2027), "Z607") == []
    assert verdicts(text.format(2024), "Z607") == []
    assert verdicts(text.format(2019), "Z607") == ["ambiguous"]


def test_years_in_reverse() -> None:
    assert verdicts("It holds the chair for 2027-2025.", "Z608") == ["conflict"]
    assert verdicts("It worked from 2027 to 2025.", "Z608") == ["conflict"]
    assert verdicts("It holds the chair for 2025-2027.", "Z608") == []
    assert verdicts("Call 555-2027-2025-11 for more.", "Z608") == []


def test_each_ordinal_against_the_one_before() -> None:
    text = "The first summit met in 2023, the second summit in 2025, the third summit in {}."
    assert verdicts(text.format(2027), "Z606") == []
    assert verdicts(text.format(2024), "Z606") == ["ambiguous"]


def test_years_to_this_year() -> None:
    text = "В этом году исполняется {} года со дня установления отношений в 1992 году."
    assert verdicts(text.format(33), "Z605", language="ru") == ["consistent"]
    assert verdicts(text.format(23), "Z605", language="ru") == ["cannot tell"]


def test_a_last_day_before_the_first() -> None:
    text = "Бағдарлама 2025 жылғы шілдеден {} жылғы маусымға дейін іске асырылады."
    assert verdicts(text.format(2024), "Z608", language="kk") == ["conflict"]
    assert verdicts(text.format(2026), "Z608", language="kk") == []


def test_an_age_beside_its_years() -> None:
    text = "他1950年出生，2020年去世，享年{}岁。"
    assert verdicts(text.format(80), "Z605", language="zh") == ["cannot tell"]
    assert verdicts(text.format(70), "Z605", language="zh") == ["consistent"]


@pytest.mark.parametrize(
    ("language", "text", "right", "wrong"),
    [
        ("en", "Born in March 1952, the judge retired in December 2024 at the age of {}.",
         "seventy-two", "sixty-two"),
        ("kk", "Жазушы 1939 жылғы ақпанда туған. 2025 жылғы наурызда ол {} жаста еді.", "86", "76"),
        ("zh", "这座灯塔1888年建成,2024年退役时已使用了{}年。", "136", "116"),
        ("ja", "灯台は1888年に建てられ、2024年の廃止まで{}年使われた。", "136", "116"),
        ("ru", "Поэт родился в 1845 году и умер в 1904-м в возрасте {} лет.", "59", "69"),
        ("ru", "Маяк построен в 1888 году и к 2024 году прослужил {} лет.", "136", "116"),
    ],
)  # fmt: skip
def test_ages_of_people_and_things(language: str, text: str, right: str, wrong: str) -> None:
    told = [verdicts(text.format(n), "Z605", language=language) for n in (right, wrong)]
    assert told == [["consistent"], ["cannot tell"]]


def test_an_age_before_the_birthday() -> None:
    assert verdicts("Born in 1952, the judge retired in 2024 at the age of 71.", "Z605") == [
        "consistent"
    ]


def test_years_that_stand_before_their_ordinals_or_are_read_as_some() -> None:
    ru = "Третий фестиваль прошёл в 2018 году, четвёртый — в 2020-м, а {} — в 2022-м."
    told = [verdicts(ru.format(n), "Z606", language="ru") for n in ("пятый", "второй")]
    assert told == [[], ["ambiguous"]]
    zh = "2018年举行第三届,2020年举行第四届,2022年举行第{}届。"
    told = [verdicts(zh.format(n), "Z606", language="zh") for n in ("五", "二")]
    assert told == [[], ["ambiguous"]]
