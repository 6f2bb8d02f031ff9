from zakuro.read.document.pdf.lines import lines_of
from zakuro.read.document.pdf.segments import Segment

PROSE = "the members agreed on roads"


def piece(words: str, left: float, top: float, order: int, right: float = 0) -> Segment:
    right = right or left + 5 * len(words)
    return Segment(words, left, top, right, top + 10, 10, False, 1, order)


def read(segments: list[Segment]) -> list[str]:
    return ["|".join(cell.words for cell in line.cells) for line in lines_of(segments)]


def test_columns_are_read_one_after_the_other_also_when_painted_line_by_line() -> None:
    places = [(f"{PROSE} {side}{row}", 50 + 250 * side, 100 + 15 * row) for row in range(5)
              for side in range(2)]  # fmt: skip
    by_line = [piece(*place, order) for order, place in enumerate(places)]
    expected = [f"{PROSE} {side}{row}" for side in range(2) for row in range(5)]
    assert read(by_line) == expected
    by_column = [piece(*place, n) for n, place in enumerate(sorted(places, key=lambda p: p[1]))]
    assert read(by_column) == expected


def test_a_wide_heading_stands_before_columns_and_a_wide_foot_behind() -> None:
    segments = [piece("A heading over both of the columns of this page", 50, 60, 0, 500)]
    segments += [
        piece(f"{PROSE} {side}{row}", 50 + 250 * side, 100 + 15 * row, 1 + side * 5 + row)
        for side in range(2) for row in range(5)
    ]  # fmt: skip
    segments.append(piece("A foot under both of the columns of this page", 50, 200, 99, 500))
    found = read(segments)
    assert found[0].startswith("A heading")
    assert found[5:7] == [f"{PROSE} 04", f"{PROSE} 10"]
    assert found[-1].startswith("A foot")


def test_a_table_is_no_pair_of_columns() -> None:
    segments = [
        piece(words, left, 100 + 15 * row, 2 * row + (left > 100))
        for row, pair in enumerate([("Country", "USD"), ("KAZ", "5"), ("UZB", "7"), ("TJK", "9")])
        for words, left in zip(pair, (50, 200), strict=True)
    ]
    assert read(segments) == ["Country|USD", "KAZ|5", "UZB|7", "TJK|9"]


def test_a_line_spread_from_edge_to_edge_is_one() -> None:
    spread = [piece("they", 50, 100, 0), piece("met", 85, 100, 1), piece("again", 115, 100, 2)]
    assert read([*spread, piece("in the capital", 50, 115, 3)])[0] == "they met again"


def test_nothing_gives_nothing() -> None:
    assert read([]) == []
