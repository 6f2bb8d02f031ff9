import re
from decimal import Decimal

import pytest

from zakuro.model.acts import KINDS
from zakuro.model.errors import ZakuroError
from zakuro.model.vocabulary import themes, topics
from zakuro.words.catalogue import LOCALES, has, locale, message, messages, say, together


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


def test_every_topic_has_a_label_and_a_theme() -> None:
    assert [code for code in topics() if not has(f"topic.{re.sub('[ -]', '_', code)}")] == []
    under = [topic for found in themes().values() for topic in found]
    assert sorted(under) == sorted(topics())
    assert all(has(f"theme.{theme.replace(' ', '_')}") for theme in themes())


def test_every_kind_of_entry_has_a_label() -> None:
    assert [kind for kind in KINDS if not has(f"entry_kind.{kind.replace('-', '_')}")] == []


def _places(found: object) -> set[frozenset[str]]:
    texts = [found] if isinstance(found, str) else list(found.values())  # type: ignore[attr-defined]
    return {frozenset(re.findall(r"\{(\w+)\}", text)) for text in texts}


@pytest.mark.parametrize("language", LOCALES)
def test_every_catalogue_is_complete_and_fills_the_same_places(language: str) -> None:
    source, own = messages("en"), messages(language)
    assert [name for name in source if name not in own] == []
    names = {name for name in own if not name.startswith("party_names.")}
    assert sorted(names - source.keys()) == []
    for name in names:
        assert len(_places(own[name])) == 1, name
        assert _places(own[name]) == _places(source[name]), name


@pytest.mark.parametrize("language", [code for code in LOCALES if code != "en"])
def test_what_is_translated_is_not_left_in_english(language: str) -> None:
    source, own = messages("en"), messages(language)
    kept = {"page.search_example", "about.your_copy"}
    long = {name for name, found in source.items() if isinstance(found, str) and len(found) > 12}
    assert [name for name in long - kept if own[name] == source[name]] == []


def test_a_value_that_ends_in_a_point_ends_its_sentence() -> None:
    day = {"day": "30 июня 2026 г."}
    assert say("ru", "page.as_of", day) == "По состоянию на 30 июня 2026 г."
    assert say("ru", "page.as_of", {"day": "30"}) == "По состоянию на 30."


def test_sentences_stand_apart_but_for_full_width_signs() -> None:
    assert together("One.", "Two.") == "One. Two."
    assert together("一。", "二。") == "一。二。"
    assert together() == ""
