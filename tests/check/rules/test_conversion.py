import pytest

from tests.check.checked import told, verdicts


def grant(first: str, second: str) -> str:
    return f"China will provide {first} ({second}) in grants to Central Asian countries."


def test_a_sum_in_two_currencies_within_the_rates_of_the_year() -> None:
    (found,) = told(grant("1.5 billion yuan", "about 208 million US dollars"), "Z301")
    assert found.verdict == "consistent"
    assert "7.194 to 7.229 CNY per USD" in found.says


def test_the_dearer_currency_may_stand_first() -> None:
    assert verdicts(grant("208 million US dollars", "1.5 billion yuan"), "Z301") == ["consistent"]
    assert verdicts(grant("100 million euros", "16 billion yen"), "Z301") == ["consistent"]


@pytest.mark.parametrize(
    "dollars", ["20.8 million US dollars", "1.5 billion US dollars", "280 million US dollars"]
)
def test_a_slip_of_the_scale_or_of_the_unit_is_a_conflict(dollars: str) -> None:
    assert verdicts(grant("1.5 billion yuan", dollars), "Z301") == ["conflict"]


def test_the_rate_of_another_day_is_no_conflict() -> None:
    assert verdicts(grant("1.5 billion yuan", "about 230 million US dollars"), "Z301") == [
        "cannot tell"
    ]


@pytest.mark.parametrize(
    "first, second",
    [
        ("520 billion tenge", "1 billion US dollars"),
        ("1.5 billion yuan", "more than 20 million US dollars"),
    ],
)
def test_what_no_rate_is_known_for_is_passed_over(first: str, second: str) -> None:
    assert verdicts(grant(first, second), "Z301") == []


def test_equal_digits_in_another_unit_are_told() -> None:
    text = "China will invest 26 billion yuan.\n\nThe 26 billion dollars are for roads."
    assert verdicts(text, "Z302") == ["cannot tell"]
    assert verdicts(text.replace("26", "20"), "Z302") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Britain puts £45 million, the equivalent of about {} million yen, into the plant."),
        ("ja", "英国は4500万ポンド、日本円にしておよそ{}万円をケニアに投じる。"),
        ("zh", "英国投入4500万英镑,约合{}万日元。"),
        ("ru", "Британия вложит 45 млн фунтов стерлингов, что составляет около {} млн иен."),
        ("kk", "Ұлыбритания 45 млн фунт стерлинг, яғни шамамен {} млн иена салады."),
    ],
)
def test_a_sum_told_again_in_words(language: str, text: str) -> None:
    fold = 100 if language in {"ja", "zh"} else 1
    told = [verdicts(text.format(n * fold), "Z301", language=language) for n in (8800, 880)]
    assert told == [["consistent"], ["conflict"]]
    assert verdicts("It pays £45 million in May and 880 million yen in June.", "Z301") == []


def test_two_sums_that_a_comma_and_about_part() -> None:
    text = "ドイツは3億ユーロ、約{}億円を供与する。"
    found = [verdicts(text.format(n), "Z301", language="ja") for n in (480, 48)]
    assert found == [["consistent"], ["cannot tell"]]
    assert verdicts("ドイツは3億ユーロ、日本は約48億円を供与する。", "Z301", language="ja") == []
