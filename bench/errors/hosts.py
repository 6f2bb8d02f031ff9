"""The texts that errors are put into: real and our own, in every language, each with its day."""

from __future__ import annotations

import json
import random
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
LONGEST = 9_000
"""Longer texts are left out: a case costs a whole reading."""
LANGUAGES = ("en", "ja", "zh", "ru", "kk")
_DAYS = {
    "astana-2025": date(2025, 6, 17),
    "beijing-2024": date(2024, 9, 6),
    "samarkand-2025": date(2025, 4, 4),
    "tianjin-2025": date(2025, 9, 1),
    "xian-2023": date(2023, 5, 19),
}


class Host(NamedTuple):
    """One text: where it comes from, its language, the day of publication."""

    name: str
    language: str
    published: date
    text: str


def hosts(shared: Path, seed: int) -> list[Host]:
    """All texts of our own, and a draw of summit documents and of speeches before the Assembly."""
    draw = random.Random(seed)
    return [*_digests(), *_dev(), *_summit(shared, draw, 40), *_speeches(shared, draw, 14)]


def _digests() -> list[Host]:
    found = []
    for folder in (ROOT / "spec", ROOT / "src" / "zakuro" / "examples"):
        for path in sorted(folder.glob("*.*.txt")):
            summit, language = path.stem.rsplit(".", 1)
            if summit in _DAYS:
                text = path.read_text(encoding="utf-8")
                found.append(Host(path.name, language, _DAYS[summit], text))
    return found


def _dev() -> list[Host]:
    found = []
    for table in sorted((ROOT / "spec" / "dev").glob("*/docs.jsonl")):
        for line in table.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            path = table.parent / f"{row['doc']}.txt"
            language = row.get("language", "kk")
            published = date.fromisoformat(row["published"])
            text = path.read_text(encoding="utf-8")
            found.append(Host(path.name, language, published, text))
    return found


def _summit(shared: Path, draw: random.Random, count: int) -> list[Host]:
    paths = sorted((shared / "data" / "us-summit-documents").rglob("*.md"))
    found = []
    for path in draw.sample(paths, len(paths)):
        raw = path.read_text(encoding="utf-8")
        head = re.match(r"---\n.*?\n---\n", raw, re.DOTALL)
        day = re.search(r"^date: '?(\d{4}-\d\d-\d\d)", raw, re.MULTILINE)
        if head and day and len(raw) < LONGEST:
            text = raw[head.end() :]
            found.append(Host(path.name, "en", date.fromisoformat(day[1]), text))
        if len(found) == count:
            break
    return found


def _speeches(shared: Path, draw: random.Random, count: int) -> list[Host]:
    paths = sorted((shared / "data" / "ungdc").glob("*.txt"))
    found = []
    for path in draw.sample(paths, count):
        year = int(path.stem.rsplit("_", 1)[1])
        text = path.read_text(encoding="utf-8")
        cut = text.find("\n", LONGEST // 2)
        found.append(Host(path.name, "en", date(year, 9, 25), text[: cut if cut > 0 else None]))
    return found
