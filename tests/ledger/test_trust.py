from datetime import UTC, datetime, timedelta

import pytest

from zakuro.ledger.trust import (
    Trust,
    ask_assent,
    charter_needs,
    first_key,
    next_key,
    proposed,
    recovered_key,
    unasked,
)
from zakuro.model.acts import Amendment, Charter, body_of, kind_of
from zakuro.model.entry import Assent, Author, Entry, Key, Revocation
from zakuro.model.entry import Trust as Rule
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Record

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


class Paper:
    """Charter and keys on paper: entries made by hand, one a day."""

    def __init__(self, **charter: object) -> None:
        self.trust = Trust()
        self.number = 0
        self.time = NOON
        fields: dict[str, object] = {"members": ("KAZ", "KGZ", "UZB", "CHN")}
        self.charter = Charter(**(fields | charter))  # type: ignore[arg-type]
        self.enter("books", self.charter)

    def entry(
        self, subject: str, act: Record, party: str | None = None, of: int | None = None
    ) -> Entry:
        return Entry(
            number=self.number + 1,
            time=self.time,
            kind=kind_of(act),
            subject=subject,
            author=Author(filed_by="anna", party=party, basis="signed" if party else None),
            body=body_of(act),
            supersedes=of,
            signature="x" if party else None,
        )

    def enter(
        self, subject: str, act: Record, party: str | None = None, of: int | None = None
    ) -> int:
        entry = self.entry(subject, act, party, of)
        self.number, self.time = entry.number, self.time + DAY
        self.trust.take([entry])
        return entry.number

    def key(self, party: str, name: str = "", **fields: object) -> int:
        act = Key(public_key=name or f"key of {party}", **fields)  # type: ignore[arg-type]
        return self.enter(f"party:{party}", act)

    def holds(self, party: str) -> str | None:
        key = self.trust.keys.get(party)
        return key.public_key if key else None


def keyed(*parties: str, **charter: object) -> Paper:
    paper = Paper(**charter)
    for party in parties:
        paper.key(party)
    return paper


def test_keys_of_the_charter_are_first_keys_alone() -> None:
    paper = Paper(keys={"KAZ": "a"})
    assert paper.holds("KAZ") == "a"
    again = Charter(members=paper.charter.members, keys={"KAZ": "b", "UZB": "a", "KGZ": "c"})
    paper.enter("books", again)
    assert [paper.holds(party) for party in ("KAZ", "UZB", "KGZ")] == ["a", None, "c"]
    assert paper.trust.seen == 2


@pytest.mark.parametrize(
    ("have", "vouchers", "needs"),
    [
        ((), None, None),
        (("UZB",), None, 1),
        (("UZB", "CHN"), None, 2),
        (("UZB", "CHN", "KGZ"), None, 2),
        (("UZB", "CHN", "KGZ"), 3, 3),
        (("UZB", "CHN", "KGZ"), 1, 1),
        (("UZB",), 2, None),
    ],
)
def test_how_many_sign_for_a_first_key(
    have: tuple[str, ...], vouchers: int | None, needs: int | None
) -> None:
    trust = keyed(*have, trust=Rule(vouchers=vouchers)).trust
    if needs is None:
        with pytest.raises(RefusedError, match="stands in the charter"):
            first_key(trust, "KAZ", Key(public_key="k"))
    else:
        assert first_key(trust, "KAZ", Key(public_key="k")).needs == needs


@pytest.mark.parametrize(
    ("have", "vouchers", "needs"),
    [
        (("KAZ",), None, 0),
        (("KAZ", "UZB"), None, 1),
        (("KAZ", "UZB", "CHN", "KGZ"), None, 2),
        (("KAZ", "UZB", "CHN", "KGZ"), 3, 3),
        (("KAZ", "UZB"), 2, None),
    ],
)
def test_how_many_sign_for_a_lost_key(
    have: tuple[str, ...], vouchers: int | None, needs: int | None
) -> None:
    trust = keyed(*have, trust=Rule(vouchers=vouchers, waiting_days=9)).trust
    if needs is None:
        with pytest.raises(RefusedError, match="For a lost key 2 other members sign, and 1 have"):
            recovered_key(trust, "KAZ", Key(public_key="k"))
    else:
        found = recovered_key(trust, "KAZ", Key(public_key="k"))
        assert (found.needs, found.waits) == (needs, 9)


@pytest.mark.parametrize(
    ("have", "wanted", "needs"),
    [(0, None, 0), (1, None, 1), (2, None, 2), (3, None, 2), (4, None, 3), (4, 1, 1), (3, 3, 3)],
)
def test_how_many_sign_for_a_charter(have: int, wanted: int | None, needs: int) -> None:
    members = ("KAZ", "KGZ", "UZB", "CHN")[:have]
    assert charter_needs(keyed(*members, trust=Rule(charter_signatures=wanted)).trust) == needs


def test_a_charter_that_nobody_could_sign_for() -> None:
    with pytest.raises(RefusedError, match="signatures of 3 members, and 2 have keys"):
        charter_needs(keyed("KAZ", "UZB", trust=Rule(charter_signatures=3)).trust)


def test_who_is_no_member_does_not_count() -> None:
    paper = keyed("KAZ", "AFG")
    assert paper.trust.with_keys() == ["KAZ"]
    assert charter_needs(paper.trust) == 1


