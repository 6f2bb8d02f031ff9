"""What cities and crossings are called in a language of the interface; others keep their names."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def known_places() -> dict[str, dict[str, str]]:
    """Give the names of each known place by language, by the name that it has in English."""
    return tomllib.loads((files(__package__) / "places.toml").read_text(encoding="utf-8"))


def place_name(name: str, language: str) -> str:
    """Give what a place is called in a language: as it was entered where that is not known."""
    return known_places().get(name, {}).get(language, name)
