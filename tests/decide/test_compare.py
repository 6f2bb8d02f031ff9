import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.decide.compare import compare


def marked(old: str, new: str) -> str:
    marks = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(marks[change.op].format(change.words) for change in compare(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "They finish the railway within two years, together.",
            "They finish the railway by 2027, together.",
            "They finish the railway [-within two years-]{+by 2027+}, together.",
        ),
        (
            "各方将在两年内建成三个合作中心，并提供援助。",
            "各方将在2027年以前建成三个合作中心，并提供资金援助。",
            "各方将在[-两年内-]{+2027年以前+}建成三个合作中心，并提供{+资金+}援助。",
        ),
        (
            "各国は今後2年間で3000人分の研修枠を提供する。",
            "各国は2027年までに3000人分の研修枠を共同で提供する。",
            "各国は[-今後2年間で-]{+2027年までに+}3000人分の研修枠を{+共同で+}提供する。",
        ),
        (
            "Стороны завершат работу в течение двух лет.",
            "Стороны завершат работу до 2027 года.",
            "Стороны завершат работу [-в течение двух лет-]{+до 2027 года+}.",
        ),
        ("same", "same", "same"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("", "", ""),
    ],
)
def test_words_are_compared(old: str, new: str, shown: str) -> None:
    assert marked(old, new) == shown


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_comparison_holds_both_texts_whole(old: str, new: str) -> None:
    changes = compare(old, new)
    assert "".join(c.words for c in changes if c.op != "new") == old
    assert "".join(c.words for c in changes if c.op != "gone") == new
    assert all(change.words for change in changes)


def test_many_different_words_are_told_apart() -> None:
    """More than there are code points below the surrogates."""
    old = " ".join(f"w{number}" for number in range(60_000))
    changes = compare(old, old + " end")
    assert [(c.op, len(c.words)) for c in changes] == [("same", len(old)), ("new", 4)]
