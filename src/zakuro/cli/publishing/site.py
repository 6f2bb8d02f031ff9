"""The whole books as static files, for any web host."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from zakuro.cli.books.options import Given, as_of_option, on_books, print_json
from zakuro.cli.portal import portal
from zakuro.cli.publishing.feeds import root_of
from zakuro.cli.terminal import bar
from zakuro.flow.keeping.books import open_books
from zakuro.flow.keeping.keeping import private_key
from zakuro.flow.keeping.logs import publish_log
from zakuro.words.catalogue import LOCALES


@click.command()
@click.argument("folder", metavar="SITE/", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(list(LOCALES)),
    help="In which language; may be repeated. Else in all nine.",
)
@click.option("--address", default="", metavar="URL", help="Where it will stand on the web.")
@click.option(
    "--key",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The log's private key: also writes the log as signed tiles.",
)
@as_of_option
@on_books
def publish(
    given: Given,
    *,
    folder: Path,
    languages: tuple[str, ...],
    address: str,
    key: Path | None,
    as_of: date,
) -> None:
    """Write the pages and all data as static files.

    Any web host serves them; there is no search and no other day. Made anew it writes only what
    changed.

    Example: zakuro publish site --language en --language ja --key log.pem
    """
    portal()
    from zakuro.portal.publishing.static import publish as write_site  # noqa: PLC0415 - an extra

    root = root_of(address)
    with open_books(given.place):
        pass  # what is wrong with the books is said before anything is written
    with bar("publishing") as told:
        made = write_site(
            given.place, folder, as_of, languages or tuple(LOCALES), address=root, told=told
        )
    if key is not None:
        with given.open() as books:
            publish_log(books, folder / "log", private_key(key))
    if given.form == "json":
        print_json(made)
        return
    click.echo(f"{made.files} files in {folder}: {made.written} written, {made.removed} removed")
    if made.left_out:
        click.echo(f"{made.left_out} pages left out, beyond the most of a language")
    if made.without:
        click.echo(f"Left out: {', '.join(made.without)} (pip install 'zakuro[parquet]')")
    if key is None:
        click.echo("The log as signed tiles needs its key: --key log.pem")
