from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bench.figures import FILE, TOLERANCE, Figure, faults, keep, kept


def figure(value: float, **more: object) -> Figure:
    return Figure(**{"name": "a", "value": value, "cases": 10, "constant": 0.0, **more})  # type: ignore[arg-type]


def test_a_small_loss_is_borne_and_a_larger_one_is_a_fault() -> None:
    assert faults([figure(89.6)], [figure(90.0)]) == []
    assert faults([figure(89.4)], [figure(90.0)]) == ["a: 89.4, it was 90"]
    assert faults([figure(95.0)], [figure(90.0)]) == []


def test_lower_is_better_where_the_figure_says_so() -> None:
    assert faults([figure(21.0, better="lower")], [figure(20.0, better="lower")]) != []
    assert faults([figure(10.0, better="lower")], [figure(20.0, better="lower")]) == []
    assert faults([figure(21.0, better="lower", floor=20)], [figure(21.0, better="lower")]) == [
        "a: 21, floor 20"
    ]


def test_a_floor_that_is_not_reached_is_a_fault() -> None:
    assert faults([figure(89.0, floor=90)], [figure(89.0)]) == ["a: 89, floor 90"]
    assert faults([figure(90.0, floor=90)], [figure(90.0)]) == []


def test_figures_that_come_or_go_are_faults() -> None:
    assert len(faults([], [figure(1.0)])) == 1
    assert len(faults([figure(1.0)], [])) == 1
    assert "two figures have the same name" in faults([figure(1.0), figure(1.0)], [figure(1.0)])


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_figure_and_its_mirror_fall_together(now: float, before: float) -> None:
    higher = figure(now).fell_since(figure(before))
    lower = figure(-now, better="lower").fell_since(figure(-before, better="lower"))
    assert higher == lower
    assert not (higher and now > before - TOLERANCE)


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    figures = [figure(1.25), figure(3.0, name="b", floor=2.0)]
    keep(figures, path)
    assert kept(path) == figures
    keep([], path)
    assert kept(path) == []


def test_every_kept_figure_rests_on_cases_and_meets_its_floor() -> None:
    assert [entry for entry in kept() if entry.cases <= 0 or not entry.meets_floor()] == []


def test_the_kept_file_is_as_keep_writes_it(tmp_path: Path) -> None:
    copy = tmp_path / "figures.json"
    keep(kept(), copy)
    assert copy.read_text(encoding="utf-8") == FILE.read_text(encoding="utf-8")
