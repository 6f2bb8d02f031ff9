"""Loading the packs: one TOML file holds everything that zakuro knows of a language."""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from zakuro.model.errors import ZakuroError

_PROOFS = re.compile(r"(?m)^\[\[(?:example|silent|mention)\]\]$.*?(?=^\[|\Z)", re.DOTALL)


class Pack:
    """One language as its file tells it.

    The rooms that read compile their own sections, once each.  The pack's proofs, its examples,
    are read only when they are asked for: nobody who reads a text waits for them.  ``locales`` are
    those of CLDR whose names the language uses, one for each script that it is written in.
    """

    def __init__(self, rules: dict[str, Any], text: str = "") -> None:
        self._rules = rules
        self._text = text
        self.code: str = self._rules["code"]
        self.spaced: bool = self._rules["writing"]["spaced"]
        self.locales: tuple[str, ...] = tuple(self._rules["writing"].get("locales", [self.code]))
        self.inflections: dict[str, list[dict[str, Any]]] = self._rules.get("inflection", {})

    def section(self, name: str) -> dict[str, Any]:
        """One section of the file, empty where the pack has none."""
        section: dict[str, Any] = self._rules.get(name, {})
        return section

    @cached_property
    def data(self) -> dict[str, Any]:
        """The whole file, its examples too."""
        return tomllib.loads(self._text) if self._text else self._rules


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
    text = path.read_text(encoding="utf-8")
    return Pack(tomllib.loads(_PROOFS.sub("", text)), text)


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages that have a pack, in alphabetical order."""
    names = (path.name for path in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))
