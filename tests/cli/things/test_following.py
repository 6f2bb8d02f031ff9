import csv
import io
import json

import pytest

from tests.cli.conftest import Run


def test_what_became_of_a_proposal(told: Run) -> None:
    assert "not taken up" in told("proposals").output
    assert "pledged (P-2)" in told("take-up", "D-2:s1", "--pledged", "P-2").output
    told("take-up", "D-2:s1", "--answered", "--by", "KAZ", "--from", "D-2:s8")
    told("take-up", "D-2:s2", "--done", "--from", "D-2:s5")
    found = json.loads(told("proposals", "--format", "json").output)
    assert [one["became"] for one in found] == ["pledged", "reported"]
    assert [step["way"] for step in found[0]["steps"]] == ["pledged", "answered"]
    rows = list(csv.DictReader(io.StringIO(told("proposals", "--format", "csv").output)))
    assert rows[0]["how"] == "pledged (P-2), D-1:s2 · answered by KAZ, D-2:s8"
    assert "Proposals and calls: 1." in told("proposals", "--became", "pledged").output
    told("undo")
    assert "not taken up" in told("proposals").output
    assert "All as written." in told("verify").output


def test_positions_by_speaker_and_topic(told: Run) -> None:
    shown = told("positions", "--speaker", "KAZ").output
    assert "we favour more flights" in shown
    assert "Positions: 2." in shown
    found = json.loads(told("positions", "--topic", "trade", "--format", "json").output)
    assert [one["name"] for one in found] == ["D-2:s3"]
    rows = list(csv.DictReader(io.StringIO(told("positions", "--format", "csv").output)))
    assert {row["party"] for row in rows} == {"CHN", "KAZ"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("take-up", "D-2:s1"), "Say one thing that became of it"),
        (("take-up", "D-2:s1", "--done", "--answered"), "Say one thing that became of it"),
        (("take-up", "D-2:s1", "--answered"), "the word of a party"),
        (("take-up", "D-2:s3", "--pledged", "P-1"), "only for proposals and calls"),
        (("take-up", "s1", "--pledged", "P-1"), "names nothing here"),
        (("take-up", "D-2:s1", "--pledged", "3"), "names the pledge"),
        (("proposals", "--topic", "weather"), "is no topic"),
        (("positions", "--since", "now"), "is no day"),
    ],
)
def test_rubbish_is_said_to_be_so(told: Run, words: tuple[str, ...], said: str) -> None:
    assert said in told(*words, ok=False).output
