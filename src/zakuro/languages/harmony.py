"""Harmony as data: endings whose letters follow the last vowel and the last sound of their word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from zakuro.languages.load import Pack
from zakuro.model.errors import ZakuroError

Row = tuple[str, str, str]


class Harmony:
    """The [harmony] of a pack: which letters decide, and what stands for each varying letter.

    ``vowels`` are classes of vowels (back, front), ``sounds`` classes of last sounds (voiceless,
    nasal …), ``letters`` what each varying letter of an ending becomes: rows of a class of vowels,
    a class of sounds ("" is any) and the letters that stand there, of which for each class of
    vowels the first row that fits is taken.  A vowel of no class decides nothing; a word in which
    none decides (an abbreviation) has the endings of all classes.  Behind what is no letter
    (700-, %) every row fits.  ``silent`` letters are no sounds.
    """

    def __init__(self, section: dict[str, Any]) -> None:
        self.vowels: dict[str, str] = section.get("vowels", {})
        self.sounds: dict[str, str] = section.get("sounds", {})
        self.letters: dict[str, list[Row]] = {
            letter: [(row[0], row[1], row[2]) for row in rows]
            for letter, rows in section.get("letters", {}).items()
        }
        self.silent: str = section.get("silent", "")
        self._decided: dict[str, tuple[str, str]] = {}
        self._shapes: dict[tuple[str, str, str], tuple[str, ...]] = {}

    def joined(self, stem: str, ending: str) -> Iterator[str]:
        """A stem with an ending, in each shape that it may have."""
        known = self._decided.get(stem)
        if known is None:
            known = self._decided[stem] = (self._vowel(stem), self._sound(stem))
        shapes = self._shapes.get((ending, *known))
        if shapes is None:
            either = (known[0],) if known[0] else tuple(self.vowels)
            made = [shape for vowel in either for shape in self._expanded(stem, ending, vowel)]
            shapes = self._shapes[ending, *known] = tuple(dict.fromkeys(made))
        for shape in shapes:
            yield stem + shape

    def _expanded(self, stem: str, ending: str, vowel: str) -> list[str]:
        """The shapes of an ending behind a stem whose vowels are of a class."""
        shapes = [""]
        for letter in ending:
            rows = self.letters.get(letter)
            if rows is None:
                shapes = [shape + letter for shape in shapes]
            else:
                shapes = [
                    shape + each
                    for shape in shapes
                    for each in self._fitting(stem + shape, vowel, rows)
                ]
        return shapes

    def _fitting(self, word: str, vowel: str, rows: list[Row]) -> list[str]:
        vowel, last = self._vowel(word) or vowel, self._sound(word)
        fitting = [
            letters
            for of, behind, letters in rows
            if of in ("", vowel) and (not last or not behind or last in self.sounds[behind])
        ]
        return fitting[:1] if last else list(dict.fromkeys(fitting))

    def _sound(self, word: str) -> str:
        """The last letter of a word that is spoken, "" behind what is no letter."""
        last = word.lower().rstrip(self.silent)[-1:]
        return last if last.isalpha() else ""

    def _vowel(self, word: str) -> str:
        """The class of the last vowel of a word that has one, "" without."""
        for letter in reversed(word.lower()):
            if letter == " ":
                break
            for name, letters in self.vowels.items():
                if letter in letters:
                    return name
        return ""


@cache
def harmony(pack: Pack) -> Harmony | None:
    """The harmony of a pack, None where its endings do not vary.

    Raises ZakuroError for rows that name a class which the section lacks.
    """
    section = pack.section("harmony")
    if not section:
        return None
    found = Harmony(section)
    for letter, rows in found.letters.items():
        for vowel, sound, _ in rows:
            if vowel not in ("", *found.vowels) or sound not in ("", *found.sounds):
                raise ZakuroError(
                    f"{pack.code}.toml: [harmony.letters] {letter!r} names {vowel or sound!r}, "
                    f"which is none of {', '.join((*found.vowels, *found.sounds))}"
                )
    return found
