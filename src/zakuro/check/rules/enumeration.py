"""Announced numbers against what follows: headings, numbered items, bullets, inline lists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from zakuro.check.lists import Members, members
from zakuro.check.paper import Line, Paper, Piece
from zakuro.check.words import any_of
from zakuro.model.finding import Finding, Verdict
from zakuro.model.statement import Mention
from zakuro.model.vocabulary import kin_units, listed_units

_MOST = 20
_LONGEST = 30
"""Characters of the longest member of an inline list that is taken for one."""
_LONG = 60
"""Characters of the longest member of a list behind a colon."""
_TO_COLON = re.compile(r"[^:：.;,、，；()（）]{0,40}[:：]\s?(?=\S)")
_ONE_WORD = re.compile(r"[^\W\d_]{1,5}\s")
"""A word before an ordinal: the first pillar."""
_NOUN = re.compile(r"[\s\u3041-\u309f]?([\u30a0-\u30ff\u3400-\u9fff]|[^\W\d_]{4})")
"""How the word behind an ordinal begins, if no mark parts them."""
_PARTIES = ("{country}", "{party}", "{side}")
_NO_FIGURES = ("party", "date", "period", "duration", "ordinal")
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")


def announced_and_listed(paper: Paper) -> Iterator[Finding]:
    """Z201: so many proposals, points or measures are announced, and so many follow.

    Silent on what is not announced to be listed (countries, centres), on numbers that are not
    exact, and on a block that announces two numbers; where fewer or more follow, silent too unless
    the announcement is the last sentence before the list, or the heading above it.
    """
    lists: dict[int, list[Piece]] = {}
    announced: dict[int, list[Mention]] = {}
    for count in _announced(paper):
        run = _what_follows(paper, paper.block_at(count.start))
        if len(run) > 1 and (count.value == len(run) or _sure(paper, count, run[0])):
            lists[run[0].start] = run
            announced.setdefault(run[0].start, []).append(count)
    for start, run in lists.items():
        counts = announced[start]
        values = sorted({int(count.value or 0) for count in counts})
        label = (counts[0].unit or "").strip("{}").replace("_", " ")
        sort = "headings" if run[0].kind == "heading" else "items"
        yield Finding(
            kind="enumeration",
            verdict="consistent" if values == [len(run)] else "conflict",
            says=f"{' and '.join(map(str, values))} announced ({label}), {len(run)} {sort} follow",
            where=(*map(paper.place, counts), *map(paper.place, run)),
            rule="Z201",
        )


def announced_and_counted(paper: Paper) -> Iterator[Finding]:
    """Z203: so many points are announced, and the sentences behind begin with first, second, third.

    A word may stand before an ordinal (the first pillar).  Silent unless the first of them is the
    next sentence, on numbers that are not exact, and on what texts do not list, unless it is the
    only number there, neither of people nor of parties, and the first ordinal stands without a noun
    or with one of that sentence.  Where they are more or fewer it cannot tell: some may stand
    without a number.
    """
    lines = paper.lines
    for at, (line, next_one) in enumerate(pairwise(lines)):
        if _begins_with(paper, next_one) != 1:
            continue
        counts = _announcing(paper, line, next_one)
        run: list[Line | Mention] = []
        for other in lines[at + 1 :] if len(counts) == 1 else ():
            number = _begins_with(paper, other)
            if number is None and other.block != "paragraph":
                break
            if number not in {None, len(run) + 1}:
                break
            if number is not None:
                run.append(other)
                run += _further(paper, other, len(run))
        if len(run) < 2:
            continue
        value = int(counts[0].value or 0)
        agrees = value == len(run)
        yield Finding(
            kind="enumeration",
            verdict="consistent" if agrees else "cannot tell",
            says=f"{value} announced, {len(run)} counted"
            f"{'' if agrees else ', unless some stand without their number'}",
            where=(paper.place(counts[0]), *(paper.span(each.start, each.end) for each in run)),
            rule="Z203",
        )


def _further(paper: Paper, line: Line, counted: int) -> list[Mention]:
    """The ordinals behind a comma of a sentence that count on: first trade, second energy."""
    found: list[Mention] = []
    for ordinal in line.of("ordinal")[1:]:
        before = paper.reading.text[line.start : ordinal.start].rstrip()
        if ordinal.value == counted + len(found) + 1 and before.endswith(paper.wording.commas):
            found.append(ordinal)
    return found


def _announcing(paper: Paper, line: Line, first: Line) -> list[Mention]:
    """The numbers of a sentence that the sentences which count behind it can be of."""
    points = [m for m in _announced(paper) if line.start <= m.start < line.end]
    if points:
        return points
    figures = [m for m in line.mentions if m.type not in _NO_FIGURES]
    text = paper.reading.text
    noun = _NOUN.match(text, _ordinal_ends(paper, first))
    known = noun is None or noun[1].casefold() in text[line.start : line.end].casefold()
    return [m for m in figures if len(figures) == 1 and known and _is_point(m)]


def _is_point(count: Mention) -> bool:
    """Whether a number can be of what is told point by point: neither people nor parties."""
    if count.value is None or count.type not in {"count", "number"} or count.change:
        return False
    if count.unit in _PARTIES or kin_units(count.unit or "", "{person}"):
        return False
    return count.bound == "exact" and 2 <= count.value <= _MOST and count.value == int(count.value)


def announced_behind_a_colon(paper: Paper) -> Iterator[Finding]:
    """Z204: a number, a colon and a list: in three fields: trade, energy and health.

    Members are counted by the commas and the joints (and) of the language; a joint behind the last
    comma may also stand within a member (science and technology): ambiguous where only that makes
    them agree.  Silent on numbers that are not exact, where another figure stands before
    the colon, and on lists of long members.  Where they differ it cannot tell: a member may hold a
    comma.  Where two are announced, or words leave the list open (such as), it is silent then.
    """
    for count in paper.mentions("count"):
        if count.value is None or count.bound != "exact" or not 2 <= count.value <= _MOST:
            continue
        _, end = paper.sentence(count.start)
        head = _TO_COLON.match(paper.reading.text, count.end, end)
        if head is None or any(count.end <= m.start < head.end() for m in paper.reading.mentions):
            continue
        found = members(paper.reading.text[head.end() : end].rstrip(".。 \n"), paper.wording)
        if found.named[0] < 2 or any(len(part) > _LONG for part in found.parts):
            continue
        verdict, says = _counted(count, found)
        if verdict != "consistent" and (count.value == 2 or found.open):
            continue  # of two, each is a clause with commas of its own
        yield Finding(
            kind="enumeration",
            verdict=verdict,
            says=says,
            where=(paper.place(count), paper.span(head.end(), end)),
            rule="Z204",
        )


def announced_inline(paper: Paper) -> Iterator[Finding]:
    """Z202: a list and its number in one phrase: poverty, exchange, desertification, three fields.

    Only in a language that writes no blanks.  Silent where they differ: such a list may be of
    examples; but where its marks part nothing but the members of lists (、 in Chinese), no word
    leaves it open, and the number is of what texts list, it cannot tell.
    """
    wording = paper.wording
    for count in paper.mentions("count") if not wording.spaced else ():
        if count.value is None or count.bound != "exact" or not 2 < count.value <= _MOST:
            continue
        start, _ = paper.sentence(count.start)
        if wording.only:  # other marks end the clause before
            clause = [m for m in wording.commas if m not in wording.only]
            start = (
                max(
                    (paper.reading.text.rfind(mark, start, count.start) + 1 for mark in clause),
                    default=start,
                )
                or start
            )
        found = members(paper.reading.text[start : count.start], wording, wording.only)
        if len(found.parts) < 2 or any(len(part) > _LONGEST for part in found.parts):
            continue
        verdict, says = _counted(count, found)
        sure = wording.only and not found.open and _is_listed(count.unit or "")
        if verdict != "consistent" and not sure:
            continue
        yield Finding(
            kind="enumeration",
            verdict=verdict,
            says=says,
            where=(paper.place(count), paper.span(start, count.start)),
            rule="Z202",
        )


def _is_listed(unit: str) -> bool:
    """Whether a sentence may name what it counts right beside the number: points, fields."""
    return unit in listed_units() or kin_units(unit, "{field}")


def _counted(count: Mention, found: Members) -> tuple[Verdict, str]:
    """What is told of an announced number and the members of a list."""
    value, label = int(count.value or 0), (count.unit or "").strip("{}").replace("_", " ")
    announced = f"{value} announced{f' ({label})' if label else ''}"
    says = f"{announced}, {' or '.join(map(str, found.named))} named"
    if value in found.named:
        return "consistent", f"{announced}, {value} named"
    if found.joint and found.least <= value <= found.most:
        return "ambiguous", f"{says}, unless “{found.joint}” joins words of one"
    return "cannot tell", says


def _begins_with(paper: Paper, line: Line) -> int | None:
    """The number that a sentence begins with, as first, 第二 or 三是; None where it has none."""
    if line.block != "paragraph":  # items are counted as they stand
        return None
    text = paper.reading.text[line.start : line.end]
    at = line.start + len(text) - len(text.lstrip(" \n\u3000"))
    step = any_of(paper.wording.ties.steps, paper.wording.spaced).match(paper.reading.text, at)
    if step is not None:
        return paper.wording.ties.steps.index(step[0].casefold()) + 1
    first = line.mentions[0] if line.mentions else None
    if first is not None and first.type == "ordinal":
        before = paper.reading.text[at : first.start]
        return int(first.value or 0) if not before or _ONE_WORD.fullmatch(before) else None
    sign = paper.reading.text[at]
    if (first is not None and first.start == at) or not _IDEOGRAPH.match(sign):
        return None
    value = unicodedata.numeric(sign, 0)
    return int(value) if 0 < value <= _MOST else None


def _ordinal_ends(paper: Paper, line: Line) -> int:
    """Where the ordinal or the step that a sentence begins with ends."""
    steps = any_of(paper.wording.ties.steps, paper.wording.spaced)
    step = steps.search(paper.reading.text, line.start, line.end)
    ordinal = line.mentions[0].end if line.mentions else line.start
    return max(step.end(), ordinal) if step and step.start() - line.start <= 1 else ordinal


def _announced(paper: Paper) -> list[Mention]:
    """The numbers of what a text lists."""
    return [
        mention
        for mention in paper.mentions("count")
        if mention.unit in listed_units()
        and mention.bound == "exact"
        and mention.value is not None
        and 2 <= mention.value <= _MOST
        and mention.value == int(mention.value)
    ]


def _what_follows(paper: Paper, index: int) -> list[Piece]:
    """The list that follows a block: the items, or the headings that count from one."""
    blocks = paper.blocks
    first = index + 1
    if (
        blocks[index].kind == "heading"
        and first < len(blocks)
        and blocks[first].kind == "paragraph"
    ):
        first += 1
    if first >= len(blocks) or blocks[index].kind == "item":
        return []
    head = blocks[first]
    if head.kind == "item":
        return _items(paper, first)
    if head.kind != "heading" or head.number != 1:
        return []
    run: list[Piece] = []
    for block in blocks[first:]:
        if block.kind == "heading" and block.path == head.path:
            if block.number != len(run) + 1:
                break
            run.append(block)
        elif block.kind == "heading" and len(block.path) < len(head.path):
            break
    return run


def _items(paper: Paper, first: int) -> list[Piece]:
    head = paper.blocks[first]
    run: list[Piece] = []
    for block in paper.blocks[first:]:
        if block.kind != "item" or block.level < head.level:
            break
        if block.level == head.level:
            if (block.number is None) != (head.number is None):
                break
            run.append(block)
    return run


def _sure(paper: Paper, count: Mention, head: Piece) -> bool:
    """Whether the number can be of nothing but the list: the last words before it, and alone."""
    index = paper.block_at(count.start)
    block = paper.blocks[index]
    alone = {m.value for m in _announced(paper) if block.start <= m.start < block.end}
    last = paper.sentence(max(block.end - 1, block.start))[0] <= count.start
    next_to_it = paper.blocks[index + 1].kind != "paragraph"
    above = block.kind == "heading" == head.kind and block.level > 1 and index in head.path
    return len(alone) == 1 and (above or (last and next_to_it))
