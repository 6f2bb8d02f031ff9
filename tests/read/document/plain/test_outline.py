from zakuro.read.document.plain.outline import TITLE, Part, outlined


def headings(*looks: tuple[str, int | None]) -> list[tuple[int, tuple[int, ...]]]:
    parts = [
        Part("heading", 2 * place, 2 * place + 1, "", style, number)
        for place, (style, number) in enumerate(looks)
    ]
    return [(block.level, block.path) for block in outlined(parts)]


def test_a_new_look_stands_below_and_an_old_one_at_its_rank() -> None:
    assert headings((TITLE, None), ("", None), ("1.", 1), ("1.", 2), ("", None)) == [
        (1, ()),
        (2, (0,)),
        (3, (0, 1)),
        (3, (0, 1)),
        (2, (0,)),
    ]


def test_what_stands_between_numbers_is_below_them_and_what_follows_the_last_is_not() -> None:
    assert [level for level, _ in headings(("1.", 1), ("", None), ("1.", 2), ("", None))] == [
        1,
        2,
        1,
        2,
    ]
    assert [level for level, _ in headings(("1.", 1), ("1.", 2), ("", None))] == [1, 1, 1]


def test_markup_gives_its_own_rank() -> None:
    assert headings(("#2", None), ("#4", None), ("**", None), ("#3", None)) == [
        (2, ()),
        (4, (0,)),
        (3, (0, 1)),
        (3, (0,)),
    ]


def test_items_lie_as_deep_as_they_are_indented() -> None:
    indents = [(0, "1."), (2, "-"), (4, "-"), (2, "-"), (0, "1."), (0, "-")]
    parts = [
        Part("item", 2 * place, 2 * place + 1, "", style, None, indent)
        for place, (indent, style) in enumerate(indents)
    ]
    assert [block.level for block in outlined(parts)] == [1, 2, 3, 2, 1, 2]
