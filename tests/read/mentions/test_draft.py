"""Mentions in the making."""

from __future__ import annotations

from decimal import Decimal

from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.draft import Raw


def test_a_finished_mention_has_offsets_of_the_original() -> None:
    original = "about  ５０ %"
    folded = Folded(original)
    raw = Raw("percent", 6, 10, Decimal(50), "%", "about")
    mention = raw.finish(folded)
    assert original[mention.start : mention.end] == mention.exact == "５０ %"
    assert (mention.value, mention.unit, mention.bound) == (Decimal(50), "%", "about")
