"""How members decide: consult, answer, receipt, silence, object and what else they say."""

from __future__ import annotations

from datetime import datetime

import click

from zakuro.cli.books.options import ENTRY, Given, by_member, print_entry
from zakuro.cli.deciding.options import INSTANT, PARTIES, TEXT, member, times
from zakuro.flow.deciding import closing, texts
from zakuro.flow.deciding.looking import show
from zakuro.model.decisions import AttachmentSort, MeetingPurpose
from zakuro.model.errors import ZakuroError

name_argument = click.argument("name", metavar="X-1", type=TEXT)
reason_option = click.option("--reason", default="", help="Why; asked for, never a condition.")
version_option = click.option(
    "--version", type=int, help="The version that you have read; else the last."
)


@click.command()
@name_argument
@click.option("--ask", type=PARTIES, required=True, metavar="UZB,TJK", help="Who is asked.")
@click.option("--until", type=INSTANT, required=True, metavar="MOMENT", help="To answer by.")
@click.option("--question", default="", help="What is asked.")
@by_member
def consult(
    given: Given, *, name: str, ask: tuple[str, ...], until: datetime, question: str
) -> None:
    """Ask members on a text, as its sponsor or the chair.

    Example: zakuro consult X-1 --ask UZB,TJK --until 2026-12-05T12:00+05:00 --by KAZ
    """
    with given.open() as books:
        who = member(given, books)
        entry = texts.consult(books, name, who, asked=ask, until=until, question=question)
        by_when = times(books, until, who.party)
    print_entry(entry, given.form, f"{', '.join(ask)} asked until {by_when}")


@click.command()
@name_argument
@click.option("--text", required=True, help="The answer.")
@by_member
def answer(given: Given, *, name: str, text: str) -> None:
    """Answer the last consultation that asked one.

    Example: zakuro answer X-1 --by TJK --text "We agree, with 2028 for the tunnel."
    """
    with given.open() as books:
        entry = texts.answer(books, name, member(given, books), text)
    print_entry(entry, given.form, f"to E-{entry.body['consultation']}")


@click.command()
@name_argument
@click.option("--language", "languages", multiple=True, help="Only in this language.")
@by_member
def receipt(given: Given, *, name: str, languages: tuple[str, ...]) -> None:
    """Log that the text on the table has arrived.

    Example: zakuro receipt X-1 --by TKM
    """
    with given.open() as books:
        entry = closing.receive(books, name, member(given, books), languages)
    got = ", ".join(entry.body["languages"])
    print_entry(entry, given.form, f"version {entry.body['version']} in {got}")


@click.command()
@name_argument
@click.option(
    "--until", type=INSTANT, required=True, metavar="MOMENT", help="When it ends, with a zone."
)
@by_member
def silence(given: Given, *, name: str, until: datetime) -> None:
    """Open a silence, as the chair: the text is adopted at its end unless a member objects before.

    Example: zakuro silence X-1 --until 2026-12-10T12:00+05:00 --by chair
    """
    with given.open() as books:
        who = member(given, books)
        entry = closing.open_silence(books, name, who, until)
        end = times(books, until, who.party)
    print_entry(entry, given.form, f"on version {entry.body['version']} until {end}")


@click.command()
@name_argument
@reason_option
@version_option
@click.option("--to", "reservation", type=ENTRY, metavar="E-15", help="Another's reservation.")
@by_member
def object(  # noqa: A001
    given: Given, *, name: str, reason: str, version: int | None, reservation: str | None
) -> None:
    """Object to a text in silence, which breaks it at once; or to another's reservation on it.

    Example: zakuro object X-1 --by TKM --reason "the term is too short"
    """
    with given.open() as books:
        entry = closing.objects(
            books,
            name,
            member(given, books),
            reason=reason,
            version=version,
            reservation=int(reservation[2:]) if reservation else None,
        )
        found = show(books, name, entry.time, members=True)
    stops = "" if found.state == "broken" else ", and this stops nothing"
    where = "in silence" if found.state == "silence" else found.state
    said = f"{reason or 'no reason given'}; {name} is {where}{stops}"
    print_entry(entry, given.form, said)


