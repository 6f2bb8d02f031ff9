"""Texts looked at: show, compare, notice, add; and the lists texts and inbox."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version as version_of
from typing import get_args

import click

from zakuro.cli.books.options import (
    Given,
    entering,
    on_members_books,
    print_json,
    print_table,
)
from zakuro.cli.deciding.drawing import draw_comparison, draw_text
from zakuro.cli.deciding.options import TEXT, as_of_option, times
from zakuro.decide.decision import State
from zakuro.flow.browsing.waiting import Waiting, waiting
from zakuro.flow.deciding import looking
from zakuro.flow.deciding.adopting import add_adopted, enter_judgement
from zakuro.flow.looking.lists import party_code
from zakuro.ledger.arithmetic import measured

name_argument = click.argument("name", metavar="X-1", type=TEXT)


@click.command()
@name_argument
@click.option("--party", metavar="MEMBER", help="Times in this member's zone too.")
@as_of_option
@on_members_books
def show(given: Given, *, name: str, party: str | None, as_of: datetime) -> None:
    """Show where a text stands, what is in brackets, who has it, and what comes next and why.

    Example: zakuro text show X-1 --party TKM
    """
    with given.open() as books:
        party = None if party is None else party_code(books, party)
        found = looking.show(books, name, as_of, members=given.for_members)
        if given.form == "json":
            print_json(found)
        else:
            click.echo(draw_text(books, found, party))


@click.command()
@name_argument
@click.option("--old", type=int, help="The number of the older version; else the one before.")
@click.option("--new", "newer", type=int, help="The number of the newer version; else the last.")
@click.option("--language", help="The language; else that in which the text was begun.")
@on_members_books
def compare(
    given: Given, *, name: str, old: int | None, newer: int | None, language: str | None
) -> None:
    """Compare two versions of a text by words: [-gone-] and {+new+}.

    Example: zakuro text compare X-1 --old 1 --new 3
    """
    with given.open() as books:
        found = looking.compare_versions(
            books, name, old=old, new=newer, language=language, members=given.for_members
        )
    if given.form == "json":
        print_json(found)
    else:
        click.echo(draw_comparison(found))


@click.command()
@name_argument
@click.option("--version", "number", type=int, help="The number of the version; else the last.")
@click.option("--language", help="The language; else that in which the text was begun.")
@on_members_books
def words(given: Given, *, name: str, number: int | None, language: str | None) -> None:
    """Print the words of a text.

    Example: zakuro text words X-1 --language ru
    """
    with given.open() as books:
        found = looking.words_of(
            books, name, number=number, language=language, members=given.for_members
        )
    if given.form == "json":
        print_json({"text": name, "words": found})
    else:
        click.echo(found)


@click.command()
@name_argument
@as_of_option
@on_members_books
def notice(given: Given, *, name: str, as_of: datetime) -> None:
    """Write the chair's notice to all members of what became of a text.

    Example: zakuro text notice X-1
    """
    with given.open() as books:
        found = looking.notice(books, name, as_of, members=given.for_members)
    if given.form == "json":
        print_json({"notice": found})
    else:
        click.echo(found)


@click.command()
@name_argument
@click.option("--language", help="Its words in this language; else that in which it was begun.")
@entering
def add(given: Given, *, name: str, language: str | None) -> None:
    """Add an adopted text like any document, so that what was agreed becomes accounts.

    Of a text that judges a pledge, the judgement is entered as an assessment.

    Example: zakuro text add X-1
    """
    with given.open() as books:
        judges = looking.show(books, name, books.now(), members=True).judges
        if judges is not None:
            entry = enter_judgement(books, name, filed_by=given.filed_by)
            made = {"entry": f"E-{entry.number}", "pledge": judges.pledge}
            said = f"E-{entry.number}  {judges.pledge}  assessment  {judges.party} {judges.value}"
        else:
            document = add_adopted(
                books,
                name,
                reader=f"zakuro {version_of('zakuro')}",
                filed_by=given.filed_by,
                language=language,
            )
            made, said = {"document": document}, f"{document}  {name}\nNext: zakuro review"
    if given.form == "json":
        print_json(made)
    else:
        click.echo(said)


@click.command()
@click.option("--state", "states", multiple=True, type=click.Choice(get_args(State)))
@as_of_option
@on_members_books
def texts(given: Given, *, states: tuple[str, ...], as_of: datetime) -> None:
    """List the texts, where they stand and by when something can be done.

    Example: zakuro texts --state silence
    """
    with given.open() as books:
        found = looking.texts(books, as_of, states=states, members=given.for_members)
        until = [times(books, line.until, None) if line.until else "" for line in found]
    if given.form == "json":
        print_json(found)
        return
    print_table(
        ("", "title", "state", "version", "until", "waits for"),
        [
            (
                line.name,
                line.title if line.number is None else f"Decision {line.number}: {line.title}",
                line.state,
                str(line.version or ""),
                moment,
                ", ".join(line.waits_for),
            )
            for line, moment in zip(found, until, strict=True)
        ],
        wrap=(1, 4, 5),
    )


@click.command()
@click.option("--party", required=True, metavar="MEMBER", help="For whom things wait.")
@as_of_option
@on_members_books
def inbox(given: Given, *, party: str, as_of: datetime) -> None:
    """List what waits for a member: what is asked of it, then what it may do.

    Example: zakuro inbox --party TKM
    """
    with given.open() as books:
        party = party_code(books, party)
        found = looking.waiting_for(books, party, as_of, members=given.for_members)
        until = [times(books, w.until, party) if w.until else "" for w in found]
        open_ = waiting(books, as_of.date(), party)
    if given.form == "json":
        print_json([*found, *open_])
        return
    if not found and not open_:
        click.echo(f"Nothing waits for {party}.")
        return
    duties = [
        (w.text, w.duty, w.act, moment, w.why) for w, moment in zip(found, until, strict=True)
    ]
    reports = [
        (w.pledge, w.report, measured(w.value, w.unit), str(w.since), _asks(w))
        for w in open_
        if w.kind != "proposed"
    ]
    proposals = [
        (w.pledge, w.report, str(w.since), f"{w.other} {w.what}; agree --accept {w.report}")
        for w in open_
        if w.kind == "proposed"
    ]
    tables: tuple[tuple[tuple[str, ...], Sequence[tuple[str, ...]]], ...] = (
        (("text", "duty", "act", "until", "why"), duties),
        (("pledge", "report", "how much", "reported", "what waits"), reports),
        (("pledge", "proposal", "since", "what waits"), proposals),
    )
    for titles, rows in tables:
        if rows:
            print_table(titles, rows, wrap=(len(titles) - 1,))


def _asks(open_: Waiting) -> str:
    if open_.kind == "disputed":
        return f"{open_.other} disputes it"
    return f"{open_.other} reported it: confirm or dispute it"
