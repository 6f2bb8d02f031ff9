"""Loading packs by their codes."""

from __future__ import annotations

import pytest

from zakuro.languages.load import codes, load
from zakuro.model.errors import ZakuroError


def test_every_pack_loads_under_its_own_code() -> None:
    assert {"en", "ja"} <= set(codes())
    assert all(load(code).code == code for code in codes())


def test_a_pack_is_read_once() -> None:
    assert load("en") is load("en")


def test_an_unknown_code_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(ZakuroError, match=r"no language pack for .tlh.*en.*--language"):
        load("tlh")


def test_a_missing_section_is_empty() -> None:
    assert load("en").section("no such section") == {}
