"""Keys of the parties, and the charter: make, register, recover, revoke, sign for another's."""

from __future__ import annotations

from pathlib import Path

import click

from zakuro.cli.books.options import (
    Given,
    entering,
    on_books,
    plain_result,
    print_entry,
    print_json,
)
from zakuro.flow.keeping import keys
from zakuro.flow.keeping.charter import example_charter, read_charter
from zakuro.flow.keeping.keeping import private_key
from zakuro.journal import generate_key, public_key_text, read_public_key, write_private_key
from zakuro.ledger.trust import Proposal
from zakuro.model.acts import Charter
from zakuro.model.entry import Entry, Key
from zakuro.model.errors import ZakuroError

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SIGNED_ONLY = click.option(
    "--signed-only", is_flag=True, help="No mandated act of the party stands from now."
)
_PARTY = click.option("--party", required=True, help="Whose key it is.")


@click.command()
@click.argument("file", required=False, type=_FILE)
@click.option("--example", is_flag=True, help="Print the charter of China and Central Asia.")
@entering
def charter(given: Given, *, file: Path | None, example: bool) -> None:
    """Show or change the charter; once members have keys a change waits for their signatures.

    Example: zakuro charter --example > charter.toml
    """
    if example:
        if file is not None:
            raise ZakuroError("--example prints a charter and changes none: leave out the file.")
        click.echo(example_charter(), nl=False)
        return
    with given.open() as books:
        if file is not None:
            rules = read_charter(file)
            entry = keys.change_charter(books, rules, filed_by=given.filed_by)
            print_entry(entry, given.form, rules.name + _asks(entry))
            return
        rules = books.charter
    if given.form == "json":
        print_json(rules)
        return
    for line in _lines(rules):
        click.echo(line)


def _lines(rules: Charter) -> list[str]:
    """Give a charter in words, all of it that is set."""
    limits, trust = rules.tolerances, rules.trust
    lines = [rules.name or "(no name)", f"members: {', '.join(rules.members) or 'none'}"]
    lines += [f"{group}: {', '.join(members)}" for group, members in rules.groups.items()]
    lines += [f"for {p} act only: {', '.join(who)}" for p, who in rules.mandates.items()]
    lines += [f"first key of {party}: {public}" for party, public in rules.keys.items()]
    if rules.score:
        values = ", ".join(f"{standing} {value}" for standing, value in rules.score.items())
        lines.append(f"scores: {values}")
    lines.append(
        f"behind below {limits.behind} of the expectation; about {limits.about} counts as all; "
        f"lapsed after {limits.lapsed_after} days"
    )
    vouchers = trust.vouchers or "two, or as many as have keys"
    signatures = trust.charter_signatures or "more than half of those with keys"
    lines.append(
        f"members who sign for a first or lost key: {vouchers}, for a lost one "
        f"{trust.waiting_days} days before it holds; for another charter: {signatures}"
    )
    return lines


def _asks(entry: Entry) -> str:
    """Say what a proposal waits for; nothing of what holds at once."""
    needs, waits = int(entry.body.get("needs", 0)), int(entry.body.get("waits", 0))
    who = "1 member signs" if needs == 1 else f"{needs} members sign"
    told = f"; {who} for it: zakuro assent E-{entry.number}" if needs else ""
    return told + (f"; then it waits {waits} days for objections" if waits else "")


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
@_PARTY
@_SIGNED_ONLY
@click.option("--mandated-too", is_flag=True, help="Mandated acts stand again; with --sign-with.")
@click.option("--sign-with", type=_FILE, help="The key that the party has until now.")
@entering
def register(
    given: Given,
    *,
    public_key: str,
    party: str,
    signed_only: bool,
    mandated_too: bool,
    sign_with: Path | None,
) -> None:
    """Register the public key of a party: the first is vouched for, the next signed with the last.

    A first key stands in the charter ([keys] KAZ = "ed25519:…"), or other members sign for it
    (`zakuro assent`). What was signed only stays so.

    Example: zakuro key register ed25519:MCow… --party KAZ --signed-only
    """
    if mandated_too and (signed_only or sign_with is None):
        raise ZakuroError("--mandated-too lifts signed only: alone, and signed (--sign-with).")
    read_public_key(public_key)
    asked = Key(public_key=public_key, signed_only=signed_only, lifts=mandated_too)
    with given.open() as books:
        entry = keys.register_key(
            books, party, asked, filed_by=given.filed_by, signed_with=private_key(sign_with)
        )
    print_entry(entry, given.form, public_key + _asks(entry))


