"""What the commands on books have in common: options, types of values, and how results print."""

from __future__ import annotations

import contextlib
import functools
import getpass
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple, get_args

import click
import msgspec

from zakuro.flow.acting.acts import Word
from zakuro.flow.browsing.plain import plain_values
from zakuro.flow.keeping.books import Books, open_books
from zakuro.flow.keeping.keeping import private_key
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Phase
from zakuro.publish.sheets import Sheet, as_csv
from zakuro.words.entries import kind

_NAME = re.compile(r"(?:(?P<letter>[A-Za-z])-?)?(?P<number>[0-9]{1,12})", re.ASCII)
_WRITTEN = {"P": "a pledge such as P-3", "E": "an entry such as E-41", "T": "a thing such as T-1",
            "X": "a text such as X-1"}  # fmt: skip


class Amount(click.ParamType[Decimal]):
    """A decimal number, thousands set apart by nothing or by underscores."""

    name = "number"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """Give the number, or fail with what is wrong."""
        if isinstance(value, Decimal):
            return value
        try:
            found = Decimal(str(value).replace("_", ""))
        except InvalidOperation:
            self.fail(f"{value!r} is no number: write it as 1500000000 or 0.5.", param, ctx)
        if not found.is_finite():
            self.fail(f"{value!r} is no amount.", param, ctx)
        return found


class BooksName(click.ParamType[str]):
    """A name in the books, such as P-3 or E-41; taken in small letters too, a pledge's bare."""

    name = "name"

    def __init__(self, letters: str) -> None:
        self.letters = letters

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the name as the books write it, or fail with what it should look like."""
        found = _NAME.fullmatch(str(value).strip())
        letter = (found["letter"] or self.letters[0]).upper() if found else ""
        if found is None or letter not in self.letters:
            wanted = " or ".join(_WRITTEN[one] for one in self.letters)
            self.fail(f"{value!r} is no name here: give {wanted}.", param, ctx)
        return f"{letter}-{int(found['number'])}"


class Day(click.ParamType[date]):
    """A calendar day; of a moment with its time zone the day in UTC."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Give the day, or fail with what is wrong."""
        if isinstance(value, date):
            return value
        try:
            if "T" not in str(value):
                return date.fromisoformat(str(value))
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day: write it as 2025-06-17.", param, ctx)
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date()


PIPED_WIDTH = 160
"""Columns of a table that goes into a file or another command."""

AMOUNT, DAY = Amount(), Day()
PLEDGE, ENTRY, ENTRY_OR_PLEDGE = BooksName("P"), BooksName("E"), BooksName("EP")
THING = BooksName("T")


def person() -> str:
    """Give who sits here: ZAKURO_PERSON, else the name of the login."""
    return os.environ.get("ZAKURO_PERSON") or getpass.getuser()


def today() -> date:
    """Give today (UTC)."""
    return datetime.now(UTC).date()


