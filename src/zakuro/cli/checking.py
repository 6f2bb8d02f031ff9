"""The command that checks: a text against itself, arithmetic, rates and series; books likewise."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click
import msgspec

from zakuro.cli.books.options import DAY
from zakuro.cli.looking.series import series_option
from zakuro.cli.reading import each_file, home, language, lenient, note, published
from zakuro.cli.terminal import bare
from zakuro.flow.batch.sources import Source, sources
from zakuro.model.errors import ZakuroError
from zakuro.model.finding import Finding


def _sources(_: click.Context, __: click.Parameter, paths: tuple[str, ...]) -> list[Source]:
    return sources(paths) if paths else []


@click.command()
@click.argument("documents", nargs=-1, metavar="[FILE|FOLDER|ARCHIVE]…", callback=_sources)
@language
@published
@home
@lenient
@series_option
@click.option(
    "--books",
    "-b",
    metavar="FILE|URL",
    help="Check the documents of these books against each other, in all their languages.",
)
@click.option(
    "--scores",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Check a table of scores (CSV): the rows whose printed mean their scores do not give.",
)
@click.option("--mean", metavar="HEAD", help="With --scores: the column that prints the mean.")
@click.option(
    "--since", type=DAY, metavar="DAY", help="With --books: only what was filed since then."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "html"]),
    default="table",
    show_default=True,
    help="A table, one JSON object a line, or the reading as a page with the findings in it.",
)
def check(
    documents: list[Source],
    language: str | None,
    published: date | None,
    home: str | None,
    lenient: bool,
    series_files: tuple[Path, ...],
    books: str | None,
    scores: Path | None,
    mean: str | None,
    since: date | None,
    form: str,
) -> None:
    """Check what documents say against themselves, arithmetic and reference rates.

    What does not agree comes first.  A rule that is not sure is silent.

    \b
    Example:
      zakuro check report.txt --published 2025-06-17
      zakuro check report.txt --series trade.csv
      zakuro check report.txt --format html > checked.html
      zakuro check --books books.db
      zakuro check --scores table.csv --mean average
    """
    if bool(documents) + bool(books) + (scores is not None) != 1:
        raise ZakuroError(
            "Say what to check: documents (zakuro check report.txt), or the documents of books "
            "(zakuro check --books books.db), or a table (zakuro check --scores table.csv)."
        )
    if since is not None and not books:
        raise ZakuroError("--since is of what was filed in books: give --books, too.")
    if mean is not None and scores is None:
        raise ZakuroError("--mean is the column of a table of scores: give --scores, too.")
    if form == "html" and len(documents) > 1:
        raise ZakuroError("A page is of one document: give one, or take --format jsonl.")
    if scores is not None:
        _scores(scores, mean, form)
        return
    if books:
        _books(books, since, series_files, form)
        return
    from zakuro.flow.checking import check_document  # noqa: PLC0415 (--help comes at once)
    from zakuro.flow.looking.series import read_series  # noqa: PLC0415

    points = read_series(series_files)
    for source, (document, reading, findings) in each_file(
        documents,
        lambda source: check_document(
            source.content(), language, published, source.name, home, lenient=lenient, points=points
        ),
    ):
        note(reading)
        if form == "jsonl":
            _lines(findings)
        elif form == "html":
            from zakuro.flow.page.page import page  # noqa: PLC0415

            bare(sys.stdout).write(f"{page(reading, document.blocks, findings=findings)}\n")
        else:
            click.echo(_table(source.name, {"": reading.text}, findings))


def _books(place: str, since: date | None, series_files: Sequence[Path], form: str) -> None:
    """Check the documents of books."""
    from zakuro.flow.keeping.books import open_books  # noqa: PLC0415
    from zakuro.flow.looking.series import check_books, read_series, texts  # noqa: PLC0415
    from zakuro.flow.page.findings import findings_page  # noqa: PLC0415

    with open_books(place) as opened:
        findings = check_books(opened, since, read_series(series_files))
        kept = texts(opened, findings)
    if form == "jsonl":
        _lines(findings)
    elif form == "html":
        bare(sys.stdout).write(f"{findings_page(place, findings, kept)}\n")
    else:
        click.echo(_table(place, kept, findings))


def _scores(path: Path, mean: str | None, form: str) -> None:
    """Check a table of scores."""
    from zakuro.flow.checking import check_scores  # noqa: PLC0415
    from zakuro.flow.page.findings import findings_page  # noqa: PLC0415

    text, findings = check_scores(path, mean)
    if form == "jsonl":
        _lines(findings)
    elif form == "html":
        bare(sys.stdout).write(f"{findings_page(path.name, findings, {'': text})}\n")
    else:
        click.echo(_table(path.name, {"": text}, findings))


def _lines(findings: Sequence[Finding]) -> None:
    for finding in findings:
        click.echo(msgspec.json.encode(finding).decode())


def _table(name: str, texts: Mapping[str, str], findings: Sequence[Finding]) -> str:
    """The findings for people, with the lines on which their words stand."""
    from zakuro.cli.tables import drawn  # noqa: PLC0415 (only where there is a table to draw)

    if not findings:
        return f"{name}: nothing found to check"
    rows = [
        (
            finding.id,
            finding.verdict,
            finding.kind,
            finding.says,
            ", ".join(
                dict.fromkeys(
                    f"{place.document}:{line}" if place.document else line
                    for place in finding.where
                    for line in [_line(texts[place.document], place.start)]
                )
            ),
            finding.rule,
        )
        for finding in findings
    ]
    headings = ("", "verdict", "kind", "says", "lines", "rule")
    title = f"{name}: {len(rows)} finding{'s' if len(rows) > 1 else ''}"
    return drawn(title, headings, rows)


def _line(text: str, offset: int) -> str:
    return str(text.count("\n", 0, offset) + 1)
