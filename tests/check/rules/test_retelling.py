import pytest

from tests.check.checked import told, verdicts

FIRST = "Japan will provide the five states of the region with {} in loans and grants by 2030."
AGAIN = "As stated above, " + FIRST


def _both(one: str, other: str) -> str:
    return f"{FIRST.format(one)}\n\n{AGAIN.format(other)}\n"


def test_the_same_figure_again_is_no_conflict() -> None:
    assert verdicts(_both("26 billion yen", "26 billion yen"), "Z403", "Z404") == []


def test_another_figure_by_one_slip() -> None:
    (found,) = told(_both("26.4 billion yen", "26.7 billion yen"), "Z403")
    assert (found.verdict, "one digit is between them" in found.says) == ("conflict", True)


def test_another_magnitude() -> None:
    (found,) = told(_both("26 billion yen", "26 million yen"), "Z403")
    assert (found.verdict, "power of ten" in found.says) == ("conflict", True)


def test_the_same_figure_in_another_unit() -> None:
    (found,) = told(_both("26 billion yen", "26 billion dollars"), "Z403")
    assert (found.verdict, "another unit" in found.says) == ("conflict", True)


def test_a_rounded_figure_is_ambiguous() -> None:
    assert verdicts(_both("26 billion yen", "26.4 billion yen"), "Z403") == ["ambiguous"]


def test_another_day_may_be_another_meeting() -> None:
    text = "The ministers of both countries met in Vienna for talks on 8 March 2025.\n\n"
    assert verdicts(text + text.replace("March", "May"), "Z403") == ["ambiguous"]


def test_words_that_narrow_a_sum_are_lost() -> None:
    text = _both("26 billion yen", "26 billion yen")
    head, tail = text.rsplit("loans and grants", 1)
    (found,) = told(f"{head}grants{tail}", "Z404")
    assert (found.verdict, "loans and" in found.says) == ("ambiguous", True)


def test_two_places_that_differ_are_two_statements() -> None:
    text = _both("26 billion yen", "27 billion yen")
    head, tail = text.rsplit("2030", 1)
    assert verdicts(f"{head}2040{tail}", "Z403", "Z404") == []


def test_it_reads_other_languages() -> None:
    text = "中国将向中亚五国提供总额260亿元人民币的融资支持和无偿援助。\n\n"
    spoilt = text + "如前所述，" + text.replace("260亿", "260万")
    assert verdicts(spoilt, "Z402", "Z403", language="zh") == ["conflict"]


def test_words_that_name_nobody_may_be_of_two_things() -> None:
    text = "Through this investment the bank expects to mobilize {} in private capital.\n\n"
    spoilt = text.format("$78 million") + text.format("$30 million")
    assert verdicts(spoilt, "Z402", "Z403") == ["ambiguous"]


def test_the_same_words_in_another_order() -> None:
    one = "China will train 3,000 specialists from Central Asia in the next two years"
    other = "In the next two years China will train {} specialists from Central Asia"
    assert verdicts(f"{one}. {other.format('3,700')}.", "Z403") == ["conflict"]
    assert verdicts(f"{one}. {other.format('3,000')}.", "Z403") == []


@pytest.mark.parametrize(
    ("language", "text", "slip"),
    [
        ("ja", "インドに建設する太陽光発電所の出力は120メガワットで、2027年に運転を始める。"
               "用地は得た。2027年に運転を始める、インドに建設する太陽光発電所の出力は{}である。",
         ("120メガワット", "120キロワット")),
        ("zh", "巴西去年向中国出口大豆7465万吨。数字高于往年。去年巴西向中国出口大豆{}万吨。",
         ("7465", "7645")),
        ("ru", "Сербия вложит в дунайские порты 340 млн евро за пять лет. Работы начнутся. "
               "За пять лет Сербия вложит в дунайские порты 340 {} евро.", ("млн", "млрд")),
    ],
)  # fmt: skip
def test_the_words_stand_in_another_order(language: str, text: str, slip: tuple[str, str]) -> None:
    found = [verdicts(text.format(n), "Z403", "Z404", language=language) for n in slip]
    assert found == [[], ["conflict"]]


def test_who_sells_to_whom_is_told_by_the_order() -> None:
    text = "{} sold {} {} tonnes of beans in the year 2024."
    both = text.format("China", "Japan", 7465), text.format("Japan", "China", 7645)
    assert verdicts(" ".join(both), "Z403") == []
