from datetime import date

import pytest

from tests.check.checked import paper, told, verdicts
from zakuro.check.paper import Paper
from zakuro.check.rules.times import ended_before_begun
from zakuro.model.statement import Mention, Reading


def test_an_anniversary_is_of_a_year() -> None:
    (found,) = told("2025年は国際連合の創設から80周年に当たる。", "Z601", language="ja")
    assert (found.verdict, "1945" in found.says) == ("consistent", True)


def test_an_anniversary_of_another_year_than_it_says() -> None:
    text = "2025年は1948年の創設から80周年に当たる。"
    assert verdicts(text, "Z601", language="ja") == ["conflict"]
    assert verdicts(text.replace("1948", "1945"), "Z601", language="ja") == ["consistent"]
    assert verdicts(text.replace("1948", "2024"), "Z601", language="ja") == []


def test_a_lone_year_of_the_beginning_is_held_against_the_documents_own() -> None:
    text = "双方庆祝1992年1月建交33周年。"
    assert verdicts(text, "Z601", language="zh") == ["consistent"]
    (found,) = told(text.replace("33", "35"), "Z601", language="zh")
    assert found.verdict == "ambiguous"
    assert found.says == "2025 - 1992 = 33, and the anniversary is given as 35"


ORDINALS = {
    "en": "The {}rd anniversary of the alliance established in 1992 was marked in 2025.",
    "ru": "В 2025 году отмечается {}-я годовщина союза, созданного в 1992 году.",
    "kk": "2025 жылы 1992 жылы құрылған одақтың {} жылдығы аталып өтті.",
    "zh": "2025年是1992年建交{}周年。",
    "ja": "2025年は1992年の国交樹立から{}周年に当たる。",
}


@pytest.mark.parametrize("language", ORDINALS)
def test_an_anniversary_may_be_an_ordinal(language: str) -> None:
    right, wrong = (ORDINALS[language].format(n) for n in (33, 43))
    assert verdicts(right, "Z601", "Z605", language=language) == ["consistent"]
    assert verdicts(wrong, "Z601", "Z605", language=language) == ["conflict"]


def test_past_years_run_from_the_meeting_before() -> None:
    text = (
        "The first summit took place in 2023 in Xi'an. Trade rose by 35 % over the past two years."
    )
    assert verdicts(text, "Z602") == ["consistent"]
    assert verdicts(text.replace("2023", "2020"), "Z602") == []


def test_a_time_that_ends_before_it_begins() -> None:
    wrong = Mention(
        type="period",
        start=0,
        end=4,
        exact="2025",
        start_date=date(2026, 1, 1),
        end_date=date(2025, 1, 1),
    )
    whole = paper("2025 was good.")
    reading = Reading(language="en", document="0", text="2025 was good.", mentions=(wrong,))
    assert [each.verdict for each in ended_before_begun(Paper(reading, whole.blocks))] == [
        "conflict"
    ]
    assert list(ended_before_begun(whole)) == []


def test_one_meeting_on_two_days() -> None:
    again = "At the first summit on 18 {} 2023 all agreed."
    text = f"The first summit was held in Xi'an on 18 May 2023. {again}"
    (found,) = told(text.format("June"), "Z610")
    assert (found.verdict, found.where[0].exact) == ("ambiguous", "18 June 2023")
    assert told(text.format("May"), "Z610") == []
    assert told(text.format("June").replace("At the first", "At the second"), "Z610") == []
    assert (
        told(text.format("June").replace("At the first summit", "At the first forum"), "Z610") == []
    )


@pytest.mark.parametrize(
    "when",
    [
        "By 2030, as the alliance marks its 70th anniversary",
        "In the 21st century, the 75th anniversary",
    ],
)
def test_a_lone_year_far_from_the_documents_own_says_nothing(when: str) -> None:
    assert verdicts(f"{when}, we will act.", "Z601") == []
