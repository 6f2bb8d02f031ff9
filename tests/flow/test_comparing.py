from datetime import date
from pathlib import Path

from zakuro.flow.batch.sources import source
from zakuro.flow.comparing import compare


def test_two_files_are_compared_each_from_its_own_day(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            "China will build two schools in Kenya next year.", encoding="utf-8"
        )
    one, other = (source(str(tmp_path / f"{name}.txt")) for name in ("a", "b"))
    days = date(2025, 6, 17), date(2026, 6, 17)
    first, second, found = compare(one, other, days)
    assert (first.published, second.published) == days
    assert [each.field for each in found.both[0].differences] == ["day"]
    assert compare(one, other, days, kinds=("result",))[2].both == ()
