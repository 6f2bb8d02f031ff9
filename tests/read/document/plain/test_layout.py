import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.read.document.plain.layout import blocks_of

LONG = "The members agreed that the three centres will be opened within the next two years."
LONGER = f"{LONG} The secretariat will report on this at the meeting that follows."


def shown(text: str, *, markdown: bool = False) -> list[str]:
    """Every block as "kind level number: words", white space as single spaces."""
    return [
        f"{block.kind} {block.level} {block.number or '-'}: "
        + " ".join(text[block.start : block.end].split())
        for block in blocks_of(text, markdown=markdown)
    ]


def test_a_report_of_lines_has_headings_paragraphs_and_items() -> None:
    text = (
        "The summit in the capital\n"
        f"{LONG}\n"
        "What was agreed\n"
        f"{LONGER}\n"
        "They listed:\n"
        "- open trade\n"
        "・ clean water\n"
        "What comes next\n"
        "1.Unity\n"
        f"{LONG}\n"
        "2.Trade\n"
        f"{LONG}\n"
        "The outlook for all\n"
        f"{LONG}\n"
        "Reference(s):\n"
        "The summit as seen by the press\n"
        "example.org\n"
    )
    assert shown(text) == [
        "heading 1 -: The summit in the capital",
        f"paragraph 0 -: {LONG}",
        "heading 2 -: What was agreed",
        f"paragraph 0 -: {LONGER}",
        "paragraph 0 -: They listed:",
        "item 1 -: open trade",
        "item 2 -: clean water",
        "heading 2 -: What comes next",
        "heading 3 1: Unity",
        f"paragraph 0 -: {LONG}",
        "heading 3 2: Trade",
        f"paragraph 0 -: {LONG}",
        "heading 2 -: The outlook for all",
        f"paragraph 0 -: {LONG}",
        "reference 0 -: Reference(s):",
        "reference 0 -: The summit as seen by the press",
        "reference 0 -: example.org",
    ]
    blocks = blocks_of(text)
    unity = next(block for block in blocks if text[block.start : block.end] == "Unity")
    after = blocks[blocks.index(unity) + 1]
    assert [text[blocks[above].start : blocks[above].end] for above in after.path] == [
        "The summit in the capital",
        "What comes next",
        "Unity",
    ]
    assert after.locator == "line=9,10"


def test_numbered_lines_in_a_row_are_items() -> None:
    assert shown(f"They will:\n1. open trade\n2. save water\n3. plant trees\n{LONG}\n") == [
        "paragraph 0 -: They will:",
        "item 1 1: open trade",
        "item 1 2: save water",
        "item 1 3: plant trees",
        f"paragraph 0 -: {LONG}",
    ]


def test_a_wrapped_text_is_joined_into_paragraphs_and_items() -> None:
    body = textwrap.fill(LONGER * 2, 60)
    item = textwrap.fill(LONGER, 60, initial_indent="- ", subsequent_indent="  ")
    text = f"{body}\n\nNext steps\n\n{body}\n{item}\n{item}\n"
    assert [line.split(":")[0] for line in shown(text)] == [
        "paragraph 0 -",
        "heading 2 -" if shown(text)[0].startswith("heading") else "heading 1 -",
        "paragraph 0 -",
        "item 1 -",
        "item 1 -",
    ]


def test_a_number_at_the_beginning_of_a_wrapped_line_is_no_mark() -> None:
    text = (
        "The ministers of all the members will meet in the capital on June\n"
        "30. The meeting will hear what the centres have done in the year,\n"
        "and decide which of the projects the members want to go on with in\n"
        "2026. It will also hear the secretariat.\n"
    )
    assert len(shown(text)) == 1


def test_a_page_break_does_not_cut_a_sentence() -> None:
    text = (
        "The ministers of all the members will meet in the capital in June and\n\n"
        "hear what the centres have done in the year.\n"
    )
    assert len(shown(text)) == 1


def test_markdown_marks_headings_tables_and_comments() -> None:
    text = (
        "# Summit\n\n"
        "**Trade**  \n"
        f"{LONG}  \n\n"
        "## 2. Water ##\n\n"
        "| country | places |\n| --- | --- |\n| KAZ | 300 |\n\n"
        "<!-- -->\n"
        "> They *agreed* [here](https://example.org).\n\n"
        "\\###\n"
    )
    assert shown(text, markdown=True) == [
        "heading 1 -: Summit",
        "heading 2 -: Trade",
        f"paragraph 0 -: {LONG}",
        "heading 2 2: Water",
        "table-row 0 -: | country | places |",
        "boilerplate 0 -: | --- | --- |",
        "table-row 0 -: | KAZ | 300 |",
        "boilerplate 0 -: <!-- -->",
        "paragraph 0 -: They *agreed* [here](https://example.org).",
        "boilerplate 0 -: \\###",
    ]


@pytest.mark.parametrize(
    "line", ["https://example.org/a?b=c", "example.org", "<https://example.org>"]
)
def test_an_address_alone_is_a_reference(line: str) -> None:
    assert shown(f"{LONG}\n{line}\n")[1].startswith("reference")


def test_rows_of_cells_parted_by_tabs_are_rows() -> None:
    assert [line[:9] for line in shown("country\tplaces\nKAZ\t300\n")] == ["table-row"] * 2


PIECES = st.sampled_from(
    [
        *"- |1. |2) |(a) |## |**|a|They met.|貿易|。|\n|\n\n| |\t|<u>|</u>|<!--|example.org"
        "|\u3000|…|IV. |> |---\n|:|_|#".split("|"),
        "|",
    ]
)
MARKS = frozenset("-*_#>().:：・•12IVa|\\")


@given(st.lists(PIECES, max_size=40).map("".join), st.booleans())
def test_blocks_are_ordered_apart_and_leave_no_word_out(text: str, markdown: bool) -> None:
    blocks = blocks_of(text, markdown=markdown)
    covered = 0
    for block in blocks:
        assert covered <= block.start < block.end <= len(text)
        between = text[covered : block.start]
        assert set("".join(between.split())) <= MARKS | set("</u>")
        assert text[block.start].strip() and text[block.end - 1].strip()
        covered = block.end
    assert set("".join(text[covered:].split())) <= MARKS | set("</u>")
    for index, block in enumerate(blocks):
        assert all(blocks[above].kind == "heading" and above < index for above in block.path)


def test_lines_with_a_label_and_a_figure_are_no_headings() -> None:
    text = (
        "The sums:\n\nChad: 3 million\n\nThe United Kingdom: 4 million and more in the year after\n"
    )
    assert [line.partition(" ")[0] for line in shown(text)] == ["paragraph"] * 3