def _stack(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def apply(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return apply


_books = click.option(
    "--books",
    "-b",
    "given_books",
    envvar="ZAKURO_BOOKS",
    metavar="FILE|URL",
    help="The books: a file or postgresql://…  [env: ZAKURO_BOOKS]",
)
_format = click.option(
    "--format",
    "given_form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print the result.",
)
_format_or_csv = click.option(
    "--format",
    "given_form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to print the result.",
)
_filed_by = click.option(
    "--filed-by",
    "given_filed_by",
    default=person,
    metavar="PERSON",
    help="Who writes it down.  [env: ZAKURO_PERSON; else the login]",
)
as_of_option = click.option(
    "--as-of", type=DAY, default=today, metavar="DAY", help="As of this day; else today."
)
known_on_option = click.option(
    "--known-on", type=DAY, metavar="DAY", help="Only what had been entered by the end of this day."
)

_WORD = (
    click.option(
        "--from",
        "given_words",
        metavar="D-7:s12",
        help="The published words it rests on (a statement, or characters D-7:120-180).",
    ),
    click.option(
        "--sign-with",
        "given_sign_with",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Sign with the party's private key in this file.",
    ),
    _books,
    _filed_by,
    _format,
)


class Given(NamedTuple):
    """The common options of a command on books, as given."""

    form: str = "table"
    books: str | None = None
    filed_by: str = ""
    party: str = ""
    words: str | None = None
    sign_with: Path | None = None
    for_members: bool = False

    @contextlib.contextmanager
    def open(self) -> Iterator[Books]:
        """Open the books."""
        with open_books(self.place) as opened:
            yield opened

    @property
    def place(self) -> str:
        """Where the books are; ZakuroError says how to name them."""
        if not self.books:
            raise ZakuroError(
                "Say which books: --books FILE, or set ZAKURO_BOOKS. "
                "`zakuro init FILE` makes new ones."
            )
        return self.books

    @property
    def word(self) -> Word:
        """Whose word the act is."""
        return Word(party=self.party, filed_by=self.filed_by, words=self.words)

    @property
    def key(self) -> Any:
        """The private key to sign with; None for none."""
        return private_key(self.sign_with)


def _given(*options: Callable[[Any], Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a decorator that adds options and hands them over in one :class:`Given`."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def run(**values: Any) -> None:
            common = {
                name.removeprefix("given_"): values.pop(name)
                for name in list(values)
                if name.startswith("given_")
            }
            command(Given(**common), **values)

        added: Callable[..., None] = _stack(*options)(run)
        return added

    return decorate


to_members_option = click.option(
    "--for-members",
    "given_for_members",
    is_flag=True,
    help="Show also what is for members until released.",
)
"""For commands that look at books: who keeps them may read what is sealed."""

on_books = _given(_books, _format)
"""For every command on books: the books and the format."""

on_lists = _given(_books, _format_or_csv)
"""For lists that are also to be had as CSV."""

in_books = _given(_books)
"""For commands that print one thing in one form: the books."""

entering = _given(_books, _filed_by, _format)
"""For every command that enters something: also who writes it down."""

on_members_books = _given(_books, _format, to_members_option)
"""For commands that show what may be for members."""

making = _given(_filed_by, _format)
"""For making books: who makes them."""

plain_result = _given(_format)
"""For commands without books that print a result."""

_by = click.option(
    "--by", "given_party", required=True, metavar="PARTY", help="Whose word it is: CHN."
)

by_party = _given(_by, *_WORD)
"""For every act of a party: also whose word it is, and what it rests on."""

for_members_option = click.option(
    "--for-members",
    "given_for_members",
    is_flag=True,
    help="Seal it: for members until released, where the charter allows.",
)

by_party_for_members = _given(_by, for_members_option, *_WORD)
"""For acts of a party that may be sealed."""

by_author = _given(
    click.option(
        "--by",
        "given_party",
        default="",
        metavar="PARTY",
        help="Whose word it was; else a reviewer's.",
    ),
    *_WORD,
)
"""For taking back, which a reviewer may do without a party."""

_by_a_member = click.option(
    "--by", "given_party", required=True, metavar="MEMBER", help="Whose act it is: KAZ, chair."
)

by_member = _given(_by_a_member, for_members_option, *_WORD[1:])
"""For what members do to decide: their own acts, which rest on no published words."""

by_releaser = _given(_by_a_member, *_WORD[1:])
"""For releasing what was sealed."""

again_option = click.option(
    "--again", is_flag=True, help="It is another delivery than an equal one entered before."
)

phase_option = click.option(
    "--phase",
    type=click.Choice(get_args(Phase)),
    help="How far it has come; what has only begun is no delivery.",
)
counted_by_option = click.option(
    "--counted-by", metavar="WHO", help="Who counts a figure: a party, a customs service …"
)
method_option = click.option("--method", help="How it is counted, in words.")
circumstances_options = _stack(phase_option, counted_by_option, method_option)
"""For what is said of a delivery beside its amount."""

evidence_option = click.option(
    "--evidence", multiple=True, metavar="URL|FILE", help="What shows it; may be repeated."
)


def print_json(value: Any) -> None:
    """Print a value as indented JSON."""
    written = msgspec.json.encode(plain_values(value))
    click.echo(msgspec.json.format(written, indent=2).decode())


def print_csv(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows as CSV; no cell is run as a formula."""
    sheet = Sheet("", tuple(headings), [tuple(row) for row in rows])
    click.echo(as_csv(sheet).decode("utf-8-sig"), nl=False)


def print_table(
    titles: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    right: Sequence[int] = (),
    wrap: Sequence[int] = (),
) -> None:
    """Print rows as a table; columns in ``right`` hold figures, those in ``wrap`` may be broken."""
    from rich import box  # noqa: PLC0415 - commands that print no table start at once
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for place, title in enumerate(titles):
        table.add_column(
            title,
            justify="right" if place in right else "left",
            no_wrap=place not in wrap,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console = Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = PIPED_WIDTH
    console.print(table)


def print_entry(entry: Any, form: str, words: str) -> None:
    """Print an entry that was made."""
    if form == "json":
        print_json(entry)
    else:
        click.echo(f"E-{entry.number}  {entry.subject}  {kind(entry.kind)}  {words}")
