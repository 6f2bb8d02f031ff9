import pytest

from zakuro.read.document.pdf.furniture import Page, mark_of, notes_apart, without_furniture
from zakuro.read.document.pdf.segments import Line, Segment


def piece(words: str, top: float, size: float = 10) -> Segment:
    return Segment(words, 50, top, 50 + 5 * len(words), top + size, size, False, 1, 0)


def kept(*pages: list[tuple[str, float]]) -> list[list[str]]:
    made = [Page([piece(*place) for place in page], 600, 800) for page in pages]
    return [[found.words for found in page] for page in without_furniture(made)]


def test_what_comes_again_at_the_edges_of_pages_is_dropped() -> None:
    pages: list[list[tuple[str, float]]] = [
        [("Joint communiqué", 30), (f"Day {n}: they met.", 100), (f"Page {n} of 3", 770)]
        for n in (1, 2, 3)
    ]
    pages[1][1] = ("Something else was agreed.", 100)
    pages[2][1] = ("And something else again.", 130)
    assert kept(*pages) == [
        ["Day 1: they met."], ["Something else was agreed."], ["And something else again."],
    ]  # fmt: skip


def test_the_number_of_a_single_page_is_dropped_and_a_figure_in_the_text_kept() -> None:
    assert kept([("They met.", 100), ("- 1 -", 770)]) == [["They met."]]
    assert kept([("They met.", 100), ("2025", 770)]) == [["They met.", "2025"]]


def test_notes_at_the_foot_are_apart() -> None:
    lines = [
        Line([piece("They agreed.", 100)]),
        Line([piece("Source: ministry", 130, 8)]),
        Line([piece("1 As the protocol says,", 700, 8)]),
        Line([piece("in its annex.", 710, 8)]),
    ]
    text, notes = notes_apart(lines, 10, 800)
    assert [line.cells[0].words for line in text] == ["They agreed.", "Source: ministry"]
    assert [line.cells[0].words for line in notes] == ["1 As the protocol says,", "in its annex."]


@pytest.mark.parametrize(
    ("words", "mark"),
    [("1 As said", "1"), ("\ue0002\ue001 As said", "2"), ("* As said", "*"), ("As said", None)],
)
def test_a_note_begins_with_its_mark(words: str, mark: str | None) -> None:
    assert mark_of(words) == mark
