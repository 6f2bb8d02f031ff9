"""The words of each clause of a sentence: up to the next, without joiners and signs around them."""

from __future__ import annotations

from zakuro.read.clauses import Candidate

OPENING = " \"'“”‘’«»[]()*_#…—–-"


def laid_out(
    text: str, start: int, end: int, candidates: list[Candidate], joiners: tuple[str, ...]
) -> list[Candidate]:
    """Gives each candidate its words: up to the next one, without joiners and signs."""
    for index, candidate in enumerate(candidates):
        last = index + 1 == len(candidates)
        stop = end if last else max(candidates[index + 1].start, candidate.start)
        if index == 0 and candidate.rule != "say":
            candidate.start = start
        while candidate.start < stop and text[candidate.start] in OPENING:
            candidate.start += 1
        while stop > candidate.start:
            if text[stop - 1] in _CLOSING and not _closes(text, candidate.start, stop):
                stop -= 1
                continue
            joiner = next((j for j in joiners if text.endswith(j, candidate.start, stop)), None)
            if joiner is None:
                break
            stop -= len(joiner)
        candidate.end = stop
    return candidates


def _closes(text: str, start: int, stop: int) -> bool:
    """Whether what ends before ``stop`` closes a bracket or a quotation that opens inside."""
    opening = _PAIRS.get(text[stop - 1])
    return opening is not None and text.rfind(opening, start, stop - 1) > text.rfind(
        text[stop - 1], start, stop - 1
    )


_PAIRS = {")": "(", "»": "«", "”": "“"}
_CLOSING = " ,;:.!?…\"'”’»)[(«“—–-"
