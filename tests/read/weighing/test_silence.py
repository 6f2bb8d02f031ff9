"""What the rules passed over: read by the model, with parties and figures as elsewhere."""

import zakuro
from bench.labelled import texts
from zakuro.read.weighing.model import WEIGHED
from zakuro.read.weighing.silence import MODEL, from_model


def test_ordinary_news_promises_nothing() -> None:
    for language in ("en", "ja", "zh", "ru"):
        lines = [text.text for text in texts(language) if text.name.startswith(f"{language}.txt")]
        assert len(lines) >= 40
        pledges = [
            statement.exact
            for line in lines
            for statement in zakuro.read(line, language=language).statements
            if statement.kind == "pledge"
        ]
        assert len(pledges) <= 2, pledges


def test_what_the_model_reads_says_so_and_rests_on_the_words() -> None:
    found = 0
    for text in texts("en"):
        reading = zakuro.read(text.text, language="en", published=text.published)
        for statement in reading.statements:
            if statement.rule.endswith(MODEL):
                found += 1
                assert statement.kind in WEIGHED
                assert reading.text[statement.start : statement.end] == statement.exact
    assert found >= 5


def test_what_only_the_model_says_must_be_as_sure_as_a_pack_asks() -> None:
    assert from_model(50, 70) == 70
    assert from_model(50, 0) == 50
    assert from_model(20, 70) == 20
