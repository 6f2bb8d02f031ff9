"""Sentences made from the proofs of a pack: another word of one list in the place of one.

A word that no written text meets may still be right: where it stands for another word of its list,
in the same form, the sentence must be read alike.  ``python -m bench.generated LANG`` prints the
sentences, drawn with a seed, for a reader of the language to judge.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from typing import NamedTuple

import zakuro
from bench.labelled import Text, texts
from zakuro.languages.inflect import forms
from zakuro.languages.load import Pack, load
from zakuro.model import vocabulary
from zakuro.model.statement import Reading
from zakuro.read.lexis.folding import Folded, fold
from zakuro.read.lexis.lexicon import marks, matter

ROLES = {"acts": "act", "objects": "object", "topics": "topic"}
_LONGEST = 240
"""Characters of a text that serves as a frame: a sentence or two."""
_TRIES = 6
"""Frames in which a word is tried."""
_JUDGED = 100


class Frame(NamedTuple):
    """A text with the place of a word in it."""

    text: Text
    start: int
    end: int


class Made(NamedTuple):
    """A sentence made: the list of the word, the word, the text as it was and as it is now."""

    listed: str
    word: str
    before: str
    after: str


Key = tuple[str, str, str]


def alike(role: str, value: str) -> str:
    """What two words of a role have in common where one may stand for the other.

    Objects and topics say only what something is about; acts are of one sort where the vocabulary
    has them in the same classes; marks are of one list.
    """
    if role == "act":
        return " ".join(name for name, of in _SORTS.items() if value in of)
    return "" if role in ("object", "topic") else value


_SORTS = {
    "deliverable": vocabulary.deliverable_acts(),
    "giving": vocabulary.giving_acts(),
    "helping": vocabulary.helping_acts(),
    "benefiting": vocabulary.benefiting_acts(),
    "founding": vocabulary.founding_acts(),
    "meeting": vocabulary.meeting_acts(),
    "growing": vocabulary.growing_acts(),
    "receiving": vocabulary.receiving_acts(),
}


def frames(pack: Pack) -> dict[Key, list[Frame]]:
    """The short labelled texts by the words in them: role, sort and feature of each."""
    found: dict[Key, list[Frame]] = {}
    for text in texts(pack.code):
        if len(text.text) > _LONGEST:
            continue
        folded = Folded(text.text, shapes=pack.shapes)
        for lexicon in (marks(pack), matter(pack)):
            for hit in lexicon.find(folded):
                start, end, _ = folded.span(hit.start, hit.end)
                for role, sense in hit.senses.items():
                    key = role, alike(role, sense.value), sense.feature
                    found.setdefault(key, []).append(Frame(text, start, end))
    return found


def unmet(pack: Pack, met: set[str]) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """The words of a pack that no text meets: role, value, and forms with their features."""
    for section in ("marks", *ROLES):
        for value, words in pack.section(section).items():
            for word in words:
                written = list(forms(pack, word))
                if all(fold(form, pack.shapes) not in met for form, _ in written):
                    yield ROLES.get(section, value), value, written


def sentence_for(
    pack: Pack, role: str, value: str, written: list[tuple[str, str]], known: dict[Key, list[Frame]]
) -> Made | None:
    """A sentence with a word in the place of another of its list that is read alike, if any."""
    for form, feature in written:
        for frame in known.get((role, alike(role, value), feature), ())[:_TRIES]:
            original = frame.text.text
            new = form[:1].upper() + form[1:] if original[frame.start].isupper() else form
            made = original[: frame.start] + new.strip() + original[frame.end :]
            if made != original and _said(_read(frame.text, made)) == _said(
                _read(frame.text, original)
            ):
                return Made(f"{role} {value}" if role != value else role, form, original, made)
    return None


def _read(text: Text, words: str) -> Reading:
    return zakuro.read(words, text.language, text.published, home=text.home)


def _said(reading: Reading) -> list[tuple[object, ...]]:
    """What was read, but for the words that were changed: acts, objects, topics, places."""
    return [
        (
            s.kind,
            s.givers,
            s.receivers,
            s.strength,
            s.period and s.period.edtf,
            [(q.value, q.low, q.high, q.bound) for q in s.quantities],
        )
        for s in reading.statements
    ]


def main(code: str, seed: int = 1) -> None:
    """Prints sentences for a reader to judge."""
    from bench.quality_packs import met_forms

    pack = load(code)
    known = frames(pack)
    words = list(unmet(pack, met_forms(pack)))
    random.Random(seed).shuffle(words)
    printed = 0
    for role, value, written in words:
        made = sentence_for(pack, role, value, written, known)
        if made is not None and printed < _JUDGED:
            printed += 1
            print(f"{made.listed}\t{made.word}\t{made.after}")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
