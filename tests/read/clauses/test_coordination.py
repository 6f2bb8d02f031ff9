"""Which predicates open a clause of their own, and givers with amounts of their own."""

from __future__ import annotations

from tests.read.clauses.rows_of import read, rows


def test_two_deeds_are_two_pledges() -> None:
    assert len(rows("Peru will build a port and train 20 pilots.")) == 2
    assert len(rows("Peru will deepen, advance and strengthen its ties with Chile.")) == 1
    assert len(rows("Peru will build and equip a port.")) == 1


def test_a_purpose_is_no_pledge() -> None:
    assert len(rows("Peru will provide 3 million dollars to build a port and train pilots.")) == 1


def test_nouns_that_look_like_verbs_are_none() -> None:
    assert rows("Peruvian exports to Chile and its partners in Asia are old.") == []
    (pledge,) = read("Bolivia will receive two grants from Peru.")
    assert pledge.subject is not None
    assert pledge.subject.codes == ("PER",)


def test_a_bare_stance_stands_beside_another() -> None:
    assert rows("We welcome the plan and reaffirm our commitment to build a port.") == [
        "position position",
        "pledge recommits",
    ]
    asked = "We call on all states to sign"
    assert rows(f"{asked} and commit to peace.") == ["call call"]
    assert rows(f"{asked}, and pledge to train 20 judges.") == ["call call", "pledge promise"]


def test_two_stances_share_their_object() -> None:
    assert rows("We welcome and support the work of the council.") == ["pledge supports"]


def test_a_participle_behind_the_verb_it_serves_is_no_predicate() -> None:
    text = "We support, as a means of promoting increased trade, the training of judges."
    assert rows(text) == ["pledge supports"]
