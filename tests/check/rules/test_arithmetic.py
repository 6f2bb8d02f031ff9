import pytest

from tests.check.checked import told, verdicts

PARTS = (
    "China will provide 10 billion dollars to Africa, including 6 billion dollars in loans and "
    "4 billion dollars in grants."
)
CHANGE = (
    "Trade rose by 35 percent from 70.2 billion dollars in 2022 to 94.8 billion dollars in 2024."
)


def test_parts_that_are_the_whole() -> None:
    (found,) = told(PARTS, "Z501")
    assert found.verdict == "consistent"
    assert "6,000,000,000 + 4,000,000,000 = 10,000,000,000" in found.says


def test_parts_above_and_below_the_whole() -> None:
    assert verdicts(PARTS.replace("4 billion", "5 billion"), "Z501") == []
    assert verdicts(PARTS.replace("4 billion", "3 billion"), "Z501") == []


def test_nothing_falls_by_more_than_all() -> None:
    assert verdicts("Exports fell by 120 percent in 2024.", "Z502") == ["conflict"]
    assert verdicts("Exports fell by 12 percent in 2024.", "Z502") == []
    assert verdicts("Exports rose by 120 percent in 2024.", "Z502") == []
    assert verdicts("Tariffs were cut from 145 percent to 30 percent.", "Z502") == []


def test_a_change_between_two_levels() -> None:
    assert verdicts(CHANGE, "Z503") == ["consistent"]
    assert verdicts(CHANGE.replace("35", "53"), "Z503") == ["conflict"]


def test_two_amounts_that_no_change_leads_between_are_passed_over() -> None:
    text = "Exports of 94.8 billion dollars and imports of 70.2 billion dollars rose by 53 percent."
    assert verdicts(text, "Z503") == []


def test_a_difference_and_its_levels() -> None:
    text = "The number of scholarships was raised by {}, from 620 to 705 a year."
    assert verdicts(text.format(85), "Z507") == ["consistent"]
    assert verdicts(text.format(95), "Z507") == ["conflict"]


def test_amounts_that_nearly_sum() -> None:
    text = "It totals 707 million dollars: {} million dollars for roads, 158 million dollars for "
    text += "schools and 270 million dollars for clinics."
    assert verdicts(text.format(279), "Z508") == ["consistent"]
    assert verdicts(text.format(288), "Z508") == ["cannot tell"]
    assert verdicts(text.format(20), "Z508") == []


def test_levels_with_a_year_each() -> None:
    text = "Trade was 84 million dollars in 2020 and 98 million dollars in 2024, up {} percent."
    assert verdicts(text.format(17), "Z503") == ["consistent"]
    assert verdicts(text.format(35), "Z503") == ["conflict"]


@pytest.mark.parametrize(
    ("whole", "verdict"),
    [("$90", ["consistent"]), ("$70", ["cannot tell"]), ("$60", []), ("$200", [])],
)
def test_parts_that_are_more_than_the_whole(whole: str, verdict: list[str]) -> None:
    parts = "$40 million for roads, $30 million for water and $20 million for schools"
    assert verdicts(f"The fund holds {whole} million: {parts}.", "Z508") == verdict


def test_sums_that_leave_their_unit_out() -> None:
    text = "Из {} млн долларов 50 млн пойдёт на дороги, 40 млн — на воду, 30 млн — на школы."
    assert verdicts(text.format(120), "Z508", language="ru") == ["consistent"]
    assert verdicts(text.format(100), "Z508", language="ru") == ["cannot tell"]


def test_a_percentage_that_only_rounder_levels_give() -> None:
    text = "Trade grew from $30 billion in 2022 to $45 billion in 2024, or by {} %."
    assert verdicts(text.format(50), "Z503") == ["consistent"]
    (found,) = told(text.format(80), "Z503")
    assert found.verdict == "cannot tell"
    assert "only if the levels were rounded more than they show" in found.says
    assert verdicts(text.format(120), "Z503") == ["conflict"]


LEVELS = {
    "en": "Trade rose by {} percent, from 70.2 billion dollars to 94.8 billion dollars.",
    "ru": "Товарооборот вырос на {} %, с 70,2 млрд долларов до 94,8 млрд долларов.",
    "ja": "貿易額は702億ドルから948億ドルへ{}％増加した。",
    "zh": "贸易额从702亿美元增至948亿美元，增长{}%。",
    "kk": "Тауар айналымы 70,2 млрд доллардан 94,8 млрд долларға дейін {} % өсті.",
}


@pytest.mark.parametrize("language", LEVELS)
def test_a_change_from_one_level_to_the_other(language: str) -> None:
    (right,) = told(LEVELS[language].format(35), "Z503", language=language)
    (wrong,) = told(LEVELS[language].format(45), "Z503", language=language)
    assert (right.verdict, wrong.verdict) == ("consistent", "conflict")
    assert "is a rise of 35.0 % (34.9 to 35.2 % with rounding); the text says “45" in wrong.says


def test_a_change_between_the_ends_of_a_range() -> None:
    fall = "Trade fell by {} percent, from 95 billion dollars to 70 billion dollars."
    assert verdicts(fall.format(26), "Z503") == ["consistent"]
    assert verdicts(fall.format(35), "Z503") == ["conflict"]
    assert verdicts(fall.format(5), "Z503") == ["cannot tell"]
    for other in (
        "Trade rose by 10 percent to between 50 and 70 million dollars.",
        "Trade rose by 10 percent to 50-70 million dollars.",
    ):
        assert verdicts(other, "Z503") == []


def test_a_rise_to_one_level_from_another() -> None:
    text = "In May trade rose {} percent to 94.8 billion dollars from 70.2 billion dollars."
    assert verdicts(text.format(35), "Z503") == ["consistent"]
    assert verdicts(text.format(45), "Z503") == ["conflict"]


def test_a_level_that_the_change_does_not_lead_to() -> None:
    text = "水库蓄水量从月初的3.4亿立方米增加6000万立方米,月底达到{}亿立方米。"
    told = [verdicts(text.format(n), "Z507", language="zh") for n in ("4.0", "4.3", "4.6")]
    assert told == [["consistent"], ["conflict"], ["cannot tell"]]
