"""Review by single keys: one statement after the other, every answer kept at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from zakuro.cli.reviewing.showing import names, outcome, summary
from zakuro.flow.acting import review as reviewing
from zakuro.flow.acting.correcting import corrected, settings
from zakuro.flow.acting.waiting import Choices, Open, Selection, looked_at, waiting
from zakuro.flow.checking import in_question
from zakuro.flow.keeping.books import Books
from zakuro.flow.things.entering import tie
from zakuro.flow.things.offering import Offer, offers
from zakuro.model.errors import ZakuroError
from zakuro.model.finding import Finding
from zakuro.model.statement import Statement

FIELDS = ("givers", "receivers", "value", "unit", "period", "act", "object", "topics")
"""What is asked for when a statement is corrected; every other field by --set."""

ANSWERS = {
    "together": ("o", "[o]ne thing, owed by all to all"),
    "each": ("e", "[e]ach owes as much"),
    "add_up": ("+", "[+] add up"),
}
"""What answers a question without changing what was read: its key, and how that is shown."""


def ask(books: Books, filed_by: str, selection: Selection) -> None:
    """Ask for one statement after the other."""
    found = list(waiting(books, selection))
    checked: dict[str, tuple[Finding, ...]] = {}
    for place, open_ in enumerate(found, start=1):
        # What was decided since the list was made may have been what this one says.
        now = looked_at(books, open_.name, open_.statement)
        document = open_.name.partition(":")[0]
        if document not in checked:
            checked[document] = in_question(books, document)
        doubts = [each for each in checked[document] if _touches(each, open_.statement)]
        if not _one(books, now, f"{place}/{len(found)}", filed_by, doubts):
            return
    click.echo("Nothing more waits.")


def _touches(finding: Finding, said: Statement) -> bool:
    return any(said.start < place.end and place.start < said.end for place in finding.where)


def _one(books: Books, found: Open, place: str, filed_by: str, doubts: Sequence[Finding]) -> bool:
    """Ask what becomes of one statement; False ends the asking."""
    click.echo(f"\n{place}  {found.name}  {summary(found)}")
    if found.again:
        click.echo(f"It says {found.again} again: accepting joins it.")
    for name in found.may:
        click.echo(f"It may say {name} again: {_told(books, name)}")
    for doubt in doubts:
        click.echo(f"Check ({doubt.verdict}): {doubt.says} ({doubt.rule})")
    for question in found.asks:
        click.echo(f"To answer first: {question.words}")
    choices = [choice for question in found.asks for choice in question.choices]
    answers = [ANSWERS[choice][1] for choice in choices]
    keys = "  ".join([*answers, "[n]ew  " if found.may else "[a]ccept  "])
    named = list(offers(books, statement=found.name))
    for offer in named:
        click.echo(f"It names {names(offer)}: [t]ie it, then go on.")
    while True:
        click.echo(f"{keys}[c]orrect  [j]oin  [r]efuse  [s]kip  [q]uit ", nl=False)
        pressed = _key()
        click.echo(pressed)
        if pressed == "q":
            return False
        if pressed == "s":
            return True
        try:
            if pressed == "t" and named:
                _tie(books, named.pop(0), filed_by)
                continue
            said = [choice for choice in choices if ANSWERS[choice][0] == pressed]
            done = _answer(books, found, pressed, filed_by, said)
        except ZakuroError as error:
            click.echo(f"Not done: {error}")
            continue
        if done is not None:
            click.echo(outcome(books, done))
            return True


def _tie(books: Books, offer: Offer, filed_by: str) -> None:
    """Tie a statement to the thing that it names; a person says which, where none is called so."""
    thing = click.prompt("to thing", default=offer.thing or None)
    entry = tie(books, thing, offer.target, filed_by=filed_by)
    click.echo(f"{offer.target} is about {thing} (E-{entry.number})")


def _told(books: Books, pledge: str) -> str:
    said = books.account(pledge).pledge
    return f"“{' '.join(said.exact.split())}” ({said.statement})"


def _key() -> str:
    """Give the key pressed; without a terminal the next letter of the input, at its end q."""
    if sys.stdin.isatty():
        return click.getchar().lower()
    return sys.stdin.read(1).lower() or "q"


def _answer(
    books: Books, found: Open, pressed: str, filed_by: str, said: Sequence[str]
) -> reviewing.Decided | None:
    if said:
        choices = Choices(**dict.fromkeys(said, True))  # type: ignore[arg-type]
        with books.writing() as writer:
            return reviewing.accept(writer, found.name, filed_by, choices=choices)
    match pressed:
        case "a" | "n":
            with books.writing() as writer:
                return reviewing.accept(writer, found.name, filed_by, anew=pressed == "n")
        case "j":
            likely = found.again or (found.may[0] if found.may else None)
            pledge = click.prompt("to pledge", default=likely)
            with books.writing() as writer:
                return reviewing.join(writer, found.name, pledge, filed_by)
        case "r":
            reason = click.prompt("why")
            with books.writing() as writer:
                return reviewing.refuse(writer, found.name, reason, filed_by)
        case "c":
            better = corrected(books, found.name, found.statement, _changes(found))
            with books.writing() as writer:
                return reviewing.correct(writer, found.name, better, filed_by, anew=True)
    return None


def _changes(found: Open) -> dict[str, str]:
    """Ask for field by field; what is left empty stays as it was read."""
    click.echo("What is right? Enter leaves a field as it is, none empties it.")
    pairs = []
    for field in FIELDS:
        value = click.prompt(f"  {field} [{_now(found, field)}]", default="", show_default=False)
        if value:
            pairs.append(f"{field}={value}")
    changes = settings(tuple(pairs))
    if changes.keys() & {"value", "unit"} and not found.statement.quantities:
        changes["words"] = click.prompt("  the words that state the amount")
    if "period" in changes and found.statement.period is None:
        changes["period-words"] = click.prompt("  the words that say by when")
    return changes


def _now(found: Open, field: str) -> str:
    said = found.statement
    if field in ("value", "unit"):
        return ", ".join(
            f"{q.value:f}" if field == "value" and q.value is not None else q.unit
            for q in said.quantities
        )
    if field == "period":
        return said.period.edtf if said.period else ""
    value = getattr(said, field)
    return ",".join(value) if isinstance(value, tuple) else value or ""
