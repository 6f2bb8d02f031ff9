from pathlib import Path

from zakuro.flow.demo import AS_OF, make_demo
from zakuro.flow.lists import balance, pledges


def test_the_example_opens_what_the_summit_promised(tmp_path: Path) -> None:
    with make_demo(tmp_path / "demo.db") as books:
        opened = [
            (str(m.value), m.unit)
            for entry in books.journal.entries(kind="pledge")
            for m in books.account(entry.subject).measures.values()
            if m.rule != "act"
        ]
        words = {listed.word for listed in pledges(books, AS_OF, limit=None)}
        assert balance(books).uneven == ()
    assert sorted(opened) == [
        ("1", "{platform}"),
        ("1500000000", "CNY"),
        ("3", "{centre}"),
        ("3000", "{place}"),
    ]
    assert {"reported only", "confirmed", "disputed", "not yet looked at"} == words
