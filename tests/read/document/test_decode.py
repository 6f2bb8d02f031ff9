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
        (CHINESE, "hz"),
        (CHINESE, "utf-16-le"),
        (CHINESE, "utf-7"),
        (JAPANESE, "utf-16-be"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "mac-cyrillic"),
        ("The sides agreed to set up three centres. " * 8, "utf-16-be"),
    ],
)
def test_the_encoding_is_told_from_the_bytes(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "report.txt").text == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_byte_order_mark_decides(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert decode(mark + "合意".encode(encoding), "report.txt").text == "合意"


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="shift_jis">', "<meta http-equiv=x content='text/html; charset=Shift_JIS'>"],
)
def test_a_page_says_its_encoding(declaration: str) -> None:
    page = f"<html>{declaration}<p>合意</p>"
    assert decode(page.encode("cp932"), "page.html").text == page


def test_a_wrong_declaration_does_not_stand_in_the_way() -> None:
    page = f"<html><meta charset=us-ascii><p>{JAPANESE}</p>"
    assert decode(page.encode(), "page.html").text == page


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"text with\x00a null", r"control character U\+0000 at character 9"),
        (bytes(range(128, 256)) * 3, "cannot tell in which encoding"),
    ],
)
def test_what_is_not_text_is_refused_with_words(data: bytes, message: str) -> None:
    with pytest.raises(ZakuroError, match=message):
        decode(data, "a.bin")


@pytest.mark.parametrize("label", "utf-16 utf-16le unicode punycode undefined nonsense".split())
def test_what_a_page_of_ascii_bytes_cannot_be_in_is_utf_8(label: str) -> None:
    page = f"<html><meta charset={label}><p>合意 of the sides</p>"
    assert decode(page.encode(), "page.html").text == page
    assert decode(page.encode() + b" ", "page.html").text == page + " "


def test_one_bad_byte_is_told_with_its_place_and_the_rest_read_when_lenient() -> None:
    text = f"{JAPANESE}\n{JAPANESE}"
    data = bytearray(text.encode())
    data[600] = 0xFF
    with pytest.raises(ZakuroError, match=r"UTF-8 but for byte 600 \(0xFF, line 1\).*--lenient"):
        decode(bytes(data), "a.txt")
    read = decode(bytes(data), "a.txt", lenient=True)
    assert read.text.startswith(text[:100])
    assert read.text.endswith(text[300:])
    assert "\ufffd" in read.text
    assert "byte 600" in read.notes[0]


def test_a_last_character_cut_off_is_told() -> None:
    with pytest.raises(ZakuroError, match="UTF-8 but for byte"):
        decode(JAPANESE.encode()[:-1], "a.txt")
    with pytest.raises(ZakuroError, match="UTF-16-LE but for byte"):
        decode(JAPANESE.encode("utf-16")[:-1], "a.txt")


def test_what_steers_a_terminal_is_no_text() -> None:
    coloured = b"\x1b[31m5 million dollars\x1b[0m \x1b]8;;http://a\x07link\x1b]8;;\x1b\\"
    assert decode(coloured, "a.txt").text == "5 million dollars link"


def test_shifts_in_plain_ascii_are_plain_ascii() -> None:
    text = "a + b ~{x} costs $5 and +abcdefgh- ok"
    assert decode(text.encode(), "a.txt").text == text


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ZakuroError, match=r"lone surrogate.* at character 2"):
        checked("ab\ud800", "the text")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_is_always_read_as_it_is(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode(), "report.txt").text == text
