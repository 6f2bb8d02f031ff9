"""The engine: one reading of clauses for all packs."""

from __future__ import annotations

import pytest

from tests.read.clauses.rows_of import read, rows
from zakuro.languages.load import load
from zakuro.read.clauses.engine import Engine
from zakuro.read.clauses.first.predicate_first import HeadFirst
from zakuro.read.statements.part import clauses_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Japan on Monday pledged to build a port in Kenya.", ["pledge promise"]),
        ("Japan will refurbish the museum in Bishkek.", ["pledge will"]),
        ("The Andean Bank will lend Laos 70 million dollars.", ["pledge will"]),
        ("The bank approved a loan of 9 million dollars for Laos.", ["pledge approves"]),
        ("Around 2 million farmers in Laos will receive seeds.", ["pledge receives"]),
        ("Peru has donated two boats to Samoa.", ["result done"]),
        ("Peru proposed founding a seed bank.", ["proposal propose"]),
        ("Peru urged Chile to open the border.", ["call call"]),
        ("Peru condemns the attack.", ["position position"]),
        ("Peru is expected to open a port.", []),
        ("Peru will be 200 years old.", []),
        ("Imports from Peru will rise.", []),
    ],
)
def test_kinds(text: str, found: list[str]) -> None:
    assert rows(text) == found


def test_each_candidate_tells_row_prior_and_facts() -> None:
    (pledge,) = read("Peru will build a port.")
    assert (pledge.row, pledge.prior) == ("will", "sure")
    assert "future" in pledge.facts


def test_a_pack_names_its_reader() -> None:
    class Pack(type(load("en"))):  # type: ignore[misc]
        def section(self, name: str) -> dict[str, object]:
            syntax: dict[str, object] = load("en").section(name)
            return {**syntax, "engine": self.engine} if name == "syntax" else syntax

    pack = Pack({"code": "en", "writing": {"spaced": True}})
    pack.engine = "rows"
    assert isinstance(clauses_of(pack), Engine)
    pack.engine = "order"
    assert isinstance(clauses_of(pack), HeadFirst)
