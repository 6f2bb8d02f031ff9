"""The release of what is for members: one entry, or all that a member sealed on a subject."""

from __future__ import annotations

import click

from zakuro.cli.books.options import Given, by_releaser, print_entry, print_json
from zakuro.cli.deciding.options import member
from zakuro.flow.deciding.adopting import release_text
from zakuro.flow.keeping.sealing import release as release_entries


@click.command()
@click.argument("name", metavar="E-41|P-3|X-1")
@by_releaser
def release(given: Given, *, name: str) -> None:
    """Release what one has sealed: from now on it is for everybody.

    A text takes all that the member sealed on it; of one adopted for good the chair releases all.

    Example: zakuro release X-1 --by chair
    """
    name = name.upper()
    with given.open() as books:
        who = member(given, books)
        if name.startswith("X-"):
            made = release_text(books, name, who)
        else:
            made = release_entries(books, name, party=who.party, filed_by=who.filed_by, key=who.key)
    if given.form == "json":
        print_json(made)
        return
    for entry in made:
        print_entry(entry, given.form, f"of E-{entry.body['entry']}")
