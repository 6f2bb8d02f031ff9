from datetime import date
from decimal import Decimal

import pytest

from tests.flow.builder import FIVE, file, said
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.changes import agree, looked, missing, withdraw
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import pledges
from zakuro.flow.looking.shown import show
from zakuro.model.errors import RefusedError

DAY = date(2026, 7, 1)
CHN = Word(party="CHN", filed_by="anna")


def listed(books: Books, name: str, on: date = DAY) -> tuple[str, str]:
    (found,) = [one for one in pledges(books, on) if one.name == name]
    return found.standing, found.changes


def test_all_sides_agree_in_one_joint_statement(opened: Books) -> None:
    words = said("position", "both sides agree to end it", givers=(), receivers=())
    file(opened, [words], published=date(2026, 3, 1))
    joint = Word(party="CHN", filed_by="anna", words="D-2:s1")
    made = agree(opened, "P-3", joint, change="end", others=FIVE)
    assert [entry.author.party for entry in made] == ["CHN", *FIVE]
    assert {entry.author.basis for entry in made} == {"attributed"}
    assert missing(opened, "P-3", made[-1].number) == ()
    assert listed(opened, "P-3", date(2026, 2, 28))[0] == "not looked at"
    standing, changes = listed(opened, "P-3", date(2026, 3, 1))
    assert standing == "ended by agreement"
    assert changes.startswith("ended by agreement of 2026-03-01")
    (line,) = show(opened, "P-3", DAY).lines
    assert [int(f) for f in line[2:5]] == [1_500_000_000, 1_500_000_000, 0]


def test_who_has_still_to_agree(opened: Books) -> None:
    made = agree(opened, "P-3", CHN, change="reduce", value=Decimal(10), others=("KAZ",))
    assert missing(opened, "P-3", made[0].number) == FIVE[1:]
    assert listed(opened, "P-3") == ("not looked at", "")
    with pytest.raises(RefusedError, match="on P-4, not on P-3"):
        agree(opened, "P-3", CHN, accepts=f"E-{opened.account('P-4').opening.number}")
    with pytest.raises(RefusedError, match="A key signs for its own party"):
        agree(opened, "P-3", CHN, change="end", others=("KAZ",), key=object())


def test_nothing_is_entered_where_one_of_them_may_not(opened: Books) -> None:
    before = opened.journal.size()
    with pytest.raises(RefusedError, match="has agreed to that already"):
        agree(opened, "P-3", CHN, change="end", others=("KAZ", "CHN"))
    assert opened.journal.size() == before


def test_a_search_covers_several_pledges(opened: Books) -> None:
    made = looked(opened, ["P-3", "P-4"], until=DAY, where=["Xinhua"], filed_by="anna")
    assert [entry.subject for entry in made] == ["P-3", "P-4"]
    assert listed(opened, "P-3")[0] == "no report found"
    assert listed(opened, "P-4")[0] == "not due"


def test_the_giver_withdraws(opened: Books) -> None:
    withdraw(opened, "P-4", CHN, reason="no budget")
    assert listed(opened, "P-4")[0] == "withdrawn"
    assert listed(opened, "P-4", date(2026, 6, 30))[0] == "not due"
