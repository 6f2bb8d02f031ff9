import pytest

from tests.check.checked import verdicts


def test_shares_make_a_hundred() -> None:
    text = "Of this 40 percent go to roads, 35 percent to schools and 25 percent to clinics."
    assert verdicts(text, "Z504") == ["consistent"]
    assert verdicts(text.replace("25", "35"), "Z504") == ["cannot tell"]
    assert verdicts(text.replace("25", "75"), "Z504") == []
    assert verdicts(text.replace("40 percent", "over 40 percent"), "Z504") == []


def test_a_mean_that_no_whole_numbers_have() -> None:
    text = "On average the 14 ministries named 3.26 projects each."
    assert verdicts(text, "Z505") == ["cannot tell"]
    assert verdicts(text.replace("3.26", "3.29"), "Z505") == []
    assert verdicts(text.replace("14", "140"), "Z505") == []
    assert verdicts(text.replace("3.26", "3.3"), "Z505") == []


def test_what_each_gets() -> None:
    text = "A grant of 36 million dollars was shared by 600 families, 60,000 dollars each."
    assert verdicts(text, "Z506") == ["consistent"]
    assert verdicts(text.replace("60,000", "6,000"), "Z506") == ["cannot tell"]
    assert verdicts(text.replace("60,000", "60"), "Z506") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The prize came to $9.6 million. It was shared equally among 1,200 inventors. "
               "Each of them took home {}."),
        ("ru", "Фонд в 9,6 млн долларов поделили поровну между 1200 людьми. Каждый получил {}."),
        ("ru", "Фонд в 9,6 млн долларов поделили поровну между 1200 людьми, {} каждому."),
        ("zh", "奖金共960万美元。由1200名发明人均分。每人得到{}。"),
        ("ja", "賞金960万ドルを1200人に等しく配り、1人の受取額は{}となった。"),
        ("kk", "Жалпы 9,6 миллион доллар 1200 шаруаға тең бөлініп, әрқайсысы {} алды."),
    ],
)  # fmt: skip
def test_what_is_shared_equally_over_some_sentences(language: str, text: str) -> None:
    right, wrong = {
        "en": ("$8,000", "$80,000"),
        "ru": ("8 тысяч долларов", "80 тысяч долларов"),
        "zh": ("8000美元", "8万美元"),
        "ja": ("8000ドル", "8万ドル"),
        "kk": ("8000 доллар", "80 000 доллар"),
    }[language]
    told = [verdicts(text.format(each), "Z506", language=language) for each in (right, wrong)]
    assert told == [["consistent"], ["cannot tell"]]


def test_the_mean_of_so_many_scores_in_another_sentence() -> None:
    text = "Each of the 16 judges gave whole points from one to five. The mean was 3.40."
    assert verdicts(text, "Z505") == ["cannot tell"]
    assert verdicts(text.replace("3.40", "3.44"), "Z505") == []
    assert verdicts(text.replace("The mean was 3.40", "It cost 3.40"), "Z505") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The fleet has 86 ships. Of these, 47 carry grain and 25 oil. The other {} tow.",
        ),
        ("ru", "Во флоте 86 судов. Из них 47 сухогрузов и 25 танкеров. Остальные {} — буксиры."),
        ("zh", "船队共有86艘船。其中货轮47艘,油轮25艘。其余{}艘为拖轮。"),
        ("ja", "船団は86隻からなる。うち貨物船が47隻、タンカーが25隻。残りの{}隻は曳船である。"),
        ("kk", "Қорда 86 кеме бар. Оның 47-і жүк кемесі, 25-і танкер. Қалған {}-і сүйреткіш."),
    ],
)
def test_parts_and_the_rest_over_some_sentences(language: str, text: str) -> None:
    told = [verdicts(text.format(rest), "Z508", language=language) for rest in (14, 24)]
    assert told == [["consistent"], ["cannot tell"]]


def test_shares_and_the_rest_of_a_hundred() -> None:
    text = "Wind gives 60 percent of the power. The remaining {} percent comes from the sun."
    told = [verdicts(text.format(rest), "Z504") for rest in (40, 50)]
    assert told == [["consistent"], ["cannot tell"]]
    assert verdicts(text.format(50).replace("remaining", "next"), "Z504") == []


def test_shares_that_leave_out_their_unit_before_the_rest() -> None:
    text = "Ветер даёт 38 процентов, солнце — 27, вода — 21, а дизель — остальные {} процентов."
    found = [verdicts(text.format(rest), "Z504", language="ru") for rest in (14, 24)]
    assert found == [["consistent"], ["cannot tell"]]


def test_those_who_share_may_stand_before_the_sum() -> None:
    text = "The 600 families got a grant of 36 million dollars, {} dollars each."
    found = [verdicts(text.format(each), "Z506") for each in ("60,000", "6,000")]
    assert found == [["consistent"], ["cannot tell"]]
