"""Shapes: patterns over the classes of atoms, written in the packs and compiled once.

Every atom belongs to some classes (``month``, ``day``, ``of``); each set of classes that occurs
is written as one character, so that a text becomes a short string and a shape a regular
expression over it.  A shape is a list of slots divided by spaces:

    ``month``      an atom of that class
    ``day|count``  of either class
    ``of?``        may be left out
    ``[of year]``  may be left out together
    ``(in)``       must stand there, and stays outside of the span
    ``-letter``    must not stand there (only at either end), and stays outside too

No slot repeats, so a match never looks at more atoms than the shape has slots.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from zakuro.model.errors import ZakuroError

BREAK = "\0"


class Atom:
    """A word, a number or a composed time in the folded text, with its value in each class."""

    __slots__ = ("end", "sign", "start", "values")

    def __init__(self, start: int, end: int, sign: str, values: dict[str, Any]) -> None:
        self.start = start
        self.end = end
        self.sign = sign
        self.values = values


class Signs:
    """One character for each set of classes, given out as the sets turn up."""

    def __init__(self) -> None:
        self._signs: dict[frozenset[str], str] = {}
        self._members: dict[str, list[str]] = {}
        self.version = 0

    def sign(self, classes: Iterable[str]) -> str:
        """The character that stands for this set of classes."""
        key = frozenset(classes)
        found = self._signs.get(key)
        if found is None:
            found = self._signs[key] = chr(0xE000 + len(self._signs))
            for name in key:
                self._members.setdefault(name, []).append(found)
            self.version += 1
        return found

    def members(self, classes: Iterable[str]) -> str:
        """The characters of all sets that hold one of these classes."""
        return "".join(sorted({sign for name in classes for sign in self._members.get(name, ())}))


class Slot:
    """One slot of a shape: the classes it takes, and how it stands in it."""

    __slots__ = ("ahead", "classes", "name", "optional")

    def __init__(self, word: str, number: int) -> None:
        self.name = f"s{number}"
        self.ahead = "=" if word.startswith("(") else "!" if word.startswith("-") else ""
        self.optional = word.endswith("?")
        self.classes = word.strip("()?-").split("|")


Tree = list["Slot | Tree"]


class Shape:
    """One shape of a pack: what is made of it, and the slots it is made of."""

    __slots__ = ("action", "first", "pattern", "slots", "text", "tree")

    def __init__(self, text: str, known: set[str]) -> None:
        action, separator, slots = text.partition(":")
        if not separator or not slots.strip():
            raise ZakuroError(f"times: the shape {text!r} needs the form 'action: slot slot …'")
        self.text = text
        self.action = action.strip()
        self.slots: dict[str, Slot] = {}
        self.tree: Tree = []
        self._parse(slots.replace("[", " [ ").replace("]", " ] ").split())
        for slot in self.slots.values():
            for name in slot.classes:
                if name not in known:
                    raise ZakuroError(
                        f"times: the shape {text!r} uses {name!r}, which is no class of "
                        "words, numbers or times of this pack"
                    )
        self.pattern: re.Pattern[str] | None = None
        self.first: set[str] = set()

    def _parse(self, words: list[str]) -> None:
        open_groups = [self.tree]
        for word in words:
            if word == "[":
                group: Tree = []
                open_groups[-1].append(group)
                open_groups.append(group)
            elif word == "]" and len(open_groups) > 1:
                open_groups.pop()
            elif word == "]":
                raise ZakuroError(
                    f"times: the shape {self.text!r} closes a group it has not opened"
                )
            else:
                slot = Slot(word, len(self.slots))
                self.slots[slot.name] = slot
                open_groups[-1].append(slot)
        if len(open_groups) > 1:
            raise ZakuroError(f"times: the shape {self.text!r} has a group that is not closed")

    def compile(self, signs: Signs) -> None:
        """The regular expression of the shape over the signs given out so far."""
        self.first = set()
        self._first(self.tree, signs)
        self.pattern = re.compile(self._expression(self.tree, signs, leading=True))

    def _expression(self, tree: Tree, signs: Signs, leading: bool) -> str:
        parts: list[str] = []
        for item in tree:
            if isinstance(item, list):
                parts.append(f"(?:{self._expression(item, signs, leading=False)})?")
                leading = False
                continue
            members = signs.members(item.classes)
            group = f"[{members}]" if members else "(?!)"
            if item.ahead:
                if members or item.ahead == "=":
                    parts.append(f"(?{'<' if leading else ''}{item.ahead}{group})")
                continue
            leading = False
            parts.append(f"(?P<{item.name}>{group}){'?' if item.optional else ''}")
        return "".join(parts)

    def _first(self, tree: Tree, signs: Signs) -> bool:
        """Gather the signs with which a match can begin; whether the tree may match nothing."""
        for item in tree:
            if isinstance(item, list):
                self._first(item, signs)
            elif not item.ahead:
                self.first.update(signs.members(item.classes))
                if not item.optional:
                    return False
        return True

    def filled(self, match: re.Match[str], atoms: list[Atom]) -> list[tuple[str, Atom]]:
        """The slots that were filled, each with the class that fits and its atom."""
        found: list[tuple[str, Atom]] = []
        for group, place in match.re.groupindex.items():
            at = match.start(place)
            if at >= 0:
                atom = atoms[at]
                names = self.slots[group].classes
                found.append((next(name for name in names if name in atom.values), atom))
        return found


Compose = Callable[[str, list[tuple[str, Atom]]], dict[str, Any] | None]


class Layer:
    """Shapes that are tried together: at each place the longest that composes is taken."""

    def __init__(self, shapes: list[str], signs: Signs, known: set[str]) -> None:
        self.shapes = [Shape(text, known) for text in shapes]
        self._signs = signs
        self._version = -1
        self._by_first: dict[str, list[Shape]] = {}
        self._any = re.compile("(?!)")

    def _compile(self) -> None:
        self._version = self._signs.version
        self._by_first = {}
        for shape in self.shapes:
            shape.compile(self._signs)
            for sign in shape.first:
                self._by_first.setdefault(sign, []).append(shape)
        patterns = [re.sub(r"\?P<s\d+>", "?:", s.pattern.pattern) for s in self.shapes if s.pattern]
        self._any = re.compile("|".join(patterns) or "(?!)")

    def reduce(self, atoms: list[Atom], compose: Compose) -> list[Atom]:
        """The atoms with every match replaced by the time composed of it."""
        if self._version != self._signs.version:
            self._compile()
        text = "".join([atom.sign for atom in atoms])
        result: list[Atom] = []
        last = at = 0
        while (hit := self._any.search(text, at)) is not None:
            at = hit.start()
            made = next(self._composed(text, at, atoms, compose), None)
            if made is None:
                at += 1
                continue
            atom, end = made
            result.extend(atoms[last:at])
            result.append(atom)
            last = at = end
        if not last:
            return atoms
        result.extend(atoms[last:])
        return result

    def _composed(
        self, text: str, at: int, atoms: list[Atom], compose: Compose
    ) -> Iterator[tuple[Atom, int]]:
        """What can be composed at a place, longest first."""
        matches = [
            (match, shape)
            for shape in self._by_first.get(text[at], ())
            if shape.pattern is not None
            and (match := shape.pattern.match(text, at)) is not None
            and match.end() > at
        ]
        matches.sort(key=lambda found: -found[0].end())
        for match, shape in matches:
            values = compose(shape.action, shape.filled(match, atoms))
            if values is not None:
                first, end = atoms[at], match.end()
                sign = self._signs.sign(values)
                yield Atom(first.start, atoms[end - 1].end, sign, values), end
