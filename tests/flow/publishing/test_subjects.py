from decimal import Decimal

import pytest

from tests.flow.builder import SAID
from tests.flow.things.builder import railway, talked
from zakuro.flow.acting import acts
from zakuro.flow.acting.beside import add_evidence
from zakuro.flow.keeping.books import Books
from zakuro.flow.publishing.subjects import (
    Subject,
    entries_on,
    lasting_name,
    pledges_on,
    subject_of,
)
from zakuro.flow.things.entering import tie
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


def test_things_and_claims_are_followed(opened: Books) -> None:
    talked(opened)
    name = railway(opened)
    for to in ("P-2", "D-2:s6"):
        tie(opened, name, to, filed_by="anna")
    add_evidence(opened, "D-2:s6", ["https://example.org/count"], filed_by="anna", against=True)
    assert subject_of(opened, "t1") == Subject("thing", "T-1")
    assert subject_of(opened, "d2:s6") == Subject("claim", "D-2:s6")
    assert subject_of(opened, "Claims") == Subject("claims", "claims")
    assert subject_of(opened, "T-1").name("ru", opened) == "дорога (T-1)"
    kinds = [entry.kind for entry in entries_on(opened, Subject("thing", "T-1"))]
    assert kinds == ["evidence", "thing-tie", "thing-tie", "thing", "pledge"]
    assert [e.kind for e in entries_on(opened, Subject("claim", "D-2:s6"))] == ["evidence"]
    assert [e.kind for e in entries_on(opened, Subject("claims", "claims"))] == ["evidence"]
    assert {e.kind for e in entries_on(opened, Subject("things", "things"))} == {
        "thing",
        "thing-tie",
    }


def test_pledges_that_what_is_followed_has_part_in(opened: Books) -> None:
    tie(opened, railway(opened), "P-2", filed_by="anna")
    assert pledges_on(opened, Subject("thing", "T-1")) == {"P-2"}
    assert pledges_on(opened, Subject("things", "things")) == {"P-2"}
    assert pledges_on(opened, Subject("pledge", "P-4")) == {"P-4"}
    assert pledges_on(opened, Subject("all", "")) is None
    assert pledges_on(opened, Subject("claims", "claims")) == set()


@pytest.mark.parametrize("name", ["T-1", "D-1:s99", "D-9:s1"])
def test_things_and_claims_that_are_not_there(opened: Books, name: str) -> None:
    with pytest.raises(ZakuroError, match=f"There is no .* {name}"):
        subject_of(opened, name)


def test_a_document_is_not_followed_and_its_statements_are(opened: Books) -> None:
    with pytest.raises(ZakuroError, match="a statement of it is: D-1:s3"):
        subject_of(opened, "d-1")


def test_a_name_lasts_and_is_of_these_books(opened: Books) -> None:
    assert lasting_name(opened, "E-1") == lasting_name(opened, "E-1")
    assert lasting_name(opened, "E-1") != lasting_name(opened, "E-2")
    assert lasting_name(opened, "E-1").startswith("urn:uuid:")
