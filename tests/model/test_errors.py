import pytest

from zakuro.model.errors import ZakuroError


def test_an_error_carries_its_words_to_the_user() -> None:
    with pytest.raises(ZakuroError, match=r"^report\.txt: empty$"):
        raise ZakuroError("report.txt: empty")
