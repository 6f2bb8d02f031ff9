from typing import Any

import pytest
from babel import Locale

from zakuro import mentions
from zakuro.languages.inflect import forms, named
from zakuro.languages.load import Pack, load
from zakuro.model.errors import ZakuroError
from zakuro.model.vocabulary import territories


def pack(**sections: Any) -> Pack:
    return Pack({"code": "xx", "writing": {"spaced": True}, **sections})


NOUNS = {
    "noun": [
        {"after": "kg", "lemma": "a", "one": "a", "many": "i"},
        {"lemma": "a", "one": "a", "many": "y"},
        {"lemma": "o", "one": "o"},
    ],
    "adjective": [{"lemma": "aja", "one": "aja", "many": ["yje", "ie"]}],
}


def test_the_first_variant_that_fits_is_taken() -> None:
    language = pack(inflection=NOUNS)
    assert list(forms(language, "ruka:noun")) == [("ruka", "one"), ("ruki", "many")]
    assert list(forms(language, "kniga:noun tri")) == [("kniga tri", "one"), ("knigi tri", "many")]
    assert list(forms(language, "moja vana:noun")) == [("moja vana", "one"), ("moja vany", "many")]


def test_the_words_of_a_phrase_agree() -> None:
    assert list(forms(pack(inflection=NOUNS), "novaja:adjective vana:noun")) == [
        ("novaja vana", "one"),
        ("novyje vany", "many"),
        ("novie vany", "many"),
    ]


def test_a_word_of_one_form_stands_with_every_form_of_the_others() -> None:
    assert list(forms(pack(inflection=NOUNS), "vana:noun i Tobago:noun")) == [
        ("vana i Tobago", "one"),
        ("vany i Tobago", "many"),
    ]


def test_what_does_not_fit_is_said() -> None:
    with pytest.raises(ZakuroError, match="no variant of 'noun' fits 'dom'"):
        list(forms(pack(inflection=NOUNS), "dom:noun"))
    with pytest.raises(ZakuroError, match="it lacks"):
        list(forms(pack(inflection=NOUNS), "dom:verb"))


def test_the_words_of_a_name_take_the_paradigms_of_names() -> None:
    language = pack(
        inflection=NOUNS,
        parties={"paradigm": "noun", "adjective": "adjective"},
        syntax={"name_joiners": ["i"]},
    )
    assert named(language, "Novaja Vana") == "Novaja:adjective Vana:noun"
    assert named(language, "Vana Ruka") == "Vana:noun Ruka"
    assert named(language, "Vana i Ruka") == "Vana:noun i Ruka:noun"
    assert named(language, "Vana:noun Ruka") == "Vana:noun Ruka"
    assert named(pack(parties={"paradigm": "noun"}), "Novaja Vana") == "Novaja Vana:noun"
    assert named(pack(parties={}), "Novaja Vana") == "Novaja Vana"


@pytest.mark.parametrize(
    ("name", "genitive", "dative", "instrumental"),
    [
        ("Китай", "Китая", "Китаю", "Китаем"),
        ("Монголия", "Монголии", "Монголии", "Монголией"),
        ("Израиль", "Израиля", "Израилю", "Израилем"),
        ("Беларусь", "Беларуси", "Беларуси", "Беларусью"),
        ("Египет", "Египта", "Египту", "Египтом"),
        ("Филиппины", "Филиппин", "Филиппинам", "Филиппинами"),
        ("Нидерланды", "Нидерландов", "Нидерландам", "Нидерландами"),
        ("Саудовская Аравия", "Саудовской Аравии", "Саудовской Аравии", "Саудовской Аравией"),
        (
            "Республика Казахстан",
            "Республики Казахстан",
            "Республике Казахстан",
            "Республикой Казахстан",
        ),
        (
            "Босния и Герцеговина",
            "Боснии и Герцеговины",
            "Боснии и Герцеговине",
            "Боснией и Герцеговиной",
        ),
        (
            "Папуа — Новая Гвинея",
            "Папуа — Новой Гвинеи",
            "Папуа — Новой Гвинее",
            "Папуа — Новой Гвинеей",
        ),
        (
            "страны Центральной Азии",
            "стран Центральной Азии",
            "странам Центральной Азии",
            "странами Центральной Азии",
        ),
    ],
)
def test_names_are_declined(name: str, genitive: str, dative: str, instrumental: str) -> None:
    russian = load("ru")
    found = {feature: form for form, feature in forms(russian, named(russian, name))}
    assert found["nominative"] == name
    assert [found[case] for case in ("genitive", "dative", "instrumental")] == [
        genitive,
        dative,
        instrumental,
    ]


def test_names_that_are_not_declined_have_one_form() -> None:
    russian = load("ru")
    for name in ("Марокко", "США", "КНР", "Перу", "Самоа", "Никарагуа", "Зимбабве"):
        assert list(forms(russian, named(russian, name))) == [(name, "plain")]


def test_every_territory_is_found_in_every_case() -> None:
    russian = load("ru")
    locale = Locale.parse("ru")
    names = {alpha3: locale.territories[alpha2] for alpha3, alpha2 in territories().items()}
    assert len(names) == 249
    unread = []
    for code, name in names.items():
        spelt = name.replace("о-ва", "острова").replace("о-в", "остров")
        for form, case in forms(russian, named(russian, spelt)):
            found = mentions(f"Речь идёт о том, что {form} здесь.", language="ru", types={"party"})
            if [(m.code, m.exact) for m in found] != [(code, form.rstrip(")"))]:
                unread.append((code, case, form, found))
    assert unread == []
