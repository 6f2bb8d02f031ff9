from zakuro.read.document.pdf.paragraphs import edge, measured, paragraphs_of, write, write_notes
from zakuro.read.document.pdf.segments import Line, Segment
from zakuro.read.document.plain.writer import Writer


def line(
    words: str, top: float, *, right: float = 300, left: float = 50, size: float = 10,
    bold: bool = False, page: int = 1,
) -> Line:  # fmt: skip
    return Line([Segment(words, left, top, right, top + size, size, bold, page, 0)])


def read(*lines: Line, marks: tuple[str, ...] = ()) -> list[str]:
    measure = measured([list(lines)])
    writer = Writer()
    write(paragraphs_of(list(lines), measure), writer, measure, marks)
    text, blocks = writer.finish()
    return [f"{block.kind}: {text[block.start : block.end]}" for block in blocks]


def test_full_lines_go_on_and_short_ones_end() -> None:
    assert read(
        line("The members of the group met in the capital and they agreed on", 100),
        line("trade.", 112, right=90),
        line("They will meet again in the capital of the next chair, on", 124),
        line("the same day.", 136, right=120),
    ) == [
        "paragraph: The members of the group met in the capital and they agreed on trade.",
        "paragraph: They will meet again in the capital of the next chair, on the same day.",
    ]


def test_a_wider_distance_and_a_first_line_further_in_begin_a_paragraph() -> None:
    first = line("The members of the group met in the capital and they agreed.", 100)
    same = line("They parted on the same day and went to their own capitals as", 112)
    assert len(read(first, same)) == 1
    further = line("They parted on the same day and went to their own capitals as", 112, left=70)
    assert len(read(first, further)) == 2
    pitch = line("before by all of the members of the group and by the chair.", 124)
    lower = line("They will meet again in a year, in the capital of the next", 150)
    assert len(read(first, same, pitch, lower)) == 2


def test_a_sentence_goes_on_over_a_page() -> None:
    assert read(
        line("The members of the group met in the capital and they agreed on", 700),
        line("trade.", 60, right=90, page=2),
    ) == ["paragraph: The members of the group met in the capital and they agreed on trade."]


def test_larger_and_bold_print_makes_headings() -> None:
    found = read(
        line("The summit", 60, size=20, right=150),
        line("Trade", 100, bold=True, right=80),
        line("They agreed on trade and rail.", 112, right=200),
    )
    assert found == ["heading: The summit", "heading: Trade",
                     "paragraph: They agreed on trade and rail."]  # fmt: skip


def test_the_marks_of_notes_are_left_out_and_other_raised_letters_kept() -> None:
    words = line("5 km\ue0002\ue001 were agreed\ue0001\ue001 on.", 100)
    assert read(words, marks=("1",)) == ["paragraph: 5 km2 were agreed on."]


def test_a_page_that_fills_one_column_has_its_edges() -> None:
    first = [Line(line("one of the columns", 100, right=200).cells, 50.0, 200.0)]
    second = [line("one of the columns", 100, right=180)]
    edge([first, second])
    assert (second[0].left, second[0].right) == (50.0, 200.0)


def test_notes_are_kept_with_their_place() -> None:
    writer = Writer()
    notes = [line("1 As the protocol says.", 700, size=8)]
    write_notes(paragraphs_of(notes, measured([notes])), writer)
    text, blocks = writer.finish()
    assert (text, blocks[0].locator) == (
        "1 As the protocol says.", "page=1&viewrect=50,700,250,8",
    )  # fmt: skip
