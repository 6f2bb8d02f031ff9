"""Measure the pages: the processor's time of each, beside one indexed look-up of the same rows.

python -m bench.bench_portal                       10,000 pledges, 100,000 entries, on SQLite
python -m bench.bench_portal --pledges 100000      the full size: a million entries
python -m bench.bench_portal --engine postgresql

The server's own time is measured, within the process: what a browser and a network add is theirs.
Nothing here is asserted: figures of speed are for people.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from unittest.mock import patch

from django.test import Client
from rich.console import Console
from rich.table import Table

import zakuro
from bench.bench_ledger import AS_OF, FIVE, GIVERS, fill
from tests.postgresql import running_server
from zakuro.flow.acting.take_in import take_in
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books, make_books, open_books
from zakuro.flow.looking.lists import holds
from zakuro.model.acts import Charter
from zakuro.portal import kept
from zakuro.portal.serving.application import configure
from zakuro.portal.site import Site

PAGES = (
    "", "pledges/", "pledges/?after=5000", "pledges/?giver=CHN", "pledges/?standing=late",
    "pledges/?receiver=KAZ&word=disputed", "parties/", "parties/KAZ", "topics/", "log/",
    "decisions/", "pledges/index.json", "about/",
)  # fmt: skip
SEARCHES = (
    "search?q=communique", "search?q=4711", "search?q=pledge+4711", "search?q=援助", "search?q=нан",
)  # fmt: skip
"""What stands in every pledge, in one, in one beside what stands in every one; in one document."""
ROUNDS = 40


def spent(action: Callable[[], object]) -> float:
    """The processor's milliseconds of an action."""
    started = time.process_time()
    action()
    return (time.process_time() - started) * 1000


def shelve(books: Books) -> None:
    """Two documents whose words are rare, in languages that part them otherwise."""
    for text in ("中国将提供援助。", "Китай поставит муку и нан."):
        reading = zakuro.read(text, published=AS_OF)
        take_in(books, reading, text.encode(), reader="bench", filed_by="secretariat")


def look_up(books: Books) -> None:
    """The bare list: fifty rows of standings by their index, and their pledges."""
    where = [("party", "=", ""), *holds(AS_OF)]
    rows = list(books.journal.rows(tables.STANDINGS, where, limit=50))
    numbers = [row["number"] for row in rows]
    list(books.journal.rows(tables.PLEDGES, [("number", "in", numbers)]))


def measure(engine: str, count: int, rounds: int = ROUNDS) -> dict[str, tuple[float, float]]:
    """The median and the 99th percentile of every page, in milliseconds."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        place = str(folder / "books.db")
        if engine == "postgresql":
            server = stack.enter_context(running_server())
            place = server.url(server.new_database())
        charter = Charter(members=(*GIVERS, *FIVE), groups={"C5": FIVE})
        with make_books(place, charter, name="bench.local/portal", filed_by="bench") as books:
            fill(books, count)
            shelve(books)
        configure(Site(books=place, as_of=AS_OF))
        client = Client()
        found: dict[str, tuple[float, float]] = {}
        with open_books(place) as books:
            found["(one look-up)"] = _figures(partial(look_up, books), rounds)
        for page in PAGES:
            address = f"/en/{page}"
            assert client.get(address).status_code == 200, address
            found[address] = _figures(partial(client.get, address), rounds)
        # What is searched for is another thing each time: nothing is kept from one to the next.
        stack.enter_context(patch.object(kept, "MOST", 0))
        for page in SEARCHES:
            address = f"/en/{page}"
            assert client.get(address).status_code == 200, address
            found[address] = _figures(partial(client.get, address), rounds)
        return found


def _figures(action: Callable[[], object], rounds: int) -> tuple[float, float]:
    times = [spent(action) for _ in range(rounds)]
    return statistics.median(times), statistics.quantiles(times, n=100)[98]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pledges", type=int, default=10_000)
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    given = parser.parse_args()
    table = Table("page", "median ms", "99 % ms", title=f"{given.pledges} pledges, {given.engine}")
    for page, (median, last) in measure(given.engine, given.pledges).items():
        table.add_row(page, f"{median:.1f}", f"{last:.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()
