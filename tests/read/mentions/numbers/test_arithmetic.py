import decimal
from decimal import Decimal

import pytest

import zakuro
from zakuro.read.mentions.numbers.arithmetic import LONGEST, exact

TEXTS = {
    "en": "China will give 1,234,567,890 dollars, two thirds of 5 million.",
    "ja": "中国は1,234,567,890ドルと3分の2を供与する。",
    "zh": "中国将提供1,234,567,890美元和三分之二。",
    "ru": "Китай выделит 1 234 567 890 долларов и две трети.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_no_setting_of_the_program_around_changes_a_value(code: str) -> None:
    read = zakuro.read(TEXTS[code], code)
    found = zakuro.mentions(TEXTS[code], code)
    assert any(mention.value == 1_234_567_890 for mention in found)
    with decimal.localcontext(decimal.Context(prec=3, traps=list(decimal.getcontext().traps))):
        assert zakuro.read(TEXTS[code], code) == read
        assert zakuro.mentions(TEXTS[code], code) == found


def test_the_context_outside_stays() -> None:
    with decimal.localcontext(decimal.Context(prec=5)):
        assert exact(lambda: Decimal(1) / 3)() > Decimal("0.33333")
        assert decimal.getcontext().prec == 5


@pytest.mark.parametrize("count", [28, 29, 30, 40, 41, 60, 70, 1000])
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The {}th summit"),
        ("en", "the {}th of May"),
        ("en", "{} dollars"),
        ("ru", "{}-й саммит"),
        ("ru", "{} долларов"),
        ("ja", "第{}回会合に{}ドル"),
        ("zh", "第{}届会议，{}美元"),
    ],
)
def test_long_figures_are_exact_or_no_number(code: str, words: str, count: int) -> None:
    digits = "9" * count
    values = [mention.value for mention in zakuro.mentions(words.replace("{}", digits), code)]
    assert all(value == Decimal(digits) for value in values if value is not None)
    assert count <= LONGEST or not any(values)
