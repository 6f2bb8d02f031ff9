"""Places: whether every statement expected of a report has a page or a row where it stands."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.figures import Figure
from zakuro.flow.acting.bulk import accept_waiting
from zakuro.flow.acting.review import accept
from zakuro.flow.acting.take_in import take_in
from zakuro.flow.acting.waiting import Choices, Selection
from zakuro.flow.keeping.books import Books, make_books
from zakuro.flow.things import entering
from zakuro.flow.things.places import places
from zakuro.model.acts import Charter
from zakuro.model.statement import Reading, Statement

REPORT = "summit-astana-2025.ja"
DAY = date(2025, 6, 17)
BELONGS = {
    "pledge": "pledge",
    "proposal": "proposals",
    "call": "proposals",
    "position": "positions",
    "principle": "thing",
    "result": "thing",
    "event": "thing",
    "context": "document",
}
"""Where a statement of a kind stands, beside its document."""


def measure(shared: Path) -> list[Figure]:
    """The statements expected of the report that stand where those of their kind belong."""
    text = (shared / "seed" / f"{REPORT}.txt").read_bytes().decode("utf-8")
    lines = (shared / "gold" / f"{REPORT}.jsonl").read_text("utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()]
    gold = [each for each in gold if each["kind"] != "optional"]
    with TemporaryDirectory() as folder:
        books = make_books(
            Path(folder) / "books.db",
            Charter(members=("CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB")),
            name="example.org/gold",
            filed_by="bench",
            now=lambda: datetime(2025, 6, 18, tzinfo=UTC),
        )
        with books:
            statements = _file(books, text, gold)
            _keep(books, statements)
            found = sum(
                BELONGS[each.kind] in {place.sort for place in places(books, f"D-1:{each.id}")}
                for each in statements
            )
    return [
        Figure(
            name="places: statements of the report that have a page or a row %",
            value=round(100 * found / len(gold), 1),
            cases=len(gold),
            constant=0.0,
            floor=100,
        )
    ]


def _file(books: Books, text: str, gold: list[dict[str, Any]]) -> list[Statement]:
    """File the report with the statements that are expected of it."""
    digest = sha256(text.encode()).hexdigest()
    statements = [
        Statement(
            id=f"s{number}",
            document=digest,
            kind=each["kind"],
            start=each["start"],
            end=each["end"],
            exact=text[each["start"] : each["end"]],
            speaker=each.get("speaker"),
            givers=tuple(each.get("givers", ())),
            receivers=tuple(each.get("receivers", ())),
            parties=tuple(each.get("parties", ())),
        )
        for number, each in enumerate(gold, start=1)
    ]
    reading = Reading(
        language="ja", document=digest, text=text, published=DAY, statements=tuple(statements)
    )
    take_in(books, reading, text.encode(), reader="gold", filed_by="bench")
    return statements


def _keep(books: Books, statements: list[Statement]) -> None:
    """Open the pledges, a charter of the principles, a series of the meetings, and a mechanism."""
    with books.writing() as writer:
        for each in statements:
            if each.kind == "pledge":
                accept(writer, f"D-1:{each.id}", "bench", anew=True, choices=Choices())
        accept_waiting(writer, Selection(kinds=("principle", "result", "event")), "bench")
    things = {
        "principle": entering.open_thing(books, "charter", {"ja": "精神"}, filed_by="bench"),
        "event": entering.open_thing(books, "summit series", {"ja": "首脳会議"}, filed_by="bench"),
        "result": entering.open_thing(books, "mechanism", {"ja": "枠組み"}, filed_by="bench"),
    }
    for each in statements:
        if each.kind not in things:
            continue
        thing, name = things[each.kind].subject, f"D-1:{each.id}"
        if each.kind == "result":
            entering.tie(books, thing, name, filed_by="bench")
        else:
            sort = "value" if each.kind == "principle" else "meeting"
            names = {"ja": each.exact}
            entering.add_item(books, thing, sort, names, filed_by="bench", words=name)  # type: ignore[arg-type]
