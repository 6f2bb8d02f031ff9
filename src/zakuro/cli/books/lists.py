"""Looking at the books: pledges, show, balance, score."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import click

from zakuro.cli.books.options import PLEDGE, Given, as_of_option, on_books, print_json, print_table
from zakuro.cli.books.picture import picture
from zakuro.flow.looking import lists
from zakuro.flow.looking.scores import By, Scored, scores
from zakuro.ledger.arithmetic import plain
from zakuro.ledger.assessment.score import percent
from zakuro.ledger.assessment.standing import Standing
from zakuro.model.entry import Basis, Entry


@click.command()
@click.option("--giver", metavar="PARTY", help="Only what this party promised.")
@click.option("--receiver", metavar="PARTY", help="Only what is owed to this party or group.")
@click.option("--standing", "standing_is", type=click.Choice(get_args(Standing)))
@click.option("--topic", help="Only of this topic.")
@click.option("--after", default=0, metavar="NUMBER", help="Go on after this pledge.")
@click.option("--limit", default=lists.PAGE, show_default=True, help="At most so many.")
@click.option("--picture", "as_picture", is_flag=True, help="Bars instead of a table.")
@as_of_option
@on_books
def pledges(
    given: Given,
    *,
    giver: str | None,
    receiver: str | None,
    standing_is: Standing | None,
    topic: str | None,
    after: int,
    limit: int,
    as_picture: bool,
    as_of: date,
) -> None:
    """List the pledges and where they stand.

    Example: zakuro pledges --giver CHN --standing behind --as-of 2026-06-30
    """
    with given.open() as books:
        found = list(
            lists.pledges(
                books,
                as_of,
                giver=giver,
                receiver=receiver,
                standing_is=standing_is,
                topic=topic,
                after=after,
                limit=limit,
            )
        )
    if given.form == "json":
        print_json(found)
    elif as_picture:
        click.echo(picture(found))
    else:
        titles = (
            "pledge", "from", "to", "what", "reported", "confirmed", "independent", "standing",
            "basis",
        )  # fmt: skip
        print_table(titles, _rows(found), right=(4, 5, 6), wrap=(2, 3, 7))
        click.echo(f"{len(found)} as of {as_of}")
        if len(found) == limit:
            click.echo(f"More: --after {found[-1].name[2:]}")


def _rows(found: list[lists.Listed]) -> Iterator[tuple[str, ...]]:
    for listed in found:
        for place, amount in enumerate(listed.amounts):
            first = place == 0
            yield (
                listed.name if first else "",
                listed.givers if first else "",
                listed.receivers if first else "",
                f"{promised(amount)} {listed.object}".strip(),
                plain(amount.reported),
                plain(amount.confirmed),
                independent(listed, amount, first=first),
                f"{listed.standing}, {listed.word}" if first else "",
                listed.bases if first else "",
            )


def independent(listed: lists.Listed, amount: lists.Amount, *, first: bool) -> str:
    """Give what others than giver and receiver found: their figures, or how many they are."""
    if amount.found:
        return " / ".join(plain(value) for value in amount.found)
    count = listed.independent if first else 0
    return f"{count} without a figure" if count else "–"


_BOUNDS = {"at-least": "≥ ", "at-most": "≤ ", "about": "≈ ", "more-than": "> ", "less-than": "< "}


def promised(amount: lists.Amount) -> str:
    """Give how much was promised: a range with both ends, a bound with its sign."""
    if amount.low is not None and amount.high is not None:
        return f"{plain(amount.low)}–{plain(amount.high)} {amount.unit}"
    return f"{_BOUNDS.get(amount.bound, '')}{plain(amount.pledged)} {amount.unit}"


@click.command()
@click.argument("pledge", metavar="P-3", type=PLEDGE)
@as_of_option
@on_books
def show(given: Given, *, pledge: str, as_of: date) -> None:
    """Show the account of one pledge: every entry, every account, where it stands and why.

    Example: zakuro show P-3 --as-of 2026-06-30
    """
    with given.open() as books:
        shown = lists.show(books, pledge, as_of)
    if given.form == "json":
        print_json({k: v for k, v in shown._asdict().items() if k not in ("account", "reversals")})
        return
    said = shown.pledge
    click.echo(f"{shown.name}  “{' '.join(said.exact.split())}”")
    click.echo(f"  {said.statement}, said on {said.said_on or 'a day unknown'}")
    if shown.part_of:
        click.echo(f"  part of {shown.part_of}, which counts its amount")
    click.echo(f"  {shown.state.standing}, {shown.state.word}, as of {as_of}: {shown.state.why}")
    titles = ("unit", "pledged", "obligation", "in transit", "disputed", "receivable", "trial")
    rows = [(line.unit, *(plain(figure) for figure in line[2:])) for line in shown.lines]
    print_table(titles, rows, right=range(1, 7))
    debts = [
        (f"{e.giver} → {e.receiver}", e.unit, e.state.standing, e.state.word, e.state.why)
        for e in shown.courses
    ]
    if len(debts) > 1:
        print_table(("debt", "unit", "standing", "", "why"), debts, wrap=(4,))
    names = [(account, unit, plain(amount)) for unit, account, amount in shown.accounts]
    print_table(("account", "unit", "debit (+) or credit (-)"), names, right=(2,))
    entries = [_entry_row(entry, shown) for entry in shown.entries]
    print_table(("entry", "day", "kind", "whose word", "basis", "what"), entries, wrap=(3, 4, 5))


def _entry_row(entry: Entry, shown: lists.Shown) -> tuple[str, ...]:
    body, author, reversals = entry.body, entry.author, shown.reversals
    voice = shown.voices.get(entry.number)
    figure = plain(Decimal(body["value"])) if isinstance(body.get("value"), str) else None
    what = [f"{figure} {body.get('unit', '')}".strip()] if figure else []
    what += [f"{body['value']:+d}"] if isinstance(body.get("value"), int) else []
    what += [f"to {body['receiver']}"] if "receiver" in body else []
    what += [f"of E-{body['report']}"] if body.get("report") else []
    what += [f"of E-{body['entry']}"] if "entry" in body else []
    what += [f"on {body['on']}"] if "on" in body else []
    what += ["before the pledge was made"] if body.get("before_pledge") else []
    what += [body["statement"]] if isinstance(body.get("statement"), str) else []
    what += [body["reason"]] if body.get("reason") else []
    what += [f"in {body['source'].get('statement', '')}"] if "source" in body else []
    what += [f"“{' '.join(body['text'].split())}”"] if body.get("text") else []
    what += [f"found by {body['publisher']['name']}"] if body.get("publisher") else []
    what += [voice.note] if voice and voice.note else []
    what += [f"taken back by E-{reversals[entry.number]}"] if entry.number in reversals else []
    return (
        f"E-{entry.number}",
        f"{entry.time:%Y-%m-%d}",
        entry.kind,
        author.party or author.filed_by,
        f"{author.basis or ''}{voice.place if voice else ''}",
        "; ".join(what),
    )


@click.command()
@on_books
def balance(given: Given) -> None:
    """Give the trial balance: totals for each unit, and zero wherever the books are even.

    Example: zakuro balance --books books.db
    """
    with given.open() as books:
        found = lists.balance(books)
    if given.form == "json":
        print_json(found)
    else:
        titles = (
            "unit", "pledges", "pledged", "obligation", "in transit", "disputed", "receivable",
            "trial",
        )  # fmt: skip
        rows = [
            (total.unit, str(total.pledges), *(plain(figure) for figure in total[2:]))
            for total in found.totals
        ]
        print_table(titles, rows, right=range(1, 8))
        click.echo("Even: every pledge and unit sums to zero." if not found.uneven else "NOT even:")
        for name, unit, amount in found.uneven:
            click.echo(f"  {name} {unit}: {amount:f}")
    if found.uneven:
        click.get_current_context().exit(1)


@click.command()
@click.option("--by", type=click.Choice(get_args(By)), default="all", show_default=True)
@click.option(
    "--basis", "bases", multiple=True, type=click.Choice(get_args(Basis)),
    help="Count only what rests on this; may be repeated.",
)  # fmt: skip
@as_of_option
@on_books
def score(given: Given, *, by: By, bases: tuple[Basis, ...], as_of: date) -> None:
    """Give the scores as of a day, in percent from -1 (0 %) to +1 (100 %).

    Pooled counts every judged promise of a party alike; per commitment is the mean of the pledges'
    means.  What nobody has looked at is left out, and counted beside.

    Example: zakuro score --as-of 2027-06-17 --by party
    """
    with given.open() as books:
        found = scores(books, as_of, by=by, bases=frozenset(bases) or None)
    if given.form == "json":
        print_json([_score_json(scored) for scored in found])
        return
    titles = ("", "pooled %", "per commitment %", "assessed", "of", "unknown failed – kept")
    rows = [
        (
            scored.group,
            _percent(scored.score.pooled),
            _percent(scored.score.per_commitment),
            str(scored.score.assessed),
            str(scored.score.total),
            f"{_percent(scored.score.low)} – {_percent(scored.score.high)}",
        )
        for scored in found
    ]
    print_table(titles, rows, right=(1, 2, 3, 4, 5))
    click.echo(f"as of {as_of}")


def _percent(mean: Fraction | None) -> str:
    return "–" if mean is None else str(percent(mean))


def _score_json(scored: Scored) -> dict[str, object]:
    score = scored.score
    means = {
        "pooled": score.pooled,
        "per_commitment": score.per_commitment,
        "low": score.low,
        "high": score.high,
    }
    return {
        "group": scored.group,
        "assessed": score.assessed,
        "total": score.total,
        **{f"{name}_percent": None if m is None else percent(m) for name, m in means.items()},
        **{f"{name}_mean": None if m is None else str(m) for name, m in means.items()},
    }
