"""The figures of the repository hold: measured anew where the data is, else as kept."""

from bench.figures import faults, kept
from bench.quality import SHARED, measure, subjects, table


def test_no_figure_fell() -> None:
    """Without the data beside the repository the kept figures themselves must meet their floors."""
    before = kept()
    measured = measure(subjects()) if SHARED.is_dir() else before
    assert faults(measured, before) == []


def test_the_table_shows_every_figure() -> None:
    figures = kept()
    assert table(figures, figures).row_count == len(figures)
