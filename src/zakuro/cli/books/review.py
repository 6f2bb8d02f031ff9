"""From documents to pledges: take-in, review, matches."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import click
import msgspec

from zakuro.cli.books.beside import ownership_option, published_by, publisher_option
from zakuro.cli.books.options import AMOUNT, DAY, Given, entering, print_json, print_table
from zakuro.flow.acting import matches as matching
from zakuro.flow.acting import review as reviewing
from zakuro.flow.acting.take_in import statement, take_in_file
from zakuro.flow.keeping.books import Books
from zakuro.ledger.arithmetic import plain
from zakuro.model.acts import Policy
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Kind, Statement

CORRECTED = (
    "kind", "speaker", "reporter", "givers", "receivers", "parties", "about", "act", "object",
    "topics", "quantities", "period", "strength", "repeats",
)  # fmt: skip
"""What of a statement a reviewer may correct; its words stay as they are."""


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--published", type=DAY, help="The day it came out: relative times run from it.")
@click.option("--language", help="Its language (ja, en …); else told from the text.")
@click.option("--title", help="Its title; else what it says of itself.")
@click.option("--occasion", help="The summit or meeting it belongs to.")
@click.option("--source", help="Where it was found: an address.")
@publisher_option
@ownership_option
@click.option("--retold", is_flag=True, help="It is your own digest of what stands at --source.")
@click.option("--home", help="The publisher's state: whose offices are meant where none is named.")
@entering
def take_in(
    given: Given,
    *,
    files: tuple[Path, ...],
    published: date | None,
    language: str | None,
    title: str | None,
    occasion: str | None,
    source: str | None,
    publisher: str | None,
    ownership: str | None,
    retold: bool,
    home: str | None,
) -> None:
    """Read documents and file what they say, for review.

    Example: zakuro take-in report.txt --published 2025-06-17 --occasion "Astana 2025"
    """
    whose = published_by(publisher, ownership)
    with given.open() as books:
        filed = [
            take_in_file(
                books,
                path,
                filed_by=given.filed_by,
                published=published,
                language=language,
                title=title,
                occasion=occasion,
                source=source,
                publisher=whose,
                retold=retold,
                home=home,
            )
            for path in files
        ]
    if given.form == "json":
        print_json(filed)
        return
    for taken in filed:
        counts = ", ".join(f"{count} {kind}" for kind, count in taken.kinds.items())
        click.echo(f"{taken.name}  {taken.title or taken.source}: {counts or 'nothing said'}")
    click.echo("Next: zakuro review")


@click.command()
@click.option("--accept", "accepted", multiple=True, metavar="D-1:s3", help="Accept as read.")
@click.option("--all", "everything", is_flag=True, help="Accept every pledge that waits, by hand.")
@click.option("--refuse", "refused", multiple=True, metavar="D-1:s5", help="Refuse; with --reason.")
@click.option("--join", "joined", multiple=True, metavar="D-1:s7=P-3", help="Says a pledge again.")
@click.option("--unjoin", metavar="D-1:s7", help="Undo a wrong join; with --reason.")
@click.option("--correct", metavar="D-1:s4", help="Accept as corrected; with --with.")
@click.option("--with", "changes", metavar="JSON", help='What is changed: {"givers": ["CHN"]}.')
@click.option("--reason", help="Why it is refused or unjoined.")
@click.option("--part-of", metavar="P-3", help="What is accepted is part of this pledge.")
@click.option("--anew", is_flag=True, help="Open a pledge even if one like it is open.")
@click.option("--each", is_flag=True, help="Every receiver is owed the full amount.")
@click.option("--policy", "text", help="Accept by a written policy: its words, kept as an entry.")
@click.option("--rule", "rules", multiple=True, help="The policy accepts what this rule read.")
@click.option("--strength", "strengths", multiple=True, help="The policy accepts this strength.")
@click.option("--kind", "kinds", multiple=True, default=("pledge",), show_default=True)
@click.option("--document", "document_name", metavar="D-1", help="Only of this document.")
@click.option("--list", "listing", is_flag=True, help="List what waits, and ask nothing.")
@entering
def review(
    given: Given,
    *,
    accepted: tuple[str, ...],
    everything: bool,
    refused: tuple[str, ...],
    joined: tuple[str, ...],
    unjoin: str | None,
    correct: str | None,
    changes: str | None,
    reason: str | None,
    part_of: str | None,
    anew: bool,
    each: bool,
    text: str | None,
    rules: tuple[str, ...],
    strengths: tuple[str, ...],
    kinds: tuple[Kind, ...],
    document_name: str | None,
    listing: bool,
) -> None:
    """Accept, correct, join or refuse what was read: by single keys, or by options.

    Without options it asks for one statement after the other.

    Example: zakuro review --accept D-1:s3 --accept D-1:s4
    """
    decided: list[reviewing.Decided] = []
    with given.open() as books:
        if listing:
            _list(books, given, kinds, document_name)
            return
        if not (accepted or everything or refused or joined or unjoin or correct or text):
            _ask(books, given.filed_by, kinds, document_name)
            return
        with books.writing() as writer:
            names = list(accepted)
            if everything:
                names += [w.name for w in reviewing.waiting(books, kinds=kinds)]
            decided += [
                reviewing.accept(
                    writer, name, given.filed_by, part_of=part_of, anew=anew, each=each
                )
                for name in names
            ]
            for pair in joined:
                name, _, pledge = pair.partition("=")
                if not pledge:
                    raise ZakuroError(f"{pair!r}: write --join D-1:s7=P-3.")
                decided.append(reviewing.join(writer, name, pledge, given.filed_by))
            if correct:
                changed = corrected(statement(books, correct), changes or "")
                decided.append(
                    reviewing.correct(
                        writer, correct, changed, given.filed_by, part_of=part_of, each=each
                    )
                )
            for name in refused:
                why = _reason(reason, "refusal")
                decided.append(reviewing.refuse(writer, name, why, given.filed_by))
            if unjoin:
                reviewing.unjoin(writer, unjoin, _reason(reason, "unjoining"), given.filed_by)
            if text:
                policy = msgspec.convert(
                    {"text": text, "kinds": kinds, "rules": rules, "strengths": strengths}, Policy
                )
                number = reviewing.enter_policy(writer, policy, given.filed_by)
                decided += reviewing.review_by_policy(
                    writer, number, policy, document_name=document_name
                )
    if given.form == "json":
        print_json(decided)
    else:
        for done in decided:
            click.echo(words_of(done))


def _reason(reason: str | None, what: str) -> str:
    if not reason:
        raise ZakuroError(f"A {what} needs its --reason.")
    return reason


def words_of(done: reviewing.Decided) -> str:
    """Say what came of a review."""
    if done.decision == "join":
        return f"{done.name}  says {done.pledge} again: joined"
    if done.decision == "refuse":
        return f"{done.name}  refused"
    if done.pledge is None:
        return f"{done.name}  accepted"
    return f"{done.name}  opened {done.pledge}"


def corrected(original: Statement, changes: str) -> Statement:
    """Give a statement with the changes written in JSON; ZakuroError says what is wrong."""
    try:
        fields = msgspec.json.decode(changes, type=dict[str, object])
    except msgspec.MsgspecError as error:
        raise ZakuroError(f'The correction is no JSON object ({error}): {{"givers": …}}') from None
    strange = [name for name in fields if name not in CORRECTED]
    if strange:
        raise ZakuroError(
            f"{', '.join(strange)} cannot be corrected; what can: {', '.join(CORRECTED)}."
        )
    try:
        return msgspec.convert(msgspec.to_builtins(original) | fields, Statement)
    except msgspec.ValidationError as error:
        raise ZakuroError(f"The correction does not fit a statement: {error}") from None


def _list(books: Books, given: Given, kinds: tuple[Kind, ...], name: str | None) -> None:
    found = list(reviewing.waiting(books, kinds=kinds, document_name=name))
    if given.form == "json":
        print_json(found)
        return
    rows = [(w.name, w.statement.kind, summary(w.statement), w.again or "") for w in found]
    print_table(("statement", "kind", "what", "says again"), rows, wrap=(2,))


def summary(found: Statement) -> str:
    """Give a statement in one line: from whom to whom, what, how much, by when, its words."""
    amounts = ", ".join(
        f"{plain(q.value) if q.value is not None else f'{q.low}–{q.high}'} {q.unit}"
        for q in found.quantities
    )
    when = f" by {found.period.edtf}" if found.period else ""
    who = f"{'+'.join(found.givers) or '?'} → {'+'.join(found.receivers) or '?'}"
    what = " ".join(part for part in (found.act, found.object) if part)
    return f"{who}: {what} {amounts}{when}\n“{' '.join(found.exact.split())}”"


def _ask(books: Books, filed_by: str, kinds: tuple[Kind, ...], name: str | None) -> None:
    """Ask for one statement after the other; every answer is kept at once."""
    waiting = list(reviewing.waiting(books, kinds=kinds, document_name=name))
    for place, found in enumerate(waiting, start=1):
        click.echo(f"\n{place}/{len(waiting)}  {found.name}  {summary(found.statement)}")
        if found.again:
            click.echo(f"It says {found.again} again: accepting joins it.")
        while True:
            click.echo("[a]ccept  [c]orrect  [j]oin  [r]efuse  [s]kip  [q]uit ", nl=False)
            pressed = _key()
            click.echo(pressed)
            if pressed == "q":
                return
            if pressed == "s":
                break
            try:
                done = _answer(books, found, pressed, filed_by)
            except ZakuroError as error:
                click.echo(f"Not done: {error}")
                continue
            if done is not None:
                click.echo(words_of(done))
                break
    click.echo("Nothing more waits.")


def _key() -> str:
    """Give the key pressed; without a terminal the next letter of the input, at its end q."""
    if sys.stdin.isatty():
        return click.getchar().lower()
    return sys.stdin.read(1).lower() or "q"


def _answer(
    books: Books, found: reviewing.Open, pressed: str, filed_by: str
) -> reviewing.Decided | None:
    match pressed:
        case "a":
            with books.writing() as writer:
                return reviewing.accept(writer, found.name, filed_by)
        case "j":
            pledge = click.prompt("to pledge", default=found.again)
            with books.writing() as writer:
                return reviewing.join(writer, found.name, pledge, filed_by)
        case "r":
            reason = click.prompt("why")
            with books.writing() as writer:
                return reviewing.refuse(writer, found.name, reason, filed_by)
        case "c":
            changed = corrected(found.statement, click.prompt('changes, as {"givers": ["CHN"]}'))
            with books.writing() as writer:
                return reviewing.correct(writer, found.name, changed, filed_by)
    return None


@click.command()
@click.option("--accept", "accepted", multiple=True, metavar="D-7:s12", help="Enter as offered.")
@click.option("--refuse", "refused", multiple=True, metavar="D-7:s12", help="Do not offer again.")
@click.option("--reason", help="Why it is refused.")
@click.option("--value", type=AMOUNT, help="The value to enter, where the words have none.")
@click.option("--to", "receiver", metavar="PARTY", help="The receiver, where several are named.")
@click.option("--document", "document_name", metavar="D-7", help="Only of this document.")
@entering
def matches(
    given: Given,
    *,
    accepted: tuple[str, ...],
    refused: tuple[str, ...],
    reason: str | None,
    value: Decimal | None,
    receiver: str | None,
    document_name: str | None,
) -> None:
    """Hold results read later against the pledges; nothing enters unreviewed.

    Example: zakuro matches --accept D-7:s12
    """
    entered = []
    with given.open() as books:
        offered = {o.name: o for o in matching.matches(books, document_name=document_name)}
        for name in accepted:
            if name not in offered:
                raise ZakuroError(f"{name} is not offered: `zakuro matches` lists what is.")
            entry = matching.accept_match(
                books, offered.pop(name), given.filed_by, value=value, receiver=receiver
            )
            entered.append(entry)
        for name in refused:
            matching.refuse_match(books, name, _reason(reason, "refusal"), given.filed_by)
            offered.pop(name, None)
    if given.form == "json":
        print_json(entered if accepted or refused else list(offered.values()))
        return
    for name, entry in zip(accepted, entered, strict=True):
        click.echo(f"E-{entry.number}  {entry.subject}  {entry.kind}  from {name}")
    if accepted or refused:
        return
    rows = [
        (o.name, o.match.pledge, o.match.role, o.match.party or "", ", ".join(o.match.why),
         " ".join(o.statement.exact.split()))
        for o in offered.values()
    ]  # fmt: skip
    print_table(("result", "pledge", "as a", "of", "agreeing in", "words"), rows, wrap=(4, 5))
    click.echo("Next: zakuro matches --accept D-…:s…  (or --refuse, with --reason)")
