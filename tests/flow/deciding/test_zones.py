from datetime import UTC, datetime, timedelta

import pytest

from zakuro.flow.deciding.zones import in_all_zones, local_times, parse_instant, zone_of
from zakuro.model.acts import Charter
from zakuro.model.decisions import Procedure
from zakuro.model.errors import ZakuroError

NOON = datetime(2026, 12, 10, 7, tzinfo=UTC)
CHARTER = Charter(procedure=Procedure(zones={"CHN": "Asia/Shanghai"}))


@pytest.mark.parametrize(
    "written",
    [
        "2026-12-10T12:00+05:00",
        "2026-12-10T07:00Z",
        "2026-12-10T12:00[Asia/Almaty]",
        "2026-12-10T12:00+05:00[Asia/Almaty]",
        " 2026-12-10T15:00+08:00 ",
    ],
)
def test_a_moment_has_a_zone(written: str) -> None:
    assert parse_instant(written) == NOON
    assert parse_instant(written).utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-12-10", "is no moment"),
        ("2026-12-10T12:00", "has no zone"),
        ("tomorrow", "is no moment"),
        ("2026-13-10T12:00Z", "is no moment"),
        ("", "is no moment"),
        ("2026-12-10T12:00[Asia/Nowhere]", "is no time zone"),
        ("2026-12-10T12:00[../etc]", "is no moment"),
        ("2026-03-29T02:30[Europe/Berlin]", "is no one moment in Europe/Berlin"),
        ("2026-10-25T02:30[Europe/Berlin]", "is no one moment in Europe/Berlin"),
        ("2026-12-10T12:00+06:00[Asia/Almaty]", "is no one moment in Asia/Almaty"),
    ],
)
def test_what_is_no_moment(written: str, said: str) -> None:
    with pytest.raises(ZakuroError, match=said):
        parse_instant(written)


def test_an_hour_that_comes_twice_is_told_by_its_offset() -> None:
    summer = parse_instant("2026-10-25T02:30+02:00[Europe/Berlin]")
    winter = parse_instant("2026-10-25T02:30+01:00[Europe/Berlin]")
    assert winter - summer == timedelta(hours=1)


def test_the_zone_of_a_party_is_the_charters_or_the_one_of_its_territory() -> None:
    assert zone_of(CHARTER, "CHN", NOON) == "Asia/Shanghai"
    assert zone_of(Charter(), "TKM", NOON) == "Asia/Ashgabat"
    assert zone_of(Charter(), "CHN", NOON) is None
    assert zone_of(Charter(), "RUS", NOON) is None
    assert zone_of(Charter(), "XYZ", NOON) is None


def test_a_moment_is_given_in_the_members_zone_the_chairs_and_utc() -> None:
    found = local_times(CHARTER, NOON, party="CHN", chair="TKM")
    assert [(t.whose, t.zone, t.time.strftime("%H:%M")) for t in found] == [
        ("CHN", "Asia/Shanghai", "15:00"),
        ("chair TKM", "Asia/Ashgabat", "12:00"),
        ("UTC", "UTC", "07:00"),
    ]
    assert [t.whose for t in local_times(CHARTER, NOON, party="TKM", chair="TKM")] == ["TKM", "UTC"]
    assert [t.whose for t in local_times(CHARTER, NOON, party=None, chair=None)] == ["UTC"]
    assert [t.whose for t in local_times(CHARTER, NOON, party="RUS", chair=None)] == ["UTC"]


def test_a_moment_on_the_clocks_of_all() -> None:
    moment = datetime(2026, 12, 4, 7, tzinfo=UTC)
    charter = Charter(members=("KAZ", "UZB", "CHN"), procedure=Procedure(zones={"CHN": "UTC"}))
    assert in_all_zones(charter, moment, ("KAZ", "UZB", "CHN", "C5")) == (
        "2026-12-04 12:00:00+05:00 (KAZ, UZB), 2026-12-04 07:00:00+00:00 (CHN), "
        "2026-12-04 07:00:00Z"
    )
