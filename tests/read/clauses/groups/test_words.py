"""The words of a sentence by where they begin and end."""

from __future__ import annotations

from tests.read.clauses.rows_of import words_of


def test_words_are_found_by_their_places() -> None:
    words = words_of("In May, Peru will build a port.")
    will = words.text.index("will")
    hit = words.at(will)
    assert hit is not None
    assert words.to(hit.end) is hit
    assert words.behind(hit.end) == hit.end + 1
    assert words.ahead(will) == will - 1
    assert words.text[words.word_to(hit.end) : words.word_from(will)] == "will"


def test_words_inside_names_and_times_are_told() -> None:
    words = words_of("In May, Peru will build a port.")
    assert [hit.senses.keys() & {"doubt"} for hit in words.hits if words.named_in(hit)]
    assert not any(words.named_in(hit) for hit in words.hits if "commit" in hit.senses)
