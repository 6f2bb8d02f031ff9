"""The bundled record kept as books: what was promised between 2022 and 2026, and what was told.

Nothing in it is made up; docs/guide/how-the-bundled-books-were-kept.md says how it was kept.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from zakuro.flow.keeping.books import Books, make_books
from zakuro.flow.keeping.charter import example_charter, parse_charter
from zakuro.flow.record.digests import digests, records
from zakuro.flow.record.keeper import KEEPER, Keeper
from zakuro.flow.record.readings import shipped_readings

AS_OF = date(2026, 9, 5)
"""The last day of which anything was seen."""


def make_demo(path: Path, *, from_words: bool = False) -> Books:
    """Keep the bundled record in new books at ``path``, and open them.

    The readings of the digests ship along, so that it takes a moment; ``from_words`` reads each of
    them anew.
    """
    charter = parse_charter(example_charter(), "the example charter")
    charter = msgspec.structs.replace(charter, the_score="none")
    books = make_books(path, charter, name="zakuro.local/demo", filed_by=KEEPER)
    keeper = Keeper(books, readings={} if from_words else shipped_readings())
    with books.writing():
        for record in records():
            for where, digest in digests(record):
                keeper.keep(where, digest)
    return books
