import pytest

from tests.cli.conftest import Run


def test_a_thing_is_kept_from_opening_to_closing(told: Run) -> None:
    shown = told(
        "thing", "open", "programme", "--name", "en=Year of Quality", "--party", "CHN",
        "--start", "2025-01-01", "--end", "2026-12-31",
    ).output  # fmt: skip
    assert "T-3  thing opened  programme: en=Year of Quality" in shown
    assert "ru: Год" in told("thing", "name", "T-3", "ru=Год", "--from", "D-2:s1").output
    assert "belongs to T-2" in told("thing", "parent", "T-3", "T-2").output
    assert "belongs to nothing" in told("thing", "parent", "T-3").output
    assert "CHN C5" in told("thing", "parties", "T-3", "CHN", "C5").output
    assert "T-3:i1, field: en=trade" in told("thing", "item", "T-3", "field", "en=trade").output
    assert "P-2 is about T-3:i1" in told("thing", "tie", "T-3:i1", "P-2").output
    shown = told("thing", "show", "T-3", "--as-of", "2026-06-30").output
    assert "from 2025-01-01 to 2026-12-31" in shown
    assert "T-3:i1  field trade" in shown
    assert "    P-2  " in shown
    told("thing", "untie", "T-3:i1", "P-2", "--reason", "no")
    assert "closed: twice" in told("thing", "close", "T-3", "--reason", "twice").output


def test_a_route_and_a_state(told: Run) -> None:
    shown = told("thing", "place", "T-1", "Kashgar@39.47,75.99", "Andijan", "--route").output
    assert "Kashgar – Andijan" in shown
    told("thing", "state", "T-1", "begun", "--from", "D-2:s5")
    shown = told(
        "thing", "state", "T-1", "begun", "--since", "2024-12-27", "--by", "KAZ", "--from", "D-2:s8"
    ).output
    assert "begun since 2024-12-27; KAZ, from published words" in shown
    shown = told("thing", "show", "T-1").output
    assert "begun since 2025-06-17" in shown
    assert "Tells otherwise" in shown


def test_a_principle_is_invoked(told: Run) -> None:
    told("thing", "invoke", "T-2:i1", "--by", "KAZ", "--from", "D-2:s8", "--against", "tariffs")
    assert (
        "T-2:i1 by KAZ (from published words) against tariffs"
        in told("thing", "show", "T-2").output
    )


def test_a_meeting_and_a_register(told: Run) -> None:
    told("thing", "open", "summit series", "--name", "en=Summits")
    told("thing", "item", "T-3", "meeting", "en=Third", "--number", "3", "--due", "2027-12-31")
    assert "next due: T-3:i1" in told("thing", "show", "T-3", "--as-of", "2026-06-30").output
    told("thing", "open", "register", "--name", "en=Platforms", "--unit", "{platform}")
    told("thing", "tie", "T-4", "D-2:s6")
    told("thing", "item", "T-4", "member", "en=trade", "--party", "CHN", "--place", "Nanjing")
    shown = told("thing", "show", "T-4").output
    assert "13 platforms claimed (Xi Jinping (CHN), D-2:s6), 1 named" in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("open", "railway", "--name", "en=x"), "Invalid value"),
        (("open", "centre", "--name", "x"), "is no name"),
        (("name", "T-9", "en=x"), "There is no thing T-9"),
        (("name", "railway", "en=x"), "give a thing such as T-1"),
        (("tie", "railway", "P-1"), "names no thing"),
        (("tie", "T-1", "P-1", "P-2", "--value", "3"), "--value is what one statement claims"),
        (("tie", "T-1", "X-1"), "cannot be tied"),
        (("invoke", "T-2:i1", "--by", "KAZ", "--from", "D-2:s8"), "Say for which act"),
        (("place", "T-1", "A@1"), "is no point"),
        (("state", "T-1", "begun"), "since when"),
        (("state", "T-1", "begun", "--since", "2025-13-01"), "is no day"),
        (("item", "T-1", "value", "en=x"), "holds no items"),
        (("item", "T-2", "value", "en=x", "--from", "D-9:s1"), "There is no document"),
    ],
)
def test_rubbish_is_said_to_be_so(told: Run, words: tuple[str, ...], said: str) -> None:
    assert said in told("thing", *words, ok=False).output
