"""Texts by authors who knew neither packs nor engine: what is read of them, by halves.

There are four sets, each written when the one before had been learnt from.  The shown half of each
stands in spec/dev and may be looked into; the other, in spec/reserve, only measures.  The scorer is
that of ../shared/dev/enja.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from bench.figures import Figure
from bench.quality_dev import figures_of, scored

SPEC = Path(__file__).parents[1] / "spec"
SETS = ("fresh", "later", "latest", "dense")
HALVES = {"shown": SPEC / "dev", "reserve": SPEC / "reserve"}
LANGUAGES = ("en", "ja", "kk", "ru", "zh")


def measure(shared: Path) -> list[Figure]:
    """The figures of both halves of each set in each language."""
    figures = []
    with tempfile.TemporaryDirectory() as place:
        for name in SETS:
            for half, source in HALVES.items():
                folder = shutil.copytree(source / name, Path(place) / name / half)
                shutil.copy(shared / "dev" / "enja" / "score.py", folder)
                figures += figures_of(name, half, scored(folder, LANGUAGES))
    return figures
