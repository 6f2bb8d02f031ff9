"""Predicates: the groups of words that decide together."""

from __future__ import annotations

import pytest

from tests.read.clauses.rows_of import words_of
from zakuro.read.clauses.predicates import Predicate, predicates


def only(text: str, code: str = "en") -> Predicate:
    (found,) = predicates(words_of(text, code))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Peru will build a port.",
        "Peru will quickly build a port.",
        "Peru will on Monday build a port.",
        "Peru pledged last week to build a port.",
        "Peru pledged on 3 May 2025 to build a port.",
    ],
)
def test_times_and_adverbs_stand_inside_a_predicate(text: str) -> None:
    found = only(text)
    assert found.act == "build"
    assert found.has("commit")


def test_an_auxiliary_gives_voice_and_tense() -> None:
    found = only("The port has been opened.")
    assert (found.tense, found.passive) == ("perfect", True)
    found = only("The port will be opened.")
    assert found.passive
    assert found.has("future")


def test_a_verb_whose_base_is_its_participle_too_is_read_by_what_stands_before_it() -> None:
    found = only("The office will be set up by Peru.")
    assert (found.act, found.passive) == ("establish", True)
    found = only("Duties were soon cut by Peru.")
    assert (found.act, found.passive) == ("reduce", True)
    assert only("Peru also set up an office.").tense == "past"
    assert only("Peru will set up an office.").tense == "base"


def test_what_is_denied_is_the_promise_or_the_deed() -> None:
    denied, kept = only("Peru will not build a port."), only("Peru pledged not to build a port.")
    assert (denied.negated, denied.refrains) == (True, True)
    assert (kept.negated, kept.refrains) == (False, True)


def test_a_noun_carries_a_promise() -> None:
    found = only("Peru reaffirmed its firm commitment to build a port.")
    assert found.has("restate")
    assert found.has("commitment")
    assert found.act == "build"


def test_where_predicates_come_last_what_follows_governs() -> None:
    found = only("ペルーは港を建設する方針を表明した。", "ja")
    assert found.act == "build"
    assert found.has("future")
    assert found.has("intend")
    assert found.lead.role == "commit"


def test_a_predicate_beside_a_noun_is_nested() -> None:
    nested, main = predicates(words_of("ペルーが建設する港を支援する。", "ja"))
    assert (nested.how, main.how) == ("nested", "clause")


def test_a_word_that_may_be_a_verb_is_an_adverb_before_one() -> None:
    (made,) = predicates(words_of("We will further reduce waste."))
    assert made.act == "reduce"


def test_a_passive_that_no_pack_lists_is_seen_behind_its_auxiliaries() -> None:
    words = words_of("Three families will soon be repainted by Peru.")
    (predicate,) = predicates(words)
    assert predicate.passive
    assert "unlisted" in predicate.marks


def test_what_somebody_owns_is_a_noun_though_it_may_be_a_verb() -> None:
    words = words_of("The children's fund delivered nets to Peru.")
    assert [predicate.act for predicate in predicates(words)] == ["deliver"]
