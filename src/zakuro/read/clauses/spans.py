"""The words of each clause: where one ends and the next begins."""

from __future__ import annotations

from zakuro.read.clauses.clause import Candidate
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.mentions.draft import Raw

_DANGLING = frozenset({"joiner", "article", "that", "infinitive"})
_ENDING = " ,;:.!?\"'”’)([—–*_«»"
_BEGINNING = " \"'“”‘[(…*_#.:—–«»"

_BLANK = " \"'“”‘’「」『』《》[]*_#…"
_PAIRS = {")": "(", "»": "«"}


def laid_out(
    text: str, start: int, end: int, candidates: list[Candidate], hits: list[Hit]
) -> list[Candidate]:
    """Gives each candidate its words: up to the next one, without joiners and signs.

    The first one also takes the words before it, from the last colon on: a label is not its own.
    What hangs on another clause takes none.
    """
    for index, candidate in enumerate(candidates):
        last = index + 1 == len(candidates)
        stop = end if last else candidates[index + 1].start
        leads = index == 0 and candidate.rule != "say" and not candidate.relative
        if leads and not _joins(hits, candidate.start):
            colon = text.rfind(": ", start, candidate.start)
            colon = max(colon, text.rfind(":*", start, candidate.start))
            candidate.start = start if colon < 0 else colon + 1
        while candidate.start < stop and text[candidate.start] in _BEGINNING:
            candidate.start += 1
        candidate.end = end_without_joiners(text, candidate.start, stop, hits)
    return candidates


def with_stops(candidates: list[Candidate], mentions: list[Raw]) -> None:
    """Gives candidates the stop of an abbreviated amount that ends them: 500 m."""
    for candidate in candidates:
        for mention in mentions:
            if mention.start < candidate.end < mention.end:
                candidate.end = mention.end


def _joins(hits: list[Hit], start: int) -> bool:
    """Whether a joiner leads to what begins at a place: the words before it are another clause."""
    return any("joiner" in hit.senses and hit.end in (start, start - 1) for hit in hits)


def end_without_joiners(text: str, start: int, stop: int, hits: list[Hit]) -> int:
    """Where the words end without the signs, joiners and articles that lead to the next clause."""
    while True:
        while stop > start and text[stop - 1] in _ENDING:
            if text[stop - 1] == '"' and text.count('"', start, stop) % 2 == 0:
                return stop  # it closes a quotation inside the clause
            stop -= 1
            opening = _PAIRS.get(text[stop])
            if opening and text.rfind(opening, start, stop) > text.rfind(text[stop], start, stop):
                return stop + 1
        dangling = next(
            (
                hit
                for hit in hits
                if hit.end == stop and hit.start > start and not _DANGLING.isdisjoint(hit.senses)
            ),
            None,
        )
        if dangling is None:
            return stop
        stop = dangling.start


def trimmed(text: str, candidate: Candidate) -> Candidate:
    """Without the signs and blanks at the edges."""
    signs = _BLANK + ",，、;；:：。.!！?？)）—"
    while candidate.end > candidate.start and text[candidate.end - 1] in signs:
        candidate.end -= 1
        if text[candidate.end] in ")）" and "(" in text[candidate.start : candidate.end]:
            candidate.end += 1
            break
    while candidate.start < candidate.end and text[candidate.start] in _BLANK + ",，;；:：—":
        candidate.start += 1
    return candidate
