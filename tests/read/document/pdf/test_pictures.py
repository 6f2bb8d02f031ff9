import io

import PIL.Image

from tests.documents import digest, typeset
from tests.read.document.pdf.test_scans import scanned
from zakuro.read.document.document import freeze
from zakuro.read.document.pdf.pictures import Picture, Wanted, pictures

WORDS = "12 млрд евро"


def strip(data: bytes, words: str = WORDS) -> Picture:
    document = freeze(data, "a.pdf")
    start = document.text.index(words)
    block = next(block for block in document.blocks if block.start <= start < block.end)
    return pictures(data, {"s1": Wanted(block.locator, words)})["s1"]


def ink(picture: Picture, mark: tuple[float, float, float, float]) -> float:
    """How dark the darkest point within a mark is, from 0 (paper) to 255."""
    drawn = PIL.Image.open(io.BytesIO(picture.data)).convert("L")
    scale = drawn.width / picture.width
    return 255 - float(drawn.crop(tuple(round(side * scale) for side in mark)).getextrema()[0])  # type: ignore[arg-type]


def test_words_are_marked_where_they_are_printed() -> None:
    for columns in (1, 2):
        found = strip(typeset(digest("samarkand-2025.ru"), "ru", columns))
        (mark,) = found.marks
        assert found.page == 1
        assert 40 < mark[2] - mark[0] < 80  # twelve letters of ten points
        assert 8 < mark[3] - mark[1] < 16
        assert ink(found, mark) > 200


def test_words_over_a_line_end_are_marked_on_both_lines() -> None:
    words = "по линии «Глобальных ворот» Евросоюз выделит странам Центральной Азии"
    marks = strip(typeset(digest("samarkand-2025.ru"), "ru", 2), words).marks
    assert len(marks) == 2 or len(marks) == 3
    tops = [round(mark[1]) for mark in marks]
    assert len(set(tops)) == len(tops)


def test_on_a_page_that_is_a_picture_the_block_is_marked() -> None:
    found = strip(scanned(typeset(digest("samarkand-2025.en"), "en"), pages=1), "free trade area")
    (mark,) = found.marks
    assert ink(found, mark) > 150
    assert mark[2] - mark[0] > 300


def test_a_block_without_a_place_has_no_picture() -> None:
    data = typeset(digest("samarkand-2025.ru"), "ru")
    assert pictures(data, {"s1": Wanted("", WORDS)}) == {}
