from datetime import date

import zakuro
from zakuro.read.statements import voice

DAY = date(2025, 6, 17)
FRAME = "Summit of Kenya and Brazil\n\n"


def givers(text: str) -> list[tuple[str, ...]]:
    reading = zakuro.read(FRAME + text, language="en", published=DAY)
    return [tuple(sorted(s.givers)) for s in reading.statements if s.kind == "pledge"]


def test_under_the_heading_of_a_speech_we_is_the_speaker() -> None:
    speech = "Dear friends, it is good to be here among all of you. We will build 20 schools."
    text = f"Speech by the President of Kenya\n\n{speech}"
    assert givers(text) == [("KEN",)]


def test_in_words_quoted_of_somebody_we_is_that_party() -> None:
    assert givers('"We will build 20 schools in 2026," Kenya said.') == [("KEN",)]


def test_what_is_only_deepened_all_deepen() -> None:
    assert givers('"We will deepen our cooperation," Kenya said.') == [("BRA", "KEN")]


def test_in_a_communique_we_are_all_who_meet() -> None:
    assert givers("We will build 20 schools in 2026.") == [("BRA", "KEN")]


def test_a_line_with_an_office_and_a_name_tells_who_speaks() -> None:
    text = "在韩国与非洲农业会议上\n\n韩国总统 金某\n\n我们将援建10所乡村医院。"
    (pledge,) = zakuro.read(text, language="zh", published=DAY).statements
    assert pledge.givers == ("KOR",)


def test_a_quotation_goes_on_over_several_sentences() -> None:
    text = "「増やす。減らす」と述べた。"
    assert voice.goes_on(text, 0, 5)
    assert not voice.goes_on(text, 0, len(text))


def test_below_a_line_that_a_colon_ends_its_first_name_speaks() -> None:
    text = "韩国总统在金边会见当地官员后发表谈话：\n\n“我们将援建10所乡村医院。”"
    (pledge,) = zakuro.read(text, language="zh", published=DAY, home="KHM").statements
    assert pledge.givers == ("KOR",)


def test_our_country_is_home_where_nobody_else_speaks() -> None:
    text = "日本宣布将拨出2亿日元协助我国改造港口。"
    (pledge,) = zakuro.read(text, language="zh", published=DAY, home="KHM").statements
    assert (pledge.givers, pledge.receivers) == (("JPN",), ("KHM",))


def test_a_label_or_a_heading_names_who_gives() -> None:
    for text in ("チリ――港に3億円を拠出する。", "【チリ】港に3億円を拠出する。"):
        (pledge,) = zakuro.read(f"各国の表明\n\n{text}", language="ja").statements
        assert pledge.givers == ("CHL",)
    reading = zakuro.read("# 成果\n\n## チリ\n\n港に3億円を拠出する。", language="ja")
    assert [tuple(s.givers) for s in reading.statements if s.kind == "pledge"] == [("CHL",)]


def test_a_speech_among_many_is_of_whom_its_word_stands_beside() -> None:
    title = "Выступление Президента Республики Казахстан на саммите стран Центральной Азии"
    text = f"{title}\n\nУважаемые коллеги! Мы передадим Чаду 5 автобусов."
    statements = zakuro.read(text, language="ru").statements
    assert [(s.givers, s.receivers) for s in statements] == [(("KAZ",), ("TCD",))]


def gives_from_home(text: str) -> list[tuple[str, ...]]:
    reading = zakuro.read(text, language="ja", published=DAY, home="JPN")
    return [tuple(s.givers) for s in reading.statements if s.kind == "pledge"]


def test_our_country_is_that_of_who_speaks_though_the_page_is_of_another() -> None:
    said = "チリのボリッチ大統領は、わが国は銅の輸出を2割増やすと述べた。わが国は学生50人を招く。"
    assert gives_from_home(said) == [("CHL",), ("CHL",)]
    quoted = "ヨルダンの国王は演説した。「わが国はガザの病院に医師40人を派遣する」と語った。"
    assert gives_from_home(quoted) == [("JOR",)]
    assert gives_from_home("我が国は、医師40人を派遣する。") == [("JPN",)]


def test_a_gathering_beside_a_speech_does_not_speak() -> None:
    title = "国連総会におけるマーシャル諸島大統領の一般討論演説\n\n"
    assert gives_from_home(title + "議長、わが国は今世紀半ばまでに炭素中立を達成します。") == [
        ("MHL",)
    ]


def _deeds(language: str, text: str, home: str) -> list[tuple[str, ...]]:
    read = zakuro.read(text, language=language, published=DAY, home=home).statements
    return [s.givers for s in read if s.kind in ("pledge", "result")]


def test_who_speaks_may_stand_behind_an_article_and_what_they_say() -> None:
    text = (
        "Donors met for flood-hit Chad\n\nDonors met in Geneva on Monday.\n\n"
        '"We know what floods are. We will deliver 300 tents in 2026," said the Peruvian minister.'
    )
    assert ("PER",) in _deeds("en", text, "CHE")


def test_a_title_that_quotes_somebody_tells_whose_words_follow() -> None:
    texts = {
        "en": ("Ambassador of Chile: “We came to stay”", "In 2026 we will train 40 nurses."),
        "ru": ("Посол Чили: «Мы приехали надолго»", "В 2026 году мы обучим 40 медсестёр."),
        "kk": ("Чили елшісі: «Біз ұзаққа келдік»", "2026 жылы біз 40 мейірбикені оқытамыз."),
    }
    for language, (title, answer) in texts.items():
        told = f"{title}\n\n— ?\n\n— {answer}\n"
        assert _deeds(language, told, "ARM") == [("CHL",)], language


def test_an_interview_is_in_the_voice_of_whom_its_title_names() -> None:
    texts = {
        "zh": ("“我们不等”——专访智利外贸部长", "我们将在2026年援建3所学校。"),
        "ru": ("Интервью министра Чили", "В 2026 году мы построим 3 школы."),
        "kk": ("Чили елшісінің сұхбаты", "2026 жылы біз 3 мектеп саламыз."),
    }
    for language, (title, answer) in texts.items():
        assert _deeds(language, f"{title}\n\n{answer}\n", "ARM") == [("CHL",)], language


def test_a_quotation_below_a_title_still_is_of_who_says_it() -> None:
    title = "Посол Чили: «Мы приехали надолго»"
    text = f"{title}\n\n«Мы обучим 40 медсестёр», — сказал министр иностранных дел Перу.\n"
    assert _deeds("ru", text, "ARM") == [("PER",)]


def test_what_a_journalist_asks_is_nobodys_word() -> None:
    asked = "路透社记者：中国承诺向加拿大提供500万美元。\n\n发言人：中国将向汤加提供500万美元。"
    read = zakuro.read(asked, language="zh").statements
    assert [s.receivers for s in read if s.kind == "pledge"] == [("TON",)]
