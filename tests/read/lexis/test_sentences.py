"""Where sentences end."""

from __future__ import annotations

import pytest

from zakuro.languages.load import load
from zakuro.read.lexis.folding import fold
from zakuro.read.lexis.sentences import sentences


@pytest.mark.parametrize(
    ("code", "text", "parts"),
    [
        ("en", "We met. We will act.", ["we met.", "we will act."]),
        ("en", "The U.S. and Mr. Li met.", ["the u.s. and mr. li met."]),
        ("en", "It cost 3.5 million. It runs.", ["it cost 3.5 million.", "it runs."]),
        ("en", 'He said: "We act." They met.', ['he said: "we act."', "they met."]),
        ("ja", "橋が完成した。次は道路だ。", ["橋が完成した。", "次は道路だ。"]),
        (
            "ja",
            "首相は「協力する。支える」と述べた。",
            ["首相は「協力する。", "支える」と述べた。"],
        ),
    ],
)
def test_sentences_end_at_their_signs(code: str, text: str, parts: list[str]) -> None:
    folded = fold(text)
    spans = sentences(load(code)).split(folded, 0, len(folded))
    assert [folded[start:end] for start, end in spans] == parts


def test_a_question_that_urges_is_none() -> None:
    rules = sentences(load("ja"))
    asked, urged = "日本は支援するのか。", "日本は支援すべきではないか。"
    assert rules.asks(asked, 0, len(asked))
    assert not rules.asks(urged, 0, len(urged))
