import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.check.scores import means_of_rows
from zakuro.model.errors import ZakuroError

MEMBERS = [f"m{number}" for number in range(20)]


def _table(rows: list[str], head: str = "average") -> bytes:
    return "\n".join([f"id,{head},{','.join(MEMBERS)}", *rows]).encode()


def _told(content: bytes) -> list[str]:
    text = content.decode()
    found = []
    for finding in means_of_rows(content, "table.csv"):
        (place,) = finding.where
        assert text[place.start : place.end] == place.exact
        found.append(text[: place.start].rsplit("\n", 1)[-1].split(",")[0])
    return found


@pytest.mark.parametrize(("head", "percent"), [("average", False), ("percent", True)])
def test_twenty_of_397_rows_print_another_mean(head: str, percent: bool) -> None:
    draw = random.Random(20261129)
    wrong = set(draw.sample(range(397), 20))
    rows = []
    for number in range(397):
        cells = [draw.choice(["1", "1", "0", "-1", ""]) for _ in MEMBERS]
        cells[0] = "1"
        scores = [int(cell) for cell in cells if cell]
        mean = Decimal(sum(scores)) / len(scores)
        if number in wrong:
            mean += draw.choice([Decimal(1), Decimal(-1), Decimal(2)]) / len(scores)
        shown = f"{(mean + 1) * 50:.1f}%" if percent else f"{mean:.3f}"
        rows.append(f"r{number},{shown},{','.join(cells)}")
    assert set(_told(_table(rows, head))) == {f"r{number}" for number in wrong}


def test_a_mean_that_no_scores_have_is_told_so() -> None:
    row = f"r1,0.33,{','.join(['1'] * 10 + ['0'] * 10)}"
    (found,) = means_of_rows(_table([row]), "table.csv")
    assert "no 20 scores have this mean" in found.says


@given(st.lists(st.sampled_from(["1", "0", "-1"]), min_size=20, max_size=20))
def test_a_right_row_is_silent(cells: list[str]) -> None:
    mean = Decimal(sum(map(int, cells))) / 20
    assert _told(_table([f"r,{mean:.2f},{','.join(cells)}"])) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no table"),
        (b"\xff", "not UTF-8"),
        (b"a,b\n1,0\n", "no column average"),
        (b"average,b\n0.5,blue\n", "no two columns"),
    ],
)
def test_what_is_no_table_of_scores_is_told(content: bytes, told: str) -> None:
    with pytest.raises(ZakuroError, match=told):
        list(means_of_rows(content, "table.csv"))
