from zakuro.read.document.plain.runs import Joiner


def joined(text: str, *, markdown: bool = False) -> list[str]:
    return [text[run.start : run.end] for run in Joiner(text, markdown=markdown).runs()]


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    text = "The members agreed in the capital that the centres\nwill open within the year.\nMore.\n"
    assert len(joined(text)) == 2


def test_an_item_takes_in_the_lines_that_hang_below_it() -> None:
    assert joined("- open trade\n  and clean water\n- plant trees\n") == [
        "open trade\n  and clean water",
        "plant trees",
    ]


def test_a_mark_alone_on_its_line_marks_the_next() -> None:
    assert joined("1.\nopen trade\n2.\nclean water\n") == ["open trade", "clean water"]


def test_initials_are_no_marks_but_rows_of_letters_are() -> None:
    assert joined("J. Smith spoke.\nA. Trade\nB. Water\n") == ["J. Smith spoke.", "Trade", "Water"]
    letters = "".join(f"{letter}. Part\n" for letter in "ABCDEFGHIJ")
    assert joined(letters) == ["Part"] * 10


def test_closing_markup_alone_on_a_line_belongs_to_the_line_before() -> None:
    assert joined("**Trade and\n**\n\nThey met.\n", markdown=True) == [
        "**Trade and\n**",
        "They met.",
    ]


def test_a_hard_break_parts_lines() -> None:
    prose = "The members of the council met again in the capital of the host and spoke of\n" * 3
    assert len(joined(f"{prose}trade.  \nSecond line\n", markdown=True)) == 2
