"""Predicates with all that governs them."""

from __future__ import annotations

from datetime import date

import pytest

from zakuro.languages.load import load
from zakuro.read.clauses.last.chains import chains
from zakuro.read.document.document import freeze
from zakuro.read.statements.part import Part


def found(text: str) -> tuple[list[list[str]], list[str]]:
    """The words of each chain of a sentence, and those of the predicates beside a noun."""
    document = freeze(text)
    part = Part(document, load("ja"), list(document.blocks), date(2025, 6, 17), {})
    hits = part.hits.things
    chained, beside = chains(part.text, 0, len(part.text), hits, "noun")
    words = [[part.text[hit.start : hit.end] for hit in chain.hits] for chain in chained]
    return words, [part.text[hit.start : hit.end] for hit in beside]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("港の開設を約束した。", [["開設", "約束した"]]),
        ("港を開設し、道路を建設する。", [["開設し"], ["建設する"]]),
        ("支援を改めて約束した。", [["支援", "約束した"]]),
        ("近代化を後押しするため、港を開設する。", [["開設する"]]),
    ],
)
def test_what_governs_what(text: str, expected: list[list[str]]) -> None:
    assert found(text)[0] == expected


def test_a_predicate_beside_a_noun_is_no_chain() -> None:
    assert found("供与する資金") == ([], ["供与する"])


def test_a_chain_knows_the_feature_of_each_role() -> None:
    document = freeze("港の開設を続けると述べた。")
    part = Part(document, load("ja"), list(document.blocks), None, {})
    chain = chains(part.text, 0, len(part.text), part.hits.things, "noun")[0][0]
    assert chain.features["act"] == "present"
    assert chain.features["say"] == "past"
    assert chain.has("say")
    assert not chain.has("call")
