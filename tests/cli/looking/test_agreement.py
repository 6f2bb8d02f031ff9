import json

from tests.cli.conftest import Run
from tests.flow.builder import books_at, file, summit
from zakuro.flow.acting.review import accept, refuse


def test_the_agreement_of_two_books(opened: Run) -> None:
    with books_at("second.db") as books:
        file(books, summit())
        with books.writing() as writer:
            accept(writer, "D-1:s1", "boris")
            refuse(writer, "D-1:s2", "vague", "boris")
    shown = opened("agreement", "second.db", "--document", "D-1").output
    assert "2 statements reviewed in both, 1 decided differently; alpha 0.000" in shown
    found = json.loads(
        opened("agreement", "second.db", "--document", "D-1", "--format", "json").output
    )
    assert (found["both"], found["alpha"]) == (2, "0.000")
