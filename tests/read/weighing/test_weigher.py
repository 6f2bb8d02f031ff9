"""How sure it is: what everybody would call a pledge, and what nobody would."""

import zakuro


def confidence(text: str, kind: str) -> str | None:
    found = [s for s in zakuro.read(text, language="en").statements if s.kind == kind]
    return found[0].confidence if found else None


def test_every_statement_says_how_sure_it_is() -> None:
    text = "Japan will provide 5 million dollars to Peru. Trade grew by 3 percent in 2024."
    statements = zakuro.read(text, language="en").statements
    assert statements
    for statement in statements:
        assert statement.confidence is not None
        assert "0.50" <= statement.confidence <= "1.00"


def test_a_plain_pledge_is_surer_than_an_odd_one() -> None:
    plain = confidence("Japan will provide 5 million dollars in grants to Peru by 2027.", "pledge")
    odd = confidence("The minister told reporters that lunch will be served.", "pledge")
    assert plain is not None
    assert plain >= "0.85"
    assert odd is None or odd < plain


def test_reading_twice_gives_the_same_confidence() -> None:
    text = "The fund will give Chad $3 million. Peru promised to plant trees."
    assert zakuro.read(text, language="en") == zakuro.read(text, language="en")
