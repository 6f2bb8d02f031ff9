"""Who receives through a noun."""

import pytest

from zakuro import read


def receivers(text: str) -> tuple[str, ...]:
    (pledge,) = read(text, language="ru").statements
    return pledge.receivers


@pytest.mark.parametrize(
    "text",
    [
        "Китай выделит помощь гражданам Кении.",
        "Китай выделит помощь жителям северных районов Кении.",
        "Китай выделит места для студентов из Кении.",
        "Китай выделит 100 млн юаней на восстановление портов Кении.",
        "Китай разместит депозит в Центральном банке Кении.",
        "Китай обучит 20 кенийских инженеров.",
        "Китай обучит 20 инженеров из Кении.",
        "Китай выделит помощь кенийским семьям.",
        "Китай отменит пошлины на товары из Кении.",
        "Китай выделит помощь Республике Кения.",
    ],
)
def test_a_party_receives_through_its_people_its_places_and_its_goods(text: str) -> None:
    assert receivers(text) == ("KEN",)


@pytest.mark.parametrize(
    "text",
    [
        "На саммите ШОС Китай откроет выставку.",
        "Китай расширит импорт товаров из Кении.",
        "Китай выполнит решения по программам Кении.",
        "В ходе визита президента Кении Китай откроет выставку.",
        "Китай опубликует доклад в рамках программы Кении.",
    ],
)
def test_a_gathering_a_source_and_a_frame_receive_nothing(text: str) -> None:
    assert receivers(text) == ()
