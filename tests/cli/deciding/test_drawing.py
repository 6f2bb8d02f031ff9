from tests.cli.conftest import Run
from zakuro.cli.deciding.drawing import draw_comparison
from zakuro.flow.deciding.views import Comparison, Stretch


def test_a_comparison_is_marked_as_word_diffs_are() -> None:
    found = Comparison(
        text="X-1",
        old=1,
        new=2,
        language="en",
        stretches=(
            Stretch(op="same", words="by "),
            Stretch(op="gone", words="2026"),
            Stretch(op="new", words="2027"),
        ),
    )
    assert draw_comparison(found) == "X-1, version 1 to 2, in en\n\nby [-2026-]{+2027+}"


def test_brackets_show_who_holds_what_and_where_words_are_missing(tabled: Run) -> None:
    tabled("text", "propose", "X-1", "--by", "TKM", "--replace", "two", "--with", "three")
    shown = tabled("text", "show", "X-1").output.splitlines()
    assert "X-1  P (provisional title)" in shown
    assert "  a0  en: 'two'; missing in ru  held by UZB" in shown
    assert "  a1  en: 'three'; missing in ru  held by TKM" in shown
    assert "TKM is asked to settle: b1 is open; it holds a1" in shown
    assert (
        "KAZ, KGZ, TJK, TKM, UZB are asked to log a receipt: no receipt of version 1 in en, ru"
        in shown
    )
