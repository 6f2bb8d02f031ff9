from zakuro.read.document.pdf.segments import Line, Segment
from zakuro.read.document.pdf.tables import tabled


def line(top: float, *cells: tuple[str, float]) -> Line:
    return Line(
        [
            Segment(words, left, top, left + 5 * len(words), top + 10, 10, False, 1, 0)
            for words, left in cells
        ]
    )


def rows(*lines: Line) -> list[str]:
    return ["|".join(cell.words for cell in row.cells) for row in tabled(list(lines))]


def test_lines_closer_than_rows_are_lines_of_cells() -> None:
    assert rows(
        line(100, ("Country", 50), ("Promise", 120), ("USD", 300)),
        line(125, ("KAZ", 50), ("two schools in", 120), ("5", 300)),
        line(138, ("the north", 120)),
        line(163, ("UZB", 50), ("a road", 120), ("7", 300)),
    ) == ["Country|Promise|USD", "KAZ|two schools in the north|5", "UZB|a road|7"]


def test_an_empty_cell_keeps_its_place() -> None:
    assert (
        rows(
            line(100, ("Country", 50), ("Promise", 120), ("USD", 300)),
            line(115, ("KAZ", 50), ("5", 300)),
            line(130, ("UZB", 50), ("a road", 120), ("7", 300)),
        )[1]
        == "KAZ||5"
    )


def test_one_line_with_a_gap_is_no_table_and_a_mark_no_cell() -> None:
    assert rows(line(100, ("Samarkand", 50), ("4 April", 200)), line(115, ("They met.", 50))) == [
        "Samarkand 4 April", "They met.",
    ]  # fmt: skip
    assert rows(line(100, ("1.", 50), ("a bank", 80)), line(115, ("2.", 50), ("a fund", 80))) == [
        "1. a bank",
        "2. a fund",
    ]
