"""The codes of standings and words; labels, colours, marks and scores stand in the vocabulary."""

from __future__ import annotations

from typing import Literal

from zakuro.model import vocabulary

Standing = Literal[
    "not due",
    "on course",
    "behind",
    "late",
    "kept",
    "kept late",
    "lapsed",
    "names no day",
    "not looked at",
    "no report found",
    "suspended by giver",
    "suspended",
    "ended by agreement",
    "withdrawn",
]
Word = Literal["not reported", "reported only", "confirmed", "disputed"]


def severity(standing: str) -> int:
    """Give the place of a standing in the vocabulary, where the worst comes first."""
    return list(vocabulary.standings()).index(standing)


def weight(word: str) -> int:
    """Give the place of a word in the vocabulary, where the weakest comes first."""
    return list(vocabulary.words()).index(word)


def in_words(standing: str, word: str, searched: str = "") -> str:
    """Give where a pledge stands for people; ``searched`` says who found no report, and where."""
    label = vocabulary.standings()[standing].label
    if standing == "no report found" and searched:
        return f"{label} {searched}"
    if standing in {"no report found", "not looked at"}:
        return label
    return f"{label}, {vocabulary.words()[word].label}"
