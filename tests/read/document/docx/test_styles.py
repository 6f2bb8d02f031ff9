from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.documents import saved
from zakuro.read.document.document import freeze
from zakuro.read.document.docx.styles import Styles


def test_headings_stand_below_the_title_and_bold_lines_are_headings() -> None:
    word = WordDocument()
    word.add_heading("The summit", 0)
    word.add_heading("Trade", 1)
    word.add_paragraph("They agreed on trade.")
    word.add_heading("Rail", 2)
    word.add_paragraph().add_run("In bold").bold = True
    word.add_paragraph("They agreed on rail.")
    document = freeze(saved(word), "a.docx")
    found = [(block.kind, block.level, block.path) for block in document.blocks]
    assert found == [
        ("heading", 1, ()),
        ("heading", 2, (0,)),
        ("paragraph", 0, (0, 1)),
        ("heading", 3, (0, 1)),
        ("heading", 4, (0, 1, 3)),
        ("paragraph", 0, (0, 1, 3, 4)),
    ]


def test_styles_that_rest_on_each_other_in_a_ring_end() -> None:
    ring = parse_xml(
        f"<w:styles {nsdecls('w')}><w:style w:styleId='a'><w:name w:val='a'/><w:basedOn w:val='b'/>"
        "</w:style><w:style w:styleId='b'><w:basedOn w:val='a'/><w:pPr><w:outlineLvl w:val='1'/>"
        "</w:pPr></w:style></w:styles>"
    )
    paragraph = parse_xml(f"<w:p {nsdecls('w')}><w:pPr><w:pStyle w:val='a'/></w:pPr></w:p>")
    assert Styles(ring).of(paragraph).rank == 2


def test_a_line_of_the_table_of_contents_is_told() -> None:
    styles = parse_xml(
        f"<w:styles {nsdecls('w')}><w:style w:styleId='t'><w:name w:val='toc 1'/></w:style>"
        "</w:styles>"
    )
    paragraph = parse_xml(f"<w:p {nsdecls('w')}><w:pPr><w:pStyle w:val='t'/></w:pPr></w:p>")
    assert Styles(styles).of(paragraph).contents
    assert not Styles(None).of(paragraph).contents
