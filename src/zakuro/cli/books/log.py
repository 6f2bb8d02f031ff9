"""The log under the books: verify, prove, rebuild, export-log, backup, migrate."""

from __future__ import annotations

from pathlib import Path

import click

from zakuro.cli.books.options import Given, on_books, print_json
from zakuro.flow.keeping import logs
from zakuro.flow.keeping.keeping import private_key
from zakuro.journal import migrate_journal
from zakuro.model.errors import ZakuroError

_KEY = click.option(
    "--key",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The log's private key (`zakuro key make log.pem`).",
)


@click.command()
@click.option(
    "--log",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Check published files instead of books; needs --log-key.",
)
@click.option("--log-key", metavar="NAME+ID+KEY", help="The line by which the log's notes verify.")
@on_books
def verify(given: Given, *, log: Path | None, log_key: str | None) -> None:
    """Check the whole log: order, hashes, signatures, documents; or a published one.

    Example: zakuro verify --books books.db
    """
    if log is not None:
        if log_key is None:
            raise ZakuroError("Published files are checked against their key: give --log-key.")
        head = logs.check_log(log, log_key)
        found = logs.Checked(head.size, head.root, 0, ())
    else:
        with given.open() as books:
            found = logs.verify_books(books)
    if given.form == "json":
        print_json(found)
    else:
        click.echo(f"{found.size} entries, root {found.root}, {found.signatures} signatures")
        for fault in found.faults:
            click.echo(f"FAULT  {fault}")
        click.echo("Not as written." if found.faults else "All as written.")
    if found.faults:
        click.get_current_context().exit(1)


@click.command()
@click.argument("entry", metavar="E-41", required=False)
@_KEY
@click.option(
    "--check",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Check a proof instead, without books; needs --log-key.",
)
@click.option("--log-key", metavar="NAME+ID+KEY", help="The line by which the log's notes verify.")
@on_books
def prove(
    given: Given, *, entry: str | None, key: Path | None, check: Path | None, log_key: str | None
) -> None:
    """Prove that an entry stands in the log: a file (JSON) that anybody can check.

    Example: zakuro prove E-41 --key log.pem > e-41.proof.json
    """
    if check is not None:
        if log_key is None:
            raise ZakuroError("A proof is checked against the log's key: give --log-key.")
        proved = logs.check_entry(check.read_bytes(), log_key)
        print_json(proved)
        return
    if entry is None:
        raise ZakuroError("Say which entry: zakuro prove E-41.")
    with given.open() as books:
        click.echo(logs.prove_entry(books, entry, private_key(key)).decode(), nl=False)


@click.command()
@on_books
def rebuild(given: Given) -> None:
    """Make the tables for lists again, from the entries alone.

    Example: zakuro rebuild --books books.db
    """
    with given.open() as books:
        count = books.rebuild()
    if given.form == "json":
        print_json({"pledges": count})
    else:
        click.echo(f"{count} pledges made again from the entries.")


@click.command(name="export-log")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--key",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The log's private key (`zakuro key make log.pem`).",
)
@on_books
def export_log(given: Given, *, directory: Path, key: Path) -> None:
    """Publish the log as static files: tiles, entries and a signed checkpoint.

    Example: zakuro export-log public/log --key log.pem
    """
    with given.open() as books:
        published = logs.publish_log(books, directory, private_key(key))
    if given.form == "json":
        print_json(published)
    else:
        click.echo(f"{published.size} entries in {directory}, root {published.root}")
        click.echo(f"Whoever checks them needs this line: {published.key}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@on_books
def backup(given: Given, *, file: Path) -> None:
    """Copy the books into a new file (SQLite), every hash checked on the way.

    Example: zakuro backup books-2026-06-30.db
    """
    with given.open() as books:
        copied = logs.copy_books(books, file)
    if given.form == "json":
        print_json(copied)
    else:
        click.echo(f"{copied.size} entries in {file}, root {copied.root}")


@click.command()
@on_books
def migrate(given: Given) -> None:
    """Bring books made by an older zakuro up to date; their entries never change.

    Example: zakuro migrate --books books.db
    """
    version = migrate_journal(given.place)
    if given.form == "json":
        print_json({"version": version})
    else:
        click.echo(f"Tables of version {version}.")
