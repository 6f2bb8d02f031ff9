"""The labelled texts of the repository, in one form: the packs' proofs, spec/ and spec/dev."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from bench import quality_blind, quality_spec
from zakuro.languages.load import load

SPEC = Path(__file__).parents[1] / "spec"
_DAY = date(2025, 6, 17)
_OVERLAP, _LONGEST = 0.6, 2.5
_RANK = ("pledge", "proposal", "call", "result", "principle", "position", "event")
_LOOSE = ("principle", "position", "event", "context")
"""Kinds that are not marked wherever they stand: one more of them is no mistake."""


class Label(NamedTuple):
    """What stands between two offsets: its kinds (several may be right), and if it must be read."""

    start: int
    end: int
    kinds: tuple[str, ...]
    optional: bool = False


class Text(NamedTuple):
    """A text with its labels; ``complete`` where everything that must be read is labelled.

    ``proof`` where the rules were written beside it, so that how well they read it says nothing of
    other texts.
    """

    name: str
    language: str
    text: str
    published: date | None
    home: str | None
    labels: tuple[Label, ...]
    complete: bool
    proof: bool = False

    def label_of(self, kind: str, start: int, end: int) -> int | None:
        """Which label of a kind stands between two offsets; the one it has most in common with."""
        fitting = [
            (_shared(one, start, end), -place)
            for place, one in enumerate(self.labels)
            if kind in one.kinds and (_is_on(one, start, end) or self._is_around(one, start, end))
        ]
        return -max(fitting)[1] if fitting else None

    def _is_around(self, label: Label, start: int, end: int) -> bool:
        """Whether words are the sentence of a label, and of no other of its kind."""
        first, last = label.start, label.end
        while first > 0 and not _ends(self.text, first - 1):
            first -= 1
        while last < len(self.text) and not _ends(self.text, last):
            last += 1
        if not (first <= start + 2 and end <= last + 2 and _shared(label, start, end)):
            return False
        others = (one for one in self.labels if one is not label and one.kinds[0] == label.kinds[0])
        alone = not any(_shared(one, start, end) >= _OVERLAP * _length(one) for one in others)
        return alone and _shared(label, start, end) >= _OVERLAP * _length(label)

    def kind_of(self, spoke: str, start: int, end: int) -> str | None:
        """What a unit is: a kind, "none", or None where nobody can say."""
        if spoke == "none":
            inside = [
                one for one in self.labels if _shared(one, start, end) >= _OVERLAP * _length(one)
            ]
        else:
            inside = [one for one in self.labels if _is_on(one, start, end)]
        must = [one for one in inside if not one.optional]
        if any(spoke in one.kinds for one in inside):
            return spoke
        if must:
            return min((one.kinds[0] for one in must), key=_rank)
        if inside or spoke in _LOOSE or not self.complete:
            return None
        return "none"


def _rank(kind: str) -> int:
    return _RANK.index(kind) if kind in _RANK else len(_RANK)


def _ends(text: str, place: int) -> bool:
    """Whether a sentence ends with a sign."""
    sign, after = text[place], text[place + 1 : place + 2]
    return sign in "。\n" or (sign in ".!?" and after in ("", " ", "\n", "”", '"'))


def _length(label: Label) -> int:
    return label.end - label.start


def _shared(label: Label, start: int, end: int) -> int:
    return max(0, min(label.end, end) - max(label.start, start))


def _is_on(label: Label, start: int, end: int) -> bool:
    near = _shared(label, start, end) >= _OVERLAP * min(_length(label), end - start)
    return near and end - start <= _LONGEST * _length(label)


def texts(language: str) -> list[Text]:
    """Every labelled text in a language, in a fixed order."""
    return [
        *_proofs(language),
        *_sentences(language),
        *_digests(language),
        *_lists(language),
        *_lines(language),
        *_ordinary(language),
        *(text for folder in sorted((SPEC / "dev").iterdir()) for text in dev(folder, language)),
    ]


def _proofs(language: str) -> Iterator[Text]:
    data = load(language).data
    for number, case in enumerate(data.get("example", ())):
        yield _case(f"{language} example {number}", language, case, case["expect"])
    for number, case in enumerate(data.get("silent", ())):
        yield _case(f"{language} silent {number}", language, case, ())


def _sentences(language: str) -> Iterator[Text]:
    for path in (SPEC / f"review-{language}.jsonl", SPEC / "blind" / f"sentences-{language}.jsonl"):
        if path.is_file():
            for number, case in enumerate(_rows(path)):
                yield _case(f"{path.name} {number}", language, case, case["expect"])


def _lists(language: str) -> Iterator[Text]:
    for number, case in enumerate(_rows(SPEC / "silences.jsonl")):
        if case["language"] == language:
            yield _case(f"silences {number}", language, case, case["expect"])


def _case(name: str, language: str, case: dict[str, Any], expect: Iterable[Any]) -> Text:
    text = case["text"]
    labels = tuple(
        Label(start, start + len(one["exact"]), (one["kind"],))
        for one in expect
        if (start := text.find(one["exact"])) >= 0
    )
    day = case.get("published", _DAY)
    return Text(name, language, text, day, None, labels, complete=True, proof=True)


def _digests(language: str) -> Iterator[Text]:
    for module, folder in ((quality_spec, SPEC), (quality_blind, quality_blind.BLIND)):
        for name, facts in quality_spec.facts(folder).items():
            digest, code = name.removesuffix(".txt").rsplit(".", 1)
            if code == language:
                labels = tuple(Label(f["start"], f["end"], (f["kind"],)) for f in facts)
                text = quality_spec.text_of(name, folder)
                day = module.PUBLISHED[digest]
                yield Text(name, language, text, day, None, labels, complete=False, proof=True)


def _lines(language: str) -> Iterator[Text]:
    path = SPEC / "lines" / f"{language}.txt"
    if path.is_file():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            kind, _, words = line.partition("|")
            labels = () if kind == "none" else (Label(0, len(words.rstrip(".。")), (kind,)),)
            yield Text(f"lines {number}", language, words, _DAY, None, labels, complete=True)


def _ordinary(language: str) -> Iterator[Text]:
    path = SPEC / "ordinary" / f"{language}.txt"
    if path.is_file():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            yield Text(f"{path.name} {number}", language, line, _DAY, None, (), complete=True)


def dev(folder: Path, language: str) -> Iterator[Text]:
    """The development texts of a folder in a language."""
    gold = _rows(folder / "gold.jsonl")
    for doc in _rows(folder / "docs.jsonl"):
        if doc["language"] == language:
            labels = tuple(_label(row) for row in gold if row["doc"] == doc["doc"])
            text = (folder / f"{doc['doc']}.txt").read_text(encoding="utf-8")
            day = date.fromisoformat(doc["published"])
            yield Text(doc["doc"], language, text, day, doc.get("home"), labels, complete=True)


def _label(row: dict[str, Any]) -> Label:
    also = row.get("kind_also", [row["or_kind"]] if "or_kind" in row else [])
    kinds = _RANK if row["kind"] == "any" else (row["kind"], *also)
    return Label(row["start"], row["end"], kinds, row.get("optional", False))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
