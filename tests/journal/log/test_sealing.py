from hashlib import sha256

import msgspec
import pytest

from zakuro.journal.log.sealing import is_body_of, open_sealed, seal
from zakuro.model.entry import Author, Draft, Release, sealed_hash
from zakuro.model.errors import ZakuroError

ACT = Draft(
    kind="dispute",
    subject="P-3",
    author=Author(filed_by="dana", party="KAZ", basis="mandated"),
    body={"value": "150", "reason": "only a part arrived"},
)


def test_a_sealed_draft_says_nothing_of_its_body() -> None:
    sealed, content = seal(ACT)
    assert sealed.body == {"sealed": sha256(content).hexdigest()}
    assert sealed_hash(sealed) == sealed.body["sealed"]
    assert msgspec.structs.replace(sealed, body=ACT.body) == ACT
    again, _ = seal(ACT)
    assert again.body != sealed.body, "the salt keeps equal bodies apart"


def test_what_was_kept_opens_it() -> None:
    sealed, content = seal(ACT)
    release = open_sealed(content, 7)
    assert (release.entry, release.body) == (7, ACT.body)
    assert len(release.salt) == 32
    assert is_body_of(release, sealed)
    for other in (
        msgspec.structs.replace(release, body={"value": "15", "reason": "only a part arrived"}),
        msgspec.structs.replace(release, salt="00" * 16),
    ):
        assert not is_body_of(other, sealed)
    assert not is_body_of(release, ACT)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"salt":"a"}', b'{"body":1,"salt":"a"}'])
def test_what_is_no_sealed_body_is_an_error(content: bytes) -> None:
    with pytest.raises(ZakuroError, match="the sealed entry E-7"):
        open_sealed(content, 7)


def test_other_bodies_are_not_sealed() -> None:
    assert sealed_hash(ACT) is None
    assert sealed_hash(msgspec.structs.replace(ACT, body={"sealed": "a", "more": 1})) is None
    assert sealed_hash(msgspec.structs.replace(ACT, body=msgspec.to_builtins(
        Release(entry=1, salt="a", body={"sealed": "a"})
    ))) is None  # fmt: skip
