from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from tests.portal.conftest import Get, Given
from zakuro.decide.decision import State
from zakuro.flow.deciding.demo import make_deciding_demo
from zakuro.portal.site import Site
from zakuro.words.catalogue import has


@pytest.fixture
def six(tmp_path: Path, settings_of: Callable[[Site], None]) -> Get:
    """The books of six invented states that decide."""
    make_deciding_demo(tmp_path / "six.db").close()
    settings_of(Site(books=str(tmp_path / "six.db"), as_of=date(2026, 10, 1)))
    client = Client()
    return lambda path: Given(client.get(path))


def test_texts_are_listed_with_their_state(six: Get) -> None:
    found = six("/en/decisions/").words
    assert "Programme for the river line" in found
    assert "adopted" in found
    assert "not adopted: somebody objected" in found
    assert [line["state"] for line in six("/en/decisions/index.json").json["texts"]] == [
        "adopted", "broken",
    ]  # fmt: skip


def test_a_text_shows_its_words_brackets_and_what_was_said(six: Get) -> None:
    found = six("/en/decisions/X-1").words
    for words in ("by the end of 2028", "Contested words", "settled", "Are two years enough"):
        assert words in found, words
    assert "уточн" in six("/ru/decisions/X-1").text or 'lang="ru"' in six("/ru/decisions/X-1").text
    assert "equal parts weigh more on a small state" in six("/en/decisions/X-2").words
    assert six("/en/decisions/X-2.csv").text.startswith("\ufeffentry,")


def test_before_the_end_of_the_silence_it_still_ran(six: Get) -> None:
    found = six("/en/decisions/X-1?as-of=2026-09-07").words
    assert "silence running" in found


def test_there_is_no_such_text(six: Get, get: Get) -> None:
    assert six("/en/decisions/X-9").status == 404
    assert "No text is before the members." in get("/en/decisions/").words


def test_every_state_has_its_word() -> None:
    from typing import get_args

    assert all(has(f"decision_state.{state}") for state in get_args(State))
