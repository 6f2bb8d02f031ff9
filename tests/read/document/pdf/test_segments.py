import io
from typing import Any

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from zakuro.read.document.pdf.segments import Segment, box_of, segments_of, together


def drawn(draw: Any, turn: int = 0) -> list[Segment]:
    """What stands on a page of 400 by 200 points that was drawn on."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(400, 200))
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.setPageRotation(turn)
    canvas.save()
    document = pypdfium2.PdfDocument(file.getvalue())
    try:
        return segments_of(document[0], 1)[0]
    finally:
        document.close()


def test_pieces_have_words_boxes_and_print() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 150, "They met.")
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(200, 150, "Bold")

    plain, bold = drawn(draw)
    assert (plain.words, plain.bold, round(plain.size)) == ("They met.", False, 10)
    assert (bold.words, bold.bold, round(bold.size)) == ("Bold", True, 20)
    assert abs(plain.left - 50) < 2
    assert abs(plain.bottom - 52) < 2
    assert box_of([plain, bold])[0] == plain.left


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(20, -100, "They met in the capital.")
        canvas.drawString(20, -120, "They agreed.")

    first, second = drawn(draw, turn=90)
    assert (first.words, second.words) == ("They met in the capital.", "They agreed.")
    assert first.top < second.top
    assert abs(first.left - second.left) < 2


def test_raised_marks_are_told() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 150, "agreed")
        width = canvas.stringWidth("agreed", "Helvetica", 10)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(50 + width, 154, "1")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(54 + width, 150, "on trade")

    (piece,) = drawn(draw)
    assert piece.words.replace(" ", "") == "agreed\ue0001\ue001ontrade"


def test_pieces_together_keep_what_they_are_made_of() -> None:
    one = Segment("a", 0, 0, 5, 10, 10, True, 1, 0)
    other = Segment("b", 8, 1, 12, 11, 9, False, 1, 1)
    both = together((one, other), "a b")
    assert (both.words, both.right, both.bottom, both.bold, both.parts) == (
        "a b", 12, 11, False, (one, other),
    )  # fmt: skip
