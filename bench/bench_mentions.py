"""Measure the speed of mentions alone: ordinary text, growth on hostile text, beside peers.

    python -m bench.bench_mentions            rates and growth
    python -m bench.bench_mentions --peers    also beside Recognizers-Text, quantulum3, dateparser,
                                              which get an environment of their own, .venv-peers

Rates are characters a second on one core, the best of several rounds.  Growth is the time for
eight times the text over that for the text: 8 is linear.  Nothing is asserted.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.speed import example
from zakuro.languages.load import Pack, load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.mentions import find
from zakuro.read.mentions.numbers import numerals
from zakuro.read.mentions.quantities.quantities import quantities
from zakuro.read.mentions.times.grammar import find_times

SAID = date(2025, 6, 17)
ROUNDS = 5
LENGTH = 200_000
PEERS = Path(".venv-peers")
PEERS_NEED = ("recognizers-text-suite", "emoji<2", "quantulum3", "dateparser")
PEERS_LENGTH = 8_000

HOSTILE = {
    "digits": "1",
    "commas": "1,",
    "points": "1.",
    "hyphens": "1-",
    "slashes": "1/2",
    "spaced groups": "1 000 ",
    "and": "and ",
    "one and": "one and ",
    "one point": "one point ",
    "half of a": "half of a ",
    "million": "million ",
    "from to": "from 1 to ",
    "more than": "more than 5 ",
    "kanji numerals": "一二三万億",
    "kanji scales": "十百千万",
    "parts": "分の1",
    "brackets": "([",
    "years": "2025 ",
    "dates": "2025-06-17 ",
    "months": "may ",
    "from month to": "from may to ",
    "weekdays": "monday, ",
    "kanji years": "十年",
    "months から": "1月から",
    "年月日": "2025年の",
    "spaces": " ",
}


def fastest(work: Callable[[], object]) -> float:
    """Seconds of the fastest round."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def rates(language: str) -> dict[str, float]:
    """Characters a second of each step and of all together."""
    pack, text = load(language), example(language, LENGTH)
    folded = Folded(text, shapes=pack.shapes)
    found = numerals.find(folded, pack)
    steps: dict[str, Callable[[], object]] = {
        "fold": lambda: Folded(text, shapes=pack.shapes),
        "numerals": lambda: numerals.find(folded, pack),
        "times": lambda: find_times(folded, pack, SAID, found),
        "quantities": lambda: quantities(pack).find(folded, found),
        "all": lambda: find(Folded(text, shapes=pack.shapes), pack, SAID),
    }
    return {name: len(text) / fastest(step) for name, step in steps.items()}


def growth(pack: Pack, piece: str) -> float:
    """How many times longer eight times the text takes."""
    short = piece * (5_000 // len(piece))
    one, eight = (
        fastest(lambda text=text: find(Folded(text, shapes=pack.shapes), pack, SAID))  # type: ignore[misc]
        for text in (short, short * 8)
    )
    return eight / max(one, 1e-4)


_PEER = """
import json, sys, time
from datetime import datetime
text = sys.stdin.read()
said = datetime(2025, 6, 17)

def recognizers():
    from recognizers_text import Culture
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_date_time import recognize_datetime
    culture = {"en": Culture.English, "ja": Culture.Japanese}[sys.argv[1]]
    def work():
        for recognize in (recognize_number, recognize_ordinal, recognize_percentage,
                          recognize_currency, recognize_dimension, recognize_datetime):
            recognize(text, culture)
    return work

def quantulum():
    from quantulum3 import parser
    return lambda: parser.parse(text)

def dates():
    from dateparser.search import search_dates
    return lambda: search_dates(text, languages=[sys.argv[1]], settings={"RELATIVE_BASE": said})

peers = {"Recognizers-Text": recognizers, "quantulum3": quantulum, "dateparser": dates}
work = peers[sys.argv[2]]()
started = time.perf_counter()
work()
print(json.dumps(time.perf_counter() - started))
"""


def peers(language: str) -> dict[str, str]:
    """Characters a second of each peer on a shorter text, or why it gave none."""
    if not PEERS.is_dir():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
        pip = [str(PEERS / "bin" / "pip"), "install", "--quiet", *PEERS_NEED]
        subprocess.run(pip, check=True)
    text = example(language, PEERS_LENGTH)[:PEERS_LENGTH]
    ours = PEERS_LENGTH / fastest(
        lambda: find(Folded(text, shapes=load(language).shapes), load(language), SAID)
    )
    said = {"zakuro": f"{ours:,.0f}"}
    for name in ("Recognizers-Text", "quantulum3", "dateparser"):
        if name == "quantulum3" and language != "en":
            said[name] = "no Japanese"
            continue
        done = subprocess.run(
            [str(PEERS / "bin" / "python"), "-c", _PEER, language, name],
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            said[name] = f"failed: {done.stderr.strip().splitlines()[-1][:60]}"
        else:
            rate = PEERS_LENGTH / json.loads(done.stdout.splitlines()[-1])
            said[name] = f"{rate:,.0f} (zakuro {ours / rate:,.0f} times as fast)"
    return said


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(prog="python -m bench.bench_mentions")
    parser.add_argument("--peers", action="store_true", help="compare with other libraries")
    options = parser.parse_args()
    console = Console(width=110)
    table = Table(title="characters a second", box=None)
    for heading in ("language", "fold", "numerals", "times", "quantities", "all"):
        table.add_column(heading, justify="right")
    for language in ("en", "ja"):
        table.add_row(language, *(f"{rate:,.0f}" for rate in rates(language).values()))
    console.print(table)
    table = Table(title="time for eight times the text", box=None)
    for heading in ("text", "en", "ja"):
        table.add_column(heading, justify="right")
    for name, piece in HOSTILE.items():
        table.add_row(name, *(f"{growth(load(code), piece):.1f}" for code in ("en", "ja")))
    console.print(table)
    if options.peers:
        for language in ("en", "ja"):
            for name, rate in peers(language).items():
                console.print(f"{language}: {name}: {rate}")


if __name__ == "__main__":
    main()
