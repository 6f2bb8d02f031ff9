import pytest

from zakuro.flow.record.digests import digests, example, parse_digest, records
from zakuro.model.errors import ZakuroError

GOOD = """
publisher = "Xinhua"
ownership = "state agency of CHN"
address = "https://example.org/a"
published = 2024-03-30
text = "The secretariat was opened."
"""


def test_every_digest_has_publisher_owner_address_and_day() -> None:
    found = [(where, digest) for record in records() for where, digest in digests(record)]
    assert len(found) > 240
    told = [(where, digest) for where, digest in found if digest.text]
    assert [w for w, d in told if not (d.whose and d.published and "://" in d.address)] == []
    assert {digest.language for _, digest in told} <= {"en", "ja", "zh", "ru"}
    # What is no digest is the bundled text of Astana, and the searches.
    others = [digest for _, digest in found if not digest.text]
    assert all(d.file.startswith("astana-2025.") or d.deeds[0].do == "looked" for d in others)


def test_names_of_deeds_are_given_once() -> None:
    names = [
        deed.name
        for record in records()
        for _, digest in digests(record)
        for deed in digest.deeds
        if deed.name
    ]
    assert len(names) == len(set(names))


def test_a_digest_is_held_to_its_schema() -> None:
    assert str(parse_digest(GOOD, "x.toml").whose) == "Xinhua (state agency of CHN)"
    half = parse_digest(GOOD + '[[deeds]]\ndo = "report"\nvalue = 0.1\n', "x.toml")
    assert str(half.deeds[0].value) == "0.1"
    for wrong, said in (
        ("text = ", "x.toml is no digest"),
        (GOOD + 'colour = "red"', "colour"),
        (GOOD + '[[deeds]]\ndo = "praise"', "praise"),
        (GOOD.replace("https://example.org/a", "page 3"), "without its address"),
    ):
        with pytest.raises(ZakuroError, match=said):
            parse_digest(wrong, "x.toml")
    with pytest.raises(ZakuroError, match="no ownership"):
        _ = parse_digest(GOOD.replace("state agency of CHN", "friends"), "x.toml").whose


def test_the_bundled_text_is_given_as_it_stands() -> None:
    assert example("astana-2025.en.txt").startswith(b"China pledges 1.5 billion yuan")
