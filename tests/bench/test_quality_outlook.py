from pathlib import Path

import pytest

from bench.quality_outlook import Asked, asked, asked_g7, picture, records, result

HEAD = "project_id,umbrella,year,status,end_actual,usd_current,crs_sector_code\n"
G7 = "area,id,year,text,average,canada,france,germany,italy,japan,russia,uk,us,eu\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    lines = [
        f"{number},0,{2000 + number % 8},Completion,{2002 + number % 8}-05-01,5000000,120"
        for number in range(40)
    ]
    lines += [f"{number},0,{2000 + number % 8},Implementation,, ,210" for number in range(40, 80)]
    lines += ["80,1,2001,Completion,2002-01-01,1,120", "81,0,2001,Completion,,1,120"]
    place = tmp_path / "table.csv"
    place.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    return place


def test_records_are_those_with_a_day_and_those_never_done(table: Path) -> None:
    found = records(table)
    assert len(found) == 80
    assert [one.years for one in found[:2]] == [2, 2]
    assert found[0].as_of(2001).ended is False
    assert found[0].as_of(2002).ended is True
    assert {one.size for one in found} == {"1 to 10", "not said"}


def test_what_is_asked_rests_on_what_was_known(table: Path) -> None:
    answers = list(asked(records(table)))
    first = min(one.group[0] for one in answers)  # type: ignore[type-var]
    assert first == 2003
    found = result(answers, 1)
    assert found.brier < found.came / 100 * (1 - found.came / 100)
    assert sum(cases for _, _, cases in found.curve) == found.asked
    assert "<svg" in picture({"dated records": found})


def test_scores_are_asked_from_the_other_commitments(tmp_path: Path) -> None:
    place = tmp_path / "g7.csv"
    rows = [f"Trade,{n},2001,Act.,1,1,1,-1,1,1,,1,1," for n in range(12)]
    place.write_text(G7 + "\n".join(rows) + "\n", "utf-8")
    answers = asked_g7(place)
    assert len(answers) == 12 * 7
    kept = [one.given for one in answers if one.came]
    broken = [one.given for one in answers if not one.came]
    assert min(kept) > 800 > max(broken)


def test_ranges_are_counted_against_what_came() -> None:
    answers = [
        Asked((group,), group % 2, 500, 500, bool(n % 2)) for group in range(24) for n in range(10)
    ]
    found = result(answers, 10)
    assert (found.ranges, found.held, found.came) == (24, 100, 50)
