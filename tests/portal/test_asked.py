from datetime import date

import pytest

from zakuro.model.errors import ZakuroError
from zakuro.portal.asked import preferred, read_asked

TODAY = date(2026, 6, 30)


def test_an_address_is_read() -> None:
    asked = read_asked("ru/pledges/P-4.json", {"as-of": "2025-12-31"}, TODAY)
    assert asked is not None
    assert (asked.language, asked.path, asked.form) == ("ru", "pledges/P-4", "json")
    assert asked.day == date(2025, 12, 31)
    index = read_asked("en/index.csv", {}, TODAY)
    assert index is not None
    assert (index.path, index.form, index.day) == ("", "csv", TODAY)
    listed = read_asked("en/pledges/index.csv", {}, TODAY)
    assert listed is not None
    assert listed.path == "pledges/"


def test_other_languages_are_no_pages() -> None:
    assert read_asked("fr/pledges/", {}, TODAY) is None
    assert read_asked("favicon.ico", {}, TODAY) is None


@pytest.mark.parametrize("text", ["yesterday", "2026-13-01", "30.6.2026"])
def test_no_day(text: str) -> None:
    with pytest.raises(ZakuroError, match="2026-06-30"):
        read_asked("en/", {"as-of": text}, TODAY)


@pytest.mark.parametrize("text", ["-1", "x", "٣", "9" * 30])
def test_no_number(text: str) -> None:
    asked = read_asked("en/pledges/", {"after": text}, TODAY)
    assert asked is not None
    with pytest.raises(ZakuroError, match="no number"):
        asked.number("after")


def test_addresses_keep_language_and_day() -> None:
    asked = read_asked("kk/pledges/", {"as-of": "2026-01-01", "giver": "CHN"}, TODAY)
    assert asked is not None
    assert asked.address("parties/KAZ") == "/kk/parties/KAZ?as-of=2026-01-01"
    assert asked.same("csv") == "/kk/pledges/index.csv?as-of=2026-01-01&giver=CHN"
    assert asked.same("html", "uz") == "/uz/pledges/?as-of=2026-01-01&giver=CHN"
    assert asked.address("", "json") == "/kk/index.json?as-of=2026-01-01"
    assert asked.same(giver="") == "/kk/pledges/?as-of=2026-01-01"


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("fr;q=1,ja;q=0.5,kk;q=0.7", "kk"),
        ("zh-Hant-TW", "zh"),
        ("fr", "en"),
        ("", "en"),
        ("*;q=x,,;", "en"),
    ],
)
def test_the_browser_s_language(accepted: str, language: str) -> None:
    assert preferred(accepted) == language
