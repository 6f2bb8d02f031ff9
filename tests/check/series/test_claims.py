from datetime import date

import pytest

from zakuro.check.series.formats import points_of
from zakuro.flow.checking import check

HEADS = "indicator,reporter,partner,period,value,unit,source,how counted\n"
CUSTOMS = """trade,CHN,C5,2022,70.2,USD billion,customs,Chinese customs
trade,CHN,C5,2023,89.4,USD billion,customs,Chinese customs
trade,CHN,C5,2024,94.8,USD billion,customs,Chinese customs
trade,CHN,KAZ,2023,41,USD billion,customs,Chinese customs
"""
KAZAKH = """exports,KAZ,CHN,2023,14.7,USD billion,stat,
imports,KAZ,CHN,2023,15.4,USD billion,stat,
"""


def _told(text: str, rows: str, language: str = "en") -> list[tuple[str, str, str]]:
    points, _ = points_of((HEADS + rows).encode(), "trade.csv")
    found = check(text, language, date(2025, 6, 17), points=points)[1]
    return [(f.rule, f.verdict, f.says) for f in found if f.kind == "claim"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Trade between China and Central Asia grew by 35 percent in the past two years."),
        ("ja", "過去2年で中国と中央アジアの貿易は35%増加した。"),
        ("zh", "中国同中亚国家贸易额两年增长35%。"),
    ],
)
def test_growth_by_every_base_year(language: str, text: str) -> None:
    ((rule, verdict, says),) = _told(text, CUSTOMS, language)
    assert (rule, verdict) == ("Z701", "ambiguous")
    agrees, _, differs = says.partition("differs:")
    assert "2022 to 2024" in agrees and "+35.0 %" in agrees
    assert "2023 to 2024" in differs and "+6.0 %" in differs
    assert "C5's own figures of its trade with CHN" in says


def test_growth_that_no_count_gives() -> None:
    text = "Trade between China and Central Asia grew by 80 percent in 2024."
    ((_, verdict, says),) = _told(text, CUSTOMS)
    assert (verdict, "needed to tell more" in says) == ("cannot tell", True)


def test_a_level_by_two_counts() -> None:
    text = "Trade between China and Kazakhstan reached $41 billion in 2023."
    ((rule, verdict, says),) = _told(text, CUSTOMS + KAZAKH)
    assert (rule, verdict) == ("Z702", "ambiguous")
    assert "differs: KAZ counting CHN, 2023: 30.1 bn USD" in says
    (both,) = _told(text, CUSTOMS + KAZAKH.replace("15.4", "26.3"))
    assert both[1] == "consistent"
    (none,) = _told(text.replace("41", "55"), CUSTOMS + KAZAKH)
    assert none[1] == "conflict"


def test_a_goal_is_met_by_whose_count() -> None:
    text = "Kazakhstan and China aim to raise trade to $40 billion by 2030."
    ((rule, verdict, says),) = _told(text, CUSTOMS + KAZAKH)
    assert (rule, verdict) == ("Z703", "ambiguous")
    assert "met: CHN counting KAZ" in says and "not met: KAZ counting CHN" in says


def test_a_claim_that_no_series_is_of() -> None:
    text = "Trade between Japan and Mongolia reached $1 billion in 2023."
    ((_, verdict, says),) = _told(text, CUSTOMS)
    assert (verdict, "JPN's own figures" in says) == ("cannot tell", True)
