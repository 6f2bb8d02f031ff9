from datetime import date
from decimal import Decimal

import pytest

from zakuro.flow.looking.outlook_words import likelihood, lines, rounded
from zakuro.outlook.outlook import Cases, Promise, measured, outlook
from zakuro.outlook.pace import Run
from zakuro.outlook.survival import Case
from zakuro.words.catalogue import LOCALES

SAID, ON, END = date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)
MARKS = {"giver": frozenset({"CHN"}), "topic": frozenset({"trade"}), "size": frozenset({"CNY 1e9"})}
PROMISE = Promise(SAID, END, MARKS, "", False, frozenset({"331"}))
CASES = Cases([Case(500, True, MARKS)] * 12 + [Case(900, False, MARKS)] * 4)
RUN = Run(SAID, Decimal(1_500_000_000), Decimal(900_000_000), 5, END)
MEASURES = [measured("CNY", RUN, Decimal(750_000_000), ON)]


def test_everything_is_said_with_its_cases_and_range() -> None:
    said = dict(lines("en", outlook(PROMISE, MEASURES, CASES, ON)))
    assert said["How far"] == "900 million of CNY 1.5 billion. CNY 750 million expected by now."
    assert "CNY 900 million a year, in 5 deliveries" in said["Pace"]
    assert "Needed: CNY 600 million a year until 31 December 2026." in said["Pace"]
    assert "At this pace all has come between" in said["Pace"]
    assert said["Likelihood"].startswith("Done by 31 December 2026, when it is due: likely, 74% (")
    assert said["Same giver (China)"] == "72% (58%–85%): 12 of 16 cases."
    assert "AidData" in said["Records elsewhere in its field"]


def test_nobody_can_say_is_said_with_the_reason() -> None:
    found = outlook(PROMISE, [], Cases([]), ON)
    assert likelihood("en", found) == (
        "Nobody can say. Fewer than 10 pledges in these books were followed for so long."
    )
    kept = outlook(PROMISE._replace(over="kept"), [], CASES, ON)
    assert likelihood("en", kept) == "Nobody can say. It is kept."
    late = outlook(PROMISE, [], Cases([Case(2000, False, MARKS)] * 12), END)
    assert "within a year, by 1 January 2028" in likelihood("en", late)


@pytest.mark.parametrize("language", LOCALES)
def test_in_every_language(language: str) -> None:
    for case in (CASES, Cases([])):
        said = list(lines(language, outlook(PROMISE, MEASURES, case, ON)))
        assert len(said) == 8
        assert all(line.label and line.text for line in said)
        assert not any("{" in line.text for line in said)


def test_estimates_are_given_in_three_figures() -> None:
    assert rounded(Decimal("869047619.04")) == Decimal("869000000")
    assert rounded(Decimal("12.345")) == Decimal("12.3")
    assert rounded(Decimal("0.00123456")) == Decimal("0.00123")
    assert rounded(Decimal("0.00000123")) == Decimal("0.000001")
    assert rounded(Decimal(0)) == 0
