"""What became of proposals and calls, and how speakers stand: take-up, proposals, positions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import click

from zakuro.cli.books.options import (
    DAY,
    Given,
    by_author,
    on_lists,
    print_csv,
    print_entry,
    print_json,
    print_table,
)
from zakuro.flow.things.followed import positions as standing
from zakuro.flow.things.followed import proposals as following
from zakuro.flow.things.followed.proposals import Proposal, Step
from zakuro.flow.things.said import Search
from zakuro.model import vocabulary
from zakuro.model.errors import ZakuroError
from zakuro.model.things import Way
from zakuro.things.uptake import Became


@click.command()
@click.argument("name", metavar="D-1:s3")
@click.option("--tabled", metavar="X-1", help="It is on the table as this text.")
@click.option("--pledged", metavar="P-3", help="It was promised, as this pledge.")
@click.option("--reported", metavar="E-41", help="It was done, by this report.")
@click.option("--done", is_flag=True, help="It was done, as the words of --from say.")
@click.option(
    "--answered", is_flag=True, help="The party of --by answered, in the words of --from."
)
@by_author
def take_up(
    given: Given,
    *,
    name: str,
    tabled: str | None,
    pledged: str | None,
    reported: str | None,
    done: bool,
    answered: bool,
) -> None:
    """Say what became of a proposal or call: by a person, resting on words.

    Reports on a pledge that it became are shown beside it without another entry.

    Example: zakuro take-up D-1:s17 --pledged P-4
    """
    ways: tuple[tuple[Way, str | None, object], ...] = (
        ("tabled", tabled, tabled),
        ("pledged", pledged, pledged),
        ("reported", reported, reported),
        ("reported", None, done),
        ("answered", None, answered),
    )
    asked = [(way, by) for way, by, chosen in ways if chosen]
    if len(asked) != 1:
        raise ZakuroError(
            "Say one thing that became of it: --tabled X-1, --pledged P-3, --reported E-41, --done "
            "or --answered."
        )
    way, by = asked[0]
    with given.open() as books:
        entry = following.take_up(
            books,
            name,
            way,
            filed_by=given.filed_by,
            by=by,
            word=given.word if given.party else None,
            words=given.words,
            key=given.key,
        )
    whose = f" by {given.party}" if given.party else ""
    print_entry(entry, given.form, f"{way}{f' ({by})' if by else ''}{whose}")


def searching(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options by which statements are searched."""
    options = (
        click.option("--speaker", metavar="WHO", help="Of this party, or of whom is named so."),
        click.option("--topic", help="Only on this topic."),
        click.option("--since", type=DAY, help="Said on this day or after."),
        click.option("--until", type=DAY, help="Said on this day or before."),
        click.option("--document", metavar="D-1", help="Only in this document."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _search(values: dict[str, Any]) -> Search:
    topic = values["topic"]
    if topic is not None and topic not in vocabulary.topics():
        raise ZakuroError(f"{topic!r} is no topic; all: {', '.join(sorted(vocabulary.topics()))}.")
    return Search(**values)


_PROPOSALS = (
    "statement", "kind", "day", "speaker", "to", "topics", "became", "how", "things", "words",
)  # fmt: skip


@click.command()
@click.option("--became", "became_is", type=click.Choice(get_args(Became)), help="Only of these.")
@searching
@on_lists
def proposals(given: Given, *, became_is: Became | None, **values: date | str | None) -> None:
    """List proposals and calls, and what became of each.

    "Not taken up" says that nobody has entered here that it was; no more than that.

    Example: zakuro proposals --speaker CHN --became "not taken up"
    """
    with given.open() as books:
        found = list(following.proposals(books, _search(values), became_is=became_is))
    if given.form == "json":
        print_json(found)
    elif given.form == "csv":
        print_csv(_PROPOSALS, [_proposal(each) for each in found])
    else:
        titles = ("statement", "day", "speaker", "to", "became", "how", "things")
        print_table(titles, [_drawn(each) for each in found], wrap=(0, 2, 3, 5))
        click.echo(f"Proposals and calls: {len(found)}.")


def _proposal(each: Proposal) -> tuple[str, ...]:
    return (
        each.name,
        each.kind,
        str(each.on or ""),
        each.speaker or "nobody named",
        " ".join(each.to),
        "; ".join(each.topics),
        each.became,
        " · ".join(_step(step) for step in each.steps),
        " ".join(each.things),
        each.words,
    )


def _drawn(each: Proposal) -> tuple[str, ...]:
    name, kind, day, speaker, to, _, became, how, things, words = _proposal(each)
    return f"{name} {kind}\n“{words}”", day, speaker, to, became, how, things


def _step(step: Step) -> str:
    made = f" ({step.made})" if step.made else ""
    whose = f" by {step.party}" if step.party else ""
    place = f", {step.place}" if step.place else ""
    return f"{step.way}{made}{whose}{place}"


_POSITIONS = ("statement", "day", "speaker", "party", "topics", "things", "words")


@click.command()
@searching
@on_lists
def positions(given: Given, **values: date | str | None) -> None:
    """List how speakers stand: by speaker, topic and day, in their words.

    Example: zakuro positions --speaker CHN --topic trade
    """
    with given.open() as books:
        found = list(standing.positions(books, _search(values)))
    rows = [
        (
            each.name,
            str(each.on or ""),
            each.speaker or "nobody named",
            " ".join(each.speakers),
            "; ".join(each.topics),
            " ".join(each.things),
            each.words,
        )
        for each in found
    ]
    if given.form == "json":
        print_json(found)
    elif given.form == "csv":
        print_csv(_POSITIONS, rows)
    else:
        print_table(_POSITIONS, rows, wrap=(2, 4, 6))
        click.echo(f"Positions: {len(found)}.")
