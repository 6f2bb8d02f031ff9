from datetime import date
from typing import Any

import pytest

from tests.things.builder import Paper, words
from zakuro.model.acts import Reversal
from zakuro.model.errors import RefusedError
from zakuro.model.things import Uptake
from zakuro.things.uptake import Taken, became, check, check_reversal, uptakes

SAID = date(2025, 6, 17)


def entry(act: Any, number: int = 2, party: str | None = None) -> Any:
    paper = Paper()
    paper.number = number
    return paper.entry(act, party, "D-1:s3")


def taken(number: int, act: Uptake, party: str | None = None) -> Taken:
    return Taken(entry(act, number, party), act)


TABLED, PLEDGED = Uptake(way="tabled", by="X-1"), Uptake(way="pledged", by="P-3")
ANSWERED = Uptake(way="answered", source=words())


def test_what_stands_is_what_was_not_taken_back() -> None:
    made = [entry(TABLED, 2), entry(PLEDGED, 3), entry(Reversal(entry=2, reason="no"), 4)]
    assert [each.uptake for each in uptakes(made)] == [PLEDGED]
    with pytest.raises(RefusedError, match="E-2 says nothing"):
        uptakes([*made, entry(Reversal(entry=2, reason="no"), 5)])


@pytest.mark.parametrize(
    ("acts", "reported", "stands"),
    [
        ([], False, "not taken up"),
        ([ANSWERED], False, "answered"),
        ([TABLED, ANSWERED], False, "tabled"),
        ([PLEDGED, TABLED], False, "pledged"),
        ([PLEDGED], True, "reported"),
        ([Uptake(way="reported", by="E-4"), ANSWERED], False, "reported"),
    ],
)
def test_it_stands_as_far_as_it_came(acts: list[Uptake], reported: bool, stands: str) -> None:
    found = [taken(number, act) for number, act in enumerate(acts, start=2)]
    assert became(found, reported=reported) == stands


@pytest.mark.parametrize(
    ("kind", "act", "party", "said"),
    [
        ("pledge", TABLED, None, "only for proposals and calls"),
        ("proposal", ANSWERED, None, "the word of a party"),
        ("proposal", Uptake(way="answered"), "KAZ", "rests on the party's words"),
        ("call", Uptake(way="tabled"), None, r"names the text on the table \(X-1\)"),
        ("call", Uptake(way="pledged", by="X-1"), None, r"names the pledge \(P-3\)"),
        ("call", Uptake(way="reported"), None, "names the report"),
        (
            "call",
            Uptake(way="answered", source=words(published=date(2025, 6, 16))),
            "KAZ",
            "before D-1:s3 was said",
        ),
    ],
)
def test_what_cannot_have_become_of_it(
    kind: Any, act: Uptake, party: str | None, said: str
) -> None:
    with pytest.raises(RefusedError, match=said):
        check(kind, SAID, [], entry(act, party=party), act)


def test_what_can_have_become_of_it_once() -> None:
    told = Uptake(way="reported", source=words())
    for act, party in ((TABLED, None), (PLEDGED, None), (told, None), (ANSWERED, "KAZ")):
        check("proposal", SAID, [], entry(act, party=party), act)
    check("call", None, [], entry(ANSWERED, party="KAZ"), ANSWERED)
    before = [taken(2, ANSWERED, "KAZ")]
    check("call", SAID, before, entry(ANSWERED, 3, "UZB"), ANSWERED)
    with pytest.raises(RefusedError, match="E-2 says that already"):
        check("call", SAID, before, entry(ANSWERED, 3, "KAZ"), ANSWERED)


def test_only_its_author_takes_it_back() -> None:
    before = [taken(2, ANSWERED, "KAZ")]
    check_reversal(before, entry(Reversal(entry=2, reason="no"), 3, "KAZ"))
    for act, party, said in (
        (Reversal(entry=2, reason=" "), "KAZ", "needs its reason"),
        (Reversal(entry=2, reason="no"), "UZB", "the word of KAZ"),
        (Reversal(entry=5, reason="no"), "KAZ", "E-5 says nothing"),
    ):
        with pytest.raises(RefusedError, match=said):
            check_reversal(before, entry(act, 3, party))
