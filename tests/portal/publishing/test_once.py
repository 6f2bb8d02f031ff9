from datetime import date

from zakuro.portal.asked import Asked
from zakuro.portal.publishing.once import Heard, Once


def asked(language: str, path: str = "things/", **query: str) -> Heard:
    return Heard(*Asked(language, path, "html", query, date(2026, 6, 30), given=False))


def test_whether_the_language_is_looked_at_is_known() -> None:
    quiet = asked("ja")
    assert (quiet.path, quiet.form, quiet.spoken) == ("things/", "html", False)
    assert asked("ja").language == "ja"
    spoken = asked("ja")
    assert spoken.address("pledges/P-1") == "/ja/pledges/P-1"
    assert spoken.spoken


def test_what_looks_at_no_language_is_made_once() -> None:
    once, made = Once(), []

    def make() -> int:
        made.append(1)
        return len(made)

    assert [once.give("r", asked(code), make) for code in ("en", "ja", "kk")] == [1, 1, 1]
    assert once.give("r", asked("ja", sort="rail"), make) == 2
    assert once.give("r", asked("ja", "map"), make) == 3
    assert once.give("s", asked("ja", "map"), make) == 4


def test_what_looks_at_the_language_is_made_for_each() -> None:
    once = Once()
    for code in ("en", "ja"):
        heard = asked(code)

        def make(heard: Heard = heard) -> str:
            return heard.language

        assert once.give("r", heard, make) == code
