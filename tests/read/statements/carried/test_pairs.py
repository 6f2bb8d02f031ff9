"""Of two sides the one and the other."""

from __future__ import annotations

import zakuro


def sides(text: str, home: str | None = None) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    statements = zakuro.read(text, language="ja", home=home).statements
    found = [s for s in statements if s.kind in ("pledge", "result")]
    return [(tuple(s.givers), tuple(s.receivers)) for s in found]


def test_what_home_exchanges_with_another_home_gives() -> None:
    text = (
        "3日、アクラにおいて、我が方伊藤駐ガーナ大使とガーナ側メンサ外務大臣との間で、"
        "供与額3億円の無償資金協力に関する書簡の交換が行われました。"
        "この協力により、救急車5台が供与されます。"
    )
    assert sides(text, "JPN") == [(("JPN",), ("GHA",)), (("JPN",), ("GHA",))]


def test_both_are_the_two_named_last() -> None:
    text = "チリはペルーに船2隻を贈った。両国は漁業に関する協定に署名した。"
    assert sides(text)[-1][0] == ("CHL", "PER") or set(sides(text)[-1][0]) == {"CHL", "PER"}


def test_the_other_side_stands_across_from_who_gives() -> None:
    text = (
        "モンゴル外務大臣は、ガーナ副首相と会談した。副首相は席上、謝意を示した。"
        "先方は、教師2人を相手国に派遣すると述べた。"
    )
    assert sides(text, "MNG")[-1] == (("GHA",), ("MNG",))


def test_a_title_names_who_gets_what_follows() -> None:
    text = "ハイチへの食料支援\n\n政府は3日、小麦300トンを送ると発表した。医薬品も5トンを届ける。"
    assert [receivers for _, receivers in sides(text, "JPN")] == [("HTI",), ("HTI",)]


def test_who_the_title_names_gave_what_was_given() -> None:
    text = "日本のガーナ支援の実績\n\n昨年は救急車2台が供与された。ガーナでは5億円を供与した。"
    assert sides(text, "JPN") == [(("JPN",), ("GHA",))] * 2


def test_a_conference_on_aid_for_a_state_is_no_meeting_with_it() -> None:
    text = "【パリ共同】国連によると、スーダン支援会合で米国が4億ドルを拠出すると表明した。"
    assert sides(text) == [(("USA",), ("SDN",))]


def test_both_sides_of_a_kazakh_text_are_the_two_named_last() -> None:
    text = (
        "Қазақстан Президенті Вьетнам басшысымен кездесті. "
        "Тараптар тауар айналымын 2 миллиард долларға жеткізуге уағдаласты."
    )
    pledges = [s for s in zakuro.read(text, language="kk").statements if s.kind == "pledge"]
    assert [pledge.givers for pledge in pledges] == [("KAZ", "VNM")]


def test_the_ministers_are_home_and_whom_the_text_is_about() -> None:
    texts = {
        "en": "Readout of the talks with the Minister of Peru\n\nMinister Ana Rojas received her "
        "Peruvian colleague. The Ministers agreed to reopen the railway in 2026.",
        "zh": "智利总统讲话\n\n对于秘鲁，我们不忘记历史。两国领导人已商定恢复航班。",
        "ru": "Визит министра Перу\n\nМинистр иностранных дел Чили Рохас говорил с коллегой из "
        "Перу. Стороны договорились открыть рейс в 2026 году.",
    }
    for language, text in texts.items():
        read = zakuro.read(text, language=language, home="CHL").statements
        givers = [set(s.givers) for s in read if s.kind == "pledge"]
        assert givers[-1] == {"CHL", "PER"}, language


def test_the_sides_are_nobody_where_home_is_not_spoken_of() -> None:
    text = "Relief for Chad.\n\nThe parties agreed to open a road in 2026."
    (pledge,) = zakuro.read(text, language="en", home="PER").statements
    assert pledge.givers == ()
