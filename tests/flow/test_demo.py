from pathlib import Path

from zakuro.flow.acting.waiting import waiting
from zakuro.flow.demo import AS_OF, make_demo
from zakuro.flow.looking.balances import balance
from zakuro.flow.looking.lists import pledges


def test_the_example_becomes_books_that_are_even(tmp_path: Path) -> None:
    with make_demo(tmp_path / "demo.db") as books:
        words = {listed.word for listed in pledges(books, AS_OF, limit=None)}
        measured = [
            (str(measure.value), measure.unit)
            for entry in books.journal.entries(kind="pledge")
            for measure in books.account(entry.subject).measures.values()
            if measure.rule != "act"
        ]
        pledged = len(list(books.journal.entries(kind="pledge")))
        joined = len(list(books.journal.entries(kind="join")))
        waits = list(waiting(books))
        documents = [entry.subject for entry in books.journal.entries(kind="document")]
        assert balance(books, AS_OF).uneven == ()
    assert documents == ["D-1", "D-2"]
    assert words == {"reported only", "confirmed", "disputed", "not reported"}
    # The same summit in two languages: each promise is opened once, measured or not.
    assert pledged == 8
    assert joined == 8
    assert waits == []
    assert sorted(measured) == [
        ("1", "{platform}"),
        ("1500000000", "CNY"),
        ("3", "{centre}"),
        ("3000", "{place}"),
    ]
