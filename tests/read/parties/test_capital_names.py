import pytest

from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.parties.capital_names import introduce, name_before, name_behind
from zakuro.read.parties.roles import roles

RULES = roles(load("en"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maria Rossi, President of Chile", "maria rossi"),
        ("and then Ursula von der Berg, President of Chile", "ursula von der berg"),
        ("In the capital, President of Chile", ""),
        ("Rossi, President of Chile", ""),
        ("Maria Rossi President of Chile", ""),
    ],
)
def test_a_name_stands_before_a_comma_and_an_office(text: str, name: str) -> None:
    assert name_before(Folded(text), text.index("President"), RULES) == name


def test_a_name_stands_behind_an_office() -> None:
    text = "President Maria Rossi said"
    assert name_behind(Folded(text), frozenset(), len("President"), RULES) == " maria rossi"


def test_every_part_of_a_name_that_tells_somebody_apart_is_remembered() -> None:
    persons: dict[str, tuple[str, ...]] = {}
    introduce("ursula von der berg", ("CHL",), persons, RULES)
    assert persons.keys() == {"ursula", "berg"}
