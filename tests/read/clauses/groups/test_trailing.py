"""Participles and relatives that promise."""

from __future__ import annotations

import pytest

import zakuro


@pytest.mark.parametrize(
    ("text", "givers", "words"),
    [
        ("Japan opened the talks in Fiji by promising $50 million for ports.",
         ("JPN",), "promising $50 million for ports"),
        ("Others spoke, with Norway giving 40 million kroner to Malawi.",
         ("NOR",), "Norway giving 40 million kroner to Malawi"),
        ("The road costs $200 million, Nepal contributing $80 million.",
         ("NPL",), "Nepal contributing $80 million"),
        ("The scheme is backed by Germany, which will send 20 engineers to Mali.",
         ("DEU",), "will send 20 engineers to Mali"),
    ],
)  # fmt: skip
def test_who_is_named_beside_promises(text: str, givers: tuple[str, ...], words: str) -> None:
    pledges = [s for s in zakuro.read(text, "en").statements if s.kind == "pledge"]
    assert [(s.givers, s.exact) for s in pledges] == [(givers, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway, giving 40 reasons, left the talks with Malawi.",
        "He spoke of what Norway and Malawi had agreed, naming no sum.",
        "Kenya, which will not send troops to Mali, spoke first.",
    ],
)
def test_others_promise_nothing(text: str) -> None:
    assert not [s for s in zakuro.read(text, "en").statements if s.kind == "pledge"]
