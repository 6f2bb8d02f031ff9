"""Sentences with a sum in them, put into a text once right and once wrong.

``SLOTS`` gives for each kind the figures of the right sentence and those of the wrong one, drawn at
random; the sentences stand in sentences.toml.  Nothing here knows how the checks decide.
"""

from __future__ import annotations

import csv
import random
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date

HERE = Path(__file__).parent
Slots = dict[str, object]
Pair = tuple[Slots, Slots]


@cache
def sentences() -> dict[str, Any]:
    """The sentences by kind and language."""
    return tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))


def _percent(draw: random.Random, _: str, published: date) -> Pair:
    a = draw.randrange(20, 90)
    p = draw.randrange(6, 70)
    b = round(a * (1 + p / 100), 1)
    p = round((b - a) / a * 100)
    years = {"y1": published.year - draw.randrange(2, 6), "y2": published.year - 1}
    wrong = draw.choice((p + draw.randrange(6, 30), max(1, p - draw.randrange(5, 20)), p * 2))
    base: Slots = {"a": a, "b": f"{b:g}", **years}
    return {**base, "p": p}, {**base, "p": wrong}


def _parts(draw: random.Random, _: str, __: date) -> Pair:
    a, b, c = (draw.randrange(11, 300) for _ in range(3))
    t = a + b + c
    off = draw.choice((10, 20, -10, 7, -9, 100))
    base: Slots = {"b": b, "c": c, "t": t}
    return {**base, "a": a}, {**base, "a": a, "t": t + off}


def _difference(draw: random.Random, _: str, __: date) -> Pair:
    a, d = draw.randrange(120, 900), draw.randrange(20, 99)
    base: Slots = {"a": a, "b": a + d}
    return {**base, "d": d}, {**base, "d": d + draw.choice((10, 5, -7, 20))}


def _shares(draw: random.Random, _: str, __: date) -> Pair:
    a, b = draw.randrange(20, 50), draw.randrange(10, 40)
    c = 100 - a - b
    return {"a": a, "b": b, "c": c}, {"a": a, "b": b, "c": c + draw.choice((10, -5, 5, 20, 3))}


def _mean(draw: random.Random, language: str, _: date) -> Pair:
    n = draw.choice((12, 14, 15, 16, 18))
    total = draw.randrange(2 * n, 5 * n)
    right = f"{total / n:.2f}"
    possible = {f"{k / n:.2f}" for k in range(8 * n)}
    wrong = right
    while wrong in possible:
        wrong = f"{draw.randrange(200, 500) / 100:.2f}"
    if language in {"ru", "kk"}:
        right, wrong = right.replace(".", ","), wrong.replace(".", ",")
    return {"n": n, "m": right}, {"n": n, "m": wrong}


