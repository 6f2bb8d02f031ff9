"""Other words proposed, and brackets settled: the words are found, replaced and kept here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from zakuro.decide import brackets
from zakuro.decide.decision import Bracket, Decision, Position
from zakuro.flow.deciding.joint import Member, act, decision, words
from zakuro.flow.keeping.books import Books
from zakuro.model.decisions import Alternative, Passage, Settlement
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError, ZakuroError


class Replacement(NamedTuple):
    """In a language, words that stand in the text, and those proposed instead."""

    language: str | None
    old: str
    new: str


def propose(
    books: Books,
    name: str,
    member: Member,
    replacements: Sequence[Replacement],
    *,
    reason: str = "",
) -> Entry:
    """Propose other words for a passage; a language not given is the text's first."""
    with books.writing():
        found = decision(books, name)
        passages: dict[str, Passage] = {}
        new: dict[str, str] = {}
        for replacement in replacements:
            language = replacement.language or found.text.language
            if language in passages:
                raise ZakuroError(f"Words in {language} are given twice: one passage at a time.")
            text = words(books, found.version.texts, language)
            passages[language] = passage_of(text, replacement.old, language)
            new[language] = replacement.new
        body = Alternative(
            version=found.version.number, passages=passages, words=new, reason=reason
        )
        return act(books, name, body, member)


def passage_of(text: str, exact: str, language: str) -> Passage:
    """Give where words stand in a text; ZakuroError unless they stand there once."""
    times = text.count(exact) if exact else 0
    if times != 1:
        raise ZakuroError(
            f"{exact!r} stands {times} times in the text in {language}: give words that stand "
            "there once, with their neighbours if need be."
        )
    start = text.index(exact)
    return Passage(start=start, end=start + len(exact), exact=exact)


def settle(
    books: Books,
    name: str,
    member: Member,
    *,
    alternative: str | None,
    bracket: str | None = None,
) -> Entry:
    """Move to an alternative of a bracket, or with None withdraw from where one stands.

    Where this settles the last bracket, the words so found are kept as the next version.
    """
    with books.writing() as writer:
        found = decision(books, name)
        chosen = _bracket(found, bracket)
        texts: dict[str, str] = {}
        for language, text in settled_texts(books, found, chosen, member.party, alternative):
            texts[language] = writer.transaction.put_blob(text.encode("utf-8"))
        body = Settlement(
            version=found.version.number,
            bracket=chosen.name,
            alternative=alternative,
            texts=texts,
        )
        return act(books, name, body, member)


def _bracket(found: Decision, name: str | None) -> Bracket:
    if name is not None:
        return brackets.find(found, name)
    if len(found.open_brackets) == 1:
        return found.open_brackets[0]
    names = ", ".join(bracket.name for bracket in found.open_brackets)
    raise RefusedError(
        f"{found.subject} has the brackets {names}: say which (--bracket)."
        if names
        else f"{found.subject} has no open bracket."
    )


def settled_texts(
    books: Books, found: Decision, bracket: Bracket, party: str, alternative: str | None
) -> list[tuple[str, str]]:
    """Give the words of the next version by language, if a move makes one; else nothing."""
    to = None if alternative is None else bracket.position(alternative)
    if to is None and alternative is not None:
        return []  # the rules say why it cannot be
    settled = brackets.would_settle(bracket, party, to)
    if settled is None or len(found.open_brackets) > 1:
        return []
    changed = brackets.settled_words(found, {bracket.name: settled})
    return made_words(books, found, changed)


def made_words(
    books: Books, found: Decision, changed: list[tuple[Bracket, Position]]
) -> list[tuple[str, str]]:
    """Give the last version's words with the settled alternatives in their places, by language."""
    if not changed:
        return []
    return [
        (language, brackets.replace(words(books, found.version.texts, language), language, changed))
        for language in sorted(brackets.languages_after(found, changed))
    ]
