from decimal import Decimal

import pytest

from tests.flow.builder import SAID
from zakuro.flow.acting import acts
from zakuro.flow.keeping.books import Books
from zakuro.flow.publishing.subjects import Subject, entries_on, lasting_name, subject_of
from zakuro.model.errors import ZakuroError


def test_names_stand_for_pledges_parties_decisions_and_everything(opened: Books) -> None:
    assert subject_of(opened, "p4") == Subject("pledge", "P-4")
    assert subject_of(opened, "kaz") == Subject("party", "KAZ")
    assert subject_of(opened, "") == Subject("all", "")
    for name in ("P-99", "X-1"):
        with pytest.raises(ZakuroError, match=name):
            subject_of(opened, name)
    with pytest.raises(ZakuroError, match="no party"):
        subject_of(opened, "QQQ")


def test_what_people_call_them(opened: Books) -> None:
    assert Subject("party", "KAZ").name("ja", opened) == "カザフスタン"
    assert Subject("all", "").name("en", opened) == "Six"
    assert Subject("pledge", "P-4").name("en", opened) == "P-4"


def test_entries_come_the_newest_first(opened: Books) -> None:
    word = acts.Word(party="CHN", filed_by="anna")
    made = acts.report(
        opened, "P-4", word, receiver="KAZ", value=Decimal(100), unit="{place}", on=SAID
    )
    on_pledge = list(entries_on(opened, Subject("pledge", "P-4")))
    assert [entry.kind for entry in on_pledge] == ["report", "pledge"]
    assert next(entries_on(opened, Subject("all", ""))).number == made.number
    for code in ("CHN", "KAZ", "UZB"):
        assert made.number in {e.number for e in entries_on(opened, Subject("party", code))}
    assert list(entries_on(opened, Subject("party", "JPN"))) == []


def test_a_name_lasts_and_is_of_these_books(opened: Books) -> None:
    assert lasting_name(opened, "E-1") == lasting_name(opened, "E-1")
    assert lasting_name(opened, "E-1") != lasting_name(opened, "E-2")
    assert lasting_name(opened, "E-1").startswith("urn:uuid:")