def _head(draw: random.Random, language: str, _: date) -> Pair:
    t, n = draw.choice((12, 24, 36, 48)), draw.choice((400, 600, 800, 1200))
    unit = 10_000 if language in {"ja", "zh"} else 1_000_000
    t = t * 100 if unit == 10_000 else t
    each = t * unit // n
    wrong = draw.choice((each * 10, each // 10, each * 2, each + each // 2))
    return {"t": t, "n": n, "e": each}, {"t": t, "n": n, "e": wrong}


def _fall(draw: random.Random, _: str, published: date) -> Pair:
    base: Slots = {"y1": published.year - 8, "y2": published.year - 1}
    return {**base, "p": draw.randrange(11, 90)}, {**base, "p": draw.randrange(110, 400)}


def _weekday(draw: random.Random, language: str, published: date) -> Pair:
    day = published - timedelta(days=draw.randrange(30, 900))
    off = day + timedelta(days=draw.randrange(1, 7))
    width = "E" if language == "ja" else "EEEE"
    base: Slots = {
        "d": day.day,
        "m": day.month,
        "mon": format_date(day, "MMMM" if language != "kk" else "LLLL", locale=language).lower()
        if language != "en"
        else format_date(day, "MMMM", locale="en"),
        "y": day.year,
    }
    right, wrong = (format_date(each, width, locale=language) for each in (day, off))
    return {**base, "w": right}, {**base, "w": wrong}


def _since(draw: random.Random, _: str, published: date) -> Pair:
    n = draw.choice((20, 30, 40, 50, 60, 70, 80))
    base: Slots = {"y1": published.year - n, "y2": published.year}
    return {**base, "n": n}, {**base, "n": n + draw.choice((10, -10, 5, -5))}


def _interval(draw: random.Random, _: str, published: date) -> Pair:
    n = draw.randrange(5, 20)
    base: Slots = {"y1": published.year - 2 - n, "y2": published.year - 2}
    return {**base, "n": n}, {**base, "n": n + draw.choice((3, 5, 10))}


def _ordinal(draw: random.Random, _: str, published: date) -> Pair:
    k, gap = draw.randrange(4, 9), draw.randrange(1, 4)
    y2 = published.year - draw.randrange(1, 4)
    base: Slots = {"k": k, "l": k + 1}
    return {**base, "y1": y2 - gap, "y2": y2}, {**base, "y1": y2, "y2": y2 - gap}


def _deadline(draw: random.Random, _: str, published: date) -> Pair:
    ahead, behind = draw.randrange(1, 6), draw.randrange(2, 9)
    return {"y": published.year + ahead}, {"y": published.year - behind}


@cache
def _rates() -> dict[date, dict[str, float]]:
    """Euro reference rates by day."""
    path = HERE.parent.parent.parent / "shared" / "data" / "fx-rates"
    found: dict[date, dict[str, float]] = {}
    with (path / "ecb_euro_reference_rates.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            values = {k: float(v) for k, v in row.items() if k != "Date" and v not in {"N/A", ""}}
            found[date.fromisoformat(row["Date"])] = {"EUR": 1.0, **values}
    return found


def _conversion(draw: random.Random, language: str, published: date) -> Pair:
    day = published
    while day not in _rates():
        day -= timedelta(days=1)
    one, other = draw.choice((("EUR", "USD"), ("CNY", "USD"), ("EUR", "CNY"), ("USD", "CNY")))
    a = draw.randrange(30, 900)
    b = a * _rates()[day][other] / _rates()[day][one]
    wrong = b * draw.choice((10, 0.1, 1.5, 1.8, 0.6, 2.5))
    names = sentences()["currency"][language]
    base: Slots = {"from": names[one], "to": names[other], "a": a}
    return {**base, "b": f"{b:.0f}"}, {**base, "b": f"{wrong:.0f}"}


def _members(draw: random.Random, _: str, __: date) -> Pair:
    return {"n": 5}, {"n": draw.choice((8, 9, 11))}


def _list(draw: random.Random, language: str, _: date) -> Pair:
    n = draw.randrange(3, 7)
    return {"n": n}, {"n": draw.choice([k for k in range(3, 8) if k != n])}


SLOTS: dict[str, Callable[[random.Random, str, date], Pair]] = {
    "percent": _percent,
    "parts": _parts,
    "difference": _difference,
    "shares": _shares,
    "mean": _mean,
    "head": _head,
    "fall": _fall,
    "weekday": _weekday,
    "anniversary": _since,
    "interval": _interval,
    "age": _since,
    "ordinal": _ordinal,
    "deadline": _deadline,
    "conversion": _conversion,
    "members": _members,
    "list": _list,
}


def pair(kind: str, language: str, published: date, draw: random.Random) -> tuple[str, str]:
    """The right sentence of a kind and the wrong one."""
    pattern = draw.choice(sentences()[kind][language])
    right, wrong = SLOTS[kind](draw, language, published)
    if kind == "members" and "G7" in pattern:
        right["n"] = 7
    if language == "en" and right.get("k"):
        pattern = pattern.replace("{k}th", "{k}{sk}").replace("{l}th", "{l}{sl}")
        suffix = {1: "st", 2: "nd", 3: "rd"}
        for slots in (right, wrong):
            slots["sk"] = suffix.get(int(str(slots["k"])), "th")
            slots["sl"] = suffix.get(int(str(slots["l"])), "th")
    if kind != "list":
        return pattern.format(**right), pattern.format(**wrong)
    items = draw.sample(sentences()["items"][language], int(str(right["n"])))
    below = "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    return f"{pattern.format(**right)}\n{below}", f"{pattern.format(**wrong)}\n{below}"


def insert(text: str, sentence: str, draw: random.Random) -> tuple[str, int]:
    """The text with the sentence as a paragraph of its own, and where it begins."""
    blank = [at + 2 for at in _all(text, "\n\n")] or [at + 1 for at in _all(text, "\n")]
    # Not before the first paragraph: heads and datelines stand there.
    at = draw.choice(blank[len(blank) // 3 :] or [len(text)])
    end = "\n\n" if "\n\n" in text else "\n"
    lead = "" if not text[:at] or text[:at].endswith("\n") else "\n"
    return f"{text[:at]}{lead}{sentence}{end}{text[at:]}", at + len(lead)


def _all(text: str, what: str) -> list[int]:
    found, at = [], text.find(what)
    while at >= 0:
        found.append(at)
        at = text.find(what, at + 1)
    return found
