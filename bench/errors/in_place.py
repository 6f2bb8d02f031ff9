"""Errors made by changing what stands in the text already."""

from __future__ import annotations

import random
import re

from bench.errors.hosts import Host

Change = tuple[str, int, int]
"""The changed text, and where the changed words begin and end."""

_PERIOD = re.compile(
    r"\b((?:19|20)\d\d)(\s?[-–—]\s?|年?(?:至|から|到|~|～)| to | through )((?:19|20)\d\d)(?!\d)"
)
_DATE = re.compile(
    r"(?P<d1>\b\d{1,2})(?= (?:June|April|September|November|июня|апреля|сентября|ноября|маусым"
    r"|сәуір|қыркүйек|қараша)\b)|(?<=June )(?P<d2>\d{1,2})\b|(?<=[469]月)(?P<d3>\d{1,2})(?=日)"
    r"|(?<=11月)(?P<d4>\d{1,2})(?=日)"
)
_NUMBER = {
    "en": "two three four five six seven eight nine ten".split(),
    "ru": "два три четыре пять шесть семь восемь девять десять".split(),
    "zh": list("二三四五六七八九十"),
    "ja": list("二三四五六七八九十"),
    "kk": "екі үш төрт бес алты жеті сегіз тоғыз он".split(),
}
_COUNTED = (
    "proposals?|principles|points|priorities|measures|steps|pillars|goals|areas|"
    "предложени[йя]|принцип[аов]+|приоритет[аов]+|мер|направлени[йя]|"
    "点|项|个|つの|項目|の提案|大|ұсыныс|қағидат|бағыт|шара"
)
_ITEM = re.compile(r"^\s*(?:[-–•*・]|\d{1,2}[.)、]|\(\d+\)|[①-⑨])\s*\S", re.MULTILINE)


def period(host: Host, draw: random.Random) -> Change | None:
    """A time that ends before it begins."""
    found = [m for m in _PERIOD.finditer(host.text) if m[1] < m[3]]
    if not found:
        return None
    match = draw.choice(found)
    other = f"{match[3]}{match[2]}{match[1]}"
    text = host.text[: match.start()] + other + host.text[match.end() :]
    return text, match.start(), match.start() + len(other)


def no_such_day(host: Host, draw: random.Random) -> Change | None:
    """The 31st of a month of thirty days."""
    found = list(_DATE.finditer(host.text))
    if not found:
        return None
    match = draw.choice(found)
    text = host.text[: match.start()] + "31" + host.text[match.end() :]
    return text, match.start(), match.start() + 2


def announced(host: Host, draw: random.Random) -> Change | None:
    """A number of points that is not that of the items which follow."""
    words = _NUMBER[host.language]
    figure = re.compile(
        rf"(?<![\w第])({'|'.join(words)}|[2-9])(\s?(?:\w+\s)?)({_COUNTED})[^\n]*[:：。.]?\s*\n+"
    )
    for match in figure.finditer(host.text):
        said = words.index(match[1]) + 2 if match[1] in words else int(match[1])
        count = 0
        for line in host.text[match.end() :].split("\n"):
            if _ITEM.match(line):
                count += 1
            elif line.strip():
                break
        if count == said:
            other = draw.choice([n for n in range(2, 10) if n != said])
            told = words[other - 2] if match[1] in words else str(other)
            text = host.text[: match.start(1)] + told + host.text[match.end(1) :]
            return text, match.start(1), match.start(1) + len(told)
    return None


def members(host: Host, draw: random.Random) -> Change | None:
    """More members of Central Asia than there are."""
    pattern = (
        r"\b(?P<a>five)(?= (?:Central Asian|countries of Central Asia))"
        r"|(?<=中央アジア)(?P<b>5)(?=カ国)|(?<=中亚)(?P<c>五)(?=国)"
        r"|\b(?P<d>пять|пяти)(?= (?:стран|государств)\w* Центральной Азии)"
        r"|(?<=Азияның )(?P<e>бес)(?= елі)"
    )
    found = list(re.finditer(pattern, host.text))
    if not found:
        return None
    match = draw.choice(found)
    told = {
        "five": "nine",
        "5": "9",
        "五": "九",
        "пять": "девять",
        "пяти": "девяти",
        "бес": "тоғыз",
    }[match[0]]
    text = host.text[: match.start()] + told + host.text[match.end() :]
    return text, match.start(), match.start() + len(told)


IN_PLACE = {
    "period reversed": period,
    "no such day": no_such_day,
    "announced": announced,
    "group": members,
}
