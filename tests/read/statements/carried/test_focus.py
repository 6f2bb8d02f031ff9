"""To whom: the innermost in focus gets, and nobody where the giver gives to its own."""

from __future__ import annotations

import pytest

import zakuro

AT_HOME = {
    "en": (
        "The president spoke of drought in Somalia. ",
        "Kenya will provide 300 million shillings for its own schools.",
        "Kenya will provide 300 million shillings to the schools of its own north.",
        "Kenya will allocate 40 million dollars from the national budget.",
        "Kenya will spend 300 million shillings on domestic water schemes.",
        "Kenya will send 300 doctors to hospitals at home.",
        "Kenya will provide 20 ambulances to Kenyan hospitals.",
        "Kenya will train 300 teachers for its domestic schools.",
        "Kenya will provide 300 million shillings to schools in Kenya.",
        "Kenya will deliver 5,000 tonnes of maize to clinics in Nairobi.",
        "Kenya will supply 40 boats to fishermen within its borders.",
        "Kenya will invest 90 million dollars in its own ports.",
        "Kenya will provide 200 grants for its own farmers.",
        "Kenya pledged 12 million dollars for its citizens.",
        "Kenya will invest 90 million dollars in roads.",
        "Kenya will mobilise 40 million dollars for a dam.",
        "Kenya will spend 90 million dollars on clinics.",
        "Kenya will provide 90 million dollars for its army.",
        "Kenya will allot 90 million dollars to families with children.",
        "Kenya will give 90 million dollars to its municipalities.",
        "Kenya will raise pensions by 20 million dollars.",
    ),
    "ja": (
        "大統領はソマリアの干ばつについて述べた。",
        "ケニアは自国の学校に3億シリングを供与する。",
        "ケニアは国内の学校に3億シリングを供与する。",
        "ケニアは国内で医師300人を養成する。",
        "ケニアは自国民に食料500トンを配る。",
        "ケニアは国内の病院に救急車20台を供与する。",
        "ケニアは国家予算から4000万ドルを拠出する。",
        "ケニアはケニアの学校に3億シリングを供与する。",
        "ケニアはナイロビの病院に救急車20台を供与する。",
        "ケニアは国内の農家に助成金200件を供与する。",
        "ケニアは自国の港湾に9000万ドルを投資する。",
        "ケニアは国内向けに小麦500トンを供給する。",
    ),
    "zh": (
        "总统谈到索马里的旱灾。",
        "肯尼亚将为本国学校提供3亿先令。",
        "肯尼亚将向国内学校提供3亿先令。",
        "肯尼亚将在国内培训300名医生。",
        "肯尼亚将向本国民众发放500吨粮食。",
        "肯尼亚将为国内医院提供20辆救护车。",
        "肯尼亚将从国家预算中拨款4000万美元。",
        "肯尼亚将向肯尼亚学校提供3亿先令。",
        "肯尼亚将向内罗毕的医院提供20辆救护车。",
        "肯尼亚将为本国农民提供200笔补助。",
        "肯尼亚将向本国港口投资9000万美元。",
        "肯尼亚将在境内投资9000万美元。",
    ),
    "ru": (
        "Президент говорил о засухе в Сомали. ",
        "Кения выделит 300 млн шиллингов на собственные школы.",
        "Кения выделит 300 млн шиллингов своим школам.",
        "Кения направит 300 врачей в свои больницы.",
        "Кения предоставит 20 машин скорой помощи своим больницам.",
        "Кения выделит 40 млн долларов из национального бюджета.",
        "Кения выделит 300 млн шиллингов на школы внутри страны.",
        "Кения выделит 300 млн шиллингов кенийским школам.",
        "Кения передаст 20 машин скорой помощи больницам Найроби.",
        "Кения обучит 300 учителей для своих школ.",
        "Кения вложит 90 млн долларов в собственные порты.",
        "Кения поставит 500 тонн муки отечественным клиникам.",
        "Кения выделит 200 грантов собственным фермерам.",
    ),
    "kk": (
        "Президент Сомалидегі құрғақшылық туралы айтты. ",
        "Кения өз мектептеріне 300 миллион шиллинг бөледі.",
        "Кения ел ішіндегі мектептерге 300 миллион шиллинг бөледі.",
        "Кения өз ауруханаларына 20 жедел жәрдем көлігін береді.",
        "Кения өз азаматтарына 500 тонна ұн береді.",
        "Кения ұлттық бюджеттен 40 миллион доллар бөледі.",
        "Кения ел ішінде 300 дәрігер дайындайды.",
        "Кения Кенияның мектептеріне 300 миллион шиллинг бөледі.",
        "Кения Найробидегі ауруханаларға 20 көлік береді.",
        "Кения өз фермерлеріне 200 грант бөледі.",
        "Кения өз порттарына 90 миллион доллар инвестиция салады.",
        "Кения отандық емханаларға 5 тонна дәрі жеткізеді.",
    ),
}
"""Behind a lead that has Somalia in focus, what Kenya gives to its own."""
ABROAD = {
    "en": "Kenya will provide 300 million shillings for schools.",
    "ja": "ケニアは学校に3億シリングを供与する。",
    "zh": "肯尼亚将为学校提供3亿先令。",
    "ru": "Кения выделит 300 млн шиллингов на школы.",
    "kk": "Кения мектептерге 300 миллион шиллинг бөледі.",
}


