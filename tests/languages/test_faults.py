import msgspec

from zakuro.languages.faults import near, told


class Section(msgspec.Struct, forbid_unknown_fields=True):
    words: list[str]


class Whole(msgspec.Struct, forbid_unknown_fields=True):
    section: Section


def fault(rules: dict[str, object]) -> str:
    try:
        msgspec.convert(rules, Whole)
    except msgspec.ValidationError as error:
        return told(str(error), rules, Whole)
    return ""


def test_the_nearest_word_or_all_of_them() -> None:
    assert near("wrds", ["words", "marks"]) == "; the nearest is 'words'"
    assert near("zz", ["words", "marks"]) == "; there are marks, words"


def test_a_fault_is_told_by_its_place() -> None:
    assert fault({"section": {"word": []}}).startswith("[section] has 'word', which packs do not")
    assert fault({"section": {}}) == "[section] lacks 'words'"
    assert fault({"section": {"words": "a"}}).startswith("[section.words]: expected `array`")
    assert fault({"section": {"words": ["a"]}}) == ""
