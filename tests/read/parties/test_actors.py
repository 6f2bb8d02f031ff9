"""Capitals, institutions and companies that act."""

import pytest

from zakuro import read
from zakuro.model.statement import Statement


def statements(text: str) -> tuple[Statement, ...]:
    return read(text, language="ru").statements


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        ("Пекин откроет рынок.", ("CHN",)),
        ("Каир и Хартум откроют границу.", ("EGY", "SDN")),
        ("Всемирный банк предоставит грант.", ()),
        ("Исламским банком развития будет выделен кредит.", ()),
        ("Китайские компании построят завод.", ()),
    ],
)
def test_a_capital_gives_for_its_country_and_others_for_none(
    text: str, givers: tuple[str, ...]
) -> None:
    (pledge,) = statements(text)
    assert (pledge.kind, pledge.givers) == ("pledge", givers)


@pytest.mark.parametrize(
    "text",
    [
        "Делегация посетила Каир и откроет выставку.",
        "В Пекин поставят оборудование.",
        "Компания построит завод.",
        "Директор рад, что вена поставит точку.",
    ],
)
def test_a_place_a_vein_and_a_company_of_no_country_promise_nothing(text: str) -> None:
    assert not [one for one in statements(text) if one.kind == "pledge"]


def test_a_company_in_another_case_does_not_act() -> None:
    (pledge,) = statements("Китай предоставит кредит российским компаниям.")
    assert (pledge.givers, pledge.receivers) == (("CHN",), ("RUS",))


@pytest.mark.parametrize(
    ("text", "givers", "receivers"),
    [
        ("Париж клубы Кенияның 30 миллион доллар қарызын кешіреді.", (), ("KEN",)),
        ("Астана форумында Норвегия Кенияға 5 миллион еуро береді.", ("NOR",), ("KEN",)),
        ("Норвегия Париж келісіміне сәйкес Кенияға 5 миллион еуро береді.", ("NOR",), ("KEN",)),
        ("Тараптар Киото хаттамасын орындауға келісті.", (), ()),
        ("Париж Кенияға 3 миллион еуро береді.", ("FRA",), ("KEN",)),
        ("Астана саммитте Кенияға 3 миллион доллар уәде етті.", ("KAZ",), ("KEN",)),
    ],
)
def test_a_capital_inside_the_name_of_an_agreement_is_nobody(
    text: str, givers: tuple[str, ...], receivers: tuple[str, ...]
) -> None:
    (pledge,) = read(text, language="kk").statements
    assert (pledge.kind, pledge.givers, pledge.receivers) == ("pledge", givers, receivers)
