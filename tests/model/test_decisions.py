from datetime import UTC, datetime

import pytest

from zakuro.model.acts import KINDS, act_of, body_of
from zakuro.model.decisions import DECIDING, Receipt, Silence
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import ZakuroError

UNTIL = datetime(2026, 12, 10, 7, tzinfo=UTC)


def draft(body: dict[str, object]) -> Draft:
    return Draft(kind="silence", subject="X-1", author=Author(filed_by="anna"), body=body)


def test_every_act_is_known_and_has_one_kind() -> None:
    assert DECIDING.items() <= KINDS.items()
    assert len(set(KINDS.values())) == len(KINDS)


def test_an_act_comes_back_as_it_was() -> None:
    act = Silence(version=2, texts={"en": "ab"}, until=UNTIL)
    assert body_of(act)["until"] == "2026-12-10T07:00:00Z"
    assert act_of(draft(body_of(act))) == act
    assert body_of(Receipt(version=1, languages=("en",))) == {"version": 1, "languages": ["en"]}


def test_a_moment_without_a_zone_is_none() -> None:
    body = {"version": 2, "texts": {"en": "ab"}, "until": "2026-12-10T07:00:00"}
    with pytest.raises(ZakuroError, match="silence on X-1 cannot be read"):
        act_of(draft(body))
