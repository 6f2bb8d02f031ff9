"""Who gives and who gets, of every kind of statement and in every language."""

from __future__ import annotations

import pytest

import zakuro
from zakuro.model.statement import Statement


def one(text: str, language: str, kind: str) -> Statement:
    """The only statement of a kind that a text makes."""
    found = [s for s in zakuro.read(text, language=language).statements if s.kind == kind]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "China has provided Kazakhstan with 120 million yuan in grants."),
        ("en", "Kazakhstan received 120 million yuan in grants from China."),
        ("en", "Kazakhstan has received from China 120 million yuan in grants."),
        ("en", "Kazakhstan was given 120 million yuan by China."),
        ("en", "Kazakhstan confirmed receipt of 120 million yuan in grants from China."),
        ("en", "Kazakhstan confirms that 120 million yuan in Chinese grants have arrived."),
        ("ja", "中国はカザフスタンに1億2000万元の無償援助を供与した。"),
        ("ja", "カザフスタンは中国から1億2000万元の無償援助を受け取った。"),
        ("ja", "カザフスタンは中国から1億2000万元の無償援助を受け取ったと確認した。"),
        ("zh", "中国已向哈萨克斯坦提供1.2亿元人民币无偿援助。"),
        ("zh", "哈萨克斯坦已收到中国提供的1.2亿元人民币无偿援助。"),
        ("zh", "哈方确认已收到中方提供的1.2亿元人民币无偿援助。"),
        ("ru", "Китай предоставил Казахстану 120 млн юаней безвозмездной помощи."),
        ("ru", "Казахстан получил от Китая гранты на 120 млн юаней."),
        ("ru", "Казахстан подтвердил получение от Китая 120 млн юаней."),
    ],
)
def test_a_result_says_who_gave_and_who_got(language: str, text: str) -> None:
    result = one(text, language, "result")
    assert (result.givers, result.receivers) == (("CHN",), ("KAZ",))


def test_people_of_a_country_get_for_it() -> None:
    pledge = one("Russia will award 1,000 scholarships to Tajik students.", "en", "pledge")
    assert pledge.receivers == ("TJK",)
    mines = one(
        "The United States will invest 500 million dollars in Kazakh mining.", "en", "pledge"
    )
    assert mines.receivers == ()


def test_what_has_grown_was_given_by_nobody() -> None:
    grown = one("Kazakhstan increased its exports to China by 10 percent.", "en", "result")
    assert (grown.givers, grown.receivers) == ((), ())


def test_who_will_receive_is_promised_something_by_somebody() -> None:
    pledge = one("Bolivia will receive 40 ambulances.", "en", "pledge")
    assert (pledge.givers, pledge.receivers) == ((), ("BOL",))
    pledge = one("Bolivia will receive from Peru 40 ambulances.", "en", "pledge")
    assert (pledge.givers, pledge.receivers) == (("PER",), ("BOL",))


def test_who_arrives_has_received_nothing() -> None:
    text = "Kazakhstan's president arrived in Beijing with 40 ministers."
    assert [s.act for s in zakuro.read(text, language="en").statements if s.kind == "result"] == []


def test_a_call_says_who_calls_and_on_whom() -> None:
    call = one("China called on the United States to lift its sanctions.", "en", "call")
    assert (call.givers, call.receivers) == (("CHN",), ("USA",))


def test_a_union_that_acts_is_one_party() -> None:
    text = "The European Union and Japan will provide Kenya with 40 million euros."
    assert one(text, "en", "pledge").givers == ("EU", "JPN")


def test_every_statement_has_a_topic() -> None:
    text = (
        "China has provided Kazakhstan with 50 trucks. China will train 300 nurses in Uzbekistan."
    )
    for statement in zakuro.read(text, language="en").statements:
        assert statement.topics


def test_a_gift_goes_on_where_its_words_leave_sides_open() -> None:
    text = (
        "Japan has donated 11 trucks to Grenada.\n\n"
        "The trucks were handed over on Monday.\n\n"
        "Norway will send 40 tents and Japan will build a school at home."
    )
    first, second, third, fourth = zakuro.read(text, language="en", home="JPN").statements
    assert (first.givers, first.receivers) == (("JPN",), ("GRD",))
    assert (second.givers, second.receivers) == (("JPN",), ("GRD",))
    assert (third.givers, third.receivers) == (("NOR",), ("GRD",))
    assert fourth.receivers == ()


