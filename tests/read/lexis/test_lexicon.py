"""Words of a pack found in one pass."""

from __future__ import annotations

from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import marks, matter


def found(code: str, text: str) -> list[tuple[str, str]]:
    folded = Folded(text)
    return [(folded.text[h.start : h.end], h.role) for h in marks(load(code)).find(folded)]


def test_words_are_whole_where_a_language_writes_spaces() -> None:
    assert ("will", "commit") in found("en", "They will act.")
    assert not found("en", "The goodwill shallow")[1:]


def test_the_longest_of_words_that_begin_together_stands() -> None:
    assert ("stands ready to", "intend") in found("en", "It stands ready to help.")


def test_names_keep_their_capitals() -> None:
    senses = marks(load("en")).find(Folded("US or us"))
    assert [("party" in hit.senses) for hit in senses] == [True, False]


def test_names_of_territories_come_with_their_endings() -> None:
    (hit,) = (h for h in marks(load("en")).find(Folded("Mongolia's plan")) if "party" in h.senses)
    assert hit.senses["party"].value == "MNG"
    assert hit.senses["party"].feature == "genitive"


def test_objects_and_topics_are_found_apart() -> None:
    text = Folded("a railway and two hospitals")
    things = [
        h.senses["object"].value for h in matter(load("en")).find(text) if "object" in h.senses
    ]
    assert things == ["railway", "hospital"]


def test_words_are_found_without_spaces() -> None:
    assert ("提案した", "propose") in found("ja", "設立を提案した。")


def test_cities_of_time_zones_are_none_where_conferences_sit_or_words_are_so_written() -> None:
    def cities(code: str, text: str) -> list[str]:
        hits = marks(load(code)).find(Folded(text))
        return [hit.senses["city"].value for hit in hits if "city" in hit.senses]

    assert cities("en", "Nairobi, New York, Paris, Oral, oral") == ["KEN"]
    assert cities("ru", "Найроби, Нью-Йорк, Париж, Вена, Брюссель") == ["KEN"]
    assert cities("zh", "内罗毕、自由市场、万象更新、纽约、巴黎") == ["KEN"]
    assert cities("ja", "ナイロビ、ニューヨーク、パリ、ウィーン") == ["KEN"]
    assert cities("kk", "Найроби, Нью-Йорк, Париж, Женева") == ["KEN"]
