"""The language of a text."""

from __future__ import annotations

import pytest

from zakuro.languages.load import codes, load
from zakuro.model.errors import ZakuroError
from zakuro.read.lexis.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The two sides will open a joint seed laboratory in the spring.", "en"),
        ("両国は来年、共同の種子研究所を開設することで合意した。", "ja"),
    ],
)
def test_the_language_is_told(text: str, code: str) -> None:
    assert detect(text) == code


def test_a_text_without_letters_asks_for_its_language() -> None:
    with pytest.raises(ZakuroError, match="--language"):
        detect("12 345 %")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("양국은 내년 봄 수도에 공동 종자 연구소를 열기로 합의했다고 외교부가 밝혔다.", "Korean"),
        ("İki ülke, gelecek yıl başkentte ortak bir tohum laboratuvarı açacak.", "Turkish"),
        ("Країни домовилися відкрити спільну лабораторію насіння в столиці.", "Ukrainian"),
        (
            "Beide Seiten werden im Frühjahr in der Hauptstadt ein gemeinsames Labor eröffnen.",
            "German",
        ),
    ],
)
def test_a_language_without_a_pack_is_named(text: str, name: str) -> None:
    with pytest.raises(ZakuroError, match=rf"looks like {name}; there are packs for .*English"):
        detect(text)


@pytest.mark.parametrize("code", codes())
def test_what_a_pack_proves_is_told_to_be_in_its_language(code: str) -> None:
    examples = [e["text"] for e in load(code).data["example"]]
    assert [text for text in examples if len(text) >= 40 and detect(text) != code] == []