def test_before_a_gift_is_told_the_state_named_last_gets() -> None:
    text = "The flood in Vietnam has cut off whole towns.\n\nSouth Korea will send 40 doctors."
    (pledge,) = zakuro.read(text, language="en", home="KOR").statements
    assert (pledge.givers, pledge.receivers) == (("KOR",), ("VNM",))


def test_who_funds_is_remembered_and_a_state_that_gives_gets_nothing() -> None:
    text = (
        "The agency welcomed a contribution of 96 million euros from the Government of Germany.\n\n"
        "Some 18 million euros will go to families in Somalia."
    )
    pledges = [s for s in zakuro.read(text, language="en").statements if s.kind == "pledge"]
    assert [(p.givers, p.receivers) for p in pledges][-1] == (("DEU",), ("SOM",))
    text = (
        "Canada pledged 210 million dollars to the fund, Sweden 70 million and Japan 120 million."
    )
    pledges = [s for s in zakuro.read(text, language="en").statements if s.kind == "pledge"]
    assert [(p.givers, p.receivers) for p in pledges] == [
        (("CAN",), ()),
        (("SWE",), ()),
        (("JPN",), ()),
    ]


@pytest.mark.parametrize("home", ["KOR", None])
def test_what_is_given_at_talks_of_two_is_for_the_other_whoever_reports(home: str | None) -> None:
    text = "韩国—非洲论坛\n\n韩国将培训2万名技术人员。"
    told = zakuro.read(text, language="zh", home=home).statements[-1]
    assert (told.givers, told.receivers) == (("KOR",), ("M49:002",))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Қытай Тәжікстанның 22 мектебіне компьютер жеткізді.", (("CHN",), ("TJK",))),
        ("Жапония Қырғызстандағы ауыл мектептеріне 640 мың доллар берді.", (("JPN",), ("KGZ",))),
        ("Қазақстан Катар ұлттық кітапханасына 24 кітап сыйға тартты.", (("KAZ",), ("QAT",))),
        ("АҚШ-тың Халықаралық даму агенттігі жобаға 3 миллион доллар берді.", (("USA",), ())),
        ("Түркия ауруханаға 12 шатыр тапсырды.", (("TUR",), ())),
    ],
)
def test_whose_own_gets_may_be_the_receiver(
    text: str, sides: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    found = one(text, "kk", "result")
    assert (found.givers, found.receivers) == sides


def test_a_bank_by_its_name_goes_on_giving() -> None:
    text = "Азия даму банкі жобаны мақұлдады. Жобаға 30 млн доллар бөлінеді."
    assert [s.rule for s in zakuro.read(text, language="kk").statements] == ["kk.will-be-done"]


def test_of_two_who_meet_one_gives_so_much_to_the_other() -> None:
    text = "ケニアの大統領はガーナの大統領と会談した。ケニアは病院の改修に1億円を無償で提供する。"
    assert one(text, "ja", "pledge").receivers == ("GHA",)


def test_home_neither_gives_nor_gets_what_no_words_say() -> None:
    for text in (
        "Norway paid 5 million dollars to the fund.",
        "All members will send 20 officers.",
    ):
        for statement in zakuro.read(text, language="en", home="KEN", least="0.00").statements:
            assert "KEN" not in (*statement.givers, *statement.receivers), statement


@pytest.mark.parametrize(
    ("language", "home", "text"),
    [
        ("en", "KEN", "France will give 300 million euros to its own schools."),
        ("en", "KEN", "The European Union will allocate 2 billion euros for research."),
        ("zh", "CHN", "法国将为本国学校拨款3亿欧元。"),
        ("zh", "CHN", "印度将于2027年派出探测器登月。"),
        ("ja", "JPN", "フランスは国内の学校に3億ユーロを拠出する。"),
        ("ja", "JPN", "ノルウェーは基金に500万ドルを拠出した。"),
        ("ru", "RUS", "Франция выделит своим школам 300 млн евро."),
        ("kk", "KAZ", "Франция өз мектептеріне 300 миллион еуро бөледі."),
    ],
)
def test_what_another_state_gives_is_not_for_home_that_no_words_name(
    language: str, home: str, text: str
) -> None:
    statements = zakuro.read(text, language=language, home=home).statements
    assert statements
    assert not any(statement.receivers for statement in statements)


@pytest.mark.parametrize(
    ("text", "receivers"),
    [
        ("Жапония Ошта емхана салып береді.", ("KGZ",)),
        ("Жапония Тәжікстанда 40 дәрігер даярлайды.", ("TJK",)),
        ("Германия Самарқандқа 20 автобус жеткізеді.", ("UZB",)),
        ("Германия Самарқанд мұражайларын жөндеуге 3 миллион еуро бөледі.", ("UZB",)),
        ("Ұлыбритания 25 қазақстандыққа стипендия береді.", ("KAZ",)),
        ("Йемендегі босқындар үшін Түркия 10 миллион доллар бөледі.", ("YEM",)),
        ("Мажарстан биыл Алматыда бас консулдық ашуды көздеп отыр.", ()),
        ("Қазақстан Женевада өткен жиында 3 миллион доллар бөлуге уәде берді.", ()),
    ],
)
def test_what_is_done_in_a_state_or_a_city_is_given_there(
    text: str, receivers: tuple[str, ...]
) -> None:
    assert one(text, "kk", "pledge").receivers == receivers


def test_whom_title_and_lead_give_to_gets_what_follows() -> None:
    text = (
        "Жапония Қырғызстандағы ауыл мектептеріне қаржы береді\n\nЖапония үкіметі мектептерді "
        "жөндеуге 640 мың доллар бөледі. Қырғызстан осы жобаға 2 миллион доллар қосады."
    )
    sides = [(s.givers, s.receivers) for s in zakuro.read(text, language="kk").statements]
    assert sides == [(("JPN",), ("KGZ",)), (("KGZ",), ())]
    text = (
        "Зардап шеккен Пәкістанға көмек беріледі. Қытай 100 миллион юань бөледі. "
        "Катар 12 миллион доллар береді."
    )
    gets = [s.receivers for s in zakuro.read(text, language="kk").statements if s.givers]
    assert gets == [("PAK",), ("PAK",)]


@pytest.mark.parametrize(
    ("text", "givers", "receivers"),
    [
        ("Анкара безвозмездно передаст Бишкеку три автобуса.", ("TUR",), ("KGZ",)),
        ("Индия передаст больнице Душанбе пять машин.", ("IND",), ("TJK",)),
        ("Корея построит в Оше школу на 300 мест.", ("KOR",), ("KGZ",)),
        ("Кувейт профинансирует строительство больницы в Оше.", ("KWT",), ("KGZ",)),
        ("В Астане Чад пообещал передать Кении 5 автобусов.", ("TCD",), ("KEN",)),
        ("Узбекистану будет предоставлен кредит со стороны Китая.", ("CHN",), ("UZB",)),
        ("Италия обучит 30 узбекских архитекторов.", ("ITA",), ("UZB",)),
        ("Иран снимет пошлины на узбекские фрукты.", ("IRN",), ("UZB",)),
        ("Кыргызским соседям Казахстан передаст 5 тонн муки.", ("KAZ",), ("KGZ",)),
    ],
)
def test_cities_people_and_goods_stand_for_their_state(
    text: str, givers: tuple[str, ...], receivers: tuple[str, ...]
) -> None:
    (statement,) = zakuro.read(text, language="ru").statements
    assert (statement.givers, statement.receivers) == (givers, receivers)


def test_who_says_that_money_would_go_somewhere_gives_it() -> None:
    found = one("Canada said its 45 million dollars would go to Chad alone.", "en", "pledge")
    assert (tuple(found.givers), tuple(found.receivers)) == (("CAN",), ("TCD",))


def test_people_from_a_state_who_are_taught_get() -> None:
    found = one("Sixty health workers from Malawi will be trained in Leeds.", "en", "pledge")
    assert (tuple(found.givers), tuple(found.receivers)) == ((), ("MWI",))


@pytest.mark.parametrize(
    "text",
    [
        "Узбекистан передаст 300 тракторов таджикским аграриям.",
        "Узбекистан предоставит 100 стипендий таджикской молодёжи в Ташкенте.",
        "Узбекистан обязался принять на стажировку 20 таджикских комбайнёров.",
    ],
)
def test_who_people_are_by_an_adjective_gets(text: str) -> None:
    pledge = one(text, "ru", "pledge")
    assert (pledge.givers, pledge.receivers) == (("UZB",), ("TJK",))
