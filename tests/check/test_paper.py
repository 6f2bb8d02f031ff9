from tests.check.checked import paper

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
