from collections.abc import Callable
from fractions import Fraction

import msgspec
import pytest

from tests.flow.builder import books_at, file, said, summit
from zakuro.flow.acting.review import accept, correct, join, refuse
from zakuro.flow.acting.take_in import statement
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


def test_two_who_correct_or_join_otherwise_differ(new_place: Callable[[], str]) -> None:
    with books_at(new_place()) as one, books_at(new_place()) as other:
        for books in (one, other):
            file(books, summit())
        for books, topics, to in ((one, "health", "P-1"), (other, "energy", "P-2")):
            with books.writing() as writer:
                for number in (1, 2):
                    accept(writer, f"D-1:s{number}", "anna")
                for number, topic in ((3, topics), (4, "trade")):
                    read = statement(books, f"D-1:s{number}")
                    corrected = msgspec.structs.replace(read, topics=(topic,))
                    correct(writer, f"D-1:s{number}", corrected, "anna")
                join(writer, "D-1:s5", to, "anna")
        found = agreement(one, other, "D-1")
        assert found.both == 5
        assert found.differing == (
            Differs("D-1:s3", "corrected", "corrected otherwise"),
            Differs("D-1:s5", "joined", "joined to another"),
        )
        assert found.alpha is not None
        assert found.alpha < 1
