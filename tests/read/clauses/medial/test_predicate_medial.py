"""Clauses whose adjuncts stand between subject and predicate."""

import pytest

import zakuro
from zakuro.model.statement import Statement


def statements(text: str) -> list[Statement]:
    return list(zakuro.read(text, language="zh").statements)


def kinds(text: str) -> list[str]:
    return [statement.kind for statement in statements(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("中方将在两年内向塔方提供贷款。", "pledge"),
        ("中方呼吁各国增加援助。", "call"),
        ("中方建议成立联合工作组。", "proposal"),
        ("中方反对单边制裁。", "position"),
        ("中方已向塔方提供贷款。", "result"),
    ],
)
def test_the_predicate_behind_its_adjuncts_decides(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "中方不会提供贷款。",
        "如果局势稳定，中方将提供贷款。",
        "中方拒绝提供贷款。",
        "中国提供的贷款有用。",
    ],
)
def test_what_is_denied_or_depends_binds_nobody(text: str) -> None:
    assert "pledge" not in kinds(text)


def test_a_segment_without_a_subject_goes_on_with_the_one_before() -> None:
    first, second = statements("中方将向塔方提供贷款，并派遣十名专家。")
    assert (first.kind, second.kind) == ("pledge", "pledge")
    assert first.givers == second.givers == ("CHN",)
    assert second.act == "send"


def test_two_acts_of_one_segment_are_two_pledges() -> None:
    assert [s.act for s in statements("中方将设立合作中心并提供贷款。")] == ["establish", "provide"]


def test_what_is_said_is_not_said_of_the_speaker() -> None:
    (pledge,) = statements("中国外交部发言人说，中方将提供贷款。")
    assert pledge.exact == "中方将提供贷款"
    assert pledge.givers == ("CHN",)


def test_a_time_before_the_subject_belongs_to_the_clause() -> None:
    (result,) = statements("2024年，双边贸易额增长两成。")
    assert result.period is not None
    assert result.period.edtf == "2024"


def test_what_is_denied_anywhere_in_the_sentence_is_silent() -> None:
    assert kinds("外媒称中方将提供两亿美元，中方否认。") == []


def test_money_and_what_it_is_for_are_one_pledge() -> None:
    (pledge,) = statements("挪威将拨款两亿美元，修建两所医院。")
    assert pledge.exact == "挪威将拨款两亿美元，修建两所医院"


def test_each_sum_of_a_list_is_a_pledge_of_the_giver() -> None:
    read = statements("欧盟将提供9亿欧元，其中6亿欧元用于铁路，3亿欧元用于水利。")
    assert [s.givers for s in read] == [("EU",)] * 3


def test_the_two_sides_are_those_who_have_just_spoken() -> None:
    (pledge,) = statements("波兰和立陶宛两国总理说，双方将设立两处口岸。")
    assert pledge.givers == ("POL", "LTU")


def test_a_time_with_what_has_been_since_then_belongs_to_the_clause() -> None:
    (result,) = statements("自2018年通车以来，中老铁路已累计运送旅客5000万人次。")
    assert result.period is not None
    assert result.period.edtf == "2018/.."


def test_what_is_built_somewhere_is_for_those_who_live_there() -> None:
    (pledge,) = statements("中方将在埃塞俄比亚修建两座水电站。")
    assert pledge.receivers == ("ETH",)
    (pledge,) = statements("韩国将在东盟框架内设立两只基金。")
    assert pledge.receivers == ()


def test_givers_with_sums_of_their_own_leave_out_the_verb() -> None:
    text = "日本承诺出资1.5亿美元，韩国2000万美元，智利500万美元。"
    found = zakuro.read(text, language="zh").statements
    assert [s.givers for s in found if s.kind == "pledge"] == [("JPN",), ("KOR",), ("CHL",)]


def test_several_with_a_sum_beside_them_promise_each_its_own() -> None:
    text = "资金来自多方：秘鲁1200万美元，芬兰800万欧元。"
    assert kinds(text) == ["pledge", "pledge"]
    assert kinds("资金来自一方：秘鲁1200万美元。") == []


@pytest.mark.parametrize(
    "text",
    [
        "债务如下：秘鲁12亿美元，芬兰8亿欧元。",
        "債務如下：秘魯12億美元，芬蘭8億歐元。",
        "各国国防预算如下：秘鲁12亿美元，芬兰8亿欧元。",
        "各国军费支出如下：秘鲁12亿美元，芬兰8亿欧元。",
        "据统计，秘鲁12亿美元，芬兰8亿欧元，居前三位。",
        "秘鲁12亿美元，芬兰8亿欧元，智利军费支出最高。",
    ],
)
def test_sums_beside_states_are_no_promises_without_a_word_of_giving(text: str) -> None:
    assert "pledge" not in kinds(text)


def test_a_word_of_giving_opens_a_list_of_promises() -> None:
    assert kinds("捐款情况：秘鲁1200万美元，芬兰800万欧元。") == ["pledge", "pledge"]
