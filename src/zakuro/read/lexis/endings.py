"""What the ends of words tell, where no pack lists the words themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from zakuro.languages.inflect import forms
from zakuro.languages.load import Pack

_NEVER = r"(?!)"


class Endings:
    """The endings of a pack, compiled: conditions, states, polite forms, verbs that bind."""

    def __init__(self, pack: Pack) -> None:
        syntax = pack.section("syntax")
        plain = _either(syntax.get("unconditional_endings", ()))
        condition = _either(syntax.get("conditional_endings", ()))
        self._condition = re.compile(f"{plain}|({condition})")
        self._state = tuple(syntax.get("state_endings", ()))
        self._past = tuple(syntax.get("past_endings", ()))
        stateless = syntax.get("stateless_endings", ())
        self._stateless = tuple(form for word in stateless for form, _ in forms(pack, word))
        self._statives = tuple(syntax.get("stative_verbs", ()))
        complements = _either(syntax.get("complements", ()))
        self._verb = re.compile(rf"({_either(syntax.get('verb_endings', ()))})(?:{complements})?\Z")
        self.polite: tuple[str, ...] = tuple(syntax.get("polite_endings", ()))

    def conditions(self, text: str, start: int, end: int) -> Iterator[int]:
        """Where endings of a condition end between two places."""
        found = self._condition.finditer(text, start, end)
        return (each.end() for each in found if each[1] is not None)

    def state(self, text: str, start: int, end: int) -> bool:
        """Whether words end as those do that tell a state."""
        return text.endswith(self._state, start, end) and not text.endswith(
            self._stateless, start, end
        )

    def was(self, text: str, start: int, end: int) -> bool:
        """Whether words end as those do that tell what is or was."""
        return self.ended(text, start, end) and not text.endswith(self._stateless, start, end)

    def ended(self, text: str, start: int, end: int) -> bool:
        """Whether words end in a form of what is or was, whatever they tell."""
        return text.endswith((*self._state, *self._past), start, end)

    def deed(self, text: str, start: int, end: int) -> bool:
        """Whether words end with a verb of what may be done: not with one of being or having."""
        verb = self._verb.search(text, start, end)
        return verb is not None and not text.endswith(self._statives, start, verb.end(1))


def _either(words: tuple[str, ...] | list[str]) -> str:
    """A pattern for any of some words; one that fits nothing where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or _NEVER


@cache
def endings(pack: Pack) -> Endings:
    """The endings of a pack, compiled once."""
    return Endings(pack)
