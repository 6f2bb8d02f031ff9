from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.documents import saved
from zakuro.read.document.document import freeze
from zakuro.read.document.docx.body import words_of


def paragraph(inside: str) -> str:
    return words_of(parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))


def test_words_are_those_shown() -> None:
    assert (
        paragraph(
            "<w:r><w:t>They</w:t><w:tab/></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>met</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>!</w:t></w:r>"
            "<w:r><w:noBreakHyphen/><w:instrText>PAGE</w:instrText><w:footnoteReference/></w:r>"
        )
        == "They met-"
    )


def test_readings_beside_characters_are_left_out_and_wide_spaces_kept() -> None:
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>しゅのう</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>首脳</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        "<w:r><w:t>　会合</w:t></w:r>"
    )
    assert paragraph(ruby) == "首脳　会合"


def test_a_table_is_read_row_by_row_with_its_headings() -> None:
    word = WordDocument()
    table = word.add_table(rows=0, cols=3)
    for cells in (("Country", "Promise", "USD"), ("KAZ", "two schools", "5"), ("", "", "")):
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    merged = table.add_row().cells
    merged[0].merge(merged[1]).text = "Total"
    merged[2].text = "5"
    document = freeze(saved(word), "a.docx")
    rows = [document.text[block.start : block.end] for block in document.blocks]
    assert rows == ["Country\tPromise\tUSD", "KAZ\ttwo schools\t5", "Total\t\t5"]
    assert {block.kind for block in document.blocks} == {"table-row"}


def test_cells_that_hold_paragraphs_are_read_one_after_the_other() -> None:
    word = WordDocument()
    cells = word.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text = "They met."
    cells[0].add_paragraph("They agreed.")
    cells[1].text = "They parted."
    assert freeze(saved(word), "a.docx").text == "They met.\nThey agreed.\nThey parted."


def test_the_words_of_a_text_box_stand_once() -> None:
    word = WordDocument()
    box = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t>"
        "</w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    word.add_paragraph("They met.")._p.append(parse_xml(box))
    assert freeze(saved(word), "a.docx").text == "They met.\nIn a box."
