"""N-grams by place: names and figures stand as signs, and offsets are those of the text."""

from hypothesis import given
from hypothesis import strategies as st

from zakuro.read.weighing.grams import BUCKETS, Grams


def buckets(text: str, *masked: tuple[int, int, str], spaced: bool = True) -> list[int]:
    found: list[int] = Grams(text, masked, spaced).within(0, len(text)).tolist()
    return found


def test_what_is_masked_does_not_show_who_or_how_much() -> None:
    one = buckets("japan will give $5 to peru.", (0, 5, "party"), (16, 18, "money"))
    two = buckets("kazakhstan will give $900 to peru.", (0, 10, "party"), (21, 25, "money"))
    assert one == two
    assert one != buckets("japan will give $5 to peru.")


def test_a_sign_tells_what_it_stands_for() -> None:
    assert buckets("x gives", (0, 1, "party")) != buckets("x gives", (0, 1, "money"))


@given(st.text(alphabet="abcдж 日本", min_size=1, max_size=40), st.booleans())
def test_the_parts_of_a_text_hold_its_grams_but_those_across_them(text: str, spaced: bool) -> None:
    grams = Grams(text, (), spaced)
    whole = grams.within(0, len(text))
    assert ((whole >= 0) & (whole < BUCKETS)).all()
    cut = len(text) // 2
    parts = [*grams.within(0, cut).tolist(), *grams.within(cut, len(text)).tolist()]
    assert len(parts) <= len(whole)
    assert set(parts) <= set(whole.tolist())
