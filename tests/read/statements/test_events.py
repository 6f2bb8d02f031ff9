"""Gatherings and anniversaries."""

from __future__ import annotations

import pytest

import zakuro


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("The third summit of Chile and Peru was held in Lima.", "en", "event"),
        ("チリとペルーの首脳会議がリマで開催された。", "ja", "event"),
        ("今年は国交樹立30周年に当たる。", "ja", "context"),
    ],
)
def test_what_took_place_is_an_event(text: str, language: str, kind: str) -> None:
    assert kind in [statement.kind for statement in zakuro.read(text, language=language).statements]


def test_a_gathering_to_come_is_no_event() -> None:
    found = zakuro.read("Chile will hold a summit in Lima.", language="en").statements
    assert [statement.kind for statement in found] == ["pledge"]


def test_a_pledge_does_not_give_way_to_what_is_counted() -> None:
    text = "We commit to implement the 40 recommendations of the panel."
    found = zakuro.read(text, language="en").statements
    assert "pledge" in [statement.kind for statement in found]
