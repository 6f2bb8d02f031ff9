"""Free order: the case of a name and the form of a verb tell who does what, wherever they stand."""

import pytest

from zakuro import read
from zakuro.model.statement import Statement


def statements(text: str) -> tuple[Statement, ...]:
    return read(text, language="ru").statements


@pytest.mark.parametrize(
    "text",
    [
        "Китай предоставит Казахстану 100 млн юаней.",
        "Казахстану Китай предоставит 100 млн юаней.",
        "100 млн юаней Казахстану предоставит Китай.",
        "Китай Казахстану 100 млн юаней предоставит.",
        "Китаем будет предоставлено Казахстану 100 млн юаней.",
        "Казахстану будет предоставлено Китаем 100 млн юаней.",
        "Китай будет предоставлять Казахстану 100 млн юаней.",
    ],
)
def test_the_order_of_the_words_says_nothing(text: str) -> None:
    (pledge,) = statements(text)
    assert (pledge.kind, pledge.givers, pledge.receivers) == ("pledge", ("CHN",), ("KAZ",))
    assert pledge.act == "provide"
    assert [quantity.unit for quantity in pledge.quantities] == ["CNY"]


def test_the_subject_may_follow_its_verb() -> None:
    (pledge,) = statements("Об этом договорились Китай и Казахстан.")
    assert (pledge.kind, pledge.givers) == ("pledge", ("CHN", "KAZ"))


def test_the_form_of_the_verb_says_we() -> None:
    (pledge,) = statements("Откроем три центра.")
    assert (pledge.kind, pledge.strength) == ("pledge", "commits")


def test_who_speaks_is_who_will_do_it() -> None:
    (pledge,) = statements("Си обещал: построим порт, сказал президент Китая Си Цзиньпин.")[-1:]
    assert pledge.givers == ("CHN",)


def test_a_verb_in_a_relative_clause_is_no_predicate() -> None:
    (pledge,) = statements("Китай, который строит порт, откроет центр.")
    assert (pledge.kind, pledge.act) == ("pledge", "open")


@pytest.mark.parametrize(
    "text",
    [
        "Китай не предоставит кредит.",
        "Китай не будет предоставлять кредит.",
        "Китай предоставил бы кредит.",
        "Если Китай предоставит кредит, дорогу построят.",
        "Ожидается, что Китай предоставит кредит.",
        "Неизвестно, предоставит ли Китай кредит.",
        "Китай отказался предоставить кредит.",
    ],
)
def test_what_is_negated_conditional_or_doubted_is_no_pledge(text: str) -> None:
    assert [s for s in statements(text) if s.kind == "pledge"] == []
