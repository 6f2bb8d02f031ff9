"""Loading the packs: one TOML file holds everything that zakuro knows of a language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from zakuro.languages.schema import check
from zakuro.model.errors import ZakuroError

_PROOFS = re.compile(r"(?m)^\[\[(?:example|silent|mention)\]\]$.*?(?=^\[|\Z)", re.DOTALL)


class Pack:
    """One language as its file tells it.

    The rooms that read compile their own sections, once each.  The pack's proofs, its examples,
    are read only when they are asked for: nobody who reads a text waits for them.  ``locales`` are
    those of CLDR whose names the language uses, one for each script that it is written in;
    ``shapes`` are its letters that are written in several shapes, the pack's own first.
    """

    def __init__(self, rules: dict[str, Any], text: str = "") -> None:
        self._rules = rules
        self._text = text
        self.code: str = self._rules["code"]
        self.spaced: bool = self._rules["writing"]["spaced"]
        self.shapes: str = self._rules["writing"].get("shapes", "")
        self.locales: tuple[str, ...] = tuple(self._rules["writing"].get("locales", [self.code]))
        self.inflections: dict[str, list[dict[str, Any]]] = self._rules.get("inflection", {})

    def section(self, name: str) -> dict[str, Any]:
        """One section of the file, empty where the pack has none."""
        section: dict[str, Any] = self._rules.get(name, {})
        return section

    @cached_property
    def data(self) -> dict[str, Any]:
        """The whole file, its examples too."""
        if not self._text:
            return self._rules
        written = tomllib.loads(self._text)
        return written | self._rules


@cache
def load(code: str) -> Pack:
    """The pack of a language by its code (BCP 47).

    Raises ZakuroError naming the languages there are when the code has no pack, and what is wrong
    where its file does not hold to the schema.
    """
    path = files(__package__).joinpath(f"{code}.toml")
    if code not in codes():
        raise ZakuroError(
            f"no language pack for {code!r}; there are packs for {', '.join(codes())}: "
            "give one of these with --language"
        )
    text = path.read_text(encoding="utf-8")
    rules = rules_of(text, f"{code}.toml", _shared)
    check(rules, f"{code}.toml")
    return Pack(rules, text)


def rules_of(text: str, file: str, shared: Callable[[str], str]) -> dict[str, Any]:
    """The rules of a pack as its text has them, on top of those that it ``extends``.

    ``shared`` gives the text of what languages of one build share, by its name.  Tables are laid
    one over the other; what the pack itself says of a key stands.  Raises ZakuroError for what is
    no TOML.
    """
    try:
        rules = tomllib.loads(_PROOFS.sub("", text))
    except tomllib.TOMLDecodeError as error:
        raise ZakuroError(f"{file}: {error}") from error
    name = rules.get("extends")
    if not name:
        return rules
    return _laid_over(rules_of(shared(name), f"shared/{name}.toml", shared), rules)


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    laid = dict(below)
    for key, value in above.items():
        under = laid.get(key)
        both = isinstance(value, dict) and isinstance(under, dict)
        laid[key] = _laid_over(under, value) if both and under is not None else value
    return laid


def _shared(name: str) -> str:
    path = files(__package__).joinpath("shared").joinpath(f"{name}.toml")
    if not path.is_file():
        raise ZakuroError(f"extends {name!r}: there is no languages/shared/{name}.toml")
    return path.read_text(encoding="utf-8")


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages that have a pack, in alphabetical order."""
    names = (path.name for path in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))
