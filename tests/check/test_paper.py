from tests.check.checked import DAY, paper
from zakuro.check.paper import Paper
from zakuro.flow.reading import freeze_and_read

TEXT = "Summit of China\n\nChina met Japan. It will build roads.\n\nThe end is near."


def test_sentences_and_blocks_around_an_offset() -> None:
    read = paper(TEXT)
    start, end = read.sentence(TEXT.index("It will") + 1)
    assert TEXT[start:end].strip() == "It will build roads."
    assert read.blocks[read.block_at(TEXT.index("end"))].kind == "paragraph"
    start, end = read.sentence(TEXT.index("end is"))
    assert TEXT[start:end] == "The end is near."


def test_places_and_what_lies_between() -> None:
    read = paper(TEXT)
    _, china, japan = read.mentions("party")
    assert read.place(china, japan).exact == "China met Japan"
    assert read.between(china, japan) == " met "
    assert read.together(china, japan)


def test_the_point_of_an_abbreviated_figure_ends_no_sentence() -> None:
    text = "На 2 тыс. студентов выделено 10 млн долларов. Дорога готова."
    document, reading = freeze_and_read(text, "ru", DAY)
    read = Paper(reading, document.blocks)
    assert [text[line.start : line.end] for line in read.lines] == [
        "На 2 тыс. студентов выделено 10 млн долларов.",
        " Дорога готова.",
    ]
