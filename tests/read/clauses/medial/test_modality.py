"""Verdicts: what a predicate makes of its clause."""

from __future__ import annotations

import pytest

import zakuro
from tests.read.clauses.clauses_of import candidates, kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中方将合编两册词典。", ["pledge commit"]),
        ("中方将合编词典。", ["pledge commit"]),
        ("他们将合编词典。", []),
        ("中方将面临两场官司。", []),
        ("中方愿提出三点建议。", ["proposal intend"]),
        ("中方计划了两次会谈。", []),
        ("日本、秘鲁2027年启动海啸预警合作。", ["pledge told"]),
        ("日本、秘鲁启动海啸预警合作。", ["result told"]),
        ("印尼方承诺不设置新的许可要求。", ["pledge commit"]),
        ("印尼方将不设置新的许可要求。", []),
        ("应印尼总统邀请", []),
        ("爱尔兰认捐600万欧元。", ["pledge commit"]),
        ("双方探讨三方合作。", []),
        ("泰方此前承诺提供的大米已运抵秘鲁。", ["result commit"]),
        ("水泵费用由芬兰承担。", ["pledge agent"]),
        ("爱尔兰为约旦培训20名医生。", ["result told"]),
        ("爱尔兰去年为约旦培训20名医生。", ["result told"]),
        ("中国外贸负责人离任。", []),
        ("中国总统抵达秘鲁。", []),
        ("中国援助秘鲁的20台水泵已运抵利马。", ["result told"]),
        ("双方就渔业协定达成一致。", ["result commit"]),
        ("墨方曾承诺提供贷款。", []),
        ("我们将提供贷款。", []),
        ("公众支持改革。", []),
        ("塞方支持改革。", ["position position"]),
        ("他们必须离开。", []),
        ("国际社会必须采取行动。", ["call ought"]),
        ("关税战没有赢家。", ["position position"]),
        ("酒吧营业额增长3%。", []),
        ("双边贸易额增长3%。", ["result grown"]),
        ("两国关系提升为伙伴关系。", ["result done"]),
        ("秘鲁获得观察员地位。", ["result done"]),
    ],
)
def test_the_mark_and_who_speaks_decide(text: str, expected: list[str]) -> None:
    assert kinds(text, "zh") == expected


def test_we_bind_those_who_meet() -> None:
    assert kinds("我们将提供贷款。", "zh", frame=("CHN", "KAZ")) == ["pledge commit"]


def test_who_gave_a_thing_that_is_handed_over_has_given_it() -> None:
    (result,) = (c for c in candidates("秘鲁捐建的诊所移交智利。", "zh") if c.kind)
    assert result.kind == "result"
    assert result.subject is not None
    assert result.subject.codes == ("PER",)


def test_an_agent_binds_itself() -> None:
    (pledge,) = (c for c in candidates("论坛将由秘鲁主办。", "zh") if c.kind)
    assert pledge.kind == "pledge"
    assert pledge.subject is not None
    assert pledge.subject.codes == ("PER",)


def test_a_line_without_a_full_stop_may_name_what_somebody_will_do() -> None:
    assert kinds("中方将采取的合作举措", "zh") == ["pledge commit"]
    assert kinds("中方将采取的合作举措很多。", "zh") == []


def test_gatherings_and_thanks_are_no_results() -> None:
    for text in ("中国总理在北京同巴西总统会晤后发表谈话。", "巴西总统对中方的热情接待表示感谢。"):
        found = zakuro.read(text, language="zh").statements
        assert not [s for s in found if s.kind == "result"], text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("秘鲁向斐济赠送20辆救护车。", ["result told"]),
        ("秘魯向斐濟贈送20輛救護車。", ["result told"]),
        ("秘鲁向马里提供500万欧元。", ["result told"]),
        ("秘鲁向马里运送500吨大米。", ["result told"]),
        ("秘鲁为马里修建3所学校。", ["result told"]),
        ("秘鲁承担1.2亿美元。", ["pledge told"]),
        ("秘鲁自筹1.2亿美元。", ["pledge told"]),
        ("秘鲁2020年承担1.2亿美元。", ["result told"]),
        ("芬兰将出资500万欧元，秘鲁提供200万美元。", ["pledge commit", "pledge told"]),
    ],
)
def test_who_bears_a_cost_is_bound_and_who_gave_has_given(text: str, expected: list[str]) -> None:
    assert kinds(text, "zh") == expected
