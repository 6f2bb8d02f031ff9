"""An outlook in sentences, in any interface language; the same on pages, in briefs and commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from zakuro.outlook.outlook import Like, Measured, Outlook
from zakuro.outlook.pace import Pace
from zakuro.outlook.posterior import Range, Share
from zakuro.outlook.reference import SOURCE
from zakuro.outlook.survival import FEWEST
from zakuro.words import figures
from zakuro.words.catalogue import say, together

FIGURES = 3
"""How many figures an estimate is given in."""


class Line(NamedTuple):
    """One line of an outlook: what it tells of, and what it says."""

    label: str
    text: str


def likelihood(language: str, found: Outlook) -> str:
    """Give the likelihood in words and number, or that nobody can say and why."""
    if found.likelihood is None or found.word is None:
        why = say(language, f"outlook.why_{found.why.replace(' ', '_')}", {"fewest": FEWEST})
        return together(say(language, "outlook.nobody"), why)
    asked = "by_due" if found.is_due else "by_year"
    by = say(language, f"outlook.{asked}", {"day": figures.day(language, found.until)})
    word = say(language, f"likely.{found.word.replace(' ', '_')}")
    return f"{by} {word}, {_share(language, found.likelihood)}"


def lines(language: str, found: Outlook) -> Iterator[Line]:
    """Give everything an outlook says: how far, the pace, the likelihood, and those like it."""
    for measure in found.measures:
        yield from _measure(language, measure)
    yield Line(say(language, "outlook.likelihood"), likelihood(language, found))
    for like in found.like:
        yield Line(_by(language, like), _like(language, like))
    if found.elsewhere is not None:
        said = _like(language, found.elsewhere)
        yield Line(say(language, "outlook.like_elsewhere"), f"{said} {SOURCE}")


def _measure(language: str, measure: Measured) -> Iterator[Line]:
    def amount(value: Decimal) -> str:
        return figures.amount(language, rounded(value), measure.unit)

    run = measure.run
    due = figures.amount(language, run.due, measure.unit)
    values = {"done": figures.short(language, run.done), "due": due}
    far = say(language, "outlook.far", values)
    if measure.expected is not None:
        expected = say(language, "outlook.expected", {"amount": amount(measure.expected)})
        far = together(far, expected)
    yield Line(say(language, "outlook.how_far"), far)
    yield Line(say(language, "outlook.pace"), _pace(language, measure, amount))


def _pace(language: str, measure: Measured, amount: Callable[[Decimal], str]) -> str:
    found, run = measure.pace, measure.run
    parts = []
    if found is not None:
        values = {"amount": amount(found.so_far), "deliveries": found.deliveries}
        parts.append(say(language, "outlook.pace_so_far", values))
    if measure.needed is not None and run.end is not None:
        due = figures.day(language, figures.last_day(run.end))
        said = {"amount": amount(measure.needed), "day": due}
        parts.append(say(language, "outlook.pace_needed", said))
    if found is not None:
        parts.append(_at_pace(language, found))
    elif measure.why:
        why = say(language, f"outlook.why_{measure.why.replace(' ', '_')}", {"fewest": FEWEST})
        nobody = () if measure.why == "kept" else (say(language, "outlook.nobody_when"),)
        parts.append(together(*nobody, why))
    return together(*parts)


def _at_pace(language: str, found: Pace) -> str:
    first = figures.day(language, found.first)
    if found.middle is None or found.last is None:
        return say(language, "outlook.at_pace_open", {"first": first})
    middle, last = (figures.day(language, day) for day in (found.middle, found.last))
    values = {"first": first, "middle": middle, "last": last}
    return say(language, "outlook.at_pace", values)


def rounded(value: Decimal) -> Decimal:
    """Give an estimate in three figures; more of them would say what nobody knows."""
    return round(value, min(6, FIGURES - 1 - value.adjusted())) if value else value


def _by(language: str, like: Like) -> str:
    name = say(language, f"outlook.like_{like.by or 'all'}")
    if like.by == "giver":
        return f"{name} ({', '.join(figures.party(language, code) for code in like.codes)})"
    return name


def _like(language: str, like: Like) -> str:
    if like.share is None:
        return say(language, "outlook.too_few", {"seen": like.seen, "fewest": FEWEST})
    return _share(language, like.share)


def _share(language: str, share: Share) -> str:
    values = {
        "share": percent(language, share.range.mean),
        "range": between(language, share.range),
        "ended": figures.number(language, share.ended),
        "cases": figures.number(language, share.cases),
    }
    return say(language, "outlook.share", values)


def percent(language: str, thousandths: int) -> str:
    """Give a share in whole percent, halves up."""
    return figures.percent(language, Decimal((thousandths + 5) // 10) / 100)


def between(language: str, found: Range) -> str:
    """Give between what a share lies, in whole percent."""
    return f"{percent(language, found.low)}–{percent(language, found.high)}"
