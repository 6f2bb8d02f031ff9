"""Who acts, where endings tell: before the verb, behind it, or in the form of the verb itself."""

import pytest

from zakuro import read


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        ("Китай в этом году построит дорогу.", ("CHN",)),
        ("В этом году построит дорогу Китай.", ("CHN",)),
        ("Дорогу для Казахстана построит Китай.", ("CHN",)),
        ("Китаем будет построена дорога.", ("CHN",)),
        ("Китай построит мост и откроет дорогу.", ("CHN",)),
        ("Китайская сторона построит дорогу.", ("CHN",)),
        ("Правительство Республики Казахстан построит дорогу.", ("KAZ",)),
        ("Министр транспорта Казахстана построит дорогу.", ("KAZ",)),
        ("Китай заявил, что построит дорогу.", ("CHN",)),
        ("Казахстанская и узбекская стороны построят дорогу.", ("KAZ", "UZB")),
        ("Казахстан и туркменская сторона построят дорогу.", ("KAZ", "TKM")),
    ],
)
def test_the_subject_is_found_by_its_ending(text: str, givers: tuple[str, ...]) -> None:
    pledges = [s for s in read(text, language="ru").statements if s.kind == "pledge"]
    assert {pledge.givers for pledge in pledges} == {givers}


def test_another_clause_has_another_subject() -> None:
    found = read("Китай построит мост, а Россия откроет дорогу.", language="ru").statements
    assert [(s.givers, s.act) for s in found] == [(("CHN",), "build"), (("RUS",), "open")]


def test_what_a_verb_governs_is_not_its_subject() -> None:
    found = read("Китай поддержит Казахстан и построит мост.", language="ru").statements
    assert {s.givers for s in found} == {("CHN",)}


def test_without_a_subject_nobody_promises() -> None:
    assert read("Дорога откроет путь к морю.", language="ru").statements == ()


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        ("Румыния поможет Молдове. В 2026 году республика отменит пошлины.", ("ROU",)),
        ("В 2026 году республика отменит пошлины.", ("KGZ",)),
        ("Посол Японии и министр здравоохранения построят клинику.", ("JPN", "KGZ")),
        ("Вклад Швеции составит 3 млн долларов.", ("SWE",)),
        ("По итогам встречи Грузия и Турция построят мост.", ("GEO", "TUR")),
    ],
)
def test_who_acts_without_a_name_of_its_own(text: str, givers: tuple[str, ...]) -> None:
    pledges = [s for s in read(text, language="ru", home="KGZ").statements if s.kind == "pledge"]
    assert pledges[-1].givers == givers


def test_what_several_will_do_whom_nobody_names_is_given_by_nobody() -> None:
    (pledge,) = read("Мадагаскару предоставят 15 тысяч тонн риса.", language="ru").statements
    assert (pledge.kind, pledge.givers, pledge.receivers) == ("pledge", (), ("MDG",))


@pytest.mark.parametrize(
    ("text", "kind", "givers"),
    [
        ("В Кении пообещали выделить Чаду 5 млн долларов.", "pledge", ("KEN",)),
        ("В министерстве здравоохранения Кении предложили создать центр.", "proposal", ("KEN",)),
        ("В ООН призвали доноров выделить 5 млн долларов.", "call", ("UN",)),
        ("В Кении планируют закупить 20 самолётов.", "pledge", ("KEN",)),
        ("В Кении министры Чада предложили создать центр.", "proposal", ("TCD",)),
    ],
)
def test_several_whom_nobody_names_act_for_the_party_in_which_they_are(
    text: str, kind: str, givers: tuple[str, ...]
) -> None:
    (found,) = read(text, language="ru").statements
    assert (found.kind, found.givers) == (kind, givers)


@pytest.mark.parametrize(
    "text", ["В Кению решили отправить 20 врачей.", "Для Кении предложили создать центр."]
)
def test_to_where_or_for_whom_tells_nobody_who_acts(text: str) -> None:
    assert not read(text, language="ru").statements
