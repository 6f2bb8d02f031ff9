import pytest

from tests.check.checked import told, verdicts

BULLETS = "- Trade must grow.\n- Roads must be built.\n- Schools must open.\n"


def test_announced_points_that_follow() -> None:
    (found,) = told(f"The leaders made three proposals:\n\n{BULLETS}", "Z201")
    assert (found.verdict, len(found.where)) == ("consistent", 4)


def test_fewer_points_than_announced() -> None:
    (found,) = told(f"The leaders made four proposals:\n\n{BULLETS}", "Z201")
    assert found.verdict == "conflict"
    assert "4 announced (proposal), 3 items follow" in found.says


@pytest.mark.parametrize(
    "before",
    [
        "The leaders of four countries agreed on this:",
        "The leaders made at least four proposals:",
        "They made four proposals. China then announced what it will do:",
        "They made four proposals and set five goals:",
    ],
)
def test_what_need_not_be_listed_is_passed_over(before: str) -> None:
    assert verdicts(f"{before}\n\n{BULLETS}", "Z201") == []


def test_headings_that_count_from_one() -> None:
    headings = "".join(f"{n}. Part {n}\n\nChina will build roads there.\n\n" for n in (1, 2, 3))
    text = f"Summit of the year\n\nThree proposals\n\nXi made three proposals.\n\n{headings}"
    (found,) = told(text, "Z201")
    assert found.verdict == "consistent"
    (spoilt,) = told(text.replace("Three proposals", "Four proposals"), "Z201")
    assert spoilt.verdict == "conflict"


def test_a_list_with_its_number_in_one_phrase() -> None:
    (found,) = told("- 教育、貿易、農業の3分野で協力センターを設ける", "Z202", language="ja")
    assert (found.verdict, found.where[0].exact) == ("consistent", "3分野")
    assert verdicts("- 教育、貿易などの3分野で協力する", "Z202", language="ja") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Xi made {} proposals. First, trade grows. Second, roads open. Third, schools.",
        ),
        ("zh", "主席提出{}点建议。一是扩大贸易。二是建设铁路。三是培养人才。"),
        ("ru", "Он выдвинул {} предложения. Первое — торговля. Второе — дорога. Третье — школы."),
    ],
)
def test_sentences_that_count_what_was_announced(language: str, text: str) -> None:
    numbers = {"en": ("three", "five"), "zh": ("三", "五"), "ru": ("три", "четыре")}[language]
    right, wrong = (verdicts(text.format(n), "Z203", language=language) for n in numbers)
    assert (right, wrong) == (["consistent"], ["cannot tell"])


def test_sentences_that_count_something_else_are_passed_over() -> None:
    text = "Xi made three proposals. Trade grew. First, roads open. Second, schools open."
    assert verdicts(text, "Z203") == []
    assert verdicts("Xi made three proposals. First, roads open. Trade grew.", "Z203") == []


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("three fields: energy, transport and health", ["consistent"]),
        ("three fields: energy, transport, and health", ["consistent"]),
        ("five fields: energy, transport and health", ["cannot tell"]),
        ("at least two fields: energy, transport and health", []),
        ("two fields: energy, transport, water and health", []),
        ("four fields: energy, transport, and health", ["cannot tell"]),
        ("four fields: energy, transport and health, such as clinics", []),
        ("three fields: energy, transport, science and technology", ["ambiguous"]),
        ("two fields: energy and transport", ["consistent"]),
        ("five fields", []),
        ("five fields, as China said: energy, transport and health", []),
    ],
)
def test_a_list_behind_a_colon(said: str, verdict: list[str]) -> None:
    assert verdicts(f"China and Kazakhstan will cooperate in {said}.", "Z204") == verdict


NAMED = {
    "en": ("work in {} fields: trade, energy, and health.", "three", "four"),
    "ru": ("Стороны работают по {} направлениям: торговля, энергетика, а также наука.", "3", "4"),
    "ja": ("双方は{}つの分野で協力する：貿易、エネルギー、及び保健。", "三", "四"),
    "zh": ("双方将在{}个领域开展合作：贸易、地区和平以及卫生。", "三", "四"),
    "kk": ("Тараптар {} салада ынтымақтасады: сауда, энергетика, сондай-ақ көлік.", "үш", "төрт"),
}


@pytest.mark.parametrize("language", NAMED)
def test_a_comma_before_the_joint_parts_nothing_more(language: str) -> None:
    text, right, wrong = NAMED[language]
    assert verdicts(text.format(right), "Z204", language=language) == ["consistent"]
    assert verdicts(text.format(wrong), "Z204", language=language) == ["cannot tell"]


@pytest.mark.parametrize(
    ("listed", "verdict"),
    [
        ("贸易、能源、交通、农业四个领域", ["consistent"]),
        ("贸易、能源、交通和农业四个领域", ["consistent"]),
        ("贸易、能源、交通、农业五个领域", ["cannot tell"]),
        ("贸易、能源、交通等五个领域", []),
        ("贸易、能源、交通五个国家", []),
    ],
)
def test_a_list_right_before_its_number(listed: str, verdict: list[str]) -> None:
    text = f"会议指出，双方将在{listed}加强合作。"
    assert verdicts(text, "Z202", language="zh") == verdict


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The plan sets {} tasks. Firstly, roads open. Secondly, we learn. Thirdly, we met."),
        ("en", "It rests on {} pillars. The first pillar is trade. The second pillar is energy. "
               "The third pillar is health."),
        ("ru", "Поставлены {} задачи. Во-первых, дорога. Во-вторых, школы. В-третьих, рейсы."),
        ("zh", "会议确定{}项任务。第一,修建港口。第二,培训医生。第三,开通航线。"),
        ("ja", "行動計画の柱は{}本ある。第一の柱は港。第二の柱は海上保安。第三の柱は漁業である。"),
        ("ja", "政策は{}つの柱からなる。第1に貿易、第2にエネルギー、第3に保健である。"),
        ("kk", "Тараптар {} міндет белгіледі. Бірінші, су. Екінші, арна. Үшінші, бекет."),
    ],
)  # fmt: skip
def test_what_is_counted_is_announced_in_any_word(language: str, text: str) -> None:
    right, wrong = {
        "en": ("three", "four"),
        "ru": ("три", "четыре"),
        "zh": ("三", "四"),
        "ja": ("三", "四"),
        "kk": ("үш", "төрт"),
    }[language]
    told = [verdicts(text.format(n), "Z203", language=language) for n in (right, wrong)]
    assert told == [["consistent"], ["cannot tell"]]


def test_numbers_of_people_and_other_things_announce_nothing() -> None:
    text = "They met with {}. The first meeting was short. The second meeting was long."
    assert verdicts(text.format("four ministers"), "Z203") == []
    assert verdicts(text.format("four tractors"), "Z203") == []
