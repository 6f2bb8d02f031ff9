"""All rules over the bundled example, in its two languages: no conflict, and what agrees."""

from datetime import date
from importlib.resources import files

import pytest

from zakuro.check.checks import RULES
from zakuro.flow.checking import check

EXAMPLES = files("zakuro").joinpath("examples")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_example_agrees_with_itself(language: str) -> None:
    text = EXAMPLES.joinpath(f"astana-2025.{language}.txt").read_text(encoding="utf-8")
    _, findings = check(text, None, date(2025, 6, 17))
    assert {finding.verdict for finding in findings} == {"consistent"}
    assert {"Z201", "Z301"} <= {finding.rule for finding in findings}


def test_findings_are_numbered_and_rest_on_their_words() -> None:
    text = EXAMPLES.joinpath("astana-2025.ja.txt").read_text(encoding="utf-8")
    text = text.replace("2億800万ドル", "20億800万ドル")
    reading, findings = check(text, None, date(2025, 6, 17))
    assert findings[0].verdict == "conflict"
    assert [finding.id for finding in findings] == [f"c{n + 1}" for n in range(len(findings))]
    for finding in findings:
        for place in finding.where:
            assert reading.text[place.start : place.end] == place.exact


def test_every_rule_says_its_number_and_when_it_is_silent() -> None:
    docs = [" ".join((rule.__doc__ or "").split()) for rule in RULES]
    numbers = [doc.partition(":")[0] for doc in docs]
    assert len(set(numbers)) == len(RULES)
    assert [doc for doc in docs if not doc.startswith("Z") or "ilent" not in doc] == []
