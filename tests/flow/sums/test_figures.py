from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.keeping import link
from zakuro.flow.keeping.tables import Row
from zakuro.flow.sums.cells import Counted, Rows, read_rows
from zakuro.flow.sums.figures import (
    Figures,
    Number,
    Sum,
    add,
    changes,
    figures,
    groups,
    read,
    score_figures,
    written,
)


def one(books: Books, number: int) -> Rows:
    (rows,) = read_rows(books.journal, [number])
    return rows


def cell(party: str, value: int | None, outside: str = "") -> Counted:
    return Counted("P-1", party, "behind", value, None, assessed=False, outside=outside)  # type: ignore[arg-type]


def dropped(figures: Figures) -> Figures:
    return {name: value for name, value in figures.items() if value}


def test_changes_add_up_to_the_figures_of_any_day(opened: Books) -> None:
    word = Word(party="CHN", filed_by="anna")
    acts.report(opened, "P-3", word, receiver="KAZ", value=Decimal("5.25"), on=date(2025, 9, 1))
    acts.report(opened, "P-3", word, receiver="UZB", value=Decimal(7), on=date(2026, 2, 1))
    rows = one(opened, 3)
    every = list(changes(rows, {}))
    assert [day for day, _, _ in every] == sorted(day for day, _, _ in every)
    for day in ("2025-06-16", "2025-06-17", "2025-09-01", "2026-01-31", "2026-02-01", "2030-01-01"):
        sums: dict[Sum, Figures] = {}
        for since, key, difference in every:
            if since <= day:
                add(sums.setdefault(key, {}), difference)
        now = {key: dropped(of) for key, of in figures(rows, day, {}).items()}
        assert {key: dropped(of) for key, of in sums.items() if dropped(of)} == now


def test_what_was_not_said_yet_adds_nothing(opened: Books) -> None:
    assert figures(one(opened, 3), "2025-06-16", {}) == {}


def test_a_part_adds_its_trial_alone(opened: Books) -> None:
    link(opened, "P-5", "P-3", filed_by="anna")
    found = figures(one(opened, 5), "2026-01-01", {})
    assert {key.of for key in found} == {"balance", "standings"}
    (of,) = (of for key, of in found.items() if key.of == "balance")
    assert dropped(of) == {"lines": 1}


def test_uneven_amounts_are_counted(opened: Books) -> None:
    rows = one(opened, 3)
    changed = rows._replace(lines=[{**row, "trial": "-2"} for row in rows.lines])
    of = figures(changed, "2026-01-01", {})[Sum("balance", "unit", "CNY")]
    assert of == {**of, "uneven": 1, "trial": -2}
    assert "uneven" not in figures(rows, "2026-01-01", {})[Sum("balance", "unit", "CNY")]


def test_the_mean_of_a_pledge_is_that_of_those_judged() -> None:
    of = score_figures([cell("CHN", 1), cell("JPN", 0), cell("KOR", None, "not due")])
    assert of == {
        "total": 3,
        "standing behind": 3,
        "outside not due": 1,
        "by_report judged": 2,
        "by_report points": 1,
        "by_report pledges": 1,
        "by_report means": Fraction(1, 2),
    }


def test_groups_name_what_has_no_name() -> None:
    mine = [cell("CHN", 1), cell("JPN", 0)]
    pledge: Row = {"topics": "", "occasion": ""}
    assert groups(mine, pledge, "topic") == {"(no topic)": mine}
    assert groups(mine, pledge, "summit") == {"(no summit)": mine}
    assert groups(mine, {"topics": "energy;trade"}, "topic") == {"energy": mine, "trade": mine}
    assert groups(mine, pledge, "party") == {"CHN": [mine[0]], "JPN": [mine[1]]}
    assert groups([], pledge, "all") == {}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (Decimal("3.00"), "3"),
        (Decimal("-0.50"), "-0.5"),
        (Decimal("1E+20"), "100000000000000000000"),
        (Fraction(3), "3"),
        (Fraction(-1, 3), "-1/3"),
    ],
)
def test_a_figure_is_written_in_one_way(value: Number, text: str) -> None:
    assert written(value) == text
    assert read(text) == value
