import pytest

from zakuro.read.document.plain.markers import marker_at


def found(line: str) -> tuple[str, int | None, str] | None:
    marker = marker_at(line, 0, len(line))
    return None if marker is None else (marker.style, marker.number, line[marker.end :])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- trade", ("-", None, "trade")),
        ("-貿易", ("-", None, "貿易")),
        ("• trade", ("•", None, "trade")),
        ("・貿易", ("・", None, "貿易")),
        ("–\tторговля", ("–", None, "торговля")),
        ("1. Trade", ("1.", 1, "Trade")),
        ("1.団結", ("1.", 1, "団結")),
        ("１２．団結", ("1.", 12, "団結")),
        ("2\\.  Trade", ("1.", 2, "Trade")),
        ("3) trade", ("1)", 3, "trade")),
        ("(4) trade", ("1()", 4, "trade")),
        ("（５）貿易", ("1()", 5, "貿易")),
        ("IV. Trade", ("I.", 4, "Trade")),
        ("(ix) trade", ("i()", 9, "trade")),
        ("B. Trade", ("A.", None, "Trade")),
        ("(a) trade", ("a()", None, "trade")),
        ("б) торговля", ("a)", None, "торговля")),
        ("②貿易", ("①", 2, "貿易")),
        ("三、贸易", ("一、", 3, "贸易")),
        ("（二）贸易", ("一()", 2, "贸易")),
    ],
)
def test_marks_are_told_from_what_they_mark(line: str, expected: tuple[str, int, str]) -> None:
    assert found(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The leaders met.",
        "2025. gada",
        "1.5 billion yuan",
        "-5 %",
        "e.g. trade",
        "U.S. leaders",
        "I.e. trade",
        "5、6カ国が参加",
        "三、四カ国が参加",
        "（注）数値は暫定",
        "15億元",
        "*emphasis* at the beginning",
        "I shall say more",
    ],
)
def test_words_and_figures_are_no_marks(line: str) -> None:
    assert found(line) is None


def test_a_dash_before_words_spoken_is_no_bullet() -> None:
    assert found("– Біз 40 грант бөлеміз, – деді ол.") is None
    assert found("— Мы поможем! — сказал он.") is None
    assert found("– Жапония – 4 миллион доллар;") is not None
