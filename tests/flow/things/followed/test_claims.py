from datetime import date
from decimal import Decimal

from tests.flow.builder import file, summit
from tests.flow.things.builder import talked
from zakuro.flow.acting.beside import add_evidence
from zakuro.flow.keeping.books import Books
from zakuro.flow.things import entering
from zakuro.flow.things.followed.claims import claims, registers

DAY = date(2027, 1, 1)


def test_a_claim_stands_with_everything_it_was_held_against(books: Books) -> None:
    file(books, summit())
    talked(books)
    assert claims(books, DAY) == []
    for against in (False, True):
        add_evidence(
            books, "D-2:s6", ["https://example.org/count"], filed_by="anna", text="eight are named",
            against=against,
        )  # fmt: skip
    add_evidence(books, "D-2:s5", [], filed_by="anna", words="D-1:s1")
    found = {claim.name: claim for claim in claims(books, DAY)}
    assert set(found) == {"D-2:s5", "D-2:s6"}
    platforms = found["D-2:s6"]
    assert (platforms.words, platforms.speakers) == ("13 platforms", ("CHN",))
    assert [each.against for each in platforms.held] == [False, True]
    assert platforms.against == 1
    assert platforms.held[0].text == "eight are named"
    (words,) = found["D-2:s5"].held
    assert (words.place, words.language) == ("D-1:s1", "en")
    assert claims(books, date(2000, 1, 1)) == []


def test_a_number_that_is_only_claimed_stands_beside_how_many_are_named(books: Books) -> None:
    file(books, summit())
    talked(books)
    entering.open_thing(books, "register", {"en": "Platforms"}, filed_by="anna", unit="{platform}")
    assert registers(books, DAY) == []
    entering.tie(books, "T-1", "D-2:s6", filed_by="anna")
    entering.add_item(books, "T-1", "member", {"en": "trade"}, filed_by="anna")
    (found,) = registers(books, DAY)
    assert (found.thing, found.last.value, found.named) == ("T-1", Decimal(13), 1)
