"""What is told of a text that was really read."""

from datetime import date

from zakuro.check.paper import Paper
from zakuro.flow.checking import check
from zakuro.flow.reading import freeze_and_read
from zakuro.model.finding import Finding

DAY = date(2025, 6, 17)


def paper(text: str) -> Paper:
    document, reading = freeze_and_read(text, "en", DAY)
    return Paper(reading, document.blocks)


def told(text: str, *rules: str, language: str = "en") -> list[Finding]:
    """The findings of some rules on a text published on the day of the summit."""
    return [each for each in check(text, language, DAY)[1] if each.rule in rules]


def verdicts(text: str, *rules: str, language: str = "en") -> list[str]:
    return [each.verdict for each in told(text, *rules, language=language)]
