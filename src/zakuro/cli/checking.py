"""The command that checks: a text against itself, against arithmetic and reference rates."""

from __future__ import annotations

from datetime import date

import click
import msgspec

from zakuro.cli.reading import each_file, files, home, language, lenient, note, published
from zakuro.flow.batch.sources import Source
from zakuro.model.finding import Finding
from zakuro.model.statement import Reading


@click.command()
@files
@language
@published
@home
@lenient
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="A table, or one JSON object a line.",
)
def check(
    documents: list[Source],
    language: str | None,
    published: date | None,
    home: str | None,
    lenient: bool,
    form: str,
) -> None:
    r"""Check what documents say against themselves, arithmetic and reference rates.

    What does not agree comes first.  A rule that is not sure is silent.

    \b
    Example:
      zakuro check report.txt --published 2025-06-17
      zakuro check report.txt --format jsonl
    """
    from zakuro.flow.checking import check as check_text  # noqa: PLC0415 (--help comes at once)

    for source, (reading, findings) in each_file(
        documents,
        lambda source: check_text(
            source.content(), language, published, source.name, home, lenient=lenient
        ),
    ):
        note(reading)
        if form == "jsonl":
            for finding in findings:
                click.echo(msgspec.json.encode(finding).decode())
        else:
            click.echo(_table(source.name, reading, findings))


def _table(path: str, reading: Reading, findings: tuple[Finding, ...]) -> str:
    """The findings for people, with the lines on which their words stand."""
    from zakuro.cli.tables import drawn  # noqa: PLC0415 (only where there is a table to draw)

    if not findings:
        return f"{path}: nothing found to check"
    rows = [
        (
            finding.id,
            finding.verdict,
            finding.kind,
            finding.says,
            ", ".join(dict.fromkeys(_line(reading.text, place.start) for place in finding.where)),
            finding.rule,
        )
        for finding in findings
    ]
    headings = ("", "verdict", "kind", "says", "lines", "rule")
    return drawn(f"{path}: {len(rows)} findings", headings, rows)


def _line(text: str, offset: int) -> str:
    return str(text.count("\n", 0, offset) + 1)
