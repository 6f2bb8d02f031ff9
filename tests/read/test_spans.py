from zakuro.read.clauses import Candidate
from zakuro.read.lexicon import Hit, Sense
from zakuro.read.spans import laid_out


def words(text: str, *starts: int, joiners: tuple[str, ...] = ()) -> list[str]:
    candidates = [Candidate(start, "pledge", "future") for start in starts]
    sense = {"joiner": Sense("joiner", "", "")}
    hits = [
        Hit(at, at + len(joiner), sense, "", 0)
        for joiner in joiners
        if (at := text.index(f" {joiner} ") + 1)
    ]
    return [text[c.start : c.end] for c in laid_out(text, 0, len(text), candidates, hits)]


def test_a_clause_ends_where_the_next_begins_without_what_joins_them() -> None:
    text = "в 2025 году он построит дом, а она посадит сад."
    assert words(text, text.index("он "), text.index("она"), joiners=("а",)) == [
        "в 2025 году он построит дом",
        "она посадит сад",
    ]


def test_signs_around_a_clause_are_left_out_but_not_those_it_opens() -> None:
    assert words("«they will build a house (of stone)».", 0) == [
        "they will build a house (of stone)"
    ]
    assert words("— they will open the «Museum»!", 0) == ["they will open the «Museum»"]


def test_a_label_before_the_clause_is_not_its_own() -> None:
    text = "Trade: China will open a port."
    assert words(text, text.index("China")) == ["China will open a port"]
