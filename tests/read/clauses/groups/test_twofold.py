"""Twofold verbs: what is put forward may be given, what is opened may be held."""

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


@pytest.mark.parametrize(
    ("text", "act", "kind"),
    [
        ("ペルーはチリに教育協力センターを開いた。", "open", "result"),
        ("ペルーはチリに直行便を2027年に開く。", "open", "pledge"),
        ("ペルーはチリと貿易交渉を開いた。", "hold", "event"),
        ("ペルーはチリと首脳会議を2027年に東京で開く予定だ。", "hold", "pledge"),
        ("ペルーはチリと海洋セミナー「青い海」を開く。", "hold", "pledge"),
        ("ペルーとチリの絵画展が開かれた。", "hold", "event"),
    ],
)
def test_a_gathering_is_held_and_all_else_opened(text: str, act: str, kind: str) -> None:
    (statement,) = zakuro.read(text, language="ja", published="2025-06-17").statements
    assert (statement.act, statement.kind) == (act, kind)
