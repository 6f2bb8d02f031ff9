from bench.generated import alike, frames, sentence_for, unmet
from bench.quality_packs import met_forms
from zakuro.languages.load import load


def test_a_word_stands_for_another_of_its_list_where_the_sentence_is_read_alike() -> None:
    pack = load("en")
    known = frames(pack)
    made = sentence_for(pack, "act", "provide", [("provide", "base")], known)
    assert made is not None
    assert made.before != made.after
    assert "provide" in made.after


def test_a_word_that_changes_what_is_read_makes_no_sentence() -> None:
    pack = load("en")
    known = frames(pack)
    assert sentence_for(pack, "commit", "commit", [("will never", "")], known) is None


def test_what_a_text_meets_needs_no_sentence() -> None:
    pack = load("kk")
    met = met_forms(pack)
    assert all(form not in met for _, _, written in unmet(pack, met) for form, _ in written)


def test_acts_are_alike_by_their_classes() -> None:
    assert alike("act", "provide") == alike("act", "supply") != alike("act", "open")
    assert alike("topic", "energy") == alike("topic", "water")
    assert alike("commit", "commit") == "commit"
