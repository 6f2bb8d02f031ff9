"""Offers: what is put forward and may be given."""

from __future__ import annotations

import pytest

import zakuro


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Қазақстан вьетнамдық студенттерге 20 стипендия ұсынады.", "pledge"),
        ("Қазақстан Өзбекстанға бірлескен орталық құруды ұсынады.", "proposal"),
        ("Қазақстан Өзбекстанға 20 орталық құруды ұсынды.", "proposal"),
    ],
)
def test_what_is_put_forward_is_given_where_it_is_so_much(text: str, kind: str) -> None:
    assert [s.kind for s in zakuro.read(text, language="kk").statements] == [kind]
