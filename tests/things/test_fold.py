from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.things.builder import Paper, item, told, words
from zakuro.model.acts import Reversal, Term, TermSet, body_of
from zakuro.model.entry import Author, Entry
from zakuro.model.errors import RefusedError
from zakuro.model.things import (
    Invocation,
    Naming,
    Parent,
    Parties,
    Place,
    Point,
    State,
    Thing,
    Tie,
)
from zakuro.things.fold import begin, fold

DAY = date(2025, 7, 21)


def test_a_thing_is_what_its_entries_make_it() -> None:
    paper = Paper("charter", parties=("CHN",))
    value = paper.put(item("value", "respect"))
    paper.put(Parties(parties=("CHN", "KAZ")))
    paper.put(Parent(parent="T-2"))
    paper.put(Tie(to="D-1:s3", item=1))
    paper.put(Invocation(item=1, stance="against", act="tariffs", source=words()), "KAZ")
    assert paper.thing.parties == ("CHN", "KAZ")
    assert paper.thing.parent == "T-2"
    assert [tie.to for _, tie in paper.thing.tied()] == ["D-1:s3"]
    assert [entry.author.party for entry, _ in paper.thing.invoked()] == ["KAZ"]
    again = fold(paper.thing.entries.values())
    assert again is not None
    assert again == paper.thing
    assert value == 2


def test_no_entries_no_thing() -> None:
    assert fold([]) is None


@pytest.mark.parametrize(
    ("sort", "act", "party", "said"),
    [
        ("project", Naming(language="en", name=" "), None, "needs a name"),
        ("project", Naming(language="en", name="X"), None, "has that name in en already"),
        ("project", Parent(parent="T-1"), None, "cannot belong to itself"),
        ("project", Place(points=()), None, "needs a point"),
        ("project", Place(points=(Point(name="A"),), route=True), None, "two at least"),
        ("project", Place(points=(Point(name=""),)), None, "needs a name"),
        ("project", Place(points=(Point(name="A", north=Decimal(1)),)), None, "both degrees"),
        (
            "project",
            Place(points=(Point(name="A", north=Decimal(91), east=Decimal(0)),)),
            None,
            "nowhere on earth",
        ),
        (
            "project",
            Place(points=(Point(name="A", north=Decimal("NaN"), east=Decimal(0)),)),
            None,
            "nowhere on earth",
        ),
        ("project", State(state="opened", since=DAY), None, "rests on something"),
        ("project", item("value", "x"), None, "is a project, which holds no items"),
        ("charter", item("field", "x"), None, "is a charter, which holds values and guidelines"),
        ("charter", item("value", "x", number=0), None, "numbered from 1"),
        ("charter", item("value", ""), None, "needs a name"),
        ("charter", item("value", "x", place=Point(name="")), None, "point needs a name"),
        ("project", Tie(to="X-1"), None, "cannot be tied"),
        ("project", Tie(to="P-1", item=4), None, "has no item 4"),
        ("project", Tie(to="D-1:s1", value=Decimal("inf")), None, "is no figure"),
        (
            "charter",
            Invocation(item=1, stance="for", act="x", source=words()),
            None,
            "by a party itself",
        ),
        ("charter", Invocation(item=1, stance="for", act="x", source=words()), "KAZ", "no item 1"),
        ("project", Reversal(entry=9, reason="x"), None, "is no entry of T-1"),
        ("project", Reversal(entry=1, reason=" "), None, "needs its reason"),
        ("project", TermSet(term=Term()), "CHN", "is no act on a thing"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    sort: Any, act: Any, party: str | None, said: str
) -> None:
    paper, untouched = Paper(sort), Paper(sort)
    with pytest.raises(RefusedError, match=said):
        paper.put(act, party)
    assert paper.thing == untouched.thing


def test_items_are_numbered_once_and_named_once() -> None:
    paper = Paper("charter")
    paper.put(item("value", "respect", number=1))
    paper.put(item("guideline", "respect", number=1))
    with pytest.raises(RefusedError, match="has a value number 1 already: T-1:i1"):
        paper.put(item("value", "trust", number=1))
    with pytest.raises(RefusedError, match="names that already: T-1:i1"):
        paper.put(item("value", "respect", number=2))


def test_a_field_cannot_be_invoked_and_an_act_must_be_named() -> None:
    paper = Paper("programme")
    paper.put(item("field", "trade"))
    with pytest.raises(RefusedError, match="T-1:i1 is no principle"):
        paper.put(Invocation(item=1, stance="for", act="x", source=words()), "KAZ")
    charter = Paper("charter")
    charter.put(item("value", "trust"))
    with pytest.raises(RefusedError, match="which act"):
        charter.put(Invocation(item=1, stance="for", act=" ", source=words()), "KAZ")


def test_a_tie_stands_once_until_it_is_taken_back() -> None:
    paper = Paper()
    tied = paper.put(Tie(to="P-1"))
    with pytest.raises(RefusedError, match=f"tied to T-1 already, by E-{tied}"):
        paper.put(Tie(to="P-1"))
    paper.take_back(tied)
    assert paper.thing.tied() == []
    paper.put(Tie(to="P-1"))
    with pytest.raises(RefusedError, match="was taken back already"):
        paper.take_back(tied)


def test_only_its_author_takes_a_word_back() -> None:
    paper = Paper()
    said = paper.put(told("opened", DAY), "CHN")
    with pytest.raises(RefusedError, match="is the word of CHN"):
        paper.take_back(said, "KAZ")
    with pytest.raises(RefusedError, match="is not taken back"):
        paper.take_back(paper.put(Parties(parties=())))


def test_what_carries_something_is_not_taken_back() -> None:
    paper = Paper("charter")
    value = paper.put(item("value", "trust"))
    tied = paper.put(Tie(to="D-1:s1", item=1))
    with pytest.raises(RefusedError, match="rests on T-1:i1"):
        paper.take_back(value)
    with pytest.raises(RefusedError, match="cannot be closed"):
        paper.take_back(1)
    paper.take_back(tied)
    paper.take_back(value)
    closing = paper.take_back(1)
    assert paper.thing.closed == closing
    with pytest.raises(RefusedError, match="closed as opened by mistake"):
        paper.put(Tie(to="P-1"))


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        (Thing(sort="centre", names={}), "needs a name"),
        (Thing(sort="centre", names={"en": "X"}, parent="T-1"), "belong to itself"),
        (
            Thing(sort="programme", names={"en": "X"}, start_date=DAY, end_date=DAY),
            "cannot end",
        ),
    ],
)
def test_what_cannot_be_opened(thing: Thing, said: str) -> None:
    paper = Paper()
    with pytest.raises(RefusedError, match=said):
        begin(paper.entry(thing))


def test_what_was_not_opened() -> None:
    paper = Paper()
    entry = Entry(
        number=1,
        time=paper.thing.last.time,
        kind="thing-tie",
        subject="T-9",
        author=Author(filed_by="anna"),
        body=body_of(Tie(to="P-1")),
    )
    with pytest.raises(RefusedError, match="T-9 has not been opened"):
        fold([entry])


@given(st.lists(st.sampled_from(("P-1", "P-2", "D-1:s1", "back")), max_size=20))
def test_folding_anew_gives_the_same_and_each_target_stands_at_most_once(steps: list[str]) -> None:
    paper = Paper()
    last = 1
    for step in steps:
        try:
            last = paper.take_back(last) if step == "back" else paper.put(Tie(to=step))
        except RefusedError:
            continue
    standing = [tie.to for _, tie in paper.thing.tied()]
    assert len(standing) == len(set(standing))
    assert fold(paper.thing.entries.values()) == paper.thing
