import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.model.errors import ZakuroError
from zakuro.read.document.decode import checked, decode

JAPANESE = "首脳会合は三つの協力センターを設けることを決め、来年までに報告するとした。" * 8
RUSSIAN = "Стороны договорились создать три центра и доложить о ходе работ через год. " * 8
CHINESE = "各方同意设立三个合作中心，并在明年报告进展情况。本次会议取得了丰硕的成果。" * 8


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (JAPANESE, "utf-8"),
        (JAPANESE, "utf-8-sig"),
        (JAPANESE, "utf-16"),
        (JAPANESE, "utf-32"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (CHINESE, "gb18030"),
    ],
)
def test_the_encoding_is_told_from_the_bytes(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "report.txt") == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_byte_order_mark_decides(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert decode(mark + "合意".encode(encoding), "report.txt") == "合意"


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="shift_jis">', "<meta http-equiv=x content='text/html; charset=Shift_JIS'>"],
)
def test_a_page_says_its_encoding(declaration: str) -> None:
    page = f"<html>{declaration}<p>合意</p>"
    assert decode(page.encode("cp932"), "page.html") == page


def test_a_wrong_declaration_does_not_stand_in_the_way() -> None:
    page = f"<html><meta charset=us-ascii><p>{JAPANESE}</p>"
    assert decode(page.encode(), "page.html") == page


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n...", r"^a\.bin: this is a PDF, not text; convert it first"),
        (b"PK\x03\x04....", "office document"),
        (b"\x89PNG\r\n", "picture"),
        (b"text with\x00a null", r"control character U\+0000 at character 9"),
        (bytes(range(128, 256)) * 3, "cannot tell in which encoding"),
    ],
)
def test_what_is_not_text_is_refused_with_words(data: bytes, message: str) -> None:
    with pytest.raises(ZakuroError, match=message):
        decode(data, "a.bin")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ZakuroError, match=r"lone surrogate.* at character 2"):
        checked("ab\ud800", "the text")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_is_always_read_as_it_is(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode(), "report.txt") == text
