"""The language of a text: by its letters where they tell, else by py3langid's model."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from babel import Locale

from zakuro.languages.load import codes, load
from zakuro.model.errors import ZakuroError
from zakuro.read.document.block import Block

_SAMPLE = 20_000
_ASKED = 4_000
"""The characters by which the model tells a language."""
_SURE = 0.98
"""How sure it must be to name one without a pack."""
_ENOUGH = 20  # letters of a block of its own language; fewer may be a name in another
_STRAY = 0.01


class _Letters:
    """The letters of one pack: those it is written in, and those it never has."""

    def __init__(self, code: str) -> None:
        writing = load(code).section("writing")
        self.code = code
        self.share: float = writing["letters_share"]
        self.own = re.compile(f"[{writing['letters']}]")
        self.never = re.compile(f"[{writing['never']}]") if "never" in writing else None

    def fit(self, sample: str, total: int) -> bool:
        """Whether a text with so many letters can be in the language, by its letters."""
        if len(self.own.findall(sample)) < self.share * total:
            return False
        return self.never is None or len(self.never.findall(sample)) <= _STRAY * total


@cache
def _letters() -> tuple[_Letters, ...]:
    return tuple(_Letters(code) for code in codes() if "letters" in load(code).section("writing"))


def _by_letters(sample: str) -> str | None:
    """The one language whose letters a text has; None where none or several fit."""
    total = sum(map(str.isalpha, sample))
    fitting = [letters.code for letters in _letters() if letters.fit(sample, total)]
    return fitting[0] if len(fitting) == 1 and total else None


def detect(text: str) -> str:
    """The code of the language of a text, among those that have a pack.

    Raises ZakuroError when the text holds no letters, or is surely in a language without a pack:
    that one is named, and no other pack reads it.
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        raise ZakuroError("the text has no letters to tell its language by: give --language")
    own = _by_letters(sample)
    if own is not None and load(own).section("writing").get("alone"):
        return own  # the model, which takes its time to load, could say nothing else
    ranked = _identifier().rank(sample[:_ASKED])
    told, sure = ranked[0]
    if told not in _alike() and sure >= _SURE and letters >= _ENOUGH:
        raise ZakuroError(
            f"the text looks like {_name(told)}; there are packs for "
            f"{', '.join(map(_name, codes()))}: give --language if it is in one of these"
        )
    known = (_alike()[code] for code, _ in ranked if code in _alike())
    return own or next(known)


@cache
def _alike() -> dict[str, str]:
    """The pack by the codes that the model may give its language: its own, and its lects."""
    return {
        lect: code
        for code in codes()
        for lect in (code, *load(code).section("writing").get("lects", ()))
    }


def _name(code: str) -> str:
    """The English name of a language; its code where it has none."""
    return str(Locale("en").languages.get(code, code))


def by_block(text: str, blocks: list[Block]) -> list[str]:
    """The language of each block: its own where its letters tell, else that of the document."""
    sample, length = [], 0
    for block in blocks:
        sample.append(text[block.start : block.end])
        length += block.end - block.start
        if length >= _SAMPLE:
            break
    whole = detect(" ".join(sample))
    codes = []
    for block in blocks:
        words = text[block.start : min(block.end, block.start + _SAMPLE)]
        own = _by_letters(words) if sum(map(str.isalpha, words)) >= _ENOUGH else None
        codes.append(own or whole)
    return codes


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 (slow to load)

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
