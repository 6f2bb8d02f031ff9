from datetime import date
from decimal import Decimal

import pytest
from msgspec import structs

from zakuro.ledger.postings.authority import admit
from zakuro.model.acts import Charter, Report, body_of
from zakuro.model.entry import Author, Basis, Draft, Key
from zakuro.model.errors import RefusedError
from zakuro.model.source import Source

CHARTER = Charter(name="Six", members=("CHN", "KAZ"), mandates={"KAZ": ("aliya",)})
WORDS = Source(document="D-7", start=0, end=4, exact="done", statement="D-7:s12")


def draft(
    party: str | None,
    basis: Basis | None,
    *,
    by: str = "anna",
    source: Source | None = None,
    signature: str | None = None,
) -> Draft:
    act = Report(receiver="KAZ", unit="CNY", value=Decimal(1), on=date(2025, 9, 30), source=source)
    return Draft(
        kind="report",
        subject="P-1",
        author=Author(filed_by=by, party=party, basis=basis),
        body=body_of(act),
        signature=signature,
    )


def test_a_member_acts_by_a_person_of_its_own() -> None:
    admit(draft("CHN", "mandated"), CHARTER, {})
    admit(draft("KAZ", "mandated", by="aliya"), CHARTER, {})
    with pytest.raises(RefusedError, match="anna has no mandate of KAZ; aliya has"):
        admit(draft("KAZ", "mandated"), CHARTER, {})


def test_members_may_be_given_as_a_group() -> None:
    charter = Charter(members=("CHN", "C5"), groups={"C5": ("KAZ", "UZB")})
    admit(draft("UZB", "mandated"), charter, {})


def test_who_is_no_member_speaks_through_published_words() -> None:
    with pytest.raises(RefusedError, match=r"AFG is no member .* --from D-…:s…"):
        admit(draft("AFG", "mandated"), CHARTER, {})
    admit(draft("AFG", "attributed", source=WORDS), CHARTER, {})
    with pytest.raises(RefusedError, match="needs the words"):
        admit(draft("AFG", "attributed"), CHARTER, {})


def test_a_signed_act_needs_a_key_and_a_signature() -> None:
    keys = {"CHN": Key(public_key="ed25519:x")}
    with pytest.raises(RefusedError, match="KAZ has no key"):
        admit(draft("KAZ", "signed", signature="x"), CHARTER, keys)
    with pytest.raises(RefusedError, match="give --sign-with"):
        admit(draft("CHN", "signed"), CHARTER, keys)
    admit(draft("CHN", "signed", signature="x"), CHARTER, keys)


def test_a_party_with_a_key_may_want_signed_acts_only() -> None:
    admit(draft("CHN", "mandated"), CHARTER, {"CHN": Key(public_key="k")})
    strict = {"CHN": Key(public_key="k", signed_only=True)}
    with pytest.raises(RefusedError, match="CHN wants its acts signed"):
        admit(draft("CHN", "mandated"), CHARTER, strict)


def test_a_word_has_a_basis_and_a_basis_a_party() -> None:
    with pytest.raises(RefusedError, match="needs a basis"):
        admit(draft("CHN", None), CHARTER, {})
    with pytest.raises(RefusedError, match="needs a party"):
        admit(draft(None, "mandated"), CHARTER, {})
    admit(draft(None, None), CHARTER, {})


def test_a_digest_is_not_taken_for_published_words_nor_these_for_a_digest() -> None:
    digest = Source(**{**structs.asdict(WORDS), "retold": "https://example.org/news"})
    admit(draft("AFG", "retold", source=digest), CHARTER, {})
    with pytest.raises(RefusedError, match="D-7 is the keeper's digest"):
        admit(draft("AFG", "attributed", source=digest), CHARTER, {})
    with pytest.raises(RefusedError, match="D-7 holds published words"):
        admit(draft("AFG", "retold", source=WORDS), CHARTER, {})


def test_who_still_takes_part_acts_though_the_charter_names_it_no_more() -> None:
    admit(draft("TKM", "mandated"), CHARTER, {}, also=("TKM",))
    with pytest.raises(RefusedError, match="AFG is no member"):
        admit(draft("AFG", "mandated"), CHARTER, {}, also=("TKM",))
    key = Key(public_key="x", signed_only=True)
    with pytest.raises(RefusedError, match="TKM wants its acts signed"):
        admit(draft("TKM", "mandated"), CHARTER, {"TKM": key}, also=("TKM",))
