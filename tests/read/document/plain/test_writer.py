from zakuro.read.document.plain.markers import Marker
from zakuro.read.document.plain.writer import Writer


def test_lines_become_blocks_and_notes_stand_behind_them() -> None:
    writer = Writer()
    writer.line("The summit", "p1", kind="heading", style="#1")
    writer.note("1 As the protocol says.", "n1")
    writer.line("§1 They met.", "p2", kind="item", label=Marker("§", 1, 1, 3))
    writer.line("• They agreed.", "p3")
    text, blocks = writer.finish()
    assert text == "The summit\n§1 They met.\n• They agreed.\n1 As the protocol says."
    assert [(b.kind, b.number, b.locator, text[b.start : b.end], b.path) for b in blocks] == [
        ("heading", None, "p1", "The summit", ()),
        ("item", 1, "p2", "They met.", (0,)),
        ("item", None, "p3", "They agreed.", (0,)),
        ("paragraph", None, "n1", "1 As the protocol says.", ()),
    ]


def test_where_no_heading_is_marked_short_lines_are_tried() -> None:
    for bare, kind in ((False, "paragraph"), (True, "heading")):
        writer = Writer()
        writer.line("A title", "", kind="heading", style="#1")
        writer.line("Trade", "")
        writer.line("They agreed on trade and on rail.", "")
        assert writer.finish(bare=bare)[1][1].kind == kind
    plain = Writer()
    plain.line("Trade", "")
    plain.line("They agreed on trade and on rail.", "")
    assert plain.finish()[1][0].kind == "heading"
