"""The weights: made from what stands in the repository, the same each time."""

from bench.labelled import Label, Text, texts
from bench.weights import calibrated, cases, learnt
from zakuro.read.weighing.model import pack


def test_the_same_texts_make_the_same_bytes() -> None:
    few = [case for text in texts("en")[:40] for case in cases(text)]
    assert len(few) > 20
    first, second = (pack(learnt(few, spoken=True), {}) for _ in range(2))
    assert first == second


def test_tables_rise_and_follow_what_was_right() -> None:
    seen = [(4096, True)] * 60 + [(0, False)] * 60 + [(2048, True)] * 30 + [(2048, False)] * 30
    steps = calibrated(seen, "pledge").steps
    assert list(steps) == sorted(steps)
    assert steps[0] < 10
    assert 40 <= steps[10] <= 60
    assert steps[-1] > 90


def test_a_unit_is_what_its_label_says() -> None:
    labels = (Label(0, 20, ("pledge",)), Label(30, 50, ("call",), optional=True))
    text = Text("t", "en", "x" * 60, None, None, labels, complete=True)
    assert text.kind_of("pledge", 0, 22) == "pledge"
    assert text.kind_of("none", 0, 25) == "pledge"
    assert text.kind_of("result", 0, 20) == "pledge"
    assert text.kind_of("pledge", 30, 50) is None
    assert text.kind_of("none", 52, 60) == "none"
    assert text._replace(complete=False).kind_of("pledge", 52, 60) is None
