"""A chart over time: what was expected, reported and confirmed by which day."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from html import escape
from typing import NamedTuple

from zakuro.flow.browsing.progress import Progress

LEFT, RIGHT, TOP, BOTTOM = 100, 590, 30, 232
WIDTH, HEIGHT = 800, 264
_LINE = 17
_NICE = (1, 2, 2.5, 5, 10)
_MOST_TICKS = 5


class Told(NamedTuple):
    """What a chart says in words: its title and description, and the labels of its lines."""

    title: str
    description: str
    expected: str
    reported: str
    confirmed: str
    due: str


def chart(
    shown: Progress,
    told: Told,
    number: Callable[[Decimal], str],
    month: Callable[[date], str],
) -> str:
    """Draw the progress of a pledge; ``number`` and ``month`` write the axes."""
    top = max(shown.pledged, *(step.reported for step in shown.steps), Decimal(1))
    step = _nice(top)
    highest = step * math.ceil(top / step)
    span = max((shown.until - shown.start).days, 1)

    def x(day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - shown.start).days / span

    def y(value: Decimal) -> float:
        return BOTTOM - (BOTTOM - TOP) * float(value / highest)

    drawn = [
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="c-t c-d">'
        f'<title id="c-t">{escape(told.title)}</title>'
        f'<desc id="c-d">{escape(told.description)}</desc>'
    ]
    for place in range(math.ceil(highest / step) + 1):
        at = y(step * place)
        drawn.append(
            f'<path class="grid" d="M{LEFT} {at:.1f}H{RIGHT}"/>'
            f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">'
            f"{escape(number(step * place))}</text>"
        )
    drawn += [
        f'<path class="axis" d="M{x(day):.1f} {BOTTOM}v5"/>'
        f'<text x="{x(day):.1f}" y="{BOTTOM + 20}" text-anchor="middle">'
        f"{escape(month(day))}</text>"
        for day in _ticks(shown.start, shown.until)
    ]
    drawn += _lines(shown, told, x, y)
    return "".join(drawn) + "</svg>"


def _lines(
    shown: Progress, told: Told, x: Callable[[date], float], y: Callable[[Decimal], float]
) -> list[str]:
    drawn = []
    labels = []
    if shown.expected:
        path = "L".join(f"{x(day):.1f} {y(value):.1f}" for day, value in shown.expected)
        drawn.append(f'<path class="l-expected" d="M{path}"/>')
        labels.append((y(shown.expected[-1][1]), told.expected, "t-expected"))
    reported = [(step.on, step.reported) for step in shown.steps]
    confirmed = [(step.on, step.confirmed) for step in shown.steps]
    drawn.append(f'<path class="l-reported" d="{_stairs(shown, reported, x, y)}"/>')
    stairs = _stairs(shown, confirmed, x, y)
    drawn.append(f'<path class="a-confirmed" d="{stairs}V{BOTTOM}H{LEFT}Z"/>')
    drawn.append(f'<path class="l-confirmed" d="{stairs}"/>')
    labels.append((y(reported[-1][1]), told.reported, "t-reported"))
    labels.append((y(confirmed[-1][1]), told.confirmed, "t-confirmed"))
    if shown.end and shown.start <= shown.end <= shown.until:
        at = x(shown.end)
        drawn.append(
            f'<path class="due" d="M{at:.1f} {TOP - 8}V{BOTTOM}"/>'
            f'<text x="{at:.1f}" y="{TOP - 14}" text-anchor="middle">'
            f"{escape(told.due)}</text>"
        )
    return drawn + _labels(labels)


def _stairs(
    shown: Progress,
    steps: Sequence[tuple[date, Decimal]],
    x: Callable[[date], float],
    y: Callable[[Decimal], float],
) -> str:
    path = f"M{LEFT} {BOTTOM}"
    for day, value in steps:
        path += f"H{x(max(day, shown.start)):.1f}V{y(value):.1f}"
    return f"{path}H{x(shown.until):.1f}"


def _labels(labels: list[tuple[float, str, str]]) -> list[str]:
    """Labels beside the ends of their lines, apart from each other."""
    drawn, last = [], -math.inf
    for at, text, css in sorted(labels):
        place = max(at + 4, last + _LINE)
        drawn.append(f'<text class="{css}" x="{RIGHT + 8}" y="{place:.1f}">{escape(text)}</text>')
        last = place
    return drawn


def _nice(top: Decimal) -> Decimal:
    """Give a round step of which about three make the whole."""
    rough = top / 3
    power = Decimal(10) ** math.floor(rough.log10())
    return next(Decimal(str(nice)) * power for nice in _NICE if Decimal(str(nice)) * power >= rough)


def _ticks(start: date, until: date) -> list[date]:
    """Give first days of months, evenly apart, at most a handful."""
    months: list[date] = []
    day = start.replace(day=1)
    while day <= until:
        if day >= start:
            months.append(day)
        day = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    apart = next(n for n in (1, 2, 3, 6, 12, 24, 60, 120, 600) if len(months) / n <= _MOST_TICKS)
    return [each for each in months if (each.month - 1 + each.year * 12) % apart == 0]
