"""Items inherit from the sentence that opens their list."""

from __future__ import annotations

from datetime import date

import zakuro

DAY = date(2025, 6, 17)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(s.kind, s.exact) for s in zakuro.read(text, language="en").statements]


def test_items_take_the_kind_of_their_opening_and_the_opening_none() -> None:
    assert kinds("The two sides will:\n\n- open a port;\n- build a road.") == [
        ("pledge", "open a port"),
        ("pledge", "build a road"),
    ]


def test_an_item_that_is_a_whole_sentence_keeps_its_own_kind() -> None:
    text = "The two sides will:\n\n- open a port;\n- Peru built a road in 2019."
    assert kinds(text) == [("pledge", "open a port"), ("result", "Peru built a road in 2019")]


def test_an_item_of_others_promises_nothing() -> None:
    text = "The two sides will:\n\n- open a port;\n- A bank provided a loan of 5 million dollars."
    assert [kind for kind in kinds(text) if kind[0] == "pledge"] == [("pledge", "open a port")]


def test_nouns_tell_what_items_are() -> None:
    text = "Our work follows these principles:\n\n- equality;\n- openness."
    assert kinds(text) == [("principle", "equality"), ("principle", "openness")]


def test_a_list_ends_with_its_section() -> None:
    text = "# One\n\nThe two sides will:\n\n- open a port.\n\n# Two\n\n- harbour dues"
    assert ("pledge", "harbour dues") not in kinds(text)


def test_an_item_with_several_counted_deeds_is_as_many_pledges() -> None:
    text = "未来三年，中方将：\n\n- 派遣30名医生，援建5所学校；\n- 开放市场，扩大合作。"
    found = zakuro.read(text, language="zh", published=DAY).statements
    assert [s.exact for s in found] == ["派遣30名医生", "援建5所学校", "开放市场，扩大合作"]


def test_lines_behind_a_colon_are_a_list_where_each_begins_with_its_deed() -> None:
    text = "智利宣布今后3年推出两项举措，主要有：\n\n提供100个奖学金名额。\n\n派遣两艘医疗船。"
    found = zakuro.read(text, language="zh", published=DAY).statements
    assert [s.exact for s in found][-2:] == ["提供100个奖学金名额", "派遣两艘医疗船"]
    assert {(s.kind, s.givers) for s in found} == {("pledge", ("CHL",))}


def test_the_label_of_an_item_promises_nothing() -> None:
    first = "一是粮食行动。智利将培训500名农技人员。"
    second = "二是健康行动。智利将派遣3支医疗队。"
    text = f"今后3年，智利将实施以下行动：\n\n{first}\n\n{second}"
    found = zakuro.read(text, language="zh", published=DAY).statements
    assert [s.act for s in found if s.kind == "pledge"] == ["train", "send"]


def test_whose_an_item_is_stands_before_its_dash_too() -> None:
    text = (
        "Қатысушылар қолдау көрсетуге уәде берді:\n"
        "– Жапония – 4 миллион доллар;\n"
        "– Норвегия – 30 миллион крон."
    )
    found = [s for s in zakuro.read(text, language="kk").statements if s.rule == "kk.list"]
    units = [quantity.unit for pledge in found for quantity in pledge.quantities]
    assert [pledge.givers for pledge in found] == [("JPN",), ("NOR",)]
    assert units == ["USD", "NOK"]


def test_what_was_agreed_on_is_ahead_though_it_is_done_every_year() -> None:
    text = "Уағдаластыққа қол жетті:\n1) Қазақстан жастарға жыл сайын 10 орын бөледі;"
    found = [s.kind for s in zakuro.read(text, language="kk").statements]
    assert found == ["pledge"]


def test_an_opening_that_ends_with_an_auxiliary_is_finished_by_its_items() -> None:
    doing = "Norway is:\n\n- giving 80 million dollars to Kenya;\n- training 40 Kenyan nurses."
    assert [kind for kind, _ in kinds(doing)] == ["pledge", "pledge"]
    done = "Norway has so far:\n\n- built 12 schools in Kenya;\n- trained 40 Kenyan nurses."
    statements = zakuro.read(done, language="en").statements
    assert [(s.kind, tuple(s.givers)) for s in statements] == [("result", ("NOR",))] * 2


def test_what_only_is_opens_no_list_of_promises() -> None:
    assert kinds("The needs are:\n\n- water for 40,000 people;\n- tents.") == []


def test_lines_that_begin_with_what_was_agreed_keep_that() -> None:
    text = (
        "# Outcomes of the talks between Norway and Kenya\n\n"
        "- Agreed to open an embassy\n- Called on all states to respect the truce"
    )
    assert [kind for kind, _ in kinds(text)] == ["pledge", "call"]


def test_numbered_lines_in_the_past_are_of_all_who_meet() -> None:
    text = (
        "Joint Statement of the Presidents of Chile and Paraguay\n\n"
        "The Presidents, meeting in Lima,\n\n1. Agreed to open an office in May;\n\n"
        "2. Noted that Chile would grant 30 scholarships to Paraguay."
    )
    statements = zakuro.read(text, language="en", published=DAY).statements
    assert [tuple(s.givers) for s in statements] == [("CHL", "PRY"), ("CHL",)]
