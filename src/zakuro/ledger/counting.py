"""Whose count: the amounts of a goal are kept by who counts them, and counts are never added.

Where the pledge says by whose count it is met, that one gives its amounts.  Else they are those of
the count by which least has come (of what is promised at most, most): so much every count grants.
That prefers no party's count; the others lie beside (:mod:`zakuro.ledger.assessment.counts`).  Of a
level (trade up to so much) each count's last figure counts, not the sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from zakuro.ledger.account import ZERO, Movement, PledgeAccount
from zakuro.ledger.arithmetic import exact
from zakuro.model.acts import Measure


class Sums(NamedTuple):
    """What is reported, confirmed and disputed of one debt in one unit."""

    reported: Decimal
    confirmed: Decimal
    disputed: Decimal


def amounts(account: PledgeAccount, on: date | None = None) -> list[Movement]:
    """Give the movements whose sums are the amounts of a pledge as of a day (None: the last)."""
    return [
        move
        for (_, unit), moves in _by_debt(account, on).items()
        for move in standing(moves, account.measures[unit])
    ]


def whose(account: PledgeAccount, on: date) -> tuple[str, ...]:
    """Give those by whose count amounts stand on a day that several have counted."""
    names: dict[str, None] = {}
    for (_, unit), moves in _by_debt(account, on).items():
        measure, counted = account.measures[unit], [move for move in moves if not move.released]
        if len(by_count(counted, measure)) > 1:
            names |= dict.fromkeys(move.counted_by for move in standing(counted, measure))
    return tuple(names)


def _by_debt(account: PledgeAccount, on: date | None) -> dict[tuple[int, str], list[Movement]]:
    found: dict[tuple[int, str], list[Movement]] = {}
    for move in account.moves():
        if on is None or move.on <= on:
            found.setdefault((move.debt, move.unit), []).append(move)
    return found


def by_day(moves: list[Movement], measure: Measure) -> Iterator[tuple[date, Sums]]:
    """Give the amounts of one debt and unit at the end of each day on which it moved."""
    moved = sorted(moves, key=lambda move: move.on)
    for place, move in enumerate(moved, start=1):
        if place == len(moved) or moved[place].on > move.on:
            yield move.on, sums(standing(moved[:place], measure))


@exact
def sums(moves: Iterable[Movement]) -> Sums:
    """Add up some movements."""
    reported = confirmed = disputed = ZERO
    for move in moves:
        reported += move.reported
        confirmed += move.confirmed
        disputed += move.disputed
    return Sums(reported, confirmed, disputed)


def standing(moves: list[Movement], measure: Measure) -> list[Movement]:
    """Give those movements of one debt and unit that make up its amounts: of one count, or none.

    What giver and receiver agreed is of no count and always among them.
    """
    agreed = [move for move in moves if move.released]
    counts = by_count((move for move in moves if not move.released), measure)
    if len(counts) < 2:
        return agreed + [move for mine in counts.values() for move in mine]
    return agreed + counts[min(counts, key=lambda name: _rank(counts[name], measure, name))]


def by_count(moves: Iterable[Movement], measure: Measure) -> dict[str, list[Movement]]:
    """Give what each count says of one debt and unit, beside the others."""
    counts: dict[str, list[Movement]] = {}
    for move in moves:
        counts.setdefault(move.counted_by, []).append(move)
    return {name: _last(mine) for name, mine in counts.items()} if level(measure) else counts


def level(measure: Measure) -> bool:
    """Say whether an amount is a level that is reached, not a sum of what comes."""
    return measure.change == "to" or measure.unit == "%"


def at_most(measure: Measure) -> bool:
    """Say whether an amount is promised as a bound that is not passed."""
    return measure.bound in ("at-most", "less-than")


def _last(moves: list[Movement]) -> list[Movement]:
    """Give the movements with no figure but the last reported and the last confirmed."""
    found: list[Movement] = []
    reported = confirmed = False
    for move in sorted(moves, key=lambda move: move.on)[::-1]:
        found.append(
            move._replace(
                reported=ZERO if reported else move.reported,
                confirmed=ZERO if confirmed else move.confirmed,
            )
        )
        reported, confirmed = reported or move.reported != 0, confirmed or move.confirmed != 0
    return found[::-1]


def _rank(moves: list[Movement], measure: Measure, name: str) -> tuple[Decimal, Decimal, str]:
    """Order counts by how far it is by each; equal ones by what is confirmed, then by name."""
    done = sums(moves)
    progress = max(done.reported - done.disputed, done.confirmed)
    return (-progress if at_most(measure) else progress), done.confirmed, name
