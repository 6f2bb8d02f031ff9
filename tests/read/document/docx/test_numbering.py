from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.documents import saved
from zakuro.read.document.document import freeze
from zakuro.read.document.docx.numbering import Numbering

LISTS = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="7">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/>
  <w:lvlText w:val="第%1条"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
 <w:lvl w:ilvl="2"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def labels(*places: tuple[str, int]) -> list[str | None]:
    numbering = Numbering(parse_xml(LISTS))
    found = (numbering.label(name, level) for name, level in places)
    return [label.style if label else None for label in found]


def test_lists_count_on_and_deeper_levels_begin_anew() -> None:
    places = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1)]
    assert labels(*places) == ["第一条", "一.1", "一.2", "(I)", "第二条", "二.1"]


def test_a_list_that_restarts_and_what_is_no_list() -> None:
    assert labels(("1", 0), ("3", 0), ("3", 0), ("2", 0), ("9", 0), ("2", 5)) == [
        "第一条", "第一条", "第二条", "•", None, None,
    ]  # fmt: skip


def test_the_numbers_of_proposals_are_in_the_text_and_the_blocks() -> None:
    word = WordDocument()
    word.add_paragraph("He proposed:")
    for words in ("a bank for the region;", "a fund of 5 million dollars."):
        word.add_paragraph(words, style="List Number")
    word.add_paragraph("open borders", style="List Bullet")
    document = freeze(saved(word), "a.docx")
    assert document.text == (
        "He proposed:\n1. a bank for the region;\n2. a fund of 5 million dollars.\n• open borders"
    )
    items = [
        (block.kind, block.number, document.text[block.start : block.end])
        for block in document.blocks[1:]
    ]
    assert items == [
        ("item", 1, "a bank for the region;"),
        ("item", 2, "a fund of 5 million dollars."),
        ("item", None, "open borders"),
    ]
