"""Measure the books: how fast they grow, and how fast what users ask for comes.

python -m bench.bench_ledger                        10,000 pledges, 100,000 entries on each engine
python -m bench.bench_ledger --pledges 100000       the full size: a million entries
python -m bench.bench_ledger --engine sqlite
python -m bench.bench_ledger --pledges 2000 --copies 50   the tables for lists as of 100,000

Every pledge has ten entries: opened, four reports, four answers (confirmed, now and then
disputed), one taken back.  They go through the same door as all acts: checked by the ledger,
entered, their rows written.  Each engine runs in a process of its own, so that the memory measured
is that engine's.  With ``--copies`` the rows that these pledges have in the tables for lists are
copied so many times, under new numbers: lists, balance and scores then read as many rows as that
many entries make, without days of entering them.  Nothing here is asserted: figures of speed are
for people.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import zakuro
from tests.postgresql import running_server
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.take_in import take_in
from zakuro.flow.browsing.documents import documents
from zakuro.flow.browsing.search import search
from zakuro.flow.browsing.tables import WAITING
from zakuro.flow.browsing.waiting import waiting
from zakuro.flow.deciding.looking import waiting_for
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books, Who, Writer, make_books
from zakuro.flow.looking.balances import balance
from zakuro.flow.looking.lists import pledges
from zakuro.flow.looking.scores import scores
from zakuro.flow.looking.shown import show
from zakuro.flow.sums.figures import Figures, add
from zakuro.flow.sums.running import read_figures, write_figures
from zakuro.model.acts import (
    Charter,
    Confirmation,
    Dispute,
    Measure,
    Pledge,
    Report,
    Reversal,
    Term,
)

FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
GIVERS = ("CHN", "JPN", "KOR", "RUS", "USA")
BATCH = 1000
ROUNDS = 21
SAID = date(2025, 6, 17)
AS_OF = date(2026, 6, 17)
START = datetime(2026, 1, 1, tzinfo=UTC)
PER_PLEDGE = 10


def opened(number: int) -> Pledge:
    """A pledge as summits make them: so many places or so much money, for one to four years."""
    money = number % 2 == 0
    return Pledge(
        statement=f"D-{number // 100 + 1}:s{number % 100 + 1}",
        givers=(GIVERS[number % len(GIVERS)],),
        receivers=("C5",),
        measures=(
            Measure(unit="CNY" if money else "{place}", value=Decimal(1600 * (number % 90 + 10))),
        ),
        act="provide",
        object="grant" if money else "training places",
        topics=(("development", "training", "energy")[number % 3],),
        said_on=SAID,
        term=Term(start_date=SAID, end_date=SAID + timedelta(days=365 * (number % 4 + 1))),
        occasion=f"summit {number % 40}",
        exact=f"the words of pledge {number}, as long as such sentences are in a communique",
        groups={"C5": FIVE},
    )


def enter_one(writer: Writer, number: int) -> None:
    """The ten entries of one pledge."""
    pledge = opened(number)
    giver, subject, unit = pledge.givers[0], f"P-{number}", pledge.measures[0].unit
    share = pledge.measures[0].value / 8
    by_giver = Who(filed_by="secretariat", party=giver, basis="mandated")
    writer.act(subject, pledge, by_giver)
    answers = []
    for place in range(4):
        receiver = FIVE[(number + place) % 5]
        on = SAID + timedelta(days=40 * place + number % 30)
        report = Report(
            receiver=receiver, unit=unit, value=share * (place % 3 + 1), on=on,
            evidence=(f"https://example.org/reports/{number}/{place}",),
        )  # fmt: skip
        entry = writer.act(subject, report, by_giver)
        by_receiver = Who(filed_by="ministry", party=receiver, basis="mandated")
        if (number + place) % 17 == 0:
            answer: Dispute | Confirmation = Dispute(
                report=entry.number, value=share / 2, reason="not all arrived", on=on
            )
        else:
            answer = Confirmation(report=entry.number, value=report.value, on=on)
        answers.append((writer.act(subject, answer, by_receiver).number, by_receiver))
    first, receiver_of_it = answers[0]
    writer.act(subject, Reversal(entry=first, reason="entered twice"), receiver_of_it)


def multiply(books: Books, count: int, copies: int) -> None:
    """Copy the rows of pledges 1 to ``count``, so that there are ``copies`` of each."""
    engine = books.journal.engine
    with books.journal.transaction() as transaction:
        for table in (tables.PLEDGES, tables.LINES, tables.STANDINGS, tables.NAMED, WAITING):
            name, columns = engine.projection(table.name), [f'"{one}"' for one in table.columns]
            for copy in range(1, copies):
                shifted = [
                    f"{one} + {copy * count}" if one == '"number"' else one for one in columns
                ]
                engine.run(
                    f"INSERT INTO {name} ({', '.join(columns)}) "
                    f"SELECT {', '.join(shifted)} FROM {name} WHERE number <= {count}"
                )
        sums = list(books.journal.rows(tables.SUMS))
        for row in sums:
            figures: Figures = {}
            add(figures, read_figures(row), copies)
            row["figures"] = write_figures(figures)
        transaction.upsert(tables.SUMS, sums)
        # As the servers' own housekeeping does after a while.
        engine.run("ANALYZE")


def timed(action: Callable[[], object]) -> float:
    """Seconds that an action takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def typical(action: Callable[[int], object], ask: range) -> float:
    """The median of milliseconds, asked of different places."""
    return 1000 * statistics.median(timed(lambda place=place: action(place)) for place in ask)  # type: ignore[misc]


