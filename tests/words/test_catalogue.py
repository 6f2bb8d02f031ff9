from decimal import Decimal

import pytest

from zakuro.model.errors import ZakuroError
from zakuro.words.catalogue import LOCALES, has, locale, message, messages, say


def test_a_message_follows_the_number() -> None:
    assert say("en", "pledge.found", {"n": 1}) == "1 pledge."
    assert say("en", "pledge.found", {"n": 0}) == "0 pledges."
    assert message("en", "unit.centre", Decimal("1.5")).text == "{n} centres"


def test_a_message_without_a_number() -> None:
    assert say("en", "menu.pledges") == "Pledges"
    assert has("menu.pledges")
    assert not has("menu.nothing")


def test_what_is_not_there_is_an_error() -> None:
    with pytest.raises(ZakuroError, match="nothing"):
        message("ja", "menu.nothing")
    with pytest.raises(ZakuroError, match="no interface language"):
        locale("fr")


@pytest.mark.parametrize("language", LOCALES)
def test_plural_forms_are_those_of_cldr(language: str) -> None:
    wanted = set(locale(language).plural_form.tags) | {"other"}
    for name, found in messages(language).items():
        if isinstance(found, dict):
            assert set(found) == wanted, name
