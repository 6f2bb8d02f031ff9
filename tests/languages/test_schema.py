"""A pack that does not hold to its schema is told where, and what was meant."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zakuro.languages.load import codes, load, rules_of
from zakuro.languages.schema import check
from zakuro.model.errors import ZakuroError

READ = Path(__file__).parents[2] / "src" / "zakuro" / "read"


def rules() -> dict[str, Any]:
    """The rules of a pack, without its proofs."""
    data = copy.deepcopy(load("en").data)
    return {k: v for k, v in data.items() if k not in ("example", "silent", "mention")}


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda x: x["marks"].update(comit=["will"]), r"\[marks\] has 'comit'.*'commit'"),
        (lambda x: x["syntax"].update(quotativ=["to"]), r"\[syntax\] has 'quotativ'.*'quotative'"),
        (lambda x: x["syntax"].update(head="frst"), r"\[syntax.head\] has 'frst'.*'first'"),
        (lambda x: x["syntax"].pop("subject"), r"\[syntax\] lacks 'subject'"),
        (lambda x: x["bounds"].update(befor={}), r"\[bounds\] has 'befor'.*'before'"),
        (lambda x: x.update(bound={}), r"the file has 'bound'.*'bounds'"),
        (lambda x: x["acts"].update(provid=["a"]), r"\[acts\] has 'provid'.*'provide'"),
        (lambda x: x["objects"].update(grants=["a"]), r"\[objects\] has 'grants'.*'grant'"),
        (lambda x: x["topics"].update(trad=["a"]), r"\[topics\] has 'trad'.*'trade'"),
        (lambda x: x["parties"].update(KAS=["a"]), r"\[parties\] has 'KAS', which is no state"),
        (lambda x: x.update(cities={"KAS": ["a"]}), r"\[cities\] has 'KAS', which is no state"),
        (lambda x: x["nouns"]["words"].update(nurses=["a"]), r"\[nouns.words\] .*'nurse'"),
        (
            lambda x: x["inflection"]["verb"][0].update(pasd="ed"),
            r"\[inflection.verb\] has 'pasd'.*'past'",
        ),
        (
            lambda x: x["roles"].update(feature={"dativ": "receiver"}),
            r"\[roles.feature\] has 'dativ'.*'dative'",
        ),
        (
            lambda x: x["roles"].update(feature={"dative": "reciever"}),
            r"\[roles.feature\] has 'reciever'.*'receiver'",
        ),
        (lambda x: x["marks"].update(commit="will"), r"\[marks\] 'commit': expected `array`"),
    ],
)
def test_what_is_misspelt_is_told(spoil: Callable[[dict[str, Any]], Any], told: str) -> None:
    spoilt = rules()
    spoil(spoilt)
    with pytest.raises(ZakuroError, match=f"en.toml: .*{told}"):
        check(spoilt, "en.toml")


@pytest.mark.parametrize("code", codes())
def test_every_pack_holds_to_the_schema(code: str) -> None:
    assert load(code).code == code


HOLDING = {"guard", "own", "proposed"}
"""Marks that only hold a longer word together, so that no shorter one is found in it."""


@pytest.mark.parametrize("code", codes())
def test_every_mark_of_a_pack_is_read_by_the_code(code: str) -> None:
    text = "".join(path.read_text("utf-8") for path in [*READ.rglob("*.py"), *READ.rglob("*.toml")])
    unread = [
        mark
        for mark in load(code).section("marks")
        if f'"{mark}"' not in text and f'"{mark}.' not in text
    ]
    assert set(unread) <= HOLDING


def test_what_languages_share_lies_below_what_a_pack_says() -> None:
    below = '[syntax]\nhead = "last"\nsubject = "after"\n[marks]\nsay = ["de"]'
    text = 'code = "kk"\nextends = "turkic"\n[syntax]\nsubject = "before"\n[marks]\ncall = ["x"]'
    assert rules_of(text, "kk.toml", {"turkic": below}.__getitem__) == {
        "code": "kk",
        "extends": "turkic",
        "syntax": {"head": "last", "subject": "before"},
        "marks": {"say": ["de"], "call": ["x"]},
    }


def test_what_is_no_toml_is_told_with_its_file() -> None:
    with pytest.raises(ZakuroError, match=r"kk\.toml: Invalid value"):
        rules_of("code = ", "kk.toml", str)
