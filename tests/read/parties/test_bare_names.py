"""Names of persons in a writing without spaces and capitals."""

import zakuro
from zakuro.read.parties.bare_names import name_at


def speaker(text: str) -> str | None:
    statements = zakuro.read(text, language="zh").statements
    assert statements
    return statements[-1].speaker


def test_a_name_ends_where_a_known_word_begins() -> None:
    text = "哈萨克斯坦总统托卡耶夫表示，哈方将扩大出口。"
    start = text.index("托")
    assert name_at(text, start, frozenset({text.index("表示")})) == "托卡耶夫"
    assert name_at(text, start, frozenset({start})) == ""


def test_a_person_speaks_for_the_party_before_the_office() -> None:
    said = speaker("哈萨克斯坦总统托卡耶夫表示，哈方将扩大出口。")
    assert said == "哈萨克斯坦总统托卡耶夫 (KAZ)"


def test_a_known_name_leads_to_its_party_before_and_behind_its_office() -> None:
    known = "塔吉克斯坦总统拉赫蒙出席会议。"
    assert speaker(known + "拉赫蒙说，塔方将开放口岸。") == "拉赫蒙 (TJK)"
    assert speaker(known + "拉赫蒙总统说，塔方将开放口岸。") == "拉赫蒙总统 (TJK)"


def test_short_names_in_a_row_name_their_parties() -> None:
    (pledge,) = zakuro.read("中哈两国同意扩大过境运输。", language="zh").statements
    assert pledge.givers == ("CHN", "KAZ")


def test_an_organ_has_no_name_behind_it() -> None:
    (pledge,) = zakuro.read("德国经济部数据处将提供两台设备。", language="zh").statements or (None,)
    assert pledge is None
    (result,) = zakuro.read("德国外交部已提供贷款。", language="zh").statements
    assert result.speaker == "DEU"
