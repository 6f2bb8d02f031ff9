"""The words of each clause."""

from __future__ import annotations

import pytest

from tests.read.clauses_of import candidates
from zakuro.read.fold import fold


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "Chile will pay, and Peru will build a road.",
            ["chile will pay", "peru will build a road"],
        ),
        ("Clean air: the two sides will act.", ["the two sides will act"]),
        ("In 2027, Chile will act (see Annex).", ["in 2027, chile will act (see annex)"]),
        ("“Chile will act,” he said.", ["chile will act", "he said"]),
        (
            "Chile will open a port and build the road and the dam.",
            ["chile will open a port", "build the road and the dam"],
        ),
    ],
)
def test_clauses_have_their_words_without_what_joins_them(text: str, spans: list[str]) -> None:
    folded = fold(text)
    assert [folded[c.start : c.end] for c in candidates(text)] == spans
