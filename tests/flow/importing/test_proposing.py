import tomllib

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from zakuro.flow.importing.proposing import as_toml, proposed, proposed_state
from zakuro.flow.importing.table import Map

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def test_a_map_is_proposed_from_the_headings() -> None:
    found = as_toml(Map(proposed(("ID", "title", "Donor", "year", "status"))))
    assert 'key = "ID"' in found
    assert 'giver = "Donor"' in found
    assert 'said_on = "year"' in found
    assert 'state = "status"' in found
    assert '# end = ""' in found
    assert '# Cancelled = "withdrawn"' in found


def test_words_of_states_are_known() -> None:
    assert proposed_state(" Cancelled") == "withdrawn"
    assert proposed_state("Suspended") == "suspended"
    assert proposed_state("Completion") is None


@given(TEXT, TEXT)
def test_a_written_map_is_read_as_it_was(heading: str, value: str) -> None:
    chosen = Map(
        {"key": heading, "words": "x"}, fixed={"giver": value}, states={value: "withdrawn"}
    )
    assert msgspec.convert(tomllib.loads(as_toml(chosen)), Map) == chosen
