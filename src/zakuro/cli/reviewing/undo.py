"""Taking back what one entered last."""

from __future__ import annotations

from pathlib import Path

import click

from zakuro.cli.books.options import Given, entering, print_json
from zakuro.flow.acting.undo import undo_last
from zakuro.flow.keeping.keeping import private_key


@click.command()
@click.option("--reason", default="entered by mistake", show_default=True, help="Why.")
@click.option(
    "--sign-with",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The key that signed it.",
)
@entering
def undo(given: Given, *, reason: str, sign_with: Path | None) -> None:
    """Take back the last thing you entered; both stay in the books.

    Example: zakuro undo --reason "the wrong pledge"
    """
    with given.open() as books:
        what = undo_last(books, given.filed_by, reason=reason, key=private_key(sign_with))
    if given.form == "json":
        print_json({"taken_back": what})
    else:
        click.echo(f"Taken back: {what}")
