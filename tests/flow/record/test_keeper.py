from datetime import date
from decimal import Decimal

import pytest

from zakuro.flow.acting.beside import held_against
from zakuro.flow.acting.waiting import Selection, waiting
from zakuro.flow.keeping.books import Books
from zakuro.flow.record.digests import Digest, digests, parse_digest
from zakuro.flow.record.keeper import Keeper
from zakuro.model.errors import ZakuroError

PROMISED = """
publisher = "Foreign ministry"
ownership = "government of CHN"
address = "https://example.org/a"
published = 2025-06-17
language = "en"
text = '''China will provide Kazakhstan with 10 million yuan in grants in 2026.
Trade between China and Kazakhstan rose by 35 % in 2024.
'''
[[deeds]]
do = "open"
name = "grant"
words = "10 million yuan"
[[deeds]]
do = "claim"
name = "claim"
words = "35 %"
"""
CONFIRMED = """of = "told"
by = "KAZ"
words = "4 million arrived"
span = true
value = 4000000
"""

TOLD = """
publisher = "A paper"
ownership = "private in KAZ"
address = "https://example.org/b"
published = 2026-05-01
language = "en"
text = '''China has provided Kazakhstan with 6 million yuan in grants.
Kazakhstan says that 4 million arrived.
'''
[[deeds]]
do = "report"
name = "told"
of = "grant"
by = "CHN"
words = "6 million yuan"
value = 6000000
[[deeds]]
do = "confirm"
of = "told"
by = "KAZ"
words = "4 million arrived"
span = true
value = 4000000
[[deeds]]
do = "dispute"
of = "told"
by = "KAZ"
words = "Kazakhstan says that 4 million"
span = true
value = 2000000
reason = "4 million arrived"
[[deeds]]
do = "reply"
of = "told"
by = "CHN"
text = "It left in April."
[[deeds]]
do = "acknowledge"
of = "grant"
by = "KAZ"
text = "Welcome."
[[deeds]]
do = "against"
of = "claim"
words = "4 million"
span = true
text = "another figure"
[[deeds]]
do = "evidence"
of = "grant"
to = "https://example.org/c"
text = "an audit"
[[deeds]]
do = "looked"
pledges = ["grant"]
until = 2026-06-01
where = ["everywhere"]
"""


def digest(text: str) -> Digest:
    return parse_digest(text, "a.toml")


def test_a_keeper_does_what_commands_do(books: Books) -> None:
    keeper = Keeper(books)
    keeper.keep("a.toml", digest(PROMISED))
    keeper.keep("b.toml", digest(TOLD))
    account = books.account(keeper.names["grant"])
    (delivery,) = account.deliveries.values()
    assert (delivery.value, delivery.confirmed, delivery.disputed) == (
        Decimal(6_000_000),
        Decimal(4_000_000),
        Decimal(2_000_000),
    )
    assert {entry.author.basis for entry in account.entries.values() if entry.author.party} == {
        "retold",
        "mandated",
    }
    assert [search.until for search in account.searches.values()] == [date(2026, 6, 1)]
    (against,) = held_against(books, keeper.names["claim"])
    assert against.body["against"] is True
    # Nothing waits: what was read has been decided, promise or not.
    assert list(waiting(books)) == []
    assert list(waiting(books, Selection(kinds=("result",)))) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('words = "10 million yuan"', 'words = "20 million"'), "nothing that was read holds"),
        (("China will provide", "China will build a port. China will provide"), "undecided"),
        (('name = "claim"', 'name = "grant"'), "named twice"),
    ],
)
def test_a_deed_that_cannot_be_done_ends_the_work_and_keeps_nothing(
    books: Books, change: tuple[str, str], said: str
) -> None:
    with pytest.raises(ZakuroError, match=said):
        Keeper(books).keep("a.toml", digest(PROMISED.replace(*change)))
    assert list(books.journal.entries(kind="document")) == []


def test_deeds_that_rest_on_nothing_are_refused(books: Books) -> None:
    keeper = Keeper(books)
    keeper.keep("a.toml", digest(PROMISED))
    for change, said in (
        (('of = "grant"', 'of = "gift"'), "No deed before this one made 'gift'"),
        (('by = "CHN"\nwords', "words"), "whose word it is"),
        (('words = "4 million arrived"', 'words = "million"'), "do not stand in the digest"),
        (("until = 2026-06-01\n", ""), "up to which day"),
        (
            (CONFIRMED, CONFIRMED.replace("told", "grant").replace("value = 4000000\n", "")),
            "how much",
        ),
    ):
        with pytest.raises(ZakuroError, match=said):
            keeper.keep("b.toml", digest(TOLD.replace(*change)))


def test_the_bundled_text_is_read_from_its_words(books: Books) -> None:
    keeper = Keeper(books)
    for where, found in list(digests("1-china"))[:12]:
        keeper.keep(where, found)
    assert len(keeper.read) == 12
    assert books.account(keeper.names["p25-grants"]).measures["CNY"].value == 1_500_000_000


def test_a_promise_read_in_words_that_tell_what_was_done_is_refused(books: Books) -> None:
    keeper = Keeper(books)
    keeper.keep("a.toml", digest(PROMISED))
    told = TOLD.replace("Kazakhstan says that 4 million arrived.", "China will build a port.")
    only = told.partition("[[deeds]]")[0]
    deed = '[[deeds]]\ndo = "evidence"\nof = "grant"\nwords = "will build a port"\nspan = true\n'
    gone = '[[deeds]]\ndo = "refuse"\nwords = "China will build"\n'
    never = '[[deeds]]\ndo = "refuse"\nwords = "It rained"\n'
    keeper.keep("b.toml", digest(only + deed + gone + never))
    assert list(waiting(books)) == []
