from collections.abc import Callable
from datetime import UTC, datetime

import click
import pytest

from tests.flow.deciding.builder import Clock, sitting_at
from zakuro.cli.books.options import Given
from zakuro.cli.deciding.options import INSTANT, PARTIES, member, times, written


def test_moments_and_parties_are_read() -> None:
    moment = datetime(2026, 12, 10, 7, tzinfo=UTC)
    assert INSTANT.convert("2026-12-10T12:00+05:00", None, None) == moment
    assert INSTANT.convert(moment, None, None) == moment
    assert PARTIES.convert(" uzb,TJK,UZB", None, None) == ("UZB", "TJK")
    assert PARTIES.convert(("UZB",), None, None) == ("UZB",)
    with pytest.raises(click.BadParameter, match="has no zone"):
        INSTANT.convert("2026-12-10T12:00", None, None)
    with pytest.raises(click.BadParameter, match="names no parties"):
        PARTIES.convert("UZB,,TJK", None, None)


def test_the_chair_acts_by_its_office(new_place: Callable[[], str]) -> None:
    clock = Clock()
    with sitting_at(new_place(), clock) as books:
        given = Given("table", filed_by="anna", party="chair")
        assert member(given, books).party == "KAZ"
        assert member(given._replace(party="tkm"), books).party == "TKM"
        moment = datetime(2026, 12, 10, 7, tzinfo=UTC)
        assert times(books, moment, "CHN") == (
            "2026-12-10 15:00:00+08:00 (CHN), 2026-12-10 12:00:00+05:00 (chair KAZ), "
            "2026-12-10 07:00:00Z"
        )
        assert times(books, moment, "TKM").startswith("2026-12-10 12:00:00+05:00 (TKM, chair KAZ)")
    assert written(moment) == "2026-12-10 07:00:00Z"