def test_the_last_signature_lets_a_first_key_hold() -> None:
    paper = keyed("KAZ", "UZB")
    number = paper.key("KGZ", needs=2)
    paper.enter("party:KGZ", Assent(entry=number), "KAZ")
    assert (paper.holds("KGZ"), proposed(paper.trust, number).assents) == (None, ["KAZ"])
    paper.enter("party:KGZ", Assent(entry=number), "UZB")
    assert paper.holds("KGZ") == "key of KGZ"
    with pytest.raises(RefusedError, match="proposes nothing that waits"):
        proposed(paper.trust, number)


def test_a_lost_keys_successor_waits_to_the_second() -> None:
    paper = keyed("KAZ", "UZB")
    number = paper.key("KAZ", "new", needs=1, waits=3)
    signed = paper.time
    paper.enter("party:KAZ", Assent(entry=number), "UZB")
    paper.trust.settle(signed + 3 * DAY - timedelta(seconds=1))
    assert paper.holds("KAZ") == "key of KAZ"
    paper.trust.settle(signed + 3 * DAY)
    assert paper.holds("KAZ") == "new"


def test_what_has_waited_holds_before_the_next_entry_is_read() -> None:
    paper = keyed("KAZ")
    paper.key("KAZ", "new", waits=3)
    paper.time += 3 * DAY
    paper.enter("party:KAZ", Revocation(reason="stolen"), "KAZ")
    assert paper.holds("KAZ") is None


def test_signed_only_stays_until_it_is_lifted() -> None:
    paper = keyed("UZB")
    paper.key("KAZ", "a", signed_only=True)
    paper.key("KAZ", "b")
    assert paper.trust.keys["KAZ"] == Key(public_key="b", signed_only=True)
    paper.key("KAZ", "b", lifts=True)
    assert paper.trust.keys["KAZ"] == Key(public_key="b")


def test_one_key_is_one_partys_for_ever() -> None:
    paper = keyed("KAZ", "UZB")
    for ask in (first_key, recovered_key, next_key):
        with pytest.raises(RefusedError, match="That is the key of UZB"):
            ask(paper.trust, "KAZ", Key(public_key="key of UZB"))
    paper.key("KAZ", "b")
    with pytest.raises(RefusedError, match="had that key before"):
        next_key(paper.trust, "KAZ", Key(public_key="key of KAZ"))
    own = Key(public_key="b", signed_only=True)
    assert next_key(paper.trust, "KAZ", own) == own


def test_who_may_sign_for_what_waits() -> None:
    paper = keyed("KAZ", "UZB", "CHN")
    number = paper.key("KAZ", "new", needs=2, waits=3)
    assert ask_assent(paper.trust, "UZB", number).number == number
    paper.enter("party:KAZ", Assent(entry=number), "UZB")
    for party, said in (
        ("KAZ", "cannot sign for its own key"),
        ("KGZ", "Only a member with a key"),
        ("UZB", f"has signed for E-{number} already"),
    ):
        with pytest.raises(RefusedError, match=said):
            ask_assent(paper.trust, party, number)
    paper.enter("party:KAZ", Assent(entry=number), "CHN")
    paper.key("KGZ")
    with pytest.raises(RefusedError, match="has the signatures it needs; it holds from 2026-01-10"):
        ask_assent(paper.trust, "KGZ", number)


def test_an_assent_to_what_waits_no_more_changes_nothing() -> None:
    paper = keyed("KAZ", "UZB")
    number = paper.key("KAZ", "new", needs=1)
    paper.enter("party:KAZ", Revocation(reason="no", entry=number), "KAZ")
    paper.enter("party:KAZ", Assent(entry=number), "UZB")
    assert paper.holds("KAZ") == "key of KAZ"


def test_an_amendment_waits_until_its_charter_is_entered() -> None:
    paper = keyed("KAZ", "UZB")
    other = Charter(name="Other", members=("KAZ",))
    number = paper.enter("books", Amendment(charter=other, needs=1))
    early = paper.entry("books", other, of=number)
    assert unasked(paper.trust, early) == "another charter needs the signatures of members"
    paper.enter("books", Assent(entry=number), "UZB")
    assert paper.trust.charter == paper.charter
    assert unasked(paper.trust, paper.entry("books", other, of=number)) is None
    paper.enter("books", other, of=number)
    assert (paper.trust.charter, paper.trust.waiting) == (other, {})


def test_what_an_entry_of_older_rules_lacks() -> None:
    paper = keyed("KAZ", "UZB")
    trust = paper.trust
    assert "needs the signatures" in str(unasked(trust, paper.entry("books", paper.charter)))
    first = paper.entry("party:KGZ", Key(public_key="k"))
    assert unasked(trust, first) == "a key needs the signatures of 2 members"
    asked = paper.entry("party:KGZ", Key(public_key="k", needs=2))
    assert unasked(trust, asked) is None
    lost = paper.entry("party:KAZ", Key(public_key="k", needs=1, waits=29))
    assert unasked(trust, lost) == "a key needs the signatures of 1 members"
    signed = paper.entry("party:KAZ", Key(public_key="k"), "KAZ")
    assert unasked(trust, signed) is None
    stolen = paper.entry("party:KAZ", Key(public_key="key of UZB"), "KAZ")
    assert "one key is one party's" in str(unasked(trust, stolen))
    assert unasked(trust, paper.entry("party:KAZ", Revocation(reason="x"), "KAZ")) is None