def sides(text: str, language: str, home: str | None = None) -> list[tuple[tuple[str, ...], ...]]:
    made = zakuro.read(text, language, home=home).statements
    return [(s.givers, s.receivers) for s in made if s.kind in ("pledge", "result")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (language, "".join((lead, own)))
        for language, (lead, *rest) in AT_HOME.items()
        for own in rest
    ],
)
def test_what_one_gives_to_ones_own_nobody_in_focus_gets(language: str, text: str) -> None:
    ((givers, receivers),) = sides(text, language)
    assert givers == ("KEN",)
    assert set(receivers) <= {"KEN"}


@pytest.mark.parametrize("language", sorted(ABROAD))
def test_who_is_in_focus_gets(language: str) -> None:
    text = AT_HOME[language][0] + ABROAD[language]
    assert sides(text, language) == [(("KEN",), ("SOM",))]


def test_words_of_ones_own_behind_a_name_are_of_that() -> None:
    text = "シリア情勢について。日本はシリア国内の避難民のため毛布300枚を供与する。"
    assert sides(text, "ja", "JPN") == [(("JPN",), ("SYR",))]


def test_who_the_list_is_for_gets_before_whom_the_text_is_about() -> None:
    text = (
        "Leaders spoke of the crisis in Haiti.\n\nDonors made the following pledges:\n\n"
        "- Germany: 20 million euros\n- France: 12 million euros\n"
    )
    assert sides(text, "en") == [(("DEU",), ("HTI",)), (("FRA",), ("HTI",))]


def test_what_has_grown_was_given_to_nobody_in_focus() -> None:
    text = "Rain in Chad.\n\nKenya increased its trade by 4 billion dollars in 2023."
    assert sides(text, "en")[-1] == ((), ())


def test_what_a_body_provides_is_not_given_by_who_gave_before() -> None:
    text = (
        "Norway gave Malawi 30 tractors. "
        "A loan of 5 million dollars will be provided by the World Bank. "
        "500 tents will be sent to Rwanda by a private firm."
    )
    reading = zakuro.read(text, language="en")
    pledges = [each for each in reading.statements if each.kind == "pledge"]
    assert [each.givers for each in pledges] == [(), ()]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Japan will give Kenya 20 pumps. Kenya will provide 3 million dollars.", "en"),
        ("Япония передаст Кении 20 насосов. Кения выделит на проект 3 млн долларов.", "ru"),
        ("Жапония Кенияға 20 автобус береді. Кения жобаға 3 миллион доллар бөледі.", "kk"),
    ],
)
def test_who_adds_to_anothers_gift_gives_to_nobody(text: str, language: str) -> None:
    assert sides(text, language) == [(("JPN",), ("KEN",)), (("KEN",), ())]


def test_who_did_not_get_it_gives_to_whom_another_gave() -> None:
    text = "Япония передаст Кении 20 насосов. Чад выделит на проект 3 млн долларов."
    assert sides(text, "ru")[-1] == (("TCD",), ("KEN",))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Floods in Kenya.\n\nJapan will train 25 foresters in Osaka.", "en"),
        ("Наводнение в Кении.\n\nЯпония обучит 25 лесников в Осаке.", "ru"),
        ("Кенияда су тасқыны болды. Жапония 25 орманшыны Осакада оқытады.", "kk"),
    ],
)
def test_who_is_taught_in_the_givers_own_place_comes_from_whom_the_text_is_about(
    text: str, language: str
) -> None:
    assert sides(text, language) == [(("JPN",), ("KEN",))]


NAMED_BESIDE = {
    "en": ("Readout of the talks with the Minister of Foreign Affairs of Peru", "CHL"),
    "ja": ("チリとペルーの外相会談", "CHL"),
    "ru": ("Визит министра Перу в Сантьяго", "CHL"),
    "kk": ("Чили мен Перу келіссөзі", "CHL"),
}


@pytest.mark.parametrize(
    ("language", "deed", "gets"),
    [
        ("en", "Peru will lift the ban on Chilean fruit.", ("CHL",)),
        ("ja", "ペルーはチリ産果物の輸入禁止を解除する。", ("CHL",)),
        ("ru", "Перу отменит запрет на чилийские фрукты в 2026 году.", ("CHL",)),
        ("kk", "Перу Чили жемістеріне тыйымды алып тастайды.", ("CHL",)),
        ("en", "Peru will plant 300 trees in its own towns.", ()),
        ("ja", "ペルーは国内の港湾を整備する。", ()),
        ("ru", "Перу построит 3 школы для своих детей.", ()),
    ],
)
def test_what_one_of_two_does_is_for_the_other_that_it_names(
    language: str, deed: str, gets: tuple[str, ...]
) -> None:
    title, home = NAMED_BESIDE[language]
    assert sides(f"{title}\n\n{deed}", language, home)[-1] == (("PER",), gets)
