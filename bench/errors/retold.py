"""Real sentences told once more at the end of their own text: as they are, and with a slip."""

from __future__ import annotations

import random
import re

from bench.errors.hosts import Host
from bench.errors.inserted import sentences

Retold = tuple[str, str]
_SENTENCE = re.compile(r"[^\n.!?。！？]*(?:[.,]\d[^\n.!?。！？]*)*[.!?。！？](?=\s|$|[^\d\s])")
_FIGURE = re.compile(r"(?<![\d.,/\-–])\d{1,3}(?:[ ,]\d{3})*(?:[.,]\d+)?(?![\d/\-–]|[.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY_WORDS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
)
_MONTH = re.compile(rf"\b({_DAY_WORDS})\b|(\d{{1,2}})(?=月\d)")
_MAGNITUDE = {
    "en": ("million", "billion"),
    "ja": ("万", "億"),
    "zh": ("万", "亿"),
    "ru": ("млн", "млрд"),
    "kk": ("млн", "млрд"),
}
_LONG = {"ru": ("миллион", "миллиард"), "kk": ("миллион", "миллиард")}
_CURRENCY = {
    "en": ("dollars", "euros"),
    "ja": ("ドル", "元"),
    "zh": ("美元", "欧元"),
    "ru": ("долларов", "юаней"),
    "kk": ("доллар", "юань"),
}
_NARROW = {
    "en": ("up to ", "financing and grants", "loans and grants", "financing support and "),
    "ja": ("最大", "融資と", "融資支援と"),
    "zh": ("最多", "融资支持和", "不超过"),
    "ru": ("до ", "не более ", "финансирования и "),
    "kk": ("дейін ", "несие мен "),
}
_NEAR = {
    "до ": r"до (?=\d[^\n]{0,12}(?:млн|млрд|тыс))",
    "дейін ": r"(?<=\d )(?:млн|млрд|мың|миллион)[^\n,.–]{0,24}?[гғқк][еа] дейін ",
}
"""Words that narrow sums only in some company."""


def _figures(sentence: str, language: str) -> list[re.Match[str]]:
    """Figures of two digits at least that are neither years, days nor numbers of a list."""
    found = []
    for match in _FIGURE.finditer(sentence):
        after = sentence[match.end() : match.end() + 14].lstrip()
        digits = re.sub(r"\D", "", match[0])
        if len(digits) < 2 or _YEAR.fullmatch(match[0]) or match.start() == 0:
            continue
        if re.match(rf"(?:{_DAY_WORDS})|[年月日]|год|жыл|-", after):
            continue
        if re.search(rf"(?:{_DAY_WORDS})\s*$|[A-Za-z第№#]\s?-?$", sentence[: match.start()]):
            continue
        found.append(match)
    return found


def hosts_of(host: Host) -> list[str]:
    """The sentences of a text, each on one line."""
    text = (
        re.sub(r"(?<=[^\n])\n(?=[^\n\-–*•\d])", " ", host.text)
        if "\n\n" in host.text
        else (host.text)
    )
    return [m[0].strip() for m in _SENTENCE.finditer(text) if 20 < len(m[0].strip()) < 400]


def slip(sentence: str, language: str, draw: random.Random) -> str | None:
    """One digit changed, left out, doubled or exchanged with its neighbour."""
    figures = _figures(sentence, language)
    if not figures:
        return None
    match = draw.choice(figures)
    digits = [i for i in range(match.start(), match.end()) if sentence[i].isdigit()]
    at = draw.choice(digits[1:])
    other = str((int(sentence[at]) + draw.randrange(1, 10)) % 10)
    before = digits[digits.index(at) - 1]
    swaps = sentence[at] not in ("0", sentence[before]) and before == at - 1
    if swaps and draw.random() < 0.4:
        swapped = sentence[at] + sentence[before]
        return sentence[:before] + swapped + sentence[at + 1 :]
    return sentence[:at] + other + sentence[at + 1 :]


def magnitude(sentence: str, language: str, draw: random.Random) -> str | None:
    """Million for billion, or the other way about."""
    for low, high in (_MAGNITUDE[language], _LONG.get(language, ("\0", "\0"))):
        for one, other in ((low, high), (high, low)):
            match = re.search(rf"(?<=\d)(\s?){one}", sentence)
            if match:
                return sentence[: match.start()] + match[1] + other + sentence[match.end() :]
    return None


def unit(sentence: str, language: str, draw: random.Random) -> str | None:
    """The same digits in another currency."""
    one, other = _CURRENCY[language]
    if language == "en" and re.search(r"\$(?=\d)", sentence):
        return re.sub(r"(?:US)?\$(?=\d)", "€", sentence, count=1)
    match = re.search(
        rf"(?<=[\d万億亿])\s?{one}|(?<=lion ){one}|(?<=млн ){one}|(?<=млрд ){one}", sentence
    )
    if match is None:
        return None
    return sentence[: match.start()] + match[0].replace(one, other) + sentence[match.end() :]


def scope(sentence: str, language: str, draw: random.Random) -> str | None:
    """A word that narrows a sum is left out."""
    for word in _NARROW[language]:
        near = _NEAR.get(word) or (
            rf"{re.escape(word)}(?=[^\n]{{0,9}}\d)|(?<=\d)[^\n]{{0,24}}?{re.escape(word)}"
        )
        match = re.search(near, sentence)
        if match:
            at = sentence.find(word, match.start())
            if at >= 0:
                kept = word.split(" and ")[1] if " and grants" in word else ""
                return sentence[:at] + kept + sentence[at + len(word) :]
    return None


def month(sentence: str, language: str, draw: random.Random) -> str | None:
    """The same day in another month."""
    matches = [m for m in _MONTH.finditer(sentence) if _has_day(sentence, m)]
    if not matches:
        return None
    match = draw.choice(matches)
    if match[2]:
        other = int(match[2]) % 12 + 1
        return sentence[: match.start()] + str(other) + sentence[match.end() :]
    words = _DAY_WORDS.split("|")
    row = words.index(match[1]) // 12 * 12
    other = row + (words.index(match[1]) - row + draw.randrange(1, 12)) % 12
    return sentence[: match.start()] + words[other] + sentence[match.end() :]


def _has_day(sentence: str, match: re.Match[str]) -> bool:
    if match[2]:
        return True
    around = (
        sentence[max(0, match.start() - 4) : match.start()]
        + "|"
        + sentence[match.end() : match.end() + 4]
    )
    return bool(re.search(r"\d{1,2}\s*\|", around) or re.search(r"\|\s+\d{1,2}\b(?!\d)", around))


SLIPS = {"slip": slip, "magnitude": magnitude, "unit": unit, "scope": scope, "month": month}


def retold(host: Host, kind: str, draw: random.Random) -> Retold | None:
    """A sentence of the text told again, right and wrong."""
    pool = hosts_of(host)
    draw.shuffle(pool)
    for sentence in pool:
        wrong = SLIPS[kind](sentence, host.language, draw)
        if wrong is not None and wrong != sentence:
            lead = draw.choice(sentences()["again"][host.language])
            return lead + sentence, lead + wrong
    return None
