"""Labels at the beginning of a block."""

from __future__ import annotations

import pytest

from zakuro.read.statements.labels import label_end


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("**Clean air:** the two sides will act.", " the two sides will act."),
        ("**Clean air**: the two sides will act.", " the two sides will act."),
        ("***Clean air.*** the two sides will act.", " the two sides will act."),
        ("**Chile** will act.", "**Chile** will act."),
        ("the two sides will act.", "the two sides will act."),
        ("**clean air**", ""),
    ],
)
def test_a_label_closes_with_a_sign(text: str, rest: str) -> None:
    assert text[label_end(text, 0, len(text)) :].lstrip() == rest.lstrip()
