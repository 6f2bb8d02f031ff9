from datetime import UTC, datetime

import msgspec
import pytest

from zakuro.model.acts import Charter, body_of
from zakuro.model.entry import Author, Draft, Entry, Key, Trust


def test_an_entry_is_its_draft_with_a_number_and_a_time() -> None:
    draft = Draft(kind="pledge", subject="P-1", author=Author(filed_by="aiko"), body={"a": "1"})
    fields = {name: getattr(draft, name) for name in draft.__struct_fields__}
    entry = Entry(**fields, number=1, time=datetime(2025, 6, 17, tzinfo=UTC))
    assert msgspec.json.decode(msgspec.json.encode(entry), type=Entry) == entry


def test_an_entry_cannot_be_changed() -> None:
    author = Author(filed_by="aiko", party="KAZ", basis="mandated")
    with pytest.raises(AttributeError, match="immutable"):
        author.party = "CHN"  # type: ignore[misc]


def test_only_the_three_bases_are_known() -> None:
    with pytest.raises(msgspec.ValidationError, match="basis"):
        msgspec.json.decode(b'{"filed_by": "aiko", "basis": "assumed"}', type=Author)


def test_what_is_usual_is_not_written_down() -> None:
    assert body_of(Key(public_key="k")) == {"public_key": "k"}
    assert body_of(Charter()) == {}
    assert body_of(Trust(vouchers=1)) == {"vouchers": 1}
