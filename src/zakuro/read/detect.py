"""The language of a text: by its letters where they tell, else by py3langid's model."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from zakuro.languages.load import codes, load
from zakuro.model.errors import ZakuroError

_SAMPLE = 20_000


@cache
def _letters() -> list[tuple[str, re.Pattern[str]]]:
    """Each pack's telling letters: those of which a small share settles the language."""
    return [
        (code, re.compile(f"[{letters}]"))
        for code in codes()
        if (letters := load(code).section("writing").get("letters"))
    ]


def detect(text: str) -> str:
    """The code of the language of a text, among those that have a pack.

    Raises ZakuroError when the text holds no letters.
    """
    sample = text[:_SAMPLE]
    total = sum(1 for character in sample if character.isalpha())
    if not total:
        raise ZakuroError("the text has no letters to tell its language by: give --language")
    shares = {code: len(pattern.findall(sample)) / total for code, pattern in _letters()}
    best = max(shares, key=lambda code: shares[code], default="")
    if best and shares[best] >= load(best).section("writing")["letters_share"]:
        return best
    return str(_identifier().classify(sample)[0])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 (slow to load)

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(codes()))
    return identifier
