from tests.cli.conftest import Run
from tests.flow.builder import amount, file, said
from zakuro.flow.keeping.books import open_books


def test_a_correction_is_asked_field_by_field(opened: Run) -> None:
    words = "ten million dollars by 2027"
    with open_books("books.db") as books:
        file(books, [said("pledge", words, "provide", "loan", receivers=())])
    fields = {"receivers": "UZB", "value": "10000000", "unit": "USD", "period": "2027"}
    order = ("givers", "receivers", "value", "unit", "period", "act", "object", "topics")
    keys = "c" + "".join(fields.get(field, "") + "\n" for field in order)
    shown = opened("review", keys=keys + "ten million dollars\n2027\n").output
    assert "receivers []" in shown
    assert "D-2:s1  opened P-6: CHN → UZB: 10,000,000 USD (provide loan), 2027" in shown


def test_what_must_be_answered_is_said_before(opened: Run) -> None:
    with open_books("books.db") as books:
        file(books, [said("pledge", "ten", "provide", "loan", amount(10, "USD"), receivers=())])
    shown = opened("review", keys="aq").output
    assert "To answer first: D-2:s1 does not say to whom" in shown
    assert "Not done: D-2:s1 does not say to whom" in shown
