"""Texts by authors who knew neither packs nor engine: what is read of them, by halves.

The shown half stands in spec/dev/fresh and may be looked into; the other, in spec/reserve/fresh,
only measures.  The scorer is that of ../shared/dev/enja.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from bench.figures import Figure
from bench.quality_dev import figures_of, scored

SPEC = Path(__file__).parents[1] / "spec"
FOLDERS = {"shown": SPEC / "dev" / "fresh", "reserve": SPEC / "reserve" / "fresh"}
LANGUAGES = ("en", "ja", "kk", "ru", "zh")


def measure(shared: Path) -> list[Figure]:
    """The figures of both halves of each language."""
    figures = []
    with tempfile.TemporaryDirectory() as place:
        for half, source in FOLDERS.items():
            folder = shutil.copytree(source, Path(place) / half)
            shutil.copy(shared / "dev" / "enja" / "score.py", folder)
            figures += figures_of("fresh", half, scored(folder, LANGUAGES))
    return figures
