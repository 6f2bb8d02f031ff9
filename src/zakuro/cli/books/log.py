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
_LOG_KEY = click.option(
    "--log-key", metavar="NAME+ID+KEY", help="The line by which the log's notes verify."
)


@click.command()
@click.option(
    "--log",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Check published files; with --books also hold the books against them. Needs --log-key.",
)
@click.option(
    "--head",
    "heads",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Hold the books against a head kept from before: a checkpoint (needs --log-key), or what "
    "`verify --format json` printed.",
)
@_LOG_KEY
@on_books
def verify(given: Given, *, log: Path | None, heads: tuple[Path, ...], log_key: str | None) -> None:
    """Check the whole log: order, hashes, signatures, documents, and what lists are printed from.

    Against somebody who wrote all of it anew helps only a head that was published before: --log or
    --head, without the log's private key.

    Example: zakuro verify --books books.db --head checkpoint --log-key NAME+ID+KEY
    """
    known = [logs.read_head(path, log_key) for path in heads]
    if log is not None:
        if log_key is None:
            raise ZakuroError("Published files are checked against their key: give --log-key.")
        known.append(logs.check_log(log, log_key))
    if log is not None and not heads and not given.books:
        found = logs.Checked(known[-1].size, known[-1].root, 0, ())
    else:
        with given.open() as books:
            found = logs.verify_books(books, known)
    if given.form == "json":
        print_json(found)
    else:
        click.echo(f"{found.size} entries, root {found.root}, {found.signatures} signatures")
        for head in found.heads:
            click.echo(f"Held against the head of {head.size} entries, root {head.root}")
        for entry in found.older_rules:
            click.echo(f"Entered under older rules, refused today: {entry}")
        _echo_faults(found.faults)
        click.echo("Not as written." if found.faults else "All as written.")
    if found.faults:
        click.get_current_context().exit(1)


def _echo_faults(faults: tuple[str, ...]) -> None:
    for fault in faults:
        click.echo(f"FAULT  {fault}")


@click.command()
@click.argument("entry", metavar="E-41", required=False)
@_KEY
@click.option(
    "--check",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Check a proof instead, without books; needs --log-key.",
)
@_LOG_KEY
@on_books
def prove(
    given: Given, *, entry: str | None, key: Path | None, check: Path | None, log_key: str | None
) -> None:
    """Prove that an entry stands in the log: a file that anybody can check.

    With the log's key it is a C2SP tlog-proof, which others' tools read too; with --format json,
    or without the key, an object of zakuro's own.

    Example: zakuro prove E-41 --key log.pem > e-41.tlog-proof
    """
    if check is not None:
        if entry is not None or key is not None:
            raise ZakuroError("--check reads a proof, and makes none: leave out E-… and --key.")
        if log_key is None:
            raise ZakuroError("A proof is checked against the log's key: give --log-key.")
        proved = logs.check_entry(check.read_bytes(), log_key)
        if given.form == "json":
            print_json(proved)
        else:
            size = proved.head.size
            click.echo(f"The proof holds: entry {proved.entry.number} in {size}.")
            click.echo(proved.written)
        return
    if entry is None:
        raise ZakuroError("Say which entry: zakuro prove E-41.")
    as_json = given.form == "json"
    with given.open() as books:
        proof = logs.prove_entry(books, entry, private_key(key), as_json=as_json)
    click.echo(proof.decode(), nl=False)


@click.command()
@on_books
def rebuild(given: Given) -> None:
    """Make the tables for lists again, from the entries alone, and say what had differed.

    Example: zakuro rebuild --books books.db
    """
    with given.open() as books:
        count, differed = logs.rebuild_tables(books)
    if given.form == "json":
        print_json({"pledges": count, "differed": differed})
    else:
        for difference in differed:
            click.echo(f"DIFFERED  {difference}")
        click.echo(f"{count} pledges made again from the entries; {len(differed)} differed.")


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
@click.argument("target", metavar="FILE|URL")
@on_books
def backup(given: Given, *, target: str) -> None:
    """Check the books, and copy them into a new file (SQLite).

    A copy is books like any others; onto a server it goes back by the same command, from the file
    into a database without books: zakuro backup postgresql://… --books copy.db

    Example: zakuro backup books-2026-06-30.db
    """
    with given.open() as books:
        copied = logs.copy_books(books, target)
    if given.form == "json":
        print_json(copied)
    else:
        # An address may hold a password.
        where = "the database" if "://" in target else target
        click.echo(f"{copied.size} entries in {where}, root {copied.root}")
        _echo_faults(copied.faults)
        if copied.faults:
            click.echo("The books were not as written; the copy holds their entries.")
    if copied.faults:
        click.get_current_context().exit(1)


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
