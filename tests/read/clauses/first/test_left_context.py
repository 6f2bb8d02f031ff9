"""What stands before a predicate."""

from __future__ import annotations

import pytest

from zakuro.languages.load import load
from zakuro.read.clauses.first.left_context import Before, Walk
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import marks
from zakuro.read.parties.entities import find


def before(text: str, word: str) -> Before:
    folded, pack = Folded(text), load("en")
    hits = marks(pack).find(folded)
    walk = Walk(pack, folded, 0, hits, find(folded, hits, pack), [])
    index = next(i for i, hit in enumerate(hits) if folded.text[hit.start : hit.end] == word)
    return walk.back(index)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Chile will act", "subject"),
        ("Chile also clearly will act", "subject"),
        ("imports from Chile will grow", "noun"),
        ("the bridge, which will open", "relative"),
        ("the companies will act", "noun"),
        ("the programme will act", "vehicle"),
        ("will act", "initial"),
        ("In May, will act", "boundary"),
        ("They will act", "anaphor"),
        ("the U.S. Department of Roads will act", "subject"),
        ("the U.S. firm Acme will act", "name"),
    ],
)
def test_how_a_predicate_is_introduced(text: str, how: str) -> None:
    assert before(text, "will").how == how


def test_the_clause_begins_with_the_article_of_its_subject() -> None:
    found = before("Today the United States will act", "will")
    assert found.subject is not None
    assert found.subject.codes == ("USA",)
    assert found.start == len("Today ")


def test_auxiliaries_and_negation_are_walked_over() -> None:
    found = before("Chile is not ready to act", "ready to")
    assert (found.auxiliary, found.negated, found.how) == ("present", True, "subject")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("In Togo, Chile will act", ("CHL",)),
        ("In Togo, Benin and Ghana, Chile will act", ("CHL",)),
        ("Chile together with Peru will act", ("CHL",)),
        ("The European Union (EU) will act", ("EU",)),
    ],
)
def test_who_is_the_subject_behind_a_phrase(text: str, codes: tuple[str, ...]) -> None:
    found = before(text, "will")
    assert found.how == "subject"
    assert found.subject is not None and found.subject.codes == codes


@pytest.mark.parametrize("text", ["Patrick Holland will act", "he said Ann Jordan will act"])
def test_the_last_name_of_a_person_is_no_party(text: str) -> None:
    assert before(text, "will").subject is None


def test_a_noun_before_a_bare_name_opens_a_relative_clause() -> None:
    assert before("Funds Chile will give", "will").how == "relative"
