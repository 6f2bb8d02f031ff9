"""The engine: one reading of clauses for all packs."""

from __future__ import annotations

import pytest

import zakuro
from tests.read.clauses.rows_of import read, rows
from zakuro.languages.load import load
from zakuro.read.clauses.engine import Engine
from zakuro.read.clauses.medial.head_medial import HeadMedial
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ten protocols, old and new, were signed.", ["result"]),
        ("Air links were restored.", ["result"]),
        ("Acme Rail opened a depot.", ["result"]),
        ("The Forum held in May was long.", []),
        ("We will ensure that the funds will train nurses.", ["pledge"]),
        ("The road will be financed by the World Bank.", ["pledge"]),
        ("The funds will train nurses.", ["pledge"]),
        ("The meeting agreed to open a port.", ["pledge"]),
    ],
)
def test_what_is_told_where_somebody_meets(text: str, found: list[str]) -> None:
    assert [row.split()[0] for row in rows(text, frame=("CHL", "PER"))] == found


@pytest.mark.parametrize(
    "text",
    [
        "Chile commits to investment and open-source tools.",
        "Chile will build roads and open and fair ports.",
        "Chile will support and work to widen the road.",
        "Chile will deepen, widen and advance the dialogue.",
        "The plan that Peru funds will end, and Chile, as host, commits to open a port.",
    ],
)
def test_words_that_only_look_like_predicates(text: str) -> None:
    assert [row.split()[0] for row in rows(text)] == ["pledge"]


def test_they_are_those_of_the_sentence_before() -> None:
    text = "# Chile-Peru summit\n\nThe sides met. They condemn the raid."
    positions = [s.exact for s in zakuro.read(text, "en").statements if s.kind == "position"]
    assert positions == ["They condemn the raid"]


def test_each_candidate_tells_row_prior_and_facts() -> None:
    (pledge,) = read("Peru will build a port.")
    assert (pledge.row, pledge.prior) == ("will", "sure")
    assert "future" in pledge.facts


def test_a_pack_names_its_reader() -> None:
    class Pack(type(load("zh"))):  # type: ignore[misc]
        def section(self, name: str) -> dict[str, object]:
            syntax: dict[str, object] = load("zh").section(name)
            return {**syntax, "engine": self.engine} if name == "syntax" else syntax

    pack = Pack({"code": "zh", "writing": {"spaced": False}})
    pack.engine = "rows"
    assert isinstance(clauses_of(pack), Engine)
    pack.engine = "order"
    assert isinstance(clauses_of(pack), HeadMedial)
