"""The command that compares: two versions of a document, or two summits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import get_args

import click
import msgspec

from zakuro.cli.reading import home, lenient, note, published
from zakuro.flow.batch.sources import INPUT, source
from zakuro.flow.batch.writing import check_places, write_whole
from zakuro.model.statement import Kind, Reading, Statement


@click.command()
@click.argument("one", metavar="ONE")
@click.argument("other", metavar="OTHER")
@published
@click.option(
    "--other-published",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="DAY",
    help="The day of the other, where it is not the same.",
)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(get_args(Kind)),
    multiple=True,
    default=("pledge",),
    show_default=True,
    help="What is compared; may be given several times.",
)
@home
@lenient
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "html"]),
    default="table",
    show_default=True,
    help="Tables, one JSON object a line, or one self-contained page.",
)
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The file to write to.")
def compare(
    one: str,
    other: str,
    published: date | None,
    other_published: date | None,
    kinds: tuple[Kind, ...],
    home: str | None,
    lenient: bool,
    form: str,
    output: Path | None,
) -> None:
    """Compare what two documents promise: versions of one, in any languages, or two summits.

    Promises stand side by side with what differs in party, figure, day or strength; then come
    those that only one of the two holds.

    \b
    Example:
      zakuro compare communique.ru.pdf communique.zh.pdf --format html -o compared.html
    """
    from zakuro.flow.comparing import compare as compare_documents  # noqa: PLC0415 (--help at once)
    from zakuro.flow.page.comparison import comparison_page  # noqa: PLC0415

    check_places(
        [path for path in (one, other) if path != INPUT],
        [("the result", output)] if output is not None else [],
    )
    days = published, (other_published or published)
    first, second, found = compare_documents(
        source(one), source(other), days, kinds, home=home, lenient=lenient
    )
    note(first)
    note(second)
    if form == "html":
        said = comparison_page(first, second, found)
    elif form == "jsonl":
        records = [
            *found.both,
            *({"one": only} for only in found.only_one),
            *({"other": only} for only in found.only_other),
        ]
        said = "".join(f"{msgspec.json.encode(record).decode()}\n" for record in records)
    else:
        pairs = [
            (
                pair.one.id, pair.other.id, _short(pair.one), _short(pair.other),
                "; ".join(
                    f"{each.field}: {each.one or 'not said'} / {each.other or 'not said'}"
                    for each in pair.differences
                ),
            )
            for pair in found.both
        ]  # fmt: skip
        said = _tables(first, second, pairs, (found.only_one, found.only_other))
    if output is not None:
        write_whole(output, said.encode())
    else:
        click.echo(said.rstrip("\n"))


def _tables(
    first: Reading,
    second: Reading,
    pairs: Sequence[tuple[str, ...]],
    alone: tuple[Iterable[Statement], Iterable[Statement]],
) -> str:
    from zakuro.cli.tables import drawn  # noqa: PLC0415 (only where there is a table to draw)

    names = [reading.source or "text" for reading in (first, second)]
    parts = [drawn(f"in both ({len(pairs)})", ("one", "other", *names, "differs"), pairs)]
    for name, statements in zip(names, alone, strict=True):
        rows = [(said.id, ", ".join(said.givers), _short(said)) for said in statements]
        if rows:
            parts.append(drawn(f"only in {name} ({len(rows)})", ("", "who", "what"), rows))
    return "\n".join(parts)


def _short(said: Statement, most: int = 60) -> str:
    words = " ".join(said.exact.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
