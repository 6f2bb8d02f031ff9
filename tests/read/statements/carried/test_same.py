"""Whom words without a name mean where they receive."""

import pytest

from zakuro import read


@pytest.mark.parametrize(
    ("text", "receivers"),
    [
        ("Беда пришла в Непал. Индия передаст республике 4 катера.", ("NPL",)),
        ("Индия передаст республике 4 катера.", ("KGZ",)),
    ],
)
def test_the_republic_is_the_state_named_last_or_that_of_home(
    text: str, receivers: tuple[str, ...]
) -> None:
    pledges = [s for s in read(text, language="ru", home="KGZ").statements if s.kind == "pledge"]
    assert [pledge.receivers for pledge in pledges] == [receivers]