@key.command()
@click.argument("public_key", metavar="ed25519:…")
@_PARTY
@_SIGNED_ONLY
@entering
def recover(given: Given, *, public_key: str, party: str, signed_only: bool) -> None:
    """Propose the successor of a lost key: other members sign for it, and it waits for objections.

    Whoever still has the key strikes it out (`zakuro key revoke --entry`).

    Example: zakuro key recover ed25519:MCow… --party KAZ
    """
    read_public_key(public_key)
    asked = Key(public_key=public_key, signed_only=signed_only)
    with given.open() as books:
        entry = keys.recover_key(books, party, asked, filed_by=given.filed_by)
    print_entry(entry, given.form, public_key + _asks(entry))


@key.command()
@_PARTY
@click.option("--reason", required=True, help="Why.")
@click.option("--entry", metavar="E-41", help="Strike out the key proposed there instead.")
@click.option("--sign-with", type=_FILE, required=True, help="The key that the party has.")
@entering
def revoke(given: Given, *, party: str, reason: str, entry: str | None, sign_with: Path) -> None:
    """Give a key up, signed with it; the next one is then vouched for as a first one.

    Example: zakuro key revoke --party KAZ --reason "stolen" --sign-with kaz.pem
    """
    with given.open() as books:
        made = keys.revoke_key(
            books,
            party,
            reason=reason,
            entry=entry,
            signed_with=private_key(sign_with),
            filed_by=given.filed_by,
        )
    print_entry(made, given.form, f"of {entry or 'its key'}: {reason}")


@key.command(name="list")
@on_books
def list_(given: Given) -> None:
    """List the keys of the parties, and the keys and charters that wait for signatures.

    Example: zakuro key list
    """
    with given.open() as books:
        held, waiting = books.keys, keys.waiting(books)
    if given.form == "json":
        print_json({"keys": held, "waiting": [_waiting_json(proposal) for proposal in waiting]})
        return
    for party, registered in sorted(held.items()):
        only = ", signed acts only" if registered.signed_only else ""
        click.echo(f"{party}  {registered.public_key}{only}")
    for proposal in waiting:
        what = f"key of {proposal.party}" if proposal.party else "charter"
        signed = ", ".join(proposal.assents) or "nobody"
        until = f"; holds from {proposal.holds_from:%Y-%m-%d}" if proposal.holds_from else ""
        click.echo(
            f"E-{proposal.number}  {what} waits: signed by {signed}, {proposal.needs} needed{until}"
        )


def _waiting_json(proposal: Proposal) -> dict[str, object]:
    return {
        "entry": proposal.number,
        "party": proposal.party,
        "needs": proposal.needs,
        "assents": proposal.assents,
        "holds_from": proposal.holds_from,
    }


@click.command()
@click.argument("entry", metavar="E-41")
@click.option("--by", "party", required=True, metavar="PARTY", help="The member that signs.")
@click.option("--sign-with", type=_FILE, required=True, help="The member's private key.")
@entering
def assent(given: Given, *, entry: str, party: str, sign_with: Path) -> None:
    """Sign, as a member, for a key or a charter that waits.

    Example: zakuro assent E-41 --by UZB --sign-with uzb.pem
    """
    with given.open() as books:
        made, whole = keys.assent(
            books, entry, party, private_key(sign_with), filed_by=given.filed_by
        )
    rest = "it has all signatures" if whole else "more signatures are needed"
    print_entry(made, given.form, f"to {entry}; {party}, signed; {rest}")
