"""Whether confidence holds what it says: of what was given 70 %, how many are right.

Pledges of the development texts, read with nothing held back (``--least 0``).  The weights have
learnt from the shown half, so that only the reserve says what a user gets.  A second piece of one
promise counts as wrong; what is marked as optional counts neither way.

python -m bench.quality_confidence PLACE.svg    draw the curve of the reserve
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

from bench.figures import Figure
from bench.labelled import Text, dev
from bench.quality_dev import HALVES, SETS, is_reserve
from zakuro.read.document.document import freeze
from zakuro.read.reader import read_document

SHARED = Path(__file__).parent.parent.parent / "shared"
LEAST = 20
SURE = 90
BINS = 10


class Given(NamedTuple):
    """One pledge that was read: how sure, in hundredths, and whether it is one."""

    confidence: int
    right: bool


class Half(NamedTuple):
    """What was read in a half of a language's texts, and how many pledges stand in it."""

    given: list[Given]
    pledges: int


def measure(shared: Path) -> list[Figure]:
    """Calibration of all languages together, by halves; and what ``--least 0.2`` shows in each."""
    halves = {half: halves_of(shared, half) for half in HALVES}
    figures = []
    for half, languages in halves.items():
        figures += _calibration(half, [one for each in languages.values() for one in each.given])
        for language, each in languages.items():
            shown = [one for one in each.given if one.confidence >= LEAST]
            right = sum(one.right for one in shown)
            name = f"confidence {language} {half}: with --least 0.2"
            figures += [
                _percent(f"{name}, pledges found %", right, each.pledges),
                _percent(f"{name}, right of those shown %", right, len(shown)),
            ]
    return figures


def halves_of(shared: Path, half: str) -> dict[str, Half]:
    """What is read of one half, language by language."""
    found = {}
    for name, languages in SETS.items():
        for language in languages:
            texts = [
                text
                for text in dev(shared / "dev" / name, language)
                if is_reserve(text.name) == (half == "reserve")
            ]
            pledges = sum(
                "pledge" in one.kinds[:1] and not one.optional
                for text in texts
                for one in text.labels
            )
            found[language] = Half([one for text in texts for one in _given(text)], pledges)
    return found


def _given(text: Text) -> Iterator[Given]:
    """The pledges read in a text, the surest first, so that a second piece is the less sure."""
    document = freeze(text.text, None)
    reading = read_document(document, text.language, text.published, text.home, least=0)
    read = [s for s in reading.statements if s.kind == "pledge" and s.confidence is not None]
    met: set[int] = set()
    for statement in sorted(read, key=lambda s: s.confidence or "", reverse=True):
        confidence = round(100 * float(statement.confidence or 0))
        label = text.label_of("pledge", statement.start, statement.end)
        if label is None:
            if text.kind_of("pledge", statement.start, statement.end) is not None:
                yield Given(confidence, right=False)
        elif not text.labels[label].optional:
            yield Given(confidence, right=label not in met)
            met.add(label)


def _calibration(half: str, given: list[Given]) -> list[Figure]:
    right = [one for one in given if one.right]
    sure = [one for one in given if one.confidence >= SURE]
    name = f"confidence {half}"
    base = len(right) / len(given)
    brier = sum((one.confidence / 100 - one.right) ** 2 for one in given) / len(given)
    return [
        Figure(
            name=f"{name}: expected calibration error, hundredths",
            value=round(error(given), 1),
            cases=len(given),
            constant=0.0,
            floor=5.0 if half == "shown" else None,  # 5 is asked of the reserve, and not reached
            better="lower",
        ),
        Figure(
            name=f"{name}: Brier score, % of the base rate's",
            value=round(100 * brier / (base * (1 - base)), 1),
            cases=len(given),
            constant=100.0,
            floor=80.0,
            better="lower",
        ),
        _percent(f"{name}: right pledges that get 0.90 %", _rights(sure), len(right), 50.0),
        _percent(f"{name}: right of those with 0.90 %", _rights(sure), len(sure)),
    ]


def _rights(given: list[Given]) -> int:
    return sum(one.right for one in given)


def _percent(name: str, some: int, cases: int, floor: float | None = None) -> Figure:
    value = round(100 * some / cases, 1)
    return Figure(name=name, value=value, cases=cases, constant=0.0, floor=floor)


def bins(given: list[Given]) -> list[list[Given]]:
    """What was given, in tenths of confidence."""
    return [
        [one for one in given if min(one.confidence * BINS // 100, BINS - 1) == place]
        for place in range(BINS)
    ]


def error(given: list[Given]) -> float:
    """The expected calibration error, in hundredths: mean distance of said and true, by tenths."""
    return sum(
        abs(sum(one.confidence for one in each) - 100 * _rights(each)) for each in bins(given)
    ) / len(given)


def drawn(given: list[Given]) -> str:
    """The curve as SVG: what was said below, what was right beside it, a circle for each tenth."""
    side, edge = 300, 44
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 2 * edge} {side + 2 * edge}"'
        ' font-family="sans-serif" font-size="11" role="img"'
        ' aria-label="Confidence against what was right">',
        f'<rect width="{side + 2 * edge}" height="{side + 2 * edge}" fill="#fff"/>',
        f'<path d="M{edge} {edge + side}L{edge + side} {edge}" stroke="#bbb" fill="none"'
        ' stroke-dasharray="4 4"/>',
        f'<path d="M{edge} {edge}V{edge + side}H{edge + side}" stroke="#444" fill="none"/>',
    ]
    for tenth in range(0, 11, 2):
        at = side * tenth // 10
        parts.append(
            f'<text x="{edge + at}" y="{edge + side + 16}" text-anchor="middle">0.{tenth}</text>'
            if tenth < 10
            else f'<text x="{edge + at}" y="{edge + side + 16}" text-anchor="middle">1</text>'
        )
        parts.append(
            f'<text x="{edge - 8}" y="{edge + side - at + 4}" text-anchor="end">{tenth * 10}</text>'
        )
    points = []
    for each in bins(given):
        if each:
            said = sum(one.confidence for one in each) / len(each) / 100
            x, y = edge + side * said, edge + side * (1 - _rights(each) / len(each))
            points.append(f"{x:.1f} {y:.1f}")
            radius = 3 + (len(each) / len(given)) ** 0.5 * 14
            parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#a31d36"'
                f' fill-opacity=".35"/><text x="{x:.1f}" y="{y - radius - 3:.1f}"'
                f' text-anchor="middle">{len(each)}</text>'
            )
    parts.append(f'<path d="M{"L".join(points)}" stroke="#a31d36" fill="none"/>')
    for x, y, words in (
        (edge + side / 2, edge + side + 34, "confidence given"),
        (edge + side / 2, 20, "of those right, in percent; circles by number of pledges"),
    ):
        parts.append(f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle">{escape(words)}</text>')
    return "".join(parts) + "</svg>\n"


def main() -> None:
    """Draw the curve of the reserve."""
    halves = halves_of(SHARED, "reserve").values()
    Path(sys.argv[1]).write_text(
        drawn([one for each in halves for one in each.given]), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
