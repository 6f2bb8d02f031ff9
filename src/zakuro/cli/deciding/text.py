"""The command ``zakuro text``: texts begun, put into languages, tabled, contested and settled."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

import click

from zakuro.cli.books.options import Given, by_member, print_entry
from zakuro.cli.deciding.options import TEXT, member
from zakuro.cli.deciding.showing import add, compare, notice, show, words
from zakuro.flow.deciding import brackets, texts
from zakuro.flow.deciding.brackets import Replacement
from zakuro.flow.deciding.looking import show as show_
from zakuro.model.decisions import Judgement
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Kind

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SCORES: dict[str, Literal[-1, 0, 1]] = {"+1": 1, "1": 1, "0": 0, "-1": -1}

name_argument = click.argument("name", metavar="X-1", type=TEXT)


@click.group()
def text() -> None:
    """Begin, table, contest, settle and show texts.

    Example: zakuro text new programme.md --title "Programme 2027" --by KAZ --language en
    """


for _command in (add, compare, notice, show, words):
    text.add_command(_command)


@text.command()
@click.argument("file", required=False, type=FILE)
@click.option("--title", required=True, help="A provisional title.")
@click.option("--language", required=True, help="The language of the words: en, ru, uz-Cyrl.")
@click.option("--from", "origin", metavar="D-1|X-1,X-2", help="From what it was made.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(get_args(Kind)),
    help="With --from D-1: which of its statements; else its proposals.",
)
@click.option("--concerns", metavar="MEMBER", help="The one member that it is a decision about.")
@click.option("--judges", metavar="P-3", help="The pledge of which it says how it was kept.")
@click.option("--party", metavar="PARTY", help="With --judges: who promised it.")
@click.option("--value", type=click.Choice(list(_SCORES)), help="With --judges: the score.")
@by_member
def new(
    given: Given,
    *,
    file: Path | None,
    title: str,
    language: str,
    origin: str | None,
    kinds: tuple[Kind, ...],
    concerns: str | None,
    judges: str | None,
    party: str | None,
    value: str | None,
) -> None:
    """Begin a text, as its sponsor; it is a draft until it is tabled.

    With --from D-1 and no FILE it is begun from the proposals of a document, and each paragraph
    says from which it came; with --from X-1,X-2 it is merged or divided from other texts.

    Example: zakuro text new programme.md --title "Programme 2027" --by KAZ --language en
    """
    judged = _judgement(judges, party, value)
    made_from = tuple(one.strip().upper() for one in (origin or "").split(",") if one.strip())
    document = made_from[:1] != () and made_from[0].startswith("D-")
    if document == (file is not None):
        raise ZakuroError("Give the words in a FILE, or take them from a document with --from D-1.")
    with given.open() as books:
        if file is None:
            words, origins = texts.from_statements(
                books, ",".join(made_from), kinds or ("proposal",)
            )
        else:
            words, origins = texts.read_words(file), ()
        entry = texts.begin_text(
            books,
            member(given, books),
            words,
            title=title,
            language=language,
            made_from=() if document else made_from,
            origins=origins,
            concerns=concerns,
            judges=judged,
        )
    print_entry(entry, given.form, f"{title}, a draft; version 1 in {language}")


def _judgement(pledge: str | None, party: str | None, value: str | None) -> Judgement | None:
    if pledge is None and party is None and value is None:
        return None
    if pledge is None or party is None or value is None:
        raise ZakuroError("A judgement needs --judges P-3, --party and --value together.")
    return Judgement(pledge=pledge, party=party, value=_SCORES[value])


@text.command(name="language")
@name_argument
@click.argument("file", type=FILE)
@click.option("--language", required=True, help="The language of these words.")
@by_member
def language_(given: Given, *, name: str, file: Path, language: str) -> None:
    """Add the words of the last version in another language.

    Example: zakuro text language X-1 programme.ru.md --language ru --by KAZ
    """
    with given.open() as books:
        words = texts.read_words(file)
        entry = texts.add_language(books, name, member(given, books), words, language)
    print_entry(entry, given.form, f"version {entry.body['version']} in {language}")


@text.command()
@name_argument
@click.option(
    "--words",
    nargs=2,
    multiple=True,
    required=True,
    type=(str, FILE),
    metavar="LANGUAGE FILE",
    help="The words in a language; once for each language.",
)
@by_member
def revise(given: Given, *, name: str, words: tuple[tuple[str, Path], ...]) -> None:
    """Make a new version; a running silence is void then, and brackets are overtaken.

    Example: zakuro text revise X-1 --words en programme-2.md --words ru programme-2.ru.md --by KAZ
    """
    with given.open() as books:
        found = {language: texts.read_words(file) for language, file in words}
        entry = texts.revise(books, name, member(given, books), found)
        ended = [
            s for s in show_(books, name, entry.time, members=True).silences if s.end == "void"
        ]
    number = int(entry.body["version"]) + 1
    void = any(silence.ended == entry.time for silence in ended)
    said = f"version {number} in {', '.join(found)}" + ("; the silence is void" if void else "")
    print_entry(entry, given.form, said)


@text.command()
@name_argument
@by_member
def table(given: Given, *, name: str) -> None:
    """Put a text on the table, as its sponsor; after a broken silence as a new version.

    Example: zakuro text table X-1 --by KAZ
    """
    with given.open() as books:
        entry = texts.table(books, name, member(given, books))
    print_entry(entry, given.form, "on the table")


@text.command()
@name_argument
@click.option("--replace", "old", required=True, metavar="WORDS", help="Words that stand there.")
@click.option("--with", "words", required=True, metavar="WORDS", help='Instead; "" strikes them.')
@click.option("--language", help="Their language; else that in which the text was begun.")
@click.option(
    "--also",
    nargs=3,
    multiple=True,
    metavar="LANGUAGE OLD NEW",
    help="The same in another language, or it is marked as missing there.",
)
@click.option("--reason", default="", help="Why.")
@by_member
def propose(
    given: Given,
    *,
    name: str,
    old: str,
    words: str,
    language: str | None,
    also: tuple[tuple[str, str, str], ...],
    reason: str,
) -> None:
    """Propose other words: they stand in brackets beside those in the text.

    Example: zakuro text propose X-1 --by UZB --replace "within two years" --with "by 2027"
    """
    replacements = [Replacement(language, old, words), *(Replacement(*more) for more in also)]
    with given.open() as books:
        who = member(given, books)
        entry = brackets.propose(books, name, who, replacements, reason=reason)
        state = show_(books, name, entry.time, members=True).state
    broken = f"in silence this objects: {name} is {state}"
    said = f"{who.party} holds the latter" if state == "bracketed" else broken
    print_entry(entry, given.form, f"[{old} / {words}]; {said}")


@text.command()
@name_argument
@click.option("--accept", metavar="a1", help="Hold this alternative; a0 is the text as tabled.")
@click.option("--withdraw", "away", is_flag=True, help="Hold nothing in it any more.")
@click.option("--bracket", metavar="b1", help="Which bracket, where several are open.")
@by_member
def settle(given: Given, *, name: str, accept: str | None, away: bool, bracket: str | None) -> None:
    """Accept an alternative, or withdraw; with one alternative left the bracket is settled.

    Example: zakuro text settle X-1 --accept a1 --by KAZ
    """
    if (accept is None) != away:
        raise ZakuroError("Give either --accept a1 or --withdraw.")
    with given.open() as books:
        who = member(given, books)
        entry = brackets.settle(books, name, who, alternative=accept, bracket=bracket)
    moved = f"{who.party} accepts {accept}" if accept else f"{who.party} withdraws"
    number = int(entry.body["version"]) + 1
    made = f"; settled: version {number} is made" if entry.body.get("texts") else ""
    print_entry(entry, given.form, f"{entry.body['bracket']}: {moved}{made}")


@text.command()
@name_argument
@click.option("--reason", default="", help="Why.")
@click.option("--into", type=TEXT, metavar="X-3", help="The text that takes its place.")
@by_member
def withdraw(given: Given, *, name: str, reason: str, into: str | None) -> None:
    """Withdraw a text for good, as its sponsor.

    Example: zakuro text withdraw X-1 --by KAZ --into X-3 --reason "merged"
    """
    with given.open() as books:
        entry = texts.withdraw(books, name, member(given, books), reason=reason, into=into)
    print_entry(entry, given.form, reason or "withdrawn")