@click.command()
@name_argument
@click.option("--text", required=True, help="The words of the reservation or statement.")
@click.option("--interpretation", is_flag=True, help="An interpretative statement.")
@click.option("--explanation", is_flag=True, help="An explanation of position, without effect.")
@version_option
@by_member
def reserve(
    given: Given,
    *,
    name: str,
    text: str,
    interpretation: bool,
    explanation: bool,
    version: int | None,
) -> None:
    """Put a reservation beside a text; it stops nothing.

    Example: zakuro reserve X-1 --by TJK --text "Article 3 does not apply to transit."
    """
    if interpretation and explanation:
        raise ZakuroError("Give --interpretation or --explanation, not both.")
    sort: AttachmentSort = "reservation"
    if interpretation or explanation:
        sort = "interpretation" if interpretation else "explanation"
    with given.open() as books:
        who = member(given, books)
        entry = closing.attach(books, name, who, sort=sort, text=text, version=version)
    print_entry(entry, given.form, f"{sort} to version {entry.body['version']}")


@click.command()
@name_argument
@reason_option
@version_option
@by_member
def abstain(given: Given, *, name: str, reason: str, version: int | None) -> None:
    """Abstain constructively: one is not bound, and the others decide.

    Example: zakuro abstain X-1 --by TKM --reason "neutrality"
    """
    with given.open() as books:
        entry = closing.abstain(books, name, member(given, books), reason=reason, version=version)
    print_entry(entry, given.form, reason or "no reason given")


@click.command()
@name_argument
@reason_option
@version_option
@by_member
def stand_aside(given: Given, *, name: str, reason: str, version: int | None) -> None:
    """Take no part: one is not bound, and may accede later.

    Example: zakuro stand-aside X-1 --by TKM --reason "no railway of ours"
    """
    with given.open() as books:
        entry = closing.stand_aside(
            books, name, member(given, books), reason=reason, version=version
        )
    print_entry(entry, given.form, reason or "no reason given")


@click.command()
@name_argument
@by_member
def accede(given: Given, *, name: str) -> None:
    """Join an adopted text in which one took no part.

    Example: zakuro accede X-1 --by TKM
    """
    with given.open() as books:
        entry = closing.accede(books, name, member(given, books))
    print_entry(entry, given.form, "is bound from now on")


@click.command()
@name_argument
@click.option("--held", type=INSTANT, required=True, metavar="MOMENT", help="When it was held.")
@click.option("--present", type=PARTIES, required=True, metavar="KAZ,UZB", help="Who was there.")
@click.option("--objected", type=PARTIES, default=(), metavar="TKM", help="Who objected.")
@click.option(
    "--to",
    "purpose",
    type=click.Choice(["adopt", "silence", "announce"]),
    default="adopt",
    show_default=True,
    help="To adopt the text, to agree to silence on it, or to announce its adoption.",
)
@click.option("--place", default="", help="Where.")
@by_member
def meeting(
    given: Given,
    *,
    name: str,
    held: datetime,
    present: tuple[str, ...],
    objected: tuple[str, ...],
    purpose: MeetingPurpose,
    place: str,
) -> None:
    """Record a meeting, as the chair, and what it decided on a text.

    Example: zakuro meeting X-1 --held 2026-12-10T10:00+05:00 --present KAZ,UZB,TJK --by chair
    """
    with given.open() as books:
        entry = closing.meet(
            books,
            name,
            member(given, books),
            held=held,
            present=present,
            objected=objected,
            purpose=purpose,
            place=place,
        )
        found = show(books, name, entry.time, members=True)
    result = found.meetings[-1].result
    until = found.meetings[-1].challenge_until
    if until is not None and found.state == "adopted":
        result += f"; who was absent may challenge before {until.isoformat(timespec='seconds')}"
    print_entry(entry, given.form, result)


@click.command()
@name_argument
@reason_option
@by_member
def challenge(given: Given, *, name: str, reason: str) -> None:
    """Challenge what a meeting decided without one.

    Example: zakuro challenge X-1 --by TKM --reason "not invited"
    """
    with given.open() as books:
        entry = closing.challenge(books, name, member(given, books), reason=reason)
    print_entry(entry, given.form, reason or "no reason given")
