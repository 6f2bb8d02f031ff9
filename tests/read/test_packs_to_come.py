"""Small packs of other kinds of language: cases, suffixes, no spaces.  They need data, no code."""

from __future__ import annotations

import tomllib

import pytest

from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.mentions import find

RUSSIAN = """
code = "ru"
name = "Русский"
writing = { spaced = true }
times = {}
inflection.hard = [{ lemma = "", one = "", few = "а", many = "ов", dative = ["у", "ам"] }]
inflection.soft = [{ lemma = "ь", one = "ь", few = "я", many = "ей", dative = ["ю", "ям"] }]

[numbers]
point = [","]
grouping = [" "]
negative = ["минус"]

[numbers.words]
"1" = [{ masculine = "один", feminine = "одна", genitive = "одного" }]
"5" = ["пять", "пяти"]
"15" = ["пятнадцать", "пятнадцати"]
"20" = ["двадцать", "двадцати"]
"200" = ["двести", "двухсот"]

[numbers.scales]
"1000" = [{ one = "тысяча", few = "тысячи", many = "тысяч" }, "тыс."]
"1000000" = ["миллион:hard", "млн"]
"1000000000" = ["миллиард:hard", "млрд"]

[numbers.joints]
join = [" "]

[percent.words]
"%" = ["%", "процент:hard"]

[money.names]
CNY = ["юань:soft"]
USD = ["доллар:hard", "доллар:hard США"]

[counters.words]
person = ["человек"]
country = ["страна", "страны", "стран", "странам"]

[bounds.before]
at-least = ["не менее"]
more-than = ["свыше"]

[ranges]
to = ["до", "-", "–"]
from = ["от"]

[changes.before]
increase = ["выросла на"]
"""

KAZAKH = """
code = "kk"
name = "Қазақша"
writing = { spaced = true }
times = {}
inflection.noun = [{ lemma = "", plain = "", dative = ["ға", "ге"], genitive = "нің" }]

[numbers]
point = [","]
grouping = [" "]
bare = ["жүз", "мың"]
words = { 5 = ["бес"], 20 = ["жиырма"] }
scales = { 100 = ["жүз"], 1000 = ["мың"], 1000000000 = ["миллиард"] }
joints = { join = [" "] }

[percent.words]
"%" = ["%", "пайыз:noun"]

[money.names]
KZT = ["теңге:noun"]

[counters.words]
country = ["ел:noun", "мемлекет:noun"]
person = ["адам:noun"]

[bounds.before]
at-least = ["кемінде"]

[bounds.after]
about = ["жуық"]
"""

CHINESE = """
code = "zh"
name = "中文"
writing = { spaced = false }
times = {}

[numbers]
point = ["."]
grouping = [","]
bare = ["十", "百"]
digits = { 0 = "零〇", 1 = "一", 2 = "二两", 3 = "三", 5 = "五" }
scales = { 10 = ["十"], 100 = ["百"], 1000 = ["千"], 10000 = ["万"], 100000000 = ["亿"] }

[numbers.joints]
join = [""]
under = ["分之"]
vague = ["多", "余"]

[percent]
hundredths = true
words = { "[pp]" = ["个百分点"] }

[money.names]
CNY = ["元", "元人民币"]
USD = ["美元"]

[counters.words]
country = ["国"]

[bounds.before]
about = ["约"]

[ranges]
to = ["至"]

[ordinals]
before = ["第"]
"""


@pytest.mark.parametrize(
    ("pack", "text", "exact", "expected"),
    [
        (RUSSIAN, "Китай выделит 1,5 млрд юаней", "1,5 млрд юаней", "money 1500000000 CNY exact"),
        (RUSSIAN, "пятнадцать миллионов юаней", None, "money 15000000 CNY exact"),
        (RUSSIAN, "не менее 200 тысяч человек", None, "count 200000 {person} at-least"),
        (RUSSIAN, "двести двадцать пять стран", None, "count 225 {country} exact"),
        (RUSSIAN, "пяти странам", None, "count 5 {country} exact"),
        (RUSSIAN, "свыше 1 234,5 доллара США", None, "money 1234.5 USD more-than"),
        (RUSSIAN, "торговля выросла на 35 %", "35 %", "percent 35 % exact increase"),
        (RUSSIAN, "от 20 до 25 млн долларов", None, "money 20000000..25000000 USD exact"),
        (KAZAKH, "15 миллиард теңгеге жуық", None, "money 15000000000 KZT about"),
        (KAZAKH, "кемінде 200 мың адам", None, "count 200000 {person} at-least"),
        (KAZAKH, "жүз жиырма бес мемлекет", None, "count 125 {country} exact"),
        (KAZAKH, "бес елге", None, "count 5 {country} exact"),
        (KAZAKH, "35 пайызға өсті", "35 пайызға", "percent 35 % exact"),
        (CHINESE, "中方提供15亿元人民币", "15亿元人民币", "money 1500000000 CNY exact"),
        (CHINESE, "百分之三十五", None, "percent 35 % exact"),
        (CHINESE, "约2.08亿美元", None, "money 208000000 USD about"),
        (CHINESE, "一千五百多万元", None, "money 15000000 CNY more-than"),
        (CHINESE, "20至25亿元", None, "money 2000000000..2500000000 CNY exact"),
        (CHINESE, "提高5个百分点", "5个百分点", "percent 5 [pp] exact"),
        (CHINESE, "第二届", "第二", "ordinal 2 exact"),
    ],
)
def test_another_language_is_one_file(
    pack: str, text: str, exact: str | None, expected: str
) -> None:
    folded = Folded(text)
    (raw,) = find(folded, Pack(tomllib.loads(pack)))
    value = f"{raw.low}..{raw.high}" if raw.value is None else str(raw.value)
    told = [raw.type, value, raw.unit, raw.bound, raw.change]
    assert folded.exact(raw.start, raw.end) == (exact or text)
    assert " ".join(part for part in told if part) == expected
