from zakuro.words.catalogue import LOCALES
from zakuro.words.places import known_places, place_name


def test_every_place_has_a_name_in_every_language() -> None:
    for name, names in known_places().items():
        assert set(names) == set(LOCALES) - {"en"}, name
        assert all(names.values())


def test_a_place_is_called_as_its_readers_call_it_else_as_it_was_entered() -> None:
    assert place_name("Kashgar", "zh") == "喀什"
    assert place_name("Kashgar", "en") == "Kashgar"
    assert place_name("Somewhere", "ru") == "Somewhere"
