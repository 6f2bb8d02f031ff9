from zakuro.read.clauses.clause import Candidate
from zakuro.read.clauses.free.finite import Predicate, extend, feature_of, is_noun
from zakuro.read.lexis.lexicon import Hit, Sense


def act(code: str, feature: str) -> Hit:
    return Hit(0, 1, {"act": Sense(code, feature, "")}, "act", 0)


def test_a_form_that_says_we_is_parted_into_person_and_feature() -> None:
    own = Predicate(act("build", "future_first"), "act", "future_first")
    other = Predicate(act("build", "future"), "act", "future")
    assert (own.feature, own.first) == ("future", True)
    assert (other.feature, other.first) == ("future", False)


def test_forms_with_a_case_are_nouns() -> None:
    assert is_noun("genitive|dative")
    assert not is_noun("future")
    assert feature_of(act("build", "base"), "act") == "base"


def test_a_pledge_takes_the_first_act_that_can_be_done() -> None:
    candidate = Candidate(0, "pledge", "intend")
    for code in ("continue", "build", "open"):
        extend(candidate, act(code, "base"), "act")
    assert candidate.act == "build"
