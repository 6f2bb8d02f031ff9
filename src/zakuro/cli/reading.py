"""The commands that read: read, mentions, explain, schema."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar, get_args

import click
import msgspec

from zakuro.cli.reading_words import explanation, mention_table, statement_tables
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Mention, MentionType, Reading, Statement

Result = TypeVar("Result")


def _day(ctx: click.Context, param: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


_DOCUMENTS = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")
"""How the names of the documents end that a folder is read for."""


def _files(_: click.Context, __: click.Parameter, paths: tuple[str, ...]) -> tuple[str, ...]:
    """The files given, and the documents of the folders given."""
    return tuple(file for path in paths for file in _files_of(path))


files = click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER…", callback=_files)
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


def file_bytes(path: str) -> bytes:
    """What a file holds; ``-`` is the standard input."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ZakuroError(
            f"{path}: {reason}: give a file that can be read, or - for input"
        ) from error


def _files_of(path: str) -> list[str]:
    """A file, or the documents of a folder in the order of their names."""
    folder = Path(path)
    if path == "-" or not folder.is_dir():
        return [path]
    files = [str(file) for file in sorted(folder.iterdir()) if file.suffix.lower() in _DOCUMENTS]
    if not files:
        raise ZakuroError(
            f"{path}: no document in this folder: its files end in none of {', '.join(_DOCUMENTS)}"
        )
    return files


def each_file(paths: Iterable[str], work: Callable[[str], Result]) -> Iterator[tuple[str, Result]]:
    """The result for each file; what fails is told at once, and the exit status is 1 at the end."""
    failed = 0
    for path in _with_progress(list(paths)):
        try:
            result = work(path)
        except ZakuroError as error:
            told = str(error) if path in str(error) else f"{path}: {error}"
            click.echo(f"Error: {told}", err=True)
            failed += 1
            continue
        yield path, result
    if failed:
        sys.exit(1)


def _with_progress(paths: list[str]) -> Iterable[str]:
    """The files one by one, with a bar on a terminal."""
    if len(paths) < 2 or not sys.stderr.isatty():
        return paths
    from rich.console import Console  # noqa: PLC0415 (only where there is a bar to draw)
    from rich.progress import track  # noqa: PLC0415

    return track(paths, description="reading", console=Console(stderr=True), transient=True)


@click.command()
@files
@language
@published
@home
@least
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
    help="The file to write to; for several pages the directory.",
)
def read(
    paths: tuple[str, ...],
    language: str | None,
    published: date | None,
    home: str | None,
    least: str,
    sure: str,
    form: str,
    output: Path | None,
) -> None:
    r"""Read what documents say: pledges, results, proposals, calls, principles, positions, events.

    \b
    Example:
      zakuro read report.txt --published 2025-06-17
      zakuro read report.txt --least 0.2    (what is doubtful, too)
      zakuro read reports/                  (all documents of a folder)
      zakuro read report.html --language ja --format html -o report-read.html
    """
    from zakuro.flow.reading import freeze_and_read  # noqa: PLC0415 (--help comes at once)

    if form == "html" and len(paths) > 1 and output is None:
        raise ZakuroError("several pages need a place: give a directory with --output")
    lines: list[str] = []
    for path, (document, whole) in each_file(
        paths,
        lambda path: freeze_and_read(
            file_bytes(path), language, published, source=path, home=home, least=least
        ),
    ):
        reading = _surest(whole, sure)
        if form == "html":
            from zakuro.flow.page.page import page  # noqa: PLC0415

            html = page(reading, document.blocks)
            if len(paths) > 1 and output is not None:
                output.mkdir(parents=True, exist_ok=True)
                (output / f"{Path(path).stem}.html").write_text(html, encoding="utf-8")
                continue
            lines.append(html)
        elif form == "jsonl":
            lines += [msgspec.json.encode(statement).decode() for statement in reading.statements]
        else:
            lines.append(statement_tables(reading))
        if output is None:
            _flush(lines)
    if output is not None and lines:
        output.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _surest(reading: Reading, sure: str) -> Reading:
    """A reading with only the statements that are at least so sure."""
    from zakuro.read.weighing.silence import hundredths  # noqa: PLC0415 (--help comes at once)

    least = hundredths(sure)
    kept = [s for s in reading.statements if hundredths(s.confidence or "1") >= least]
    return msgspec.structs.replace(reading, statements=tuple(kept))


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
@click.option(
    "--types",
    metavar="TYPE,…",
    help=f"Only these types ({', '.join(get_args(MentionType))}); number lists bare numbers too.",
)
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True
)
def mentions(
    paths: tuple[str, ...],
    language: str | None,
    reference: date | None,
    types: str | None,
    form: str,
) -> None:
    r"""Find numbers, money, percents, counts, dates, periods and parties.

    \b
    Example:
      zakuro mentions report.txt --types money,percent --format jsonl
    """
    from zakuro.flow.reading import mentions as find  # noqa: PLC0415 (--help comes at once)

    chosen = _types(types)
    for path, found in each_file(
        paths,
        lambda path: find(
            file_bytes(path), language=language, reference=reference, types=chosen, source=path
        ),
    ):
        if form == "jsonl":
            for mention in found:
                click.echo(msgspec.json.encode(mention).decode())
        else:
            click.echo(mention_table(path, found))


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
def explain(
    path: str,
    statement_id: str,
    language: str | None,
    published: date | None,
    home: str | None,
    least: str,
) -> None:
    r"""Show the words, the rule and the marks that made one statement.

    \b
    Example:
      zakuro explain report.txt s44 --published 2025-06-17
    """
    from zakuro.flow.reading import read as read_text  # noqa: PLC0415 (--help comes at once)
    from zakuro.flow.reading import reasons  # noqa: PLC0415 (as above)

    data = file_bytes(path)
    reading = read_text(data, language, published, path, home, least)
    for statement in reading.statements:
        if statement.id == statement_id:
            weighed = reasons(data, statement, language, published, path, home)
            click.echo(explanation(reading, statement, weighed))
            return
    there = f"s1 to {reading.statements[-1].id}" if reading.statements else "none"
    raise ZakuroError(
        f"{path}: no statement {statement_id}; there are {there} (zakuro read {path})"
    )


@click.command()
def schema() -> None:
    r"""Print the JSON Schema of what read and mentions give.

    \b
    Example:
      zakuro schema > zakuro.schema.json
    """
    (_, _), components = msgspec.json.schema_components(
        [Statement, Mention], ref_template="#/$defs/{name}"
    )
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "zakuro",
        "anyOf": [{"$ref": "#/$defs/Statement"}, {"$ref": "#/$defs/Mention"}],
        "$defs": components,
    }
    click.echo(msgspec.json.format(msgspec.json.encode(whole)).decode())
