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
