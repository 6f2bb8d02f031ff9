from hypothesis import given
from hypothesis import strategies as st

from zakuro.flow.browsing.search import first, patterns
from zakuro.flow.keeping.terms import (
    asked_terms,
    begins_with,
    folded,
    line_rows,
    lines,
    numbered_rows,
    terms,
)


def test_words_are_terms_and_neighbours_are_where_nothing_parts_words() -> None:
    assert terms("Grants of ODA援助金, 5 %") == {"grants", "of", "oda", "援助", "助金", "金", "5"}
    assert terms("€ нан") == {"€", "нан"}
    assert len(max(terms("a" * 500))) == 60


def test_what_is_asked_begins_a_term_wherever_it_stands() -> None:
    assert asked_terms("援") == {"援"}
    assert asked_terms("援助") == {"援助"}
    assert asked_terms("中央アジア") == {"中央", "央ア", "アジ", "ジア"}
    assert asked_terms('"belt-and-road"') == {"belt", "and", "road"}
    assert asked_terms("…!") == set()


SIGNS = st.text(alphabet="abЯнан援助中アＯ1 -.%é\u0301\n", max_size=12)


@given(SIGNS, st.data())
def test_the_index_misses_nothing_that_the_words_would_find(text: str, data: st.DataObject) -> None:
    asked = data.draw(st.sampled_from([text[a:b] for a in range(13) for b in range(a, 13)]))
    wanted, known = patterns(folded(asked)), asked_terms(folded(asked))
    if wanted and known and first(wanted, folded(text)):
        had = terms(text)
        assert all(any(term.startswith(each) for term in had) for each in known)


def test_rows_are_of_one_pledge_or_of_the_lines_of_a_document() -> None:
    assert numbered_rows(7, ["A b", "b"]) == [
        {"number": 7, "term": "a"}, {"number": 7, "term": "b"},
    ]  # fmt: skip
    assert [(row["place"], row["term"]) for row in line_rows(1, "b a\n\nc")] == [
        (0, "a"), (0, "b"), (2, "c"),
    ]  # fmt: skip
    assert list(lines("ab\nc")) == [(0, "ab"), (3, "c")]
    assert [condition[1] for condition in begins_with("a")] == [">=", "<"]


def test_folding_keeps_places() -> None:
    assert folded("ＡＢİß1") == "abİß1"
