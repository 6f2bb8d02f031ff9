"""Words of a language, found in a text as the language parts its words."""

from __future__ import annotations

import re
from functools import cache

_KANA = re.compile("[ぁ-ん]+")


@cache
def any_of(words: tuple[str, ...], spaced: bool) -> re.Pattern[str]:
    """Any of some words: where blanks part words whole ones, of kana those between others.

    A word that ends in a hyphen stands for all words that begin so: остальн- is остальные too.
    """
    some = "|".join(_pattern(word, spaced) for word in sorted(words, key=len, reverse=True))
    begins = r"(?<!\w)" if spaced else ""
    case = re.IGNORECASE if spaced else 0  # a search that asks for case is slow
    return re.compile(f"{begins}(?:{some})" if some else "(?!)", case)


def _pattern(word: str, spaced: bool) -> str:
    if spaced and word.endswith("-"):
        return rf"{re.escape(word[:-1])}\w*"
    if spaced:
        return rf"{re.escape(word)}(?!\w)"
    return rf"(?<![ぁ-ん]){word}(?![ぁ-ん])" if _KANA.fullmatch(word) else re.escape(word)
