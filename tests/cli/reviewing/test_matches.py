import json

from tests.cli.conftest import Run
from tests.flow.builder import amount, file, said
from zakuro.flow.keeping.books import open_books


def test_matches_are_offered_accepted_and_refused(opened: Run) -> None:
    with open_books("books.db") as books:
        results = [
            said("result", f"delivered {n}", "provide", "grant", amount(n, "CNY"),
                 receivers=("KAZ",), speaker="Ministry (CHN)")
            for n in (400, 500)
        ]  # fmt: skip
        file(books, results)
    offered = json.loads(opened("matches", "--format", "json").output)
    assert [(o["name"], o["match"]["pledge"]) for o in offered] == [
        ("D-2:s1", "P-3"),
        ("D-2:s2", "P-3"),
    ]
    assert "giver CHN, receiver KAZ, grant, 400 CNY" in opened("matches").output
    (entered,) = json.loads(opened("matches", "--accept", "D-2:s1", "--format", "json").output)
    assert (entered["subject"], entered["kind"]) == ("P-3", "report")
    opened("matches", "--refuse", "D-2:s2", "--reason", "the same money")
    assert json.loads(opened("matches", "--format", "json").output) == []
    assert "is not offered" in opened("matches", "--accept", "D-2:s2", ok=False).output
    assert "from published words" in opened("show", "P-3").output
