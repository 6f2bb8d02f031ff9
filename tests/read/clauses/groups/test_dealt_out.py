"""One giver, several who get, each a sum of their own."""

from __future__ import annotations

import pytest

import zakuro


@pytest.mark.parametrize(
    ("text", "dealt"),
    [
        ("Norway will give 5 million euros to Malawi, 4 million to Zambia and 3 million to Kenya.",
         [("MWI", "5000000", "EUR"), ("ZMB", "4000000", "EUR"), ("KEN", "3000000", "EUR")]),
        ("Peru will send 20 buses to Chile and 5 to Bolivia.",
         [("CHL", "20", "{bus}"), ("BOL", "5", "{bus}")]),
        ("The EU will provide $3 million in aid to Kenya, $2 million in aid to Peru.",
         [("KEN", "3000000", "USD"), ("PER", "2000000", "USD")]),
        ("Norway announced funding for two states: Malawi $5 million, Zambia $4 million.",
         [("MWI", "5000000", "USD"), ("ZMB", "4000000", "USD")]),
        ("Last year Norway gave $5 million to Malawi and $4 million to Zambia.",
         [("MWI", "5000000", "USD"), ("ZMB", "4000000", "USD")]),
    ],
)  # fmt: skip
def test_each_receiver_has_their_sum(text: str, dealt: list[tuple[str, str, str]]) -> None:
    made = [s for s in zakuro.read(text, "en").statements if s.receivers]
    found = [
        (s.receivers[0], f"{q.value}", q.unit)
        for s in made
        for q in s.quantities
        if q.unit != "{country}"
    ]
    assert found == dealt
    assert len({s.givers for s in made}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Japan will give $5 million to Kenya to train 40 nurses for Uganda.",
        "Japan will give $5 million to Kenya and Uganda.",
    ],
)
def test_one_sum_stays_one_promise(text: str) -> None:
    assert [s.kind for s in zakuro.read(text, "en").statements] == ["pledge"]
