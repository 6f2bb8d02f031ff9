from __future__ import annotations

from zakuro.languages.load import load
from zakuro.read.lexis.words import Words, cuts


def words(code: str, *listed: str) -> Words[str]:
    made: Words[str] = Words(load(code))
    for word in listed:
        made.add([word], word)
    return made


def test_the_longest_word_is_found_in_both_directions() -> None:
    found = words("ja", "人", "人分", "分")
    assert found.at("3人分の", 1) == (3, "人分")
    assert found.before("約3人分", 4) == (2, "人分")
    assert found.at("3人", 2) is None


def test_a_word_of_a_spaced_script_is_not_found_inside_another() -> None:
    found = words("en", "km", "in")
    assert found.at("5 km.", 2) == (4, "km")
    assert found.at("5 kms", 2) is None
    assert found.at("5 km2", 2) is None
    assert found.before("begin", 5) is None


def test_an_unspaced_script_cuts_only_latin_words() -> None:
    found = words("ja", "キロ", "km")
    assert found.at("5キロメートル", 1) == (3, "キロ")
    assert found.at("5kmx", 1) is None
    assert cuts("一方", 1, spaced=True)
    assert not cuts("一方", 1, spaced=False)


def test_every_form_of_an_inflected_word_is_known_and_the_first_meaning_stays() -> None:
    found = words("en", "euro:noun")
    assert list(found) == ["euro", "euros"]
    found.put("euro", "another")
    assert found.get("euro") == "euro:noun"
    assert "EUROS".lower() in found
