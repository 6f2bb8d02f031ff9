"""Measure how well zakuro reads, on real data beside the repository.

python -m bench.quality            print the figures; fail where one fell
python -m bench.quality --update   also keep them in bench/figures.json
python -m bench.quality read       only the measures of bench/quality_read.py
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import languages
from bench.figures import Figure, faults, keep, kept

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"


def subjects() -> list[str]:
    """The names of the measures: ``read`` for ``bench/quality_read.py``."""
    return sorted(path.stem.removeprefix("quality_") for path in HERE.glob("quality_*.py"))


def measure(chosen: list[str], shared: Path = SHARED) -> list[Figure]:
    """Run the chosen measures, saying on stderr how long each took."""
    figures: list[Figure] = []
    for subject in chosen:
        started = time.perf_counter()
        module = importlib.import_module(f"bench.quality_{subject}")
        figures += module.measure(shared)
        took = time.perf_counter() - started
        print(f"quality: {subject} measured in {took:.1f} s", file=sys.stderr)
    return figures


def table(figures: list[Figure], before: list[Figure]) -> Table:
    """The figures beside what they were, what is asked and what a constant answer gets."""
    old = {figure.name: figure.value for figure in before}
    shown = Table(box=None, pad_edge=False)
    shown.add_column("figure")
    for heading in ("value", "before", "floor", "constant answer", "cases"):
        shown.add_column(heading, justify="right", no_wrap=True)
    for figure in figures:
        at = "" if figure.floor is None else ("≥ " if figure.better == "higher" else "≤ ")
        shown.add_row(
            figure.name,
            f"{figure.value:.1f}",
            f"{old[figure.name]:.1f}" if figure.name in old else "",
            f"{at}{figure.floor:g}" if figure.floor is not None else "",
            f"{figure.constant:.1f}",
            f"{figure.cases:,}",
        )
    return shown


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    parser.add_argument("--update", action="store_true", help="keep the figures")
    parser.add_argument("subjects", nargs="*", help=f"of: {', '.join(subjects())}")
    options = parser.parse_args(arguments)
    if unknown := set(options.subjects) - set(subjects()):
        parser.error(f"no measure called {', '.join(sorted(unknown))}")
    if not SHARED.is_dir():
        parser.error("no data to measure against: ../shared is not there")
    if options.update and options.subjects:
        parser.error("--update keeps all figures: give no subjects with it")
    before = kept()
    measured = measure(options.subjects or subjects())
    Console(width=120).print(table(measured, before))
    if options.update:
        keep(measured)
        languages.PAGE.write_text(languages.page(measured), encoding="utf-8")
        before = measured
    if options.subjects:
        names = {figure.name for figure in measured}
        before = [figure for figure in before if figure.name in names]
    wrong = faults(measured, before)
    for fault in wrong:
        print(f"quality: {fault}")
    print(f"quality: {len(measured)} figures, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
