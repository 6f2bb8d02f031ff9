"""Inflection as data: every form of a word, from the paradigms of its pack."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

from zakuro.languages.harmony import harmony
from zakuro.languages.load import Pack
from zakuro.model.errors import ZakuroError

Word = str | dict[str, Any]
Variant = tuple[tuple[str, ...], str, tuple[tuple[str, str], ...]]


def forms(pack: Pack, word: Word) -> Iterator[tuple[str, str]]:
    """Every form of a word with its feature.

    A word is a plain string (one form, no feature), ``"lemma:paradigm rest"`` (the first variant of
    ``[inflection.paradigm]`` whose ``lemma`` ending fits, behind one of the letters of ``after``
    where it names any, is cut and each of its endings attached; the rest of the phrase follows
    unchanged), or a table ``{feature = form or [forms]}`` with an optional ``rest``.  Where several
    words of a phrase have a paradigm they agree: each stands in the same feature, or has one form.
    Where the pack has a ``[harmony]``, the varying letters of endings follow the word.
    Raises ZakuroError for a paradigm that the pack lacks or that does not fit.
    """
    if isinstance(word, dict):
        rest = word.get("rest", "")
        for feature, value in word.items():
            if feature != "rest":
                for form in [value] if isinstance(value, str) else value:
                    yield form + rest, feature
        return
    count = word.count(":")
    if not count:
        yield word, ""
    elif count == 1:
        lemma, _, tail = word.partition(":")
        paradigm, space, rest = tail.partition(" ")
        before, gap, lemma = lemma.rpartition(" ")
        before, rest = before + gap, space + rest
        for form, feature in _inflected(pack, lemma, paradigm):
            yield before + form + rest, feature
    else:
        yield from _agreeing(pack, word)


def _inflected(pack: Pack, lemma: str, paradigm: str) -> Iterator[tuple[str, str]]:
    """The forms of one word by its paradigm."""
    for after, ending, endings in _variants(pack, paradigm):
        if lemma.endswith(ending):
            stem = lemma[: len(lemma) - len(ending)]
            if not after or stem.endswith(after):
                varying = harmony(pack)
                for each, feature in endings:
                    for form in varying.joined(stem, each) if varying else (stem + each,):
                        yield form, feature
                return
    raise ZakuroError(f"{pack.code}.toml: no variant of {paradigm!r} fits {lemma!r}")


def _agreeing(pack: Pack, phrase: str) -> Iterator[tuple[str, str]]:
    """The forms of a phrase in which several words are inflected alike."""
    parts: list[dict[str, list[str]]] = []
    for written in phrase.split(" "):
        lemma, colon, paradigm = written.partition(":")
        part: dict[str, list[str]] = {}
        for form, feature in _inflected(pack, lemma, paradigm) if colon else ((written, ""),):
            part.setdefault(feature, []).append(form)
        parts.append(part)
    for feature in max(parts, key=len):
        shapes = [part if len(part) > 1 else {feature: next(iter(part.values()))} for part in parts]
        for words in product(*(shape.get(feature, ()) for shape in shapes)):
            yield " ".join(words), feature


@cache
def _variants(pack: Pack, paradigm: str) -> list[Variant]:
    """The variants of a paradigm: the letters before, the ending cut, the endings attached."""
    listed = pack.inflections.get(paradigm)
    if listed is None:
        raise ZakuroError(
            f"{pack.code}.toml names the paradigm {paradigm!r}, which it lacks; write "
            f"[[inflection.{paradigm}]] or use one of {', '.join(sorted(pack.inflections))}"
        )
    return [
        (
            tuple(variant.get("after", "")),
            variant["lemma"],
            tuple(
                (each, feature)
                for feature, endings in variant.items()
                if feature not in ("lemma", "after")
                for each in ([endings] if isinstance(endings, str) else endings)
            ),
        )
        for variant in listed
    ]


def named(pack: Pack, name: Word) -> Word:
    """A plain name of a party with the paradigms that ``[parties]`` gives to its words.

    Without ``adjective`` the whole name ends like its last word.  With it, words before the noun
    that have an ending of that paradigm agree with the noun; what follows the noun stays as it is,
    up to a joiner, behind which all begins anew (Trinidad and Tobago).  What says its forms itself
    stays as it is.
    """
    if not isinstance(name, str) or ":" in name:
        return name
    section = pack.section("parties")
    paradigm, adjective = section.get("paradigm"), section.get("adjective")
    if not paradigm:
        return name
    if not adjective:
        return f"{name}:{paradigm}"
    joiners = pack.section("syntax").get("name_joiners", ())
    written: list[str] = []
    open_ = True
    words = name.split(" ")
    for place, word in enumerate(words, start=1):
        if word in joiners or not any(letter.isalpha() for letter in word):
            open_ = True
        elif open_ and place < len(words) and _fits(pack, adjective, word):
            word += f":{adjective}"  # noqa: PLW2901
        elif open_:
            word += f":{paradigm}"  # noqa: PLW2901
            open_ = False
        written.append(word)
    return " ".join(written)


def _fits(pack: Pack, paradigm: str, lemma: str) -> bool:
    return any(
        lemma.endswith(ending) and (not after or lemma[: len(lemma) - len(ending)].endswith(after))
        for after, ending, _ in _variants(pack, paradigm)
    )
