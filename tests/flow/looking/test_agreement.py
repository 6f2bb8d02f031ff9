from collections.abc import Callable
from fractions import Fraction

import pytest

from tests.flow.builder import books_at, file, said, summit
from zakuro.flow.acting.review import accept, refuse
from zakuro.flow.looking.agreement import Differs, agreement
from zakuro.model.errors import ZakuroError


def test_two_reviews_of_one_document(new_place: Callable[[], str]) -> None:
    with books_at(new_place()) as one, books_at(new_place()) as other:
        file(one, summit())
        file(other, [said("pledge", "a railway", "build", "railway")])
        with pytest.raises(ZakuroError, match="do not hold the text"):
            agreement(one, other, "D-1")
        file(other, summit())
        with one.writing() as mine, other.writing() as others:
            for number in (1, 2, 3):
                accept(mine, f"D-1:s{number}", "anna")
            refuse(mine, "D-1:s4", "vague", "anna")
            accept(others, "D-2:s1", "boris")
            refuse(others, "D-2:s2", "vague", "boris")
            refuse(others, "D-2:s4", "vague", "boris")
        found = agreement(one, other, "D-1")
        assert found.both == 3
        assert found.differing == (Differs("D-1:s2", "accepted", "refused"),)
        assert found.alpha == 1 - Fraction(5 * 2, 36 - 9 - 9)
        with pytest.raises(ZakuroError, match="no document D-9"):
            agreement(one, other, "D-9")
