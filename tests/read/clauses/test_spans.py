"""The words of each clause."""

from __future__ import annotations

import pytest

from tests.read.clauses.clauses_of import candidates
from zakuro.read.clauses.clause import Candidate
from zakuro.read.clauses.spans import laid_out
from zakuro.read.lexis.folding import fold
from zakuro.read.lexis.lexicon import Hit, Sense


def words(text: str, *starts: int, joiners: tuple[str, ...] = ()) -> list[str]:
    candidates = [Candidate(start, "pledge", "future") for start in starts]
    sense = {"joiner": Sense("joiner", "", "")}
    hits = [
        Hit(at, at + len(joiner), sense, "", 0)
        for joiner in joiners
        if (at := text.index(f" {joiner} ") + 1)
    ]
    return [text[c.start : c.end] for c in laid_out(text, 0, len(text), candidates, hits)]


def test_a_clause_ends_where_the_next_begins_without_what_joins_them() -> None:
    text = "в 2025 году он построит дом, а она посадит сад."
    assert words(text, text.index("он "), text.index("она"), joiners=("а",)) == [
        "в 2025 году он построит дом",
        "она посадит сад",
    ]


def test_signs_around_a_clause_are_left_out_but_not_those_it_opens() -> None:
    assert words("«they will build a house (of stone)».", 0) == [
        "they will build a house (of stone)"
    ]
    assert words("— they will open the «Museum»!", 0) == ["they will open the «Museum»"]


def test_a_label_before_the_clause_is_not_its_own() -> None:
    text = "Trade: China will open a port."
    assert words(text, text.index("China")) == ["China will open a port"]


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
