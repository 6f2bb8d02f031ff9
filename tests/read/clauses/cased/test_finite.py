from tests.read.clauses.rows_of import words_of
from zakuro.read.clauses.cased.finite import Finite, feature_of, is_noun
from zakuro.read.lexis.lexicon import Hit, Sense


def act(code: str, feature: str) -> Hit:
    return Hit(0, 1, {"act": Sense(code, feature, "")}, "act", 0)


def test_a_form_that_says_we_is_parted_into_person_and_feature() -> None:
    own = Finite(act("build", "future_first"), "act", "future_first")
    other = Finite(act("build", "future"), "act", "future")
    assert (own.feature, own.first) == ("future", True)
    assert (other.feature, other.first) == ("future", False)


def test_forms_with_a_case_are_nouns() -> None:
    assert is_noun("genitive|dative")
    assert not is_noun("future")
    assert feature_of(act("build", "base"), "act") == "base"


def test_a_deed_is_told_by_its_form_a_stance_in_whatever_tense() -> None:
    words = words_of("Китай построит порт.", "ru")
    hit = next(hit for hit in words.hits if hit.role == "act")
    coming = Finite(hit, "act", "future").predicate(words)
    done = Finite(hit, "act", "passive_past").predicate(words)
    stance = Finite(hit, "commit", "past").predicate(words)
    assert (coming.act, coming.has("future"), coming.passive) == ("build", True, False)
    assert (done.tense, done.has("future"), done.passive) == ("perfect", False, True)
    assert (stance.lead.role, stance.marks["commit"], stance.tense) == ("commit", "", "")
