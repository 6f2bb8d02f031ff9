"""The bundled example as books, and the picture of where its pledges stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from zakuro.cli.books.options import DAY, Given, plain_result, print_json
from zakuro.cli.books.picture import picture
from zakuro.cli.deciding.drawing import draw_text
from zakuro.cli.deciding.options import written
from zakuro.flow.deciding.demo import AS_OF as DECIDED
from zakuro.flow.deciding.demo import make_deciding_demo
from zakuro.flow.deciding.looking import show, texts
from zakuro.flow.demo import AS_OF, make_demo
from zakuro.flow.looking.lists import pledges


@click.command()
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Keep the books in this file, to look at with the other commands.",
)
@click.option(
    "--decide", is_flag=True, help="Six invented states that decide, in place of the summit."
)
@click.option("--as-of", type=DAY, default=AS_OF, show_default=True, metavar="DAY")
@plain_result
def demo(given: Given, *, keep: Path | None, decide: bool, as_of: date) -> None:
    """Fill books with the bundled example, and show where its pledges stand.

    It is what China and the Central Asian states promised each other from 2022 to 2026, and the
    EU, Japan and the United States with them, and what was told of it since, in the keeper's own
    words, with every source's publisher and address.  None of it is made up.

    With --decide six invented states adopt one text by silence, and one is broken.

    Example: zakuro demo --keep demo.db
    """
    if decide:
        _decide(given, keep)
        return
    with TemporaryDirectory() as folder, make_demo(keep or Path(folder) / "demo.db") as books:
        found = list(pledges(books, as_of, limit=None))
        if given.form == "json":
            print_json(found)
            return
        told = [each for each in found if each.word != "not reported"]
        click.echo(f"What has been told of {len(told)} of {len(found)} pledges, as of {as_of}:\n")
        click.echo(picture(told))
        click.echo(
            f"\nOf the other {len(found) - len(told)} no report was found; the books say who "
            "looked, where and up to which day."
        )
        if keep:
            click.echo(f"\nNext: zakuro show P-1 --books {keep}")


def _decide(given: Given, keep: Path | None) -> None:
    """Show the books of six invented states that decide."""
    with (
        TemporaryDirectory() as folder,
        make_deciding_demo(keep or Path(folder) / "six.db") as books,
    ):
        found = [show(books, line.name, DECIDED) for line in texts(books, DECIDED)]
        if given.form == "json":
            print_json(found)
            return
        click.echo(f"What six invented states decided, as of {written(DECIDED)}:")
        for text in found:
            click.echo(f"\n{draw_text(books, text, None)}")
        if keep:
            click.echo(f"\nNext: zakuro texts --books {keep}")
