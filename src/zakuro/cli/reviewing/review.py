"""Review: what was read is accepted, corrected, joined or refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import click
import msgspec

from zakuro.cli.books.options import Given, entering, print_json, print_table
from zakuro.cli.modes import Mode, chosen
from zakuro.cli.reviewing.asking import ask
from zakuro.cli.reviewing.showing import names, opened, outcome
from zakuro.flow.acting import bulk
from zakuro.flow.acting import review as reviewing
from zakuro.flow.acting.correcting import corrected, parties, settings, with_json
from zakuro.flow.acting.take_in import statement
from zakuro.flow.acting.waiting import Choices, Open, Selection, waiting
from zakuro.flow.keeping.books import Books, Writer
from zakuro.flow.things.offering import offers
from zakuro.model.acts import Policy
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Kind, Strength

SELECTING = ("kinds", "document", "rules", "strengths")
OPENING = ("part_of", "anew", "each", "add_up", "together")
MODES = (
    Mode("ask", "", SELECTING),
    Mode("list", "list", SELECTING),
    Mode("all", "all", (*SELECTING, "to", "yes")),
    Mode("policy", "policy", (*SELECTING, "to", "yes")),
    Mode("accept", "accept", OPENING, alone=False),
    Mode("correct", "correct", ("set", "with", *OPENING), alone=False),
    Mode("join", "join", alone=False),
    Mode("refuse", "refuse", ("reason",), alone=False),
    Mode("unjoin", "unjoin", ("reason",), alone=False),
)
"""The ways of reviewing, and the options that each uses; every other option is refused."""

OPTIONS = {"kinds": "kind", "rules": "rule", "strengths": "strength"}
"""What an option is called where its value has another name."""


@click.command()
@click.option("--accept", multiple=True, metavar="D-1:s3", help="Accept as read.")
@click.option("--correct", metavar="D-1:s4", help="Accept as corrected; with --set.")
@click.option(
    "--set", multiple=True, metavar="FIELD=VALUE",
    help="What is changed: value=1500000000, receivers=C5, period=2025 …",
)  # fmt: skip
@click.option("--with", hidden=True)
@click.option("--join", multiple=True, metavar="D-1:s7=P-3", help="Says a pledge again.")
@click.option("--refuse", multiple=True, metavar="D-1:s5", help="Refuse; with --reason.")
@click.option("--unjoin", metavar="D-1:s7", help="Undo a wrong join; with --reason.")
@click.option("--reason", help="Why it is refused or unjoined.")
@click.option("--part-of", metavar="P-3", help="What is accepted is part of this pledge.")
@click.option("--anew", is_flag=True, help="Open a pledge even if one like it is open.")
@click.option("--each", is_flag=True, help="Every receiver is owed the full amount.")
@click.option("--add-up", is_flag=True, help="The amounts of one unit add up.")
@click.option("--together", is_flag=True, help="They owe one thing, all to all.")
@click.option("--all", is_flag=True, help="Accept all that waits and leaves no question.")
@click.option("--policy", help="Accept by a written policy: its words, kept as an entry.")
@click.option("--to", metavar="PARTY", help="To whom is owed what does not say (C5, world).")
@click.option("--yes", is_flag=True, help="Do not ask before --all or --policy.")
@click.option("--list", is_flag=True, help="List what waits, and ask nothing.")
@click.option("--document", metavar="D-1", help="Only of this document.")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(get_args(Kind)),
    help="Only of this kind; else pledges.",
)  # fmt: skip
@click.option("--rule", "rules", multiple=True, help="Only what this rule read.")
@click.option(
    "--strength", "strengths", multiple=True, type=click.Choice(get_args(Strength)),
    help="Only of this strength.",
)  # fmt: skip
@entering
def review(given: Given, **values: Any) -> None:
    """Accept, correct, join or refuse what was read: by single keys, or by options.

    Without options it asks for one statement after the other.

    Example: zakuro review --accept D-1:s3 --accept D-1:s4
    """
    modes = chosen(MODES, values, OPTIONS)
    selection = Selection(
        kinds=values["kinds"] or Selection().kinds,
        document=values["document"],
        rules=values["rules"],
        strengths=values["strengths"],
    )
    with given.open() as books:
        if modes == ("list",):
            _list(books, given, selection)
        elif modes == ("ask",):
            ask(books, given.filed_by, selection)
        elif modes in (("all",), ("policy",)):
            _many(books, given, selection, values)
        else:
            _named(books, given, values)


def _named(books: Books, given: Given, values: dict[str, Any]) -> None:
    """Decide the statements that the options name, all of them or none."""
    decided: list[reviewing.Decided] = []
    undone = []
    choices = Choices(
        part_of=values["part_of"],
        each=values["each"],
        add_up=values["add_up"],
        together=values["together"],
    )
    with books.writing() as writer:
        decided += [
            reviewing.accept(writer, name, given.filed_by, choices=choices, anew=values["anew"])
            for name in values["accept"]
        ]
        for pair in values["join"]:
            name, _, pledge = pair.partition("=")
            if not pledge:
                raise ZakuroError(f"{pair!r}: write --join D-1:s7=P-3.")
            decided.append(reviewing.join(writer, name, pledge, given.filed_by))
        if name := values["correct"]:
            decided.append(
                reviewing.correct(
                    writer,
                    name,
                    _corrected(books, name, values),
                    given.filed_by,
                    choices=choices,
                    anew=values["anew"],
                )
            )
        for name in values["refuse"]:
            why = _reason(values["reason"], "refusal")
            decided.append(reviewing.refuse(writer, name, why, given.filed_by))
        if name := values["unjoin"]:
            why = _reason(values["reason"], "unjoining")
            undone.append((name, reviewing.unjoin(writer, name, why, given.filed_by)))
    if given.form == "json":
        print_json(decided)
        return
    for done in decided:
        click.echo(outcome(books, done))
        for offer in offers(books, statement=done.name) if done.decision != "refuse" else ():
            click.echo(f"{done.name}  names {names(offer)}: zakuro thing tie")
    for name, pledge in undone:
        click.echo(f"{name}  no longer joined to {pledge}: it waits for review again")


def _corrected(books: Books, name: str, values: dict[str, Any]) -> Any:
    found = statement(books, name)
    if not values["set"] and not values["with"]:
        raise ZakuroError(
            f"Say what is right: `zakuro review --correct {name} --set receivers=C5 --set "
            "value=1500000000`."
        )
    if values["with"]:
        found = with_json(found, values["with"])
    return corrected(books, name, found, settings(values["set"]))


def _many(books: Books, given: Given, selection: Selection, values: dict[str, Any]) -> None:
    """Accept many: show what would be done, ask, and do it."""
    receivers = parties(books, values["to"]) if values["to"] else ()
    act: Callable[[Writer], bulk.Bulk]
    if values["policy"]:
        policy = Policy(text=values["policy"], receivers=receivers, **_fields(selection))

        def act(writer: Writer) -> bulk.Bulk:
            return bulk.accept_by_policy(writer, policy, given.filed_by)
    else:

        def act(writer: Writer) -> bulk.Bulk:
            return bulk.accept_waiting(writer, selection, given.filed_by, receivers=receivers)

    if not values["yes"]:
        if given.form == "json":
            raise ZakuroError("JSON is for scripts: give --yes, or look first with --list.")
        _ask_first(books, bulk.rehearse(books, act), selection)
    with books.writing() as writer:
        done = act(writer)
    if given.form == "json":
        print_json(done)
        return
    for decided in done.decided:
        click.echo(outcome(books, decided))
    if values["yes"]:
        _left(done)


def _fields(selection: Selection) -> dict[str, Any]:
    return msgspec.structs.asdict(selection)


def _ask_first(books: Books, tried: bulk.Bulk, selection: Selection) -> None:
    would = {found.name: found for found in waiting(books, selection)}
    for done in tried.decided:
        pledge = would[done.name].would
        again = would[done.name].again
        if done.decision == "join":
            click.echo(f"{done.name}  says {again or done.pledge} again")
        else:
            click.echo(f"{done.name}  {opened(pledge) if pledge else 'accepted'}")
    _left(tried)
    joins = sum(done.decision == "join" for done in tried.decided)
    count = len(tried.decided)
    if not count:
        raise ZakuroError("Nothing was entered: no statement waits that leaves no question.")
    question = f"{count} statements: {count - joins} open, {joins} join. Go on?"
    try:
        click.confirm(question, abort=True)
    except click.Abort:
        raise ZakuroError("Nothing was entered. --yes answers for scripts.") from None


def _left(done: bulk.Bulk) -> None:
    for left in done.left:
        click.echo(f"{left.name}  waits: {left.why}")


def _reason(reason: str | None, what: str) -> str:
    if not reason:
        raise ZakuroError(f"A {what} needs its --reason.")
    return reason


def _list(books: Books, given: Given, selection: Selection) -> None:
    found = list(waiting(books, selection))
    if given.form == "json":
        print_json(found)
        return
    print_table(("statement", "would open", "again", "to answer"), map(_row, found), wrap=(1, 3))
    click.echo(f"{len(found)} wait. Next: zakuro review, or zakuro review --all")


def _row(found: Open) -> tuple[str, ...]:
    words = " ".join(found.statement.exact.split())
    what = opened(found.would) if found.would else found.statement.kind
    again = found.again or "".join(f"may say {name}\n" for name in found.may).rstrip()
    asks = ", ".join(dict.fromkeys(question.about for question in found.asks))
    return found.name, f"{what}\n“{words if len(words) <= 120 else words[:119] + '…'}”", again, asks
