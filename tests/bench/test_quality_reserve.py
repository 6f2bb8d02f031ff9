"""The reserve measures, is whole, and is nowhere among what the weights are made from."""

from collections import Counter

from bench.labelled import texts
from bench.quality_reserve import KINDS, Line, figures, languages, lines

LINES = [
    Line("pledge", "Norway will provide 5 million dollars to Malawi in 2026."),
    Line("pledge", "The cat sat on the mat."),
    Line("call", "Norway will provide 6 million dollars to Kenya in 2026."),
    Line("none", "The cat sat on the roof."),
    Line("none", "Norway will provide 7 million dollars to Ghana in 2026."),
]


def test_it_counts_what_is_found_and_what_is_wrong() -> None:
    by_name = {figure.name: figure for figure in figures("en", LINES)}
    found = by_name["reserve lines en: pledges found %"]
    right = by_name["reserve lines en: pledges right of those read %"]
    silent = by_name["reserve lines en: silent lines with a pledge %"]
    assert (found.value, found.cases, found.constant) == (50, 2, 100)
    assert (right.value, right.cases, right.constant) == (33.3, 3, 40)
    assert (silent.value, silent.cases, silent.better) == (50, 2, "lower")


def test_a_kind_that_is_never_read_gives_nought_of_nought() -> None:
    by_name = {figure.name: figure for figure in figures("en", LINES)}
    right = by_name["reserve lines en: calls right of those read %"]
    assert (right.value, right.cases) == (0, 0)


def test_every_language_has_forty_lines_of_each_kind() -> None:
    assert {"en", "ja", "ru", "zh"} <= set(languages())
    for language in languages():
        assert Counter(line.kind for line in lines(language)) == dict.fromkeys((*KINDS, "none"), 40)


def test_nothing_of_it_is_learnt_from() -> None:
    for language in languages():
        learnt = {text.text for text in texts(language)}
        shared = sum(line.words in learnt for line in lines(language))
        assert shared == 0
