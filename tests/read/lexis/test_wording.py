import pytest

from zakuro.languages.load import codes
from zakuro.model.errors import ZakuroError
from zakuro.read.lexis.wording import wording


@pytest.mark.parametrize("language", codes())
def test_every_language_joins_lists_and_names_its_days(language: str) -> None:
    words = wording(language)
    assert words.joints
    assert words.commas
    assert words.others
    assert set(words.only) < set(words.commas)
    assert set(words.weekdays.values()) == set(range(7))
    assert all(word == word.casefold() for word in (*words.weekdays, *words.months))


def test_names_have_all_their_cases() -> None:
    assert wording("ru").weekdays["пятницу"] == wording("en").weekdays["friday"] == 4
    assert wording("ru").months["июнем"] == wording("en").months["june"] == 6
    assert {"anniversary", "anniversaries"} <= set(wording("en").anniversaries)


def test_a_language_without_a_pack_is_refused() -> None:
    with pytest.raises(ZakuroError, match="no language pack for 'xx'"):
        wording("xx")
