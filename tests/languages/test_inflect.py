"""Every form of a word from the paradigms of its pack."""

from __future__ import annotations

import pytest

from zakuro.languages.inflect import forms
from zakuro.languages.load import load
from zakuro.model.errors import ZakuroError


def test_a_plain_word_has_one_form_without_a_feature() -> None:
    assert list(forms(load("en"), "hereby")) == [("hereby", "")]


def test_a_paradigm_gives_each_form_its_feature() -> None:
    assert dict(forms(load("en"), "supply:verb")) == {
        "supply": "base",
        "supplies": "present",
        "supplied": "past",
        "supplying": "gerund",
    }


def test_the_rest_of_a_phrase_follows_each_form() -> None:
    assert ("scaling up", "gerund") in forms(load("en"), "scale:verb up")


def test_a_table_gives_irregular_forms() -> None:
    word = {"base": "seek", "past": ["sought"], "rest": " to"}
    assert list(forms(load("en"), word)) == [("seek to", "base"), ("sought to", "past")]


def test_an_unknown_paradigm_is_refused_by_name() -> None:
    with pytest.raises(ZakuroError, match="names the paradigm 'verbal'"):
        list(forms(load("en"), "give:verbal"))
