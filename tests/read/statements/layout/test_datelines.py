import pytest

import zakuro
from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.mentions import find
from zakuro.read.statements.layout.datelines import dateline_end, label_end


def behind(text: str, language: str = "en", closing: tuple[str, ...] = ()) -> str:
    folded = Folded(text)
    mentions = find(folded, load(language))
    return text[dateline_end(folded, 0, len(text), mentions, closing) :]


@pytest.mark.parametrize(
    "dateline",
    [
        "NAIROBI, 3 May – ",
        "NAIROBI — ",
        "Lima, 4 April 2025 - ",
        "(Lima, 4 April) ",
        "NAIROBI, May 3. /ANA/. ",
    ],
)
def test_what_stands_before_the_report_is_left_out(dateline: str) -> None:
    assert behind(f"{dateline}Kenya will build a port.") == "Kenya will build a port."


def test_a_word_closes_a_dateline_behind_a_day() -> None:
    report = "我社利马5月3日电 秘鲁将建港。"
    assert behind(report, "zh", ("电",)) == "秘鲁将建港。"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya – the host – will build a port.",
        "On 3 May the two sides - both of them - agreed.",
        "Kenya will build a port.",
        "(Lima, 4 April)",
        "在秘鲁建电 站。",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert behind(text, "en", ("电",)) == text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("**Clean air:** the two sides will act.", " the two sides will act."),
        ("**Clean air**: the two sides will act.", " the two sides will act."),
        ("***Clean air.*** the two sides will act.", " the two sides will act."),
        ("**Chile** will act.", "**Chile** will act."),
        ("the two sides will act.", "the two sides will act."),
        ("**clean air**", ""),
    ],
)
def test_a_label_closes_with_a_sign(text: str, rest: str) -> None:
    assert text[label_end(text, 0, len(text)) :].lstrip() == rest.lstrip()


def test_what_an_editor_puts_in_brackets_leads_to_an_item_or_belongs_to_it() -> None:
    assert behind("[Ministers agreed on these steps:] Train 40 judges") == "Train 40 judges"
    assert behind("[We will] train 40 judges") == "[We will] train 40 judges"


@pytest.mark.parametrize("line", ["マニラ(2024年11月15日)—", "横浜発—"])
def test_a_dash_without_spaces_ends_a_dateline_with_a_day_or_its_word(line: str) -> None:
    (pledge,) = zakuro.read(f"{line}チリは港に3億円を拠出する。", language="ja").statements
    assert pledge.exact.startswith("チリ")
