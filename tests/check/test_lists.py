import pytest

from zakuro.check.lists import members
from zakuro.model.finding import Wording
from zakuro.read.lexis.wording import wording


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "trade, energy and health", (3,)),
        ("en", "trade, energy, and health", (3,)),
        ("en", "trade and energy", (2,)),
        ("en", "trade; science and technology; and health", (3,)),
        ("en", "trade; energy; science and technology", (3,)),
        ("en", "science and technology, trade, culture and sport", (3, 4)),
        ("en", "trade, Andean energy, sandy roads", (3,)),
        ("ru", "торговля, энергетика и наука", (3,)),
        ("ja", "貿易、エネルギーと保健", (3,)),
        ("ja", "貿易、ひとづくり、保健", (3,)),
        ("zh", "贸易、能源和卫生", (3,)),
        ("zh", "贸易、能源、地区和平", (3,)),
        ("kk", "сауда, энергетика және көлік", (3,)),
    ],
)
def test_members_of_a_list(language: str, text: str, named: tuple[int, ...]) -> None:
    assert members(text, wording(language)).named == named


def test_joints_may_stand_within_members() -> None:
    found = members("trade, energy, science and technology", wording("en"))
    assert (found.least, found.named, found.most, found.joint) == (3, (4,), 4, "and")


def test_a_list_may_be_open() -> None:
    assert members("trade, energy, etc", wording("en")).open
    assert not members("trade, energy", wording("en")).open
    assert members("贸易、能源等", wording("zh")).open


def test_nothing_and_no_language() -> None:
    assert members("", wording("en")).named == (0,)
    assert members("a, b and c", Wording()).named == (1,)
