"""What is printed of a reading: every statement in the table of its kind, with how sure it is."""

import zakuro
from zakuro.cli.reading_words import explanation, statement_tables


def test_every_statement_stands_in_the_table_of_its_kind() -> None:
    reading = zakuro.read("Japan will give Peru 5 million dollars. We welcome it.", language="en")
    shown = statement_tables(reading)
    for statement in reading.statements:
        assert f"{statement.kind} (1)" in shown
        assert str(statement.confidence) in shown


def test_an_explanation_without_reasons_says_so() -> None:
    reading = zakuro.read("Japan will give Peru 5 million dollars.", language="en")
    assert "nothing of weight" in explanation(reading, reading.statements[0], ())


def test_an_explanation_says_on_which_words_a_receiver_rests() -> None:
    text = "# Aid to Somalia\n\nNorway will send 40 tents. Peru will give Chad 5 boats."
    reading = zakuro.read(text, language="en")
    inferred, named = (explanation(reading, each, ()) for each in reading.statements)
    assert "receivers SOM, whom it does not name: from 'Somalia' in line 1\n" in inferred
    assert "receivers TCD\n" in named


def test_who_speaks_of_a_gift_is_not_shown_as_who_gives_it() -> None:
    text = (
        "Norway gave Malawi 30 tractors. "
        "A loan of 5 million dollars will be provided by the World Bank."
    )
    shown = statement_tables(zakuro.read(text, language="en"))
    (line,) = [line for line in shown.splitlines() if "A loan" in line]
    assert "nobody named" in line
    assert "NOR" not in line
