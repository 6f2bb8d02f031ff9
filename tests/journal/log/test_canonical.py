from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from zakuro.journal.log.canonical import (
    MAX_ENTRY,
    MAX_INTEGER,
    canonical,
    decode_entry,
    encode_entry,
    encode_time,
)
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import ZakuroError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX_INTEGER, MAX_INTEGER) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=30,
)
NOON = datetime(2025, 6, 17, 12, tzinfo=UTC)


def draft(**changes: Any) -> Draft:
    fields: dict[str, Any] = {
        "kind": "report",
        "subject": "P-1",
        "author": Author(filed_by="aiko", party="CHN", basis="mandated"),
        "body": {"value": "3"},
    }
    return Draft(**(fields | changes))


@given(VALUES)
@example({"\U0001f600": 1, "\ue000": 2, "é": 3, "a": {"z": [], "": None}})
@example("".join(map(chr, range(0x300))) + "\u2028\u2029\ufeff\uffff\U0010ffff")
def test_it_is_rfc_8785(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(value)


def test_members_stand_in_the_order_of_utf16_code_units() -> None:
    # From RFC 8785, 3.2.3.
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    written = canonical(dict.fromkeys(keys, 0)).decode()
    order = ["\\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    assert written == "{" + ",".join(f'"{key}":0' for key in order) + "}"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1.5, "float"),
        (float("nan"), "float"),
        ({"a": [1, {"b": 0.1}]}, "float"),
        (2**53, "beyond"),
        (-(2**53), "beyond"),
        ({1: "a"}, "key"),
        (NOON, "datetime"),
        ((1, 2), "tuple"),
        (b"x", "bytes"),
        ("\ud800", "surrogate"),
        ({"\udfff": 1}, "surrogate"),
    ],
)
def test_what_json_would_change_is_refused(value: object, words: str) -> None:
    with pytest.raises(ZakuroError, match=words):
        canonical(value)


def test_values_are_not_nested_without_end() -> None:
    value: list[Any] = []
    for _ in range(100):
        value = [value]
    with pytest.raises(ZakuroError, match="nested"):
        canonical(value)


def test_times_are_written_in_utc() -> None:
    tokyo = timezone(timedelta(hours=9))
    assert encode_time(datetime(2025, 6, 17, 21, tzinfo=tokyo)) == "2025-06-17T12:00:00Z"
    assert encode_time(NOON.replace(microsecond=5)) == "2025-06-17T12:00:00.000005Z"
    with pytest.raises(ZakuroError, match="time zone"):
        encode_time(NOON.replace(tzinfo=None))


@given(
    body=st.dictionaries(TEXTS, VALUES, max_size=5),
    party=st.none() | st.just("KAZ"),
    supersedes=st.none() | st.integers(1, 10),
    time=st.datetimes(timezones=st.just(UTC)),
)
def test_an_entry_reads_back_as_it_was_written(
    body: dict[str, Any], party: str | None, supersedes: int | None, time: datetime
) -> None:
    written = encode_entry(
        draft(body=body, author=Author(filed_by="aiko", party=party), supersedes=supersedes),
        7,
        encode_time(time),
    )
    entry = decode_entry(written)
    assert (entry.number, entry.time, entry.body) == (7, time, body)
    assert (entry.author.party, entry.supersedes) == (party, supersedes)
    assert encode_entry(entry, entry.number, encode_time(entry.time)) == written


def test_the_form_of_an_entry_stays() -> None:
    # These bytes are hashed into logs that others keep: they may never change.
    signed = draft(supersedes=3, signature="c2ln", body={"to": "カザフスタン", "n": 3, "x": [None]})
    assert encode_entry(signed, 12, "2025-06-17T12:00:00Z").decode() == (
        '{"author":{"basis":"mandated","filed_by":"aiko","party":"CHN"},'
        '"body":{"n":3,"to":"カザフスタン","x":[null]},"kind":"report","number":12,'
        '"signature":"c2ln","subject":"P-1","supersedes":3,"time":"2025-06-17T12:00:00Z"}'
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": ""}, "kind"),
        ({"subject": "P-1\n"}, "subject"),
        ({"subject": "P\x00"}, "subject"),
        ({"author": Author(filed_by=" ")}, "filed_by"),
        ({"author": Author(filed_by="aiko", party="")}, "party"),
        ({"author": Author(filed_by="aiko", basis="assumed")}, "basis"),  # type: ignore[arg-type]
        ({"body": []}, "dictionary"),
        ({"body": {"text": "x" * MAX_ENTRY}}, "65535"),
    ],
)
def test_a_draft_that_cannot_be_kept_is_refused(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(ZakuroError, match=words):
        encode_entry(draft(**changes), 1, "2025-06-17T12:00:00Z")


def test_bytes_that_are_no_entry_are_refused() -> None:
    with pytest.raises(ZakuroError, match="no entry"):
        decode_entry(b'{"number": 1}')
