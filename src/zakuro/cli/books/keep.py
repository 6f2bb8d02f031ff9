"""Making and keeping the books: init, charter, key, assess, evidence, link."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path

import click

from zakuro.cli.books.options import (
    DAY,
    PLEDGE,
    Given,
    entering,
    evidence_option,
    making,
    on_books,
    plain_result,
    print_entry,
    print_json,
)
from zakuro.flow.keeping import keeping
from zakuro.flow.keeping.books import make_books
from zakuro.flow.keeping.charter import example_charter, read_charter
from zakuro.journal import generate_key, public_key_text, read_public_key, write_private_key
from zakuro.model.acts import Charter, Key, ScoreValue
from zakuro.model.errors import ZakuroError

_SCORES: dict[str, ScoreValue | None] = {"+1": 1, "1": 1, "0": 0, "-1": -1, "none": None}


@click.command()
@click.argument("books", metavar="FILE|URL")
@click.option(
    "--charter",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Members, groups and tolerances (TOML); `zakuro charter --example` prints one.",
)
@click.option("--name", help="The unique name of these books, such as example.org/c5-china.")
@making
def init(given: Given, *, books: str, charter: Path | None, name: str | None) -> None:
    """Make new books: a SQLite file, or postgresql://user@host/database.

    Example: zakuro init books.db --charter charter.toml
    """
    rules = read_charter(charter) if charter else Charter()
    name = name or f"zakuro.local/{Path(books).stem or 'books'}-{secrets.token_hex(4)}"
    with make_books(books, rules, name=name.replace(" ", "-"), filed_by=given.filed_by) as made:
        name, members = made.journal.books, made.charter.members
    if given.form == "json":
        print_json({"books": name, "members": members})
    else:
        who = ", ".join(members) or "none; what parties publish can be entered"
        click.echo(f"Books {name}: members {who}.")


@click.command()
@click.argument(
    "file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--example", is_flag=True, help="Print the charter of China and Central Asia.")
@entering
def charter(given: Given, *, file: Path | None, example: bool) -> None:
    """Show or change the charter.

    Example: zakuro charter --example > charter.toml
    """
    if example:
        click.echo(example_charter(), nl=False)
        return
    with given.open() as books:
        if file is not None:
            rules = read_charter(file)
            print_entry(
                keeping.change_charter(books, rules, filed_by=given.filed_by),
                given.form,
                rules.name,
            )
            return
        rules = books.charter
    if given.form == "json":
        print_json(rules)
        return
    click.echo(f"{rules.name or '(no name)'}\nmembers: {', '.join(rules.members) or 'none'}")
    for group, members in rules.groups.items():
        click.echo(f"{group}: {', '.join(members)}")
    limits = rules.tolerances
    click.echo(
        f"behind below {limits.behind} of the expectation; about {limits.about} counts as all; "
        f"lapsed after {limits.lapsed_after} days"
    )


@click.group()
def key() -> None:
    """Make or register the key of a party.

    Example: zakuro key make kaz.pem
    """


@key.command()
@click.argument("file", type=click.Path(path_type=Path))
@plain_result
def make(given: Given, *, file: Path) -> None:
    """Make a private key in FILE, for its owner alone, and print its public key.

    Example: zakuro key make kaz.pem
    """
    private = generate_key()
    write_private_key(private, file)
    if given.form == "json":
        print_json({"public_key": public_key_text(private)})
    else:
        click.echo(public_key_text(private))


@key.command()
@click.argument("public_key", metavar="ed25519:…")
@click.option("--party", required=True, help="Whose key it is.")
@click.option("--signed-only", is_flag=True, help="No mandated act of the party stands from now.")
@click.option(
    "--sign-with",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The key that the party has until now.",
)
@entering
def register(
    given: Given, *, public_key: str, party: str, signed_only: bool, sign_with: Path | None
) -> None:
    """Register the public key of a party; another one is signed with the last.

    Example: zakuro key register ed25519:MCow… --party KAZ --signed-only
    """
    read_public_key(public_key)
    with given.open() as books:
        entry = keeping.register_key(
            books,
            party,
            Key(public_key=public_key, signed_only=signed_only),
            filed_by=given.filed_by,
            signed_with=keeping.private_key(sign_with),
        )
    print_entry(entry, given.form, public_key)


@key.command(name="list")
@on_books
def list_(given: Given) -> None:
    """List the keys of the parties.

    Example: zakuro key list
    """
    with given.open() as books:
        keys = books.keys
    if given.form == "json":
        print_json(keys)
        return
    for party, registered in sorted(keys.items()):
        only = ", signed acts only" if registered.signed_only else ""
        click.echo(f"{party}  {registered.public_key}{only}")


@click.command()
@click.argument("pledge", metavar="P-3", type=PLEDGE)
@click.option("--party", required=True, help="Whose keeping of the pledge is scored.")
@click.option("--value", required=True, type=click.Choice(list(_SCORES)))
@click.option("--on", type=DAY, help="The day it is true of; else today.")
@click.option("--reason", default="", help="Why.")
@evidence_option
@entering
def assess(
    given: Given,
    *,
    pledge: str,
    party: str,
    value: str,
    on: date | None,
    reason: str,
    evidence: tuple[str, ...],
) -> None:
    """Enter an assessor's score: +1 kept, 0 partly, -1 failed, none for not applicable.

    Example: zakuro assess P-3 --party CHN --value 0 --evidence https://example.org/report
    """
    with given.open() as books, books.writing():
        entry = keeping.assess(
            books,
            pledge,
            party=party,
            value=_SCORES[value],
            evidence=keeping.keep_evidence(books, evidence),
            filed_by=given.filed_by,
            on=on,
            reason=reason,
        )
    print_entry(entry, given.form, f"{party} {value}")


@click.command()
@click.argument("pledge", metavar="P-4", type=PLEDGE)
@click.option(
    "--part-of", metavar="P-3", type=PLEDGE, help="The pledge that counts the amount already."
)
@click.option("--none", "untie", is_flag=True, help="It is part of no other.")
@entering
def link(given: Given, *, pledge: str, part_of: str | None, untie: bool) -> None:
    """Tie a pledge to the one it is part of, so that totals count its amount once.

    Example: zakuro link P-4 --part-of P-3
    """
    if (part_of is None) != untie:
        raise ZakuroError("Give either --part-of P-3 or --none.")
    with given.open() as books:
        entry = keeping.link(books, pledge, part_of, filed_by=given.filed_by)
    print_entry(entry, given.form, f"part of {part_of or 'no other'}")
