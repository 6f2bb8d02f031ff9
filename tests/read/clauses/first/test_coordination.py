"""What the words of a sentence tell of its predicates."""

from __future__ import annotations

import pytest

from tests.read.clauses.clauses_of import candidates, kinds
from zakuro.languages.load import load
from zakuro.read.clauses.first.coordination import feature_of
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import marks


def test_the_feature_of_a_hit_in_a_role() -> None:
    (hit,) = marks(load("en")).find(Folded("providing"))
    assert feature_of(hit, "act") == "gerund"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a hyphen ties a word to another
        ("Chile commits to investment and open-source tools.", ["pledge commit"]),
        # two verbs share what follows
        ("Chile will support and work to widen the road.", ["pledge commit"]),
        # an adjective before "and"
        ("Chile will build roads and open and fair ports.", ["pledge commit"]),
        # a relative clause keeps its own predicates
        ("Chile welcomes the plan that will open ports and will help Peru.", ["position position"]),
        # the pronoun behind words of saying
        ("Chile said it is ready to open a port.", ["pledge intend"]),
        # a parenthesis parts the subject from its predicate
        ("Chile, as host, commits to open a port.", ["pledge commit"]),
    ],
)
def test_words_that_only_look_like_predicates(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_who_said_it_binds_himself() -> None:
    (pledge,) = (c for c in candidates("Chile said it will open a port.") if c.kind == "pledge")
    assert pledge.subject is not None
    assert pledge.subject.codes == ("CHL",)
