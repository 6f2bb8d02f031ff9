"""Clauses without a known giver or without a mark: what the table of verdicts says of them."""

from __future__ import annotations

import pytest

from tests.read.clauses.clauses_of import candidates, kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("秘书长呼吁捐助方填补2亿美元的资金缺口。", ["call call"]),
        ("总理倡导把2028年定为草原年。", ["proposal propose"]),
        ("将为柬埔寨7号国道修缮工程提供32亿日元无偿援助。", ["pledge fragment-will"]),
        ("向地拉那市提供40辆公交车及配件。", ["pledge fragment-alone"]),
        ("自3月1日起免收外交、公务护照持有人签证费。", ["pledge fragment-alone"]),
        ("谅解备忘录规定，每年互派十名研究人员。", ["pledge promise"]),
        ("该行董事会批准2.6亿美元的信贷额度。", ["pledge approves"]),
        ("双方确认有意交换档案文献。", ["pledge readiness"]),
        ("由西班牙政府捐建的阅览室将于明年开放。", ["pledge will-be-done"]),
        ("该行向巴拉圭发放贷款8000万美元。", ["result done"]),
        ("已移交40辆公交车。", ["result done-by-nobody-named"]),
        ("主席致函各成员，建议会费增加一成。", ["proposal propose"]),
        ("总统誓言六月底前还清欠款。", ["pledge promise"]),
        ("总统誓言还清欠款。", []),  # of no state, and to no date
        ("加拿大：三年内为女童教育提供4000万加元", ["pledge will"]),
        ("提供配件。", []),  # by nobody, to nobody, at no time
        ("他将提供配件。", []),
        ("十年前消除农场童工的承诺从未兑现。", []),
        ("第三届中国—中亚峰会将于2027年在中国举行。", []),
        ("巴西农民将于明年种植大豆500万公顷。", []),
    ],
)
def test_the_table_judges_what_marks_leave_silent(text: str, expected: list[str]) -> None:
    assert kinds(text, "zh") == expected


def test_who_gives_is_open_where_nobody_has_a_code() -> None:
    (pledge,) = candidates("向边境医院派遣至多35名医护人员，为期六个月。", "zh")
    assert pledge.kind == "pledge"
    assert pledge.open
    assert pledge.row == "fragment-alone"
