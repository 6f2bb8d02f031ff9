"""The books for users of aid data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from zakuro.cli.books.options import Given, as_of_option, in_books
from zakuro.cli.publishing.writing import output_option, write
from zakuro.flow.publishing.iati import iati as as_iati
from zakuro.model.errors import ZakuroError


@click.command()
@click.option("--org", default="", metavar="REF", help="Your organisation identifier: XI-EX-123.")
@click.option("--org-name", default="", metavar="NAME", help="Its name; else that of the books.")
@output_option("FILE.xml")
@as_of_option
@in_books
def iati(given: Given, *, org: str, org_name: str, output: Path | None, as_of: date) -> None:
    """Give the pledges as IATI 2.03 activities.

    Promises of money are commitments, reports disbursements, confirmations incoming funds; who
    keeps the books is a secondary reporter.

    Example: zakuro iati --org XI-EX-123 --org-name "An observatory" --output activities.xml
    """
    if any(sign in org for sign in "/&|?") or org != org.strip():
        raise ZakuroError(f"{org!r} is no organisation identifier: it holds no space, / & | or ?.")
    with given.open() as books:
        written = as_iati(books, as_of, ref=org, name=org_name)
    write(written, output)
