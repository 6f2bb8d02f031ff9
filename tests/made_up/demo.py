"""Small books for tests: the summit of Astana, with deliveries that are made up.

The bundled record has none that could be made to order; these have every standing and word.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from importlib.resources import as_file, files
from pathlib import Path

from zakuro.flow.acting import acts
from zakuro.flow.acting.bulk import accept_waiting
from zakuro.flow.acting.review import join
from zakuro.flow.acting.take_in import take_in_file
from zakuro.flow.acting.waiting import Selection, waiting
from zakuro.flow.keeping.books import Books, make_books
from zakuro.flow.keeping.charter import example_charter, parse_charter
from zakuro.ledger.account import PledgeAccount
from zakuro.model.errors import ZakuroError

PUBLISHED = date(2025, 6, 17)
AS_OF = date(2026, 6, 30)
EXAMPLES = (("astana-2025.ja.txt", "ja"), ("astana-2025.en.txt", "en"))
PERSON = "demo"

TOLD_TWICE = (
    ("keep Central Asia a priority", "中央アジアを外交の優先地域とする"),
    ("modernise their law enforcement", "法執行能力の近代化"),
    ("hold more joint exercises", "合同演習"),
    ("more cultural centres and university branches", "文化センターと大学の分校"),
)
"""Promises that the two examples tell in words so different that only a person knows them again."""


def make_made_up(path: Path) -> Books:
    """Make the example's books at ``path``, and open them."""
    charter = parse_charter(example_charter(), "the example charter")
    books = make_books(path, charter, name="zakuro.local/demo", filed_by=PERSON)
    folder = files("zakuro") / "examples"
    for name, language in EXAMPLES:
        with as_file(folder / name) as example:
            take_in_file(
                books,
                example,
                filed_by=PERSON,
                published=PUBLISHED,
                language=language,
                occasion="Astana 2025",
            )
        _review(books)
    _act(books)
    return books


def _review(books: Books) -> None:
    """Decide a document's pledges as a person would: all at once, then what may be told twice."""
    with books.writing() as writer:
        accept_waiting(writer, Selection(), PERSON)
        for found in list(waiting(books)):
            for english, japanese in TOLD_TWICE:
                if english in found.statement.exact:
                    join(writer, found.name, _says(books, japanese, found.may), PERSON)


def _says(books: Books, words: str, pledges: tuple[str, ...]) -> str:
    """Give the one of some pledges that was said in these words."""
    for name in pledges:
        if words in books.account(name).pledge.exact:
            return name
    raise ZakuroError(f"The example has no pledge “{words}” to join: it was read otherwise.")


def _act(books: Books) -> None:
    """Enter what the example's parties say; made up."""
    grant = _counted_in(books, "CNY")
    _, confirmed, disputed = (
        _report(books, grant, receiver, value, on)
        for receiver, value, on in (
            ("KGZ", 300_000_000, date(2025, 9, 30)),
            ("KAZ", 400_000_000, date(2025, 10, 15)),
            ("TJK", 250_000_000, date(2025, 12, 1)),
        )
    )
    acts.confirm(books, confirmed, _word("KAZ"), on=date(2025, 11, 3))
    acts.dispute(
        books,
        disputed,
        _word("TJK"),
        value=Decimal(50_000_000),
        reason="200 million arrived by the end of the year",
        on=date(2026, 1, 12),
    )
    acts.confirm(books, disputed, _word("TJK"), value=Decimal(200_000_000), on=date(2026, 1, 12))
    places = _counted_in(books, "{place}")
    for receiver in ("UZB", "TKM", "KAZ"):
        made = _report(books, places, receiver, 520, date(2026, 5, 31))
        acts.confirm(books, made, _word(receiver), on=date(2026, 6, 20))
    centres = _counted_in(books, "{centre}")
    _report(books, centres, None, 1, date(2026, 3, 20))


def _counted_in(books: Books, unit: str) -> PledgeAccount:
    """Give the pledge of China to the five that is counted in a unit."""
    for entry in books.journal.entries(kind="pledge"):
        account = books.account(entry.subject)
        stated = [m for m in account.measures.values() if m.unit == unit and m.value > 1]
        if stated and any(debt.giver == "CHN" for debt in account.debts):
            return account
    raise ZakuroError(f"The example has no pledge counted in {unit}: it was read otherwise.")


def _report(
    books: Books, account: PledgeAccount, receiver: str | None, value: int, on: date
) -> str:
    unit = next(iter(account.measures))
    entry = acts.report(
        books,
        account.subject,
        _word("CHN"),
        receiver=receiver,
        value=Decimal(value),
        unit=unit,
        on=on,
    )
    return f"E-{entry.number}"


def _word(party: str) -> acts.Word:
    return acts.Word(party=party, filed_by=PERSON)
