"""Documents and their readings made by hand, and books to take them in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

import msgspec

from zakuro.flow.acting.take_in import take_in
from zakuro.flow.keeping.books import Books, make_books
from zakuro.journal import generate_key, public_key_text
from zakuro.model.acts import Charter, body_of
from zakuro.model.entry import Author, Draft, Key
from zakuro.model.statement import Bound, Kind, Mark, Period, Quantity, Reading, Statement

FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
CHARTER = Charter(
    name="Six", members=("CHN", *FIVE), groups={"C5": FIVE}, languages=("zh", "ru", "kk")
)
SAID = date(2025, 6, 17)
NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)


def amount(
    value: int | str,
    unit: str,
    *,
    bound: Bound = "exact",
    equivalent_of: str | None = None,
) -> Quantity:
    return Quantity(
        start=0,
        end=1,
        exact=str(value),
        unit=unit,
        bound=bound,
        value=Decimal(value),
        equivalent_of=equivalent_of,
    )


def within(edtf: str, start: date, end: date) -> Period:
    return Period(edtf=edtf, start_date=start, end_date=end, start=0, end=1, exact=edtf)


THIS_YEAR = within("2025", date(2025, 1, 1), date(2026, 1, 1))
TWO_YEARS = within("2025-06-17/2027-06-17", SAID, date(2027, 6, 17))


def said(
    kind: Kind,
    exact: str,
    act: str | None = None,
    thing: str | None = None,
    *quantities: Quantity,
    givers: tuple[str, ...] = ("CHN",),
    receivers: tuple[str, ...] = ("C5",),
    **fields: Any,
) -> Statement:
    """A statement; document, place in the text and id follow when it is read."""
    return Statement(
        id="s0",
        document="",
        kind=kind,
        start=0,
        end=0,
        exact=exact,
        act=act,
        object=thing,
        quantities=quantities,
        givers=givers,
        receivers=receivers,
        **fields,
    )


def summit() -> list[Statement]:
    """What China promised in Astana: measured, and not."""
    return [
        said(
            "pledge",
            "set up cooperation centres in three fields",
            "establish",
            "centre",
            amount(3, "{field}"),
            strength="commits",
            topics=("poverty reduction", "education", "desertification"),
            rule="list-item",
        ),
        said("pledge", "a platform for trade", "establish", "platform", topics=("trade",)),
        said(
            "pledge",
            "grants of 1.5 billion yuan (about 208 million dollars) this year",
            "provide",
            "grant",
            amount(1_500_000_000, "CNY"),
            amount(208_000_000, "USD", bound="about", equivalent_of="1.5 billion yuan"),
            period=THIS_YEAR,
            strength="commits",
        ),
        said(
            "pledge",
            "3,000 training places over the next two years",
            "provide",
            "training places",
            amount(3000, "{place}"),
            period=TWO_YEARS,
            strength="commits",
            topics=("training",),
        ),
        said("pledge", "support defence reform", "support", None, strength="intends"),
        said("result", "trade grew by 35 %", None, None, amount(35, "%")),
    ]


def reading(
    statements: Iterable[Statement],
    *,
    published: date | None = SAID,
    language: str = "en",
    preface: str = "",
) -> Reading:
    """A document that holds the words of the statements one after the other."""
    text, placed = preface, []
    for number, statement in enumerate(statements, start=1):
        start = len(text)
        text += statement.exact + ".\n"
        placed.append(
            msgspec.structs.replace(
                statement, id=f"s{number}", start=start, end=start + len(statement.exact)
            )
        )
    digest = sha256(text.encode()).hexdigest()
    return Reading(
        language=language,
        document=digest,
        text=text,
        published=published,
        statements=tuple(msgspec.structs.replace(found, document=digest) for found in placed),
    )


def file(
    books: Books,
    statements: Iterable[Statement],
    *,
    source: str | None = None,
    retold: bool = False,
    **fields: Any,
) -> str:
    """Take a document made by hand in."""
    made = msgspec.structs.replace(reading(statements, **fields), source=source)
    return take_in(
        books, made, made.text.encode(), reader="by hand 1", filed_by="anna", retold=retold
    )


def books_at(url: Any, charter: Charter = CHARTER) -> Books:
    return make_books(url, charter, name="example.org/six", filed_by="anna", now=lambda: NOW)


def mark(role: str) -> Mark:
    return Mark(role=role, start=0, end=1, exact="x")


def keyed(books: Books, party: str, *, signed_only: bool = False) -> Any:
    """A key that a party has, entered as books of older rules hold it: nobody vouched for it."""
    private = generate_key()
    act = Key(public_key=public_key_text(private), signed_only=signed_only)
    author = Author(filed_by="anna", party=party, basis="mandated")
    with books.writing() as writer:
        writer.append(Draft(kind="key", subject=f"party:{party}", author=author, body=body_of(act)))
    return private