def fill(books: Books, count: int) -> tuple[list[float], list[float]]:
    """Enter everything in batches of pledges; give the seconds of each, and those of computing.

    Other work on the machine makes the first longer, not the second.
    """
    computing: list[float] = []
    for number in range(count // 100 + 1):
        text = f"The communique of summit {number}."
        reading = zakuro.read(text, language="en", published=SAID)
        take_in(books, reading, text.encode(), reader="bench", filed_by="secretariat")

    def batch(first: int) -> None:
        started = time.process_time()
        with books.writing() as writer:
            for number in range(first, min(first + BATCH, count + 1)):
                enter_one(writer, number)
        computing.append(time.process_time() - started)

    seconds = [timed(lambda first=first: batch(first)) for first in range(1, count + 1, BATCH)]  # type: ignore[misc]
    return seconds, computing


def measure(engine: str, entered: int, copies: int) -> dict[str, float]:
    """Run everything on one engine; give the figures by name."""
    figures: dict[str, float] = {}
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if engine == "sqlite":
            place = str(directory / "books.db")
        else:
            server = stack.enter_context(running_server())
            place = server.url(server.new_database())
        charter = Charter(name="bench", members=(*GIVERS, *FIVE), groups={"C5": FIVE})
        books = stack.enter_context(
            make_books(place, charter, name="example.org/bench", filed_by="x", now=lambda: START)
        )
        seconds, computing = fill(books, entered)
        for name, look_at in LOOKS.items():
            took = typical(lambda _, look_at=look_at: look_at(books), range(5))  # type: ignore[misc]
            figures[f"{name}, of {entered:,} pledges, ms"] = took
        if copies > 1:
            multiply(books, entered, copies)
        count = entered * copies
        figures["acts entered/s, in bulk"] = entered * PER_PLEDGE / sum(seconds)
        tenth = max(1, len(seconds) // 10)
        figures["acts per second of computing"] = entered * PER_PLEDGE / sum(computing)
        figures["last tenth's computing per first's"] = sum(computing[-tenth:]) / sum(
            computing[:tenth]
        )
        ask = range(max(1, count // 7), count, max(1, count // ROUNDS))
        mine = range(max(1, entered // 7), entered, max(1, entered // ROUNDS))
        figures["show, ms"] = typical(lambda n: show(books, f"P-{n}", AS_OF), mine)
        figures["pledges, first page by giver and standing, ms"] = typical(
            lambda n: list(
                pledges(
                    books,
                    AS_OF,
                    giver=GIVERS[n % 5],
                    standing_is=("behind", "late", "on course")[n % 3],
                )
            ),
            range(ROUNDS),
        )
        figures["pledges, a later page, ms"] = typical(
            lambda n: list(pledges(books, AS_OF, after=n)), ask
        )
        look = typical(lambda n: look_up(books, n), range(ROUNDS))
        figures["one indexed look-up of fifty rows, ms"] = look
        for name, asked in FILTERS.items():
            took = typical(lambda _, asked=asked: list(pledges(books, AS_OF, **asked)), range(5))  # type: ignore[misc]
            figures[f"first page {name}, ms"] = took
            figures[f"first page {name}, look-ups"] = took / look
        rows = typical(lambda _: look_up_waiting(books), range(5))
        inbox = typical(lambda _: what_waits(books), range(5))
        figures["inbox of a party, rows"] = look_up_waiting(books)
        figures["inbox of a party, ms"] = inbox
        figures["inbox of a party, look-ups of its rows"] = inbox / rows
        figures["one act, checked and durable, ms"] = typical(
            lambda n: one_act(books, n), range(1, min(entered, ROUNDS) + 1)
        )
        figures["memory before the whole, MB"] = peak_memory()
        for name, ask_sums in SUMS.items():
            took = typical(lambda _, ask_sums=ask_sums: ask_sums(books), range(5))  # type: ignore[misc]
            figures[f"{name}, ms"] = took
            figures[f"{name}, look-ups"] = took / look
        if copies == 1:
            figures["rebuild, s"] = timed(books.rebuild)
        figures["memory at the highest, MB"] = peak_memory()
        if balance(books, AS_OF).uneven:
            raise RuntimeError("the books are not even")
    return figures


FILTERS: dict[str, dict[str, Any]] = {
    "by receiver": {"receiver": "KAZ"},
    "by a receiver of none": {"receiver": "FRA"},
    "by topic": {"topic": "energy"},
    "by a topic of none": {"topic": "mining"},
    "by a standing of none": {"standing_is": "lapsed"},
    "by occasion": {"occasion": "summit 7"},
    "by an occasion of none": {"occasion": "summit 99"},
    "by receiver and topic": {"receiver": "KAZ", "topic": "energy"},
}
"""What a list may be asked for, with rows and without; counted in look-ups of as many rows."""


LOOKS: dict[str, Callable[[Books], object]] = {
    "search of two words": lambda books: search(books, "summit 17"),
    "search of a word that is nowhere": lambda books: search(books, "zakuro"),
    "documents": documents,
}
"""What reads entries and words, and so is asked of what was entered, before rows are copied."""


SUMS: dict[str, Callable[[Books], object]] = {
    "balance of all": lambda books: balance(books, AS_OF),
    "score of all": lambda books: scores(books, AS_OF),
    "score by party": lambda books: scores(books, AS_OF, by="party"),
    "score by topic": lambda books: scores(books, AS_OF, by="topic"),
    "score by summit": lambda books: scores(books, AS_OF, by="summit"),
}
"""What adds up all pledges, counted in look-ups too."""


def look_up(books: Books, number: int) -> None:
    """The rows of fifty pledges by their numbers: the least that a page of a list takes."""
    numbers = list(range(number * 7 + 1, number * 7 + 51))
    for table in (tables.PLEDGES, tables.LINES, tables.STANDINGS):
        list(books.journal.rows(table, [("number", "in", numbers)]))


def look_up_waiting(books: Books) -> int:
    """The rows of what waits for a party, by their index: the least that its inbox takes."""
    return sum(1 for _ in books.journal.rows(WAITING, [("party", "=", "KAZ")]))


def what_waits(books: Books) -> None:
    """The inbox of a party."""
    waiting(books, AS_OF, "KAZ")
    waiting_for(books, "KAZ", START)


def one_act(books: Books, number: int) -> None:
    """A receiver's late word, in a transaction of its own."""
    from zakuro.flow.acting.acts import receive

    receive(
        books, f"P-{number}", Word(party="KAZ", filed_by="x"), value=Decimal(1), on=date(2026, 1, 1)
    )


def peak_memory() -> float:
    """Megabytes at the highest."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _run(
    engine: str, count: int, copies: int, sender: multiprocessing.connection.Connection
) -> None:
    sender.send(measure(engine, count, copies))


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pledges", type=int, default=10_000)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), action="append")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    found = {}
    context = multiprocessing.get_context("spawn")
    for engine in given.engine or ["sqlite", "postgresql"]:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(engine, given.pledges, given.copies, sender))
        process.start()
        sender.close()
        found[engine] = receiver.recv()
        process.join()
    if given.json:
        print(json.dumps(found, indent=2))
        return
    count = given.pledges * given.copies
    table = Table(title=f"{count:,} pledges, {count * PER_PLEDGE:,} entries")
    table.add_column("what")
    for engine in found:
        table.add_column(engine, justify="right")
    for name in next(iter(found.values())):
        table.add_row(name, *(f"{figures[name]:,.2f}" for figures in found.values()))
    Console().print(table)


if __name__ == "__main__":
    main()
