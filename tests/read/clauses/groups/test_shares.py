"""Givers with amounts of their own."""

from __future__ import annotations

import pytest

import zakuro
from tests.read.clauses.rows_of import read, rows


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        ("Kenya pledged USD 3 million and Peru USD 4 million.", ["KEN", "PER"]),
        ("The fund received pledges from Kenya (USD 3 million) and Peru (USD 4 million).",
         ["KEN", "PER"]),
        ("New pledges of $3 million from Kenya and $4 million from Peru came in.",
         ["KEN", "PER"]),
        ("Leaders welcomed commitments from Chile ($9 million), Peru ($4 million).",
         ["CHL", "PER"]),
    ],
)  # fmt: skip
def test_each_giver_has_their_amount(text: str, givers: list[str]) -> None:
    pledges = [c for c in read(text) if c.kind == "pledge"]
    assert [c.subject.codes[0] for c in pledges if c.subject] == givers


def test_a_promise_shares_out_its_sums() -> None:
    text = "The pledges included 2 million dollars to feed pupils, 3 million dollars for books."
    assert rows(text, frame=("CHL", "PER")) == ["pledge share", "pledge share"]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("チリが300万ドルを、そしてペルーは400万ドルを拠出すると誓約した。",
         [("CHL", "チリが300万ドルを"), ("PER", "ペルーは400万ドルを拠出すると誓約した")]),
        ("チリはケニアに3億円、ガーナに5億円を供与することを決定した。",
         [("CHL", "チリはケニアに3億円"), ("CHL", "ガーナに5億円を供与することを決定した")]),
        ("チリはケニアに3億円を供与することを決定した。",
         [("CHL", "チリはケニアに3億円を供与することを決定した")]),
    ],
)  # fmt: skip
def test_who_takes_turns_has_a_sum_each(text: str, sums: list[tuple[str, str]]) -> None:
    pledges = [c for c in read(text, "ja") if c.kind == "pledge"]
    found = [(c.subject.codes[0], text[c.start : c.end]) for c in pledges if c.subject]
    assert found == sums


def test_results_share_out_where_the_predicate_comes_last() -> None:
    text = "Катар 4 млн доллар, Норвегия 9 млн доллар бөлді."
    given = zakuro.read(text, language="kk").statements
    assert [(s.kind, s.givers) for s in given] == [("result", ("QAT",)), ("result", ("NOR",))]


@pytest.mark.parametrize("by", ["2027", "the end of 2027", "1 June 2027"])
def test_by_when_a_sum_comes_is_nobody_who_gives_it(by: str) -> None:
    said = zakuro.read(
        f"China will provide Kazakhstan with 600 million yuan in grants by {by}.", language="en"
    )
    assert [(s.givers, s.receivers) for s in said.statements] == [(("CHN",), ("KAZ",))]


def test_who_gives_a_sum_beside_another_gets_nothing_from_it() -> None:
    text = "Vaccines reach Rwanda\n\nFrance has pledged 100,000 doses and Spain 500,000."
    found = zakuro.read(text, language="en").statements
    assert [(tuple(s.givers), tuple(s.receivers)) for s in found] == [
        (("FRA",), ("RWA",)),
        (("ESP",), ("RWA",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "日本はフィジーには警備艇3隻を、パラオには監視用無人機8機を供与する。",
        "日本は、300万ドルをフィジーの食料配布に、200万ドルをパラオの学校給食に充てる。",
        "支援のうち、300万ドルはフィジーの食料配布に、200万ドルはパラオの給食に充てられます。",
    ],
)
def test_a_japanese_sentence_deals_out_sums_on_either_side_of_who_gets(text: str) -> None:
    told = zakuro.read(text, language="ja", home="JPN").statements
    assert [(s.receivers, len(s.quantities)) for s in told] == [(("FJI",), 1), (("PLW",), 1)]
