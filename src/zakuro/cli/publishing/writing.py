"""Where what is published goes: a new file, or the terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from zakuro.flow.batch.writing import write_whole
from zakuro.model.errors import ZakuroError
from zakuro.words.catalogue import LOCALES

language_option = click.option(
    "--language",
    type=click.Choice(list(LOCALES)),
    default="en",
    show_default=True,
    help="In which language.",
)


def output_option(
    metavar: str, words: str = "Write it there; else it is printed."
) -> Callable[[Any], Any]:
    """Give the option that names the file to write."""
    return click.option("--output", type=click.Path(path_type=Path), metavar=metavar, help=words)


def write(written: bytes, output: Path | None) -> None:
    """Write to a new file, or print; ZakuroError for a file that is there or cannot be written."""
    if output is None:
        click.echo(written.decode("utf-8"), nl=False)
        return
    if output.exists():
        raise ZakuroError(f"{output} is there already: give another name, or move it away.")
    write_whole(output, written)
    click.echo(f"Written: {output}", err=True)
