"""Inflection as data: every form of a word, from the paradigms of its pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zakuro.languages.load import Pack
from zakuro.model.errors import ZakuroError

Word = str | dict[str, Any]


def forms(pack: Pack, word: Word) -> Iterator[tuple[str, str]]:
    """Every form of a word with its feature.

    A word is a plain string (one form, no feature), ``"lemma:paradigm rest"`` (the first variant of
    ``[inflection.paradigm]`` whose ``lemma`` ending fits is cut and each of its endings attached;
    the rest of the phrase follows unchanged), or a table ``{feature = form or [forms]}`` with an
    optional ``rest``.  Raises ZakuroError for a paradigm that the pack lacks or that does not fit.
    """
    if isinstance(word, dict):
        rest = word.get("rest", "")
        for feature, value in word.items():
            if feature != "rest":
                for form in [value] if isinstance(value, str) else value:
                    yield form + rest, feature
        return
    lemma, colon, tail = word.partition(":")
    if not colon:
        yield word, ""
        return
    paradigm, space, rest = tail.partition(" ")
    before, _, lemma = lemma.rpartition(" ")
    before += " " if before else ""
    variants = pack.inflections.get(paradigm)
    if variants is None:
        raise ZakuroError(
            f"{pack.code}.toml: {word!r} names the paradigm {paradigm!r}; "
            f"write [[inflection.{paradigm}]] or use one of {', '.join(sorted(pack.inflections))}"
        )
    for variant in variants:
        ending = variant["lemma"]
        if lemma.endswith(ending):
            stem = lemma[: len(lemma) - len(ending)]
            for feature, endings in variant.items():
                if feature != "lemma":
                    for each in [endings] if isinstance(endings, str) else endings:
                        yield before + stem + each + space + rest, feature
            return
    raise ZakuroError(f"{pack.code}.toml: no variant of {paradigm!r} fits {lemma!r}")
