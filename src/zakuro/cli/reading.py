"""The commands that read: read, mentions, explain, schema."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar, get_args

import click
import msgspec

from zakuro.cli.reading_words import explanation, mention_table, statement_tables
from zakuro.cli.terminal import bare
from zakuro.flow.batch.sources import INPUT, Source, sources
from zakuro.flow.batch.sources import source as source_at
from zakuro.flow.batch.tables import ENDINGS as TABLES
from zakuro.flow.batch.writing import check_places, write_whole
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Mention, MentionType, Reading, Statement

if TYPE_CHECKING:
    from zakuro.read.document.document import Document

Result = TypeVar("Result")


def _day(ctx: click.Context, param: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


def _sources(_: click.Context, __: click.Parameter, paths: tuple[str, ...]) -> list[Source]:
    """The documents at the paths given."""
    return sources(paths)


files = click.argument(
    "documents", nargs=-1, required=True, metavar="FILE|FOLDER|ARCHIVE…", callback=_sources
)
lenient = click.option(
    "--lenient", is_flag=True, help="Read on where bytes do not fit the encoding, and say where."
)
language = click.option(
    "--language",
    "-l",
    metavar="CODE",
    help="The language (ja, en, …); told from the text if not given.",
)
published = click.option(
    "--published",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    callback=_day,
    metavar="DAY",
    help="The day of publication, from which relative times run (2025-06-17).",
)
least = click.option(
    "--least",
    default="0.50",
    show_default=True,
    metavar="0…1",
    help="From which confidence on pledges, proposals, calls and results are shown.",
)
home = click.option(
    "--home",
    metavar="STATE",
    help="Whose government and offices are meant where no state is named (KAZ).",
)


def each_file(
    documents: Iterable[Source], work: Callable[[Source], Result]
) -> Iterator[tuple[Source, Result]]:
    """The result for each file; what fails is told at once, and the exit status is 1 at the end."""
    failed = 0
    for document in _with_progress(list(documents)):
        try:
            result = work(document)
        except ZakuroError as error:
            tell(document.name, error)
            failed += 1
            continue
        yield document, result
    if failed:
        sys.exit(1)


def tell(name: str, error: ZakuroError) -> None:
    """Say what is wrong with a document, by its name."""
    told = str(error).removeprefix(f"{PurePosixPath(name).name}: ")
    told = told if name in told else f"{name}: {told}"
    click.echo(f"Error: {told}", err=True)


def note(reading: Reading) -> None:
    """Say what of a document could not be read."""
    for words in reading.notes:
        click.echo(f"Note: {words}", err=True)


def _with_progress(documents: list[Source]) -> Iterable[Source]:
    """The files one by one, with a bar on a terminal."""
    if len(documents) < 2 or not sys.stderr.isatty():
        return documents
    from rich.console import Console  # noqa: PLC0415 (only where there is a bar to draw)
    from rich.progress import track  # noqa: PLC0415

    console = Console(file=bare(sys.stderr))
    return track(documents, description="reading", console=console, transient=True)


@click.command()
@files
@language
@published
@home
@least
@lenient
@click.option(
    "--sure", default="0", metavar="0…1", help="Only statements that are at least as sure as this."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "html"]),
    default="table",
    show_default=True,
    help="A table by kind, one JSON object a line, or one self-contained page.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="The file to write to (as .jsonl, .csv or .parquet one table of all documents);"
    " for several pages the directory.",
)
@click.option(
    "--page-language",
    metavar="CODE",
    help="The language of the labels on a page: en (by default), zh, ru, kk, ky, tg, tk, uz, ja.",
)
@click.option(
    "--cluster", metavar="ADDRESS", help='A Dask scheduler (tcp://…) whose workers read: "dask".'
)
def read(
    documents: list[Source],
    language: str | None,
    published: date | None,
    home: str | None,
    least: str,
    lenient: bool,
    sure: str,
    form: str,
    output: Path | None,
    page_language: str | None,
    cluster: str | None,
) -> None:
    """Read what documents say: pledges, results, proposals, calls, principles, positions, events.

    PDF (extra "pdf"), Word documents, HTML, Markdown and text; folders and ZIP archives of them.

    \b
    Example:
      zakuro read report.pdf --published 2025-06-17
      zakuro read report.txt --least 0.2    (what is doubtful, too)
      zakuro read reports/ reports.zip      (all documents in them)
      zakuro read reports/ --output statements.parquet
      zakuro read report.html --language ja --format html -o report-read.html
    """
    from zakuro.cli.batch import batch  # noqa: PLC0415 (--help comes at once)
    from zakuro.flow.batch.running import Options, line_of  # noqa: PLC0415
    from zakuro.flow.reading import freeze_and_read, surest  # noqa: PLC0415

    if output is not None and form != "html" and (form == "jsonl" or output.suffix in TABLES):
        options = Options(language, published, home, least, sure, lenient)
        batch(documents, output, options, cluster)
        return
    if page_language is not None and form != "html":
        raise ZakuroError("--page-language is of pages: give --format html")
    if cluster is not None:
        raise ZakuroError("--cluster needs a table: give --output statements.jsonl")
    places = _places(documents, form, output)
    lines: list[str] = []

    def read_one(source: Source) -> tuple[bytes, Document, Reading]:
        data = source.content()
        found = freeze_and_read(
            data, language, published, source.name, home, least, lenient=lenient
        )
        return data, *found

    for source, (data, document, whole) in each_file(documents, read_one):
        reading = surest(whole, sure)
        note(reading)
        if form == "html":
            from zakuro.flow.checking import findings_on  # noqa: PLC0415
            from zakuro.flow.page.page import page  # noqa: PLC0415

            original = data if document.kind == "pdf" else None
            findings = findings_on(document, reading)
            html = page(reading, document.blocks, original, findings, page_language or "en")
            if places:
                place = places[source]
                place.parent.mkdir(parents=True, exist_ok=True)
                write_whole(place, html.encode())
            else:
                bare(sys.stdout).write(f"{html}\n")
        elif form == "jsonl":
            lines += [line_of(statement, source.name) for statement in reading.statements]
        else:
            lines.append(statement_tables(reading, document.blocks))
        if output is None:
            _flush(lines)
    if output is not None and form != "html":
        write_whole(output, "".join(f"{line}\n" for line in lines).encode())


def _places(documents: list[Source], form: str, output: Path | None) -> dict[Source, Path]:
    """Where each page goes; checked, before anything is read, not to be what is read."""
    inputs = [source.path for source in documents if source.path != INPUT]
    if form != "html" or output is None:
        if form == "html" and len(documents) > 1:
            raise ZakuroError("several pages need a place: give a directory with --output")
        check_places(inputs, [("the result", output)] if output is not None else [])
        return {}
    if len(documents) == 1 and not output.is_dir():
        places = {documents[0]: output}
    else:
        if output.exists() and not output.is_dir():
            raise ZakuroError(f"{output}: a file; several pages need a directory")
        places = {
            source: output / PurePosixPath(source.place or "input").with_suffix(".html")
            for source in documents
        }
    check_places(inputs, [(source.name, place) for source, place in places.items()])
    return places


def _flush(lines: list[str]) -> None:
    for line in lines:
        click.echo(line)
    lines.clear()


@click.command()
@files
@language
@click.option(
    "--reference",
    "--published",
    "reference",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    callback=_day,
    metavar="DAY",
    help="The day from which relative times run.",
)
@lenient
@click.option(
    "--types",
    metavar="TYPE,…",
    help=f"Only these types ({', '.join(get_args(MentionType))}); number lists bare numbers too.",
)
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True
)
def mentions(
    documents: list[Source],
    language: str | None,
    reference: date | None,
    types: str | None,
    lenient: bool,
    form: str,
) -> None:
    """Find numbers, money, percents, counts, dates, periods and parties.

    \b
    Example:
      zakuro mentions report.txt --types money,percent --format jsonl
    """
    from zakuro.flow.batch.running import line_of  # noqa: PLC0415 (--help comes at once)
    from zakuro.flow.reading import mentions as find  # noqa: PLC0415

    chosen = _types(types)
    for source, found in each_file(
        documents,
        lambda source: find(
            source.content(), language, reference, chosen, source.name, lenient=lenient
        ),
    ):
        if form == "jsonl":
            for mention in found:
                click.echo(line_of(mention, source.name))
        else:
            click.echo(mention_table(source.name, found))


def _types(words: str | None) -> set[MentionType] | None:
    if words is None:
        return None
    chosen = {word.strip() for word in words.split(",") if word.strip()}
    known = set(get_args(MentionType))
    if unknown := chosen - known:
        raise ZakuroError(
            f"no type of mention called {', '.join(sorted(unknown))}; "
            f"there are {', '.join(sorted(known))}"
        )
    return {kind for kind in get_args(MentionType) if kind in chosen}


@click.command()
@click.argument("path", metavar="FILE")
@click.argument("statement_id", metavar="ID")
@language
@published
@home
@least
@lenient
def explain(
    path: str,
    statement_id: str,
    language: str | None,
    published: date | None,
    home: str | None,
    least: str,
    lenient: bool,
) -> None:
    """Show the words, the rule and the marks that made one statement.

    \b
    Example:
      zakuro explain report.txt s44 --published 2025-06-17
    """
    from zakuro.flow.reading import read as read_text  # noqa: PLC0415 (--help comes at once)
    from zakuro.flow.reading import reasons  # noqa: PLC0415 (as above)

    document = source_at(path)
    path, data = document.name, document.content()
    reading = read_text(data, language, published, path, home, least, lenient=lenient)
    note(reading)
    for statement in reading.statements:
        if statement.id == statement_id:
            weighed = reasons(data, statement, language, published, path, home, lenient=lenient)
            click.echo(explanation(reading, statement, weighed))
            return
    there = f"s1 to {reading.statements[-1].id}" if reading.statements else "none"
    raise ZakuroError(
        f"{path}: no statement {statement_id}; there are {there} (zakuro read {path})"
    )


@click.command()
def schema() -> None:
    """Print the JSON Schema of what read and mentions give.

    \b
    Example:
      zakuro schema > zakuro.schema.json
    """
    (_, _), components = msgspec.json.schema_components(
        [Statement, Mention], ref_template="#/$defs/{name}"
    )
    for record in ("Statement", "Mention"):  # a line names the document that it was read in
        components[record]["properties"]["source"] = {"type": "string"}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "zakuro",
        "anyOf": [{"$ref": "#/$defs/Statement"}, {"$ref": "#/$defs/Mention"}],
        "$defs": components,
    }
    click.echo(msgspec.json.format(msgspec.json.encode(whole)).decode())
