"""Loading the packs: one TOML file holds everything that zakuro knows of a language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from zakuro.model.errors import ZakuroError


class Pack:
    """One language as its file tells it.

    ``data`` is the file as TOML gives it; the rooms that read compile their own sections of it,
    once, by ``compiled``.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.code: str = data["code"]
        self.spaced: bool = data["writing"]["spaced"]
        self.inflections: dict[str, list[dict[str, Any]]] = data.get("inflection", {})

    def section(self, name: str) -> dict[str, Any]:
        """One section of the file, empty where the pack has none."""
        section: dict[str, Any] = self.data.get(name, {})
        return section


@cache
def load(code: str) -> Pack:
    """The pack of a language by its code (BCP 47).

    Raises ZakuroError naming the languages there are when the code has no pack.
    """
    path = files(__package__).joinpath(f"{code}.toml")
    if code not in codes():
        raise ZakuroError(
            f"no language pack for {code!r}; there are packs for {', '.join(codes())}: "
            "give one of these with --language"
        )
    return Pack(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages that have a pack, in alphabetical order."""
    names = (path.name for path in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))
