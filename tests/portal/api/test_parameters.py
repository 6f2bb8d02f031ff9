import pytest

from zakuro.model.errors import ZakuroError
from zakuro.portal.api.parameters import AFTER, check, choice, is_day, text

KIND = choice("kind", "Its kind.", ("pledge", "document"))


@pytest.mark.parametrize(
    "given", [{}, {"kind": ""}, {"kind": "pledge", "who": "?"}, {"after": "9"}]
)
def test_what_can_be_asked_passes(given: dict[str, str]) -> None:
    check((AFTER, KIND, text("q", "Words.")), given)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kind": "all"}, "choose one of pledge, document"),
        ({"after": ""}, "no number"),
        ({"after": "-1"}, "no number"),
        ({"after": "٣"}, "no number"),
        ({"q": "a" * 201}, "200 characters at most"),
    ],
)
def test_what_cannot_is_refused_in_words(given: dict[str, str], said: str) -> None:
    with pytest.raises(ZakuroError, match=said):
        check((AFTER, KIND, text("q", "Words.")), given)


def test_each_is_described_as_it_is_checked() -> None:
    assert AFTER.described()["schema"] == {
        "type": "integer", "minimum": 0, "maximum": 999_999_999_999,
    }  # fmt: skip
    assert KIND.described()["schema"]["enum"] == ["", "pledge", "document"]


def test_a_day_has_one_form() -> None:
    assert is_day("2026-06-30")
    assert not is_day("20260630")
    assert not is_day("2026-W01-1")
