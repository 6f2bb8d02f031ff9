from typing import get_args

from zakuro.ledger.assessment.codes import Standing, Word, in_words, severity, weight
from zakuro.model import vocabulary


def test_codes_are_those_of_the_vocabulary() -> None:
    assert set(get_args(Standing)) == set(vocabulary.standings())
    assert set(get_args(Word)) == set(vocabulary.words())


def test_the_worst_and_the_weakest_come_first() -> None:
    assert severity("lapsed") < severity("late") < severity("behind") < severity("kept")
    assert weight("disputed") < weight("not reported") < weight("confirmed")


def test_in_words() -> None:
    assert in_words("kept", "reported only") == "kept, reported but unconfirmed"
    assert in_words("not looked at", "not reported") == "term over, nobody has looked"
    assert in_words("no report found", "not reported", "by anna in X up to 2026-01-01") == (
        "no report found by anna in X up to 2026-01-01"
    )
