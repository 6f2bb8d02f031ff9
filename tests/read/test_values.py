"""What was once read wrong, by kind, and what must hold of it for good."""

from datetime import date

import pytest

import zakuro
from bench.quality_values import Case, cases, faults, is_reserve
from zakuro.languages.load import load
from zakuro.read.document.block import Block
from zakuro.read.lexis.sentences import sentences
from zakuro.read.reader import _pieces


@pytest.mark.parametrize("case", cases("values.jsonl"), ids=lambda case: case["kind"])
def test_what_was_once_read_wrong_is_right(case: Case) -> None:
    assert faults(case) == []


def test_the_reserve_is_about_half() -> None:
    blind = cases("values-blind.jsonl")
    assert 0.3 < sum(map(is_reserve, blind)) / len(blind) < 0.7


PARTS = {
    "en": "China will provide $10 million, including $3 million in grants and $2 million in food.",
    "ru": "Китай выделит $10 млн, в том числе $3 млн грантов и $2 млн на продовольствие.",
    "zh": "中国将提供1000万美元，其中300万美元无偿援助，200万美元粮食。",
    "ja": "日本は1000万ドルを供与し、うち300万ドルは無償、200万ドルは食料とする。",
}


@pytest.mark.parametrize("code", PARTS)
def test_a_part_is_tied_to_its_whole(code: str) -> None:
    read = zakuro.read(PARTS[code], code).statements
    whole, *parts = [quantity for statement in read for quantity in statement.quantities]
    assert whole.part_of is None
    assert parts
    assert {part.part_of for part in parts} == {whole.start}


def test_an_amount_of_its_own_is_no_part() -> None:
    text = "China will provide $10 million, including 30 buses, and lend $20 million."
    quantities = [q for s in zakuro.read(text, "en").statements for q in s.quantities]
    assert quantities
    assert all(quantity.part_of is None for quantity in quantities)


GROWING = {
    "en": ("China said that it will provide 5 million dollars to Kenya ", ""),
    "ja": ("中国はケニアに5億円を供与すると表明し", "。"),
    "zh": ("中国表示将向肯尼亚提供5亿元", "。"),
    "ru": ("Китай заявил, что выделит Кении 5 млн рублей ", ""),
}


@pytest.mark.parametrize("code", GROWING)
@pytest.mark.parametrize("ended", [False, True])
def test_no_sentence_and_no_block_is_longer_than_its_bound(code: str, ended: bool) -> None:
    words, end = GROWING[code]
    text = (words.rstrip() + (end or ". ") if ended else words) * 1600
    split = list(sentences(load(code)).split(text, 0, len(text)))
    assert max(stop - start for start, stop in split) <= 2000
    assert "".join(text[a:b] for a, b in split).replace(" ", "") == text.replace(" ", "")
    whole = Block(kind="paragraph", start=0, end=len(text))
    pieces = list(_pieces(text, whole))
    assert max(piece.end - piece.start for piece in pieces) <= 20_000
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text


def test_a_block_of_usual_length_stays_whole() -> None:
    block = Block(kind="item", start=3, end=2000, level=2)
    assert list(_pieces("x" * 3000, block)) == [block]


@pytest.mark.parametrize(
    ("code", "text"),
    [("ja", "7月1日、2日と3日に会合を開く。"), ("zh", "7月1日、2日和3日举行会议。")],
)
def test_bare_days_of_a_list_are_of_the_month_named_first(code: str, text: str) -> None:
    found = zakuro.mentions(text, code, date(2025, 6, 3))
    assert [mention.edtf for mention in found] == ["2025-07-01", "2025-07-02", "2025-07-03"]


UNKNOWN = {
    "en": "Japan will deliver 45 Toyota Land Cruiser to Fiji.",
    "ru": "Китай передаст Кении 300 юрт.",
    "zh": "中国将向肯尼亚提供300毡房。",
    "ja": "日本はケニアに45ユルトを供与する。",
}


@pytest.mark.parametrize("code", UNKNOWN)
def test_no_figure_of_a_pledge_is_dropped_for_an_unknown_noun(code: str) -> None:
    (pledge,) = zakuro.read(UNKNOWN[code], code).statements
    assert [quantity.value for quantity in pledge.quantities] in ([45], [300])
