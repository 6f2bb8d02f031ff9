from zakuro.read.clauses import Candidate
from zakuro.read.spans import laid_out

JOINERS = (" и", " а")


def words(text: str, *starts: int) -> list[str]:
    candidates = [Candidate(start, "pledge", "future") for start in starts]
    return [text[c.start : c.end] for c in laid_out(text, 0, len(text), candidates, JOINERS)]


def test_a_clause_ends_where_the_next_begins_without_what_joins_them() -> None:
    text = "в 2025 году он построит дом, а она посадит сад."
    assert words(text, text.index("он "), text.index("она")) == [
        "в 2025 году он построит дом",
        "она посадит сад",
    ]


def test_signs_around_a_clause_are_left_out_but_not_those_it_opens() -> None:
    assert words("«они построят дом (из камня)».", 0) == ["они построят дом (из камня)"]
    assert words("— они откроют «музей»!", 0) == ["они откроют «музей»"]
