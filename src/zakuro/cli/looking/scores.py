"""The figures of all pledges: the trial balance and the scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import get_args

import click

from zakuro.cli.books.options import Given, as_of_option, on_books, print_json, print_table
from zakuro.cli.looking.show import print_figures
from zakuro.flow.looking import balances
from zakuro.flow.looking.scores import Scored, counted, scores
from zakuro.flow.sums.cells import Counted
from zakuro.flow.sums.figures import By
from zakuro.ledger.arithmetic import plain
from zakuro.ledger.assessment.score import Score, percent
from zakuro.model import vocabulary
from zakuro.model.entry import Basis
from zakuro.model.vocabulary import unit_label


@click.command()
@as_of_option
@on_books
def balance(given: Given, *, as_of: date) -> None:
    """Give the trial balance: totals for each unit, and zero wherever the books are even.

    Example: zakuro balance --books books.db
    """
    with given.open() as books:
        found = balances.balance(books, as_of)
    if given.form == "json":
        print_json(found)
    else:
        rows = [((unit_label(total.unit), str(total.pledges)), total) for total in found.totals]
        print_figures(("unit", "pledges"), rows)
        click.echo(f"as of {as_of}")
        click.echo("Even: every pledge and unit sums to zero." if not found.uneven else "NOT even:")
        for name, unit, amount in found.uneven:
            click.echo(f"  {name} {unit_label(unit)}: {plain(amount)}")
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
    """Give the two scores as of a day, in percent from -1 (0 %) to +1 (100 %).

    By report counts what the givers say, by confirmation what the receivers confirm; which of them
    is the score, or that none is shown, the charter says.  What nobody has reported stays outside
    and is counted beside.  The average by promise gives every pledge the same weight, however many
    promised it.

    Example: zakuro score --as-of 2027-06-17 --by party
    """
    chosen = frozenset(bases) or None
    with given.open() as books:
        found = scores(books, as_of, by=by, bases=chosen)
        main = books.charter.the_score
        cells = counted(books, as_of, by=by, bases=chosen)
        if given.form == "json":
            of = _grouped(cells)
            print_json([_score_json(scored, main, of[scored.group]) for scored in found])
            return
        lines = [] if main == "none" else list(_beside(found, cells))
    if main == "none":
        click.echo("The charter of these books shows no score; where the pledges stand:")
        print_table(("", "standing", "how many"), _standings(found), right=(2,))
    else:
        titles = (
            "", *(_named(kind, main) for kind in _KINDS), "average by promise %", "counted", "of",
            "if the rest failed – were kept",
        )  # fmt: skip
        print_table(titles, _score_rows(found), right=(1, 2, 3, 4, 5, 6))
        for line in lines:
            click.echo(line)
    click.echo(f"as of {as_of}")


_KINDS = ("by report", "by confirmation")
_LISTED = 20
"""Up to how many pledges are named under a table; all of them are in --format json."""


def _named(kind: str, main: str | None) -> str:
    return f"{kind} %" + (" (the score)" if kind == main else "")


def _score_rows(found: list[Scored]) -> Iterator[tuple[str, ...]]:
    for scored in found:
        one, other = scored.by_report, scored.by_confirmation
        yield (
            scored.group,
            _percent(one.pooled),
            _percent(other.pooled),
            _percent(one.per_commitment),
            str(one.assessed)
            if one.assessed == other.assessed
            else f"{one.assessed} / {other.assessed}",
            str(one.total),
            f"{_percent(one.low)} – {_percent(one.high)}",
        )


def _beside(found: list[Scored], cells: Iterable[tuple[str, Counted]]) -> Iterator[str]:
    """Say of each group which pledges were counted, and what stayed outside.

    No more cells are read than are named.
    """
    counts = {of.group: of.by_report.total - sum(of.outside.values()) for of in found}
    named: dict[str, list[str]] = {group: [] for group in counts}
    lacking = sum(min(count, _LISTED) for count in counts.values())
    for group, cell in cells if lacking else ():
        if cell.outside or len(named[group]) == _LISTED:
            continue
        signs = f"{_signed(cell.by_report)} / {_signed(cell.by_confirmation)}"
        named[group].append(f"{cell.pledge} {signs}")
        lacking -= 1
        if not lacking:
            break
    for of in found:
        names = named[of.group]
        if counts[of.group] > len(names):
            names.append(f"and {counts[of.group] - len(names)} more (--format json)")
        group = f"{of.group}: " if len(found) > 1 else ""
        yield f"{group}counted (by report / by confirmation): {', '.join(names) or 'none'}"
        outside = [f"{_label(code)} {count}" for code, count in of.outside.items()]
        if outside:
            yield f"{group}outside the scores: {', '.join(outside)}"


def _grouped(cells: Iterable[tuple[str, Counted]]) -> dict[str, list[Counted]]:
    found: dict[str, list[Counted]] = defaultdict(list)
    for group, cell in cells:
        found[group].append(cell)
    return found


def _standings(found: list[Scored]) -> Iterator[tuple[str, ...]]:
    for scored in found:
        for code in vocabulary.standings():
            if code in scored.standings:
                yield scored.group, _label(code), str(scored.standings[code])


def _label(code: str) -> str:
    standing = vocabulary.standings().get(code)
    return standing.label if standing else code


def _signed(value: int | None) -> str:
    return "–" if value is None else f"{value:+d}" if value else "0"


def _percent(mean: Fraction | None) -> str:
    return "–" if mean is None else str(percent(mean))


def _score_json(scored: Scored, main: str | None, cells: list[Counted]) -> dict[str, object]:
    both = {"by_report": scored.by_report, "by_confirmation": scored.by_confirmation}
    return {
        "group": scored.group,
        "the_score": main,
        **({} if main == "none" else {name: _one_json(score) for name, score in both.items()}),
        "cells": cells,
        "outside": scored.outside,
    }


def _one_json(score: Score) -> dict[str, object]:
    means = {
        "pooled": score.pooled,
        "per_commitment": score.per_commitment,
        "low": score.low,
        "high": score.high,
    }
    return {
        "assessed": score.assessed,
        "total": score.total,
        **{f"{name}_percent": None if m is None else percent(m) for name, m in means.items()},
        **{f"{name}_mean": None if m is None else str(m) for name, m in means.items()},
    }
