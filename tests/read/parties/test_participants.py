"""Who meets, by title and lead."""

from __future__ import annotations

import pytest

import zakuro
from zakuro.languages.load import load
from zakuro.read.parties.participants import of_title


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("U.S.-Kenya Joint Leaders Statement", ("USA", "KEN")),
        ("Joint Statement by Chile and Peru", ("CHL", "PER")),
        ("G7 Leaders' Statement on Ukraine", ("G7",)),
        ("The 2031 G7 Summit in Apulia, Italy", ("G7",)),
        ("Fact Sheet: Support to Moldova", ()),
        ("Joint Statement on a Framework for a Chile-Peru Agreement", ("CHL", "PER")),
        ("Statement by President Marin of Chile and President Soto of Peru", ("CHL", "PER")),
    ],
)
def test_a_title_names_who_meets_not_what_is_met_about(title: str, codes: tuple[str, ...]) -> None:
    assert of_title(title, load("en")) == codes


def test_two_sides_are_the_two_that_were_named_before_them() -> None:
    text = "President Ruto of Kenya met President Boluarte of Peru. The two sides will open a port."
    statement = zakuro.read(text, language="en").statements[-1]
    assert set(statement.givers) == {"KEN", "PER"}
    three = "Kenya, Peru and Chad met. The two sides will open a port."
    assert zakuro.read(three, language="en").statements[-1].givers == ()


def test_where_endings_tell_parts_those_named_in_one_breath_take_part() -> None:
    assert of_title("Қазақстан мен Мажарстанның саммиті", load("kk")) == ("KAZ", "HUN")
    assert of_title("Қазақстан Мажарстанға көмек береді", load("kk")) == ()
