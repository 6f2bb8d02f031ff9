"""Gatherings and anniversaries."""

from __future__ import annotations

from datetime import date

import pytest

import zakuro


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("The third summit of Chile and Peru was held in Lima.", "en", "event"),
        ("チリとペルーの首脳会議がリマで開催された。", "ja", "event"),
        ("今年は国交樹立30周年に当たる。", "ja", "context"),
    ],
)
def test_what_took_place_is_an_event(text: str, language: str, kind: str) -> None:
    assert kind in [statement.kind for statement in zakuro.read(text, language=language).statements]


@pytest.mark.parametrize(
    ("language", "text", "rest"),
    [
        ("kk", "Алматыда форум өтті.", []),
        (
            "kk",
            "Астанада Қазақстан мен Қытайдың форумы өтті, 20 келісімге қол қойылды.",
            ["result"],
        ),
        ("kk", "Жапония мен Моңғолия кездесті.", []),
        ("ja", "チリとペルーの首脳会議がリマで開催された。", []),
        ("ru", "В Алматы прошёл форум.", []),
        ("zh", "论坛在阿拉木图举行。", []),
    ],
)
def test_one_gathering_is_told_once(language: str, text: str, rest: list[str]) -> None:
    found = zakuro.read(text, language=language).statements
    assert [statement.kind for statement in found] == ["event", *rest]


def test_a_gathering_told_once_keeps_its_days() -> None:
    text = "4月3日から4日にかけて、サマルカンドにおいて、首脳会合が開催された。"
    (told,) = zakuro.read(text, language="ja", published=date(2025, 4, 5)).statements
    assert told.period is not None
    assert told.period.edtf == "2025-04-03/2025-04-04"


def test_a_gathering_to_come_is_no_event() -> None:
    found = zakuro.read("Chile will hold a summit in Lima.", language="en").statements
    assert [statement.kind for statement in found] == ["pledge"]


def test_a_pledge_does_not_give_way_to_what_is_counted() -> None:
    text = "We commit to implement the 40 recommendations of the panel."
    found = zakuro.read(text, language="en").statements
    assert "pledge" in [statement.kind for statement in found]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("zh", "减贫合作中心在阿斯塔纳正式启用。", ("KAZ",)),
        ("ja", "アスタナに貧困削減協力センターが開設された。", ("KAZ",)),
        ("ru", "В Душанбе открылся центр по борьбе с опустыниванием.", ("TJK",)),
        ("en", "A total of 50 buses from South Korea arrived in Dushanbe.", ("KOR", "TJK")),
        ("ru", "В Казахстан поступили 120 автобусов из Китая.", ("KAZ", "CHN")),
    ],
)
def test_what_has_opened_or_arrived_is_told_of_the_thing(
    language: str, text: str, parties: tuple[str, ...]
) -> None:
    (told,) = zakuro.read(text, language=language).statements
    assert told.kind == "result"
    assert told.parties == parties


@pytest.mark.parametrize(
    "text",
    [
        "If a school opened in Tashkent, 300 pupils would come.",
        "The school in Tashkent was not opened.",
        "A school has to be opened in Tashkent.",
    ],
)
def test_what_has_not_happened_is_no_result(text: str) -> None:
    assert [s for s in zakuro.read(text, language="en").statements if s.kind == "result"] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Japan will provide $5 million for the Paris Agreement.", "en"),
        ("France will give $2 million to the New York office of the fund.", "en"),
        ("Canada will give $3 million to the Phoenix project.", "en"),
        ("Spain will give $1 million to Santiago Perez.", "en"),
        ("Canada will give $3 million to a London-based charity.", "en"),
        ("Germany pledges $3 million for the Tokyo conference.", "en"),
        ("Germany pledged $5 million at a donor conference held in Nairobi.", "en"),
        ("The Vatican said nothing. The fund will give $3 million for schools.", "en"),
        ("Germany will deliver 3 million oral vaccines.", "en"),
        ("中国将为巴黎协定提供300万美元。", "zh"),
        ("中国将向达尔文基金会提供300万美元。", "zh"),
        ("中国将为自由市场提供300万美元。", "zh"),
        ("日本はパリ協定のために300万ドルを供与する。", "ja"),
        ("ドイツは東京で開かれる会議に300万ドルを拠出する。", "ja"),
        ("Германия выделит 3 млн долларов на Парижское соглашение.", "ru"),
        ("Германия выделит 3 млн долларов для конференции в Найроби.", "ru"),
        ("Германия передаст 3 млн долларов офису фонда в Нью-Йорке.", "ru"),
        ("Жапония Женева конференциясына 3 млн доллар бөледі.", "kk"),
    ],
)
def test_a_city_inside_a_name_or_where_one_meets_gets_nothing(text: str, language: str) -> None:
    found = zakuro.read(text, language=language).statements
    assert [s.kind for s in found] == ["pledge"]
    assert found[0].receivers == ()


@pytest.mark.parametrize(
    ("text", "language", "receiver"),
    [
        ("Germany will build a hospital in Nairobi.", "en", "KEN"),
        ("Germany will build a clinic in Lagos, Nigeria.", "en", "NGA"),
        ("中国将向内罗毕提供300万美元。", "zh", "KEN"),
        ("日本はナイロビに病院を建設する。", "ja", "KEN"),
        ("Германия построит больницу в Найроби.", "ru", "KEN"),
        ("Германия Найробиде аурухана салады.", "kk", "KEN"),
    ],
)
def test_a_city_of_its_own_tells_who_gets(text: str, language: str, receiver: str) -> None:
    (pledge,) = zakuro.read(text, language=language).statements
    assert pledge.receivers == (receiver,)


def test_a_body_that_is_called_by_its_city_lies_there() -> None:
    reading = zakuro.read("Mongolia promised three horses to the Budapest Zoo.", language="en")
    (pledge,) = reading.statements
    assert pledge.receivers == ("HUN",)
