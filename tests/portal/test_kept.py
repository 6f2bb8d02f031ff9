from pathlib import Path

from zakuro.flow.keeping.books import make_books
from zakuro.model.acts import Charter
from zakuro.model.entry import Author, Draft
from zakuro.portal import kept


def test_it_is_made_once_until_something_is_entered(tmp_path: Path) -> None:
    made = []
    with make_books(tmp_path / "b.db", Charter(), name="a", filed_by="anna") as books:

        def make() -> int:
            made.append(1)
            return len(made)

        assert kept.kept(books, "x", make) == kept.kept(books, "x", make) == 1
        assert kept.kept(books, "y", make) == 2
        author = Author(filed_by="anna")
        with books.writing() as writer:
            writer.append(Draft(kind="policy", subject="policy", author=author, body={"text": "x"}))
        assert kept.kept(books, "x", make) == 3


def test_not_everything_is_kept_for_ever(tmp_path: Path) -> None:
    with make_books(tmp_path / "b.db", Charter(), name="c", filed_by="anna") as books:
        for number in range(kept.MOST + 10):
            kept.kept(books, number, lambda: 0)
        assert len(kept._kept) == kept.MOST
